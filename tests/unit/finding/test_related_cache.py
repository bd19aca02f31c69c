"""What is related is the same with what an earlier build kept and without, and an edit has little worked out anew."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.caches import plant
from tests.support.related import (
    State,
    Words,
    computed,
    drawn_state,
    edited,
    found,
)
from tests.support.samples import published

from goodpractices.catalogue import Cache, Relation
from goodpractices.finding import Shared, similarity


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> State:
    return drawn_state(tmp_path_factory.mktemp("drawn"))


SHELTER = ("asystent", "streetworker", "świetlica", "ulica")
GARDEN = ("grządka", "kompost", "ogród", "sadzonka")


def said(words: tuple[str, ...], *strengths: float) -> dict[str, float]:
    return dict(zip(words, strengths, strict=True))


STRONG, WEAK = (0.9, 0.8, 0.7, 0.6), (0.2, 0.2, 0.2, 0.2)
OF_SHELTER: Words = {
    "a": said(SHELTER, 0.9, 0.8, 0.3, 0.2) | said(GARDEN, 0.7, 0.6, 0.5, 0.4),
    "b": said(SHELTER, *STRONG),
    "c": said(GARDEN, *STRONG),
}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(
            {"a": said(SHELTER, 0.6, 0.9, 0.8, 0.7) | said(GARDEN, *WEAK)},
            ("b", ("streetworker", "świetlica", "asystent")),
            id="it says more of other words",
        ),
        pytest.param(
            {"a": said(SHELTER, 0.9, 0.8, 0.1, 0.1) | said(GARDEN, 0.75, 0.74, 0.73, 0.72)},
            ("c", ("grządka", "kompost", "ogród")),
            id="it says so much of other words that another is nearer",
        ),
        pytest.param(
            {"b": OF_SHELTER["c"], "c": OF_SHELTER["b"]},
            ("c", ("asystent", "streetworker", "świetlica")),
            id="others change places",
        ),
        pytest.param(
            {"b": said(SHELTER, 0.1, 0.8, 0.7, 0.9)},
            ("b", ("streetworker", "świetlica", "ulica")),
            id="the other says more of other words",
        ),
    ],
)
def test_an_edit_is_seen_whoever_it_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: Words, expected: tuple[str, tuple[str, ...]]
) -> None:
    monkeypatch.setattr(similarity, "_MEASURED", 1)  # one is compared, and the others are not
    entries = {"a": ["sport"], "b": ["praca"], "c": ["edukacja"]} | {f"inna-{n}": ["kultura"] for n in range(6)}
    catalogue = published(tmp_path, {each: {"themes": themes} for each, themes in entries.items()})
    before = found((catalogue, OF_SHELTER), Cache(tmp_path / "cache.sqlite"))["a"]
    assert before == [("b", "alike", None, (Shared("words", ("asystent", "streetworker", "świetlica")),))]
    other, words = expected
    again = found((catalogue, {**OF_SHELTER, **after}), Cache(tmp_path / "cache.sqlite"))["a"]
    assert again == [(other, "alike", None, (Shared("words", words),))]


def test_another_declared_relation_is_seen(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {each: {} for each in "abc"})
    for target in "bc":
        relation = Relation(type="similar_to", target=target)
        state: State = (edited(catalogue, "a", relations=(relation,)), {})
        assert found(state, Cache(tmp_path / "cache.sqlite"))["a"] == [(target, "similar_to", None, ())]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("related-pl-candidates", ["nieznana"]),
        ("related-pl-candidates", "p01"),
        ("related-pl", [["nieznana", "alike", None, []]]),
        ("related-pl", [["p01", "same_part_of", "nieznana", []]]),
        ("related-pl", [["p01", "alike", None, [["themes", "zielen"]]]]),
        ("related-pl", [["p01", "alike"]]),
    ],
)
def test_what_was_kept_but_cannot_be_is_found_anew(drawn: State, tmp_path: Path, kind: str, value: Any) -> None:
    path = tmp_path / "cache.sqlite"
    expected = found(drawn, Cache(path))
    plant(path, kind, lambda _: value)
    assert found(drawn, Cache(path)) == expected


@pytest.mark.slow
def test_nothing_is_computed_when_nothing_changed(drawn: State, tmp_path: Path) -> None:
    assert computed(drawn, drawn, tmp_path / "cache.sqlite") == (0, 0)
