"""What is related is the same with what an earlier build kept and without, and an edit has little worked out anew."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.caches import plant
from tests.support.samples import published

from goodpractices.catalogue import Cache, Catalogue, Practice, Relation
from goodpractices.catalogue.choices import RelationType
from goodpractices.finding import Shared, similarity
from goodpractices.finding.related import find_related

THEMES = ("zielen", "sport", "kultura", "praca", "edukacja", "zdrowie")
VOCABULARY = tuple(f"{thing}-{n}" for thing in ("świetlica", "ogród", "dyżur", "piłka") for n in range(15))
RELATIONS: tuple[RelationType, ...] = ("part_of", "presented_at", "funded_by_project", "similar_to")
IDS = tuple(f"p{n:02}" for n in range(70))
HUBS = IDS[:60:10]

Words = dict[str, dict[str, float]]
State = tuple[Catalogue, Words]
Found = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> State:
    """Seventy practices with terms, places, organisations and relations drawn once and for all, and their words."""
    draw = random.Random(19)  # noqa: S311 - the same for everyone, and no secret
    entries = {}
    for practice_id in IDS:
        target = draw.choice([each for each in HUBS if each != practice_id])
        entries[practice_id] = {
            "themes": draw.sample(THEMES, draw.randint(1, 3)),
            "target_groups": draw.choice([[], ["seniorzy"]]),
            "places": [{"place": draw.choice(["gdynia", "sopot"]), "role": draw.choice(["implemented", "partner"])}],
            "organisations": [{"org": draw.choice(["um-gdynia", "um-sopot"]), "role": "leader"}],
            "relations": [{"type": draw.choice(RELATIONS), "target": target}] if draw.random() < 0.6 else [],
        }
    words = {each: {word: draw.choice([0.3, 0.6, 0.9]) for word in draw.sample(VOCABULARY, 5)} for each in IDS}
    return published(tmp_path_factory.mktemp("drawn"), entries), words


def first(state: State, number: int) -> State:
    catalogue, words = state
    kept = {each: catalogue.practices[each] for each in IDS[:number]}
    return replace(catalogue, practices=kept), {each: words[each] for each in kept}


def edited(catalogue: Catalogue, practice_id: str, **fields: Any) -> Catalogue:
    practice = replace(catalogue.practices[practice_id], **fields)
    return replace(catalogue, practices={**catalogue.practices, practice_id: practice})


def with_entry(drawn: State, state: State, practice_id: str) -> State:
    practices = {**state[0].practices, practice_id: drawn[0].practices[practice_id]}
    return replace(state[0], practices=dict(sorted(practices.items()))), {
        **state[1],
        practice_id: drawn[1][practice_id],
    }


def found(state: State, cache: Cache | None = None) -> Found:
    catalogue, words = state
    related = find_related(catalogue, words, cache)
    if cache:
        cache.save()
    return {practice.id: [row(each) for each in related.to(practice)] for practice in catalogue.published}


def row(each: Any) -> tuple[Any, ...]:
    return each.practice.id, each.reason, each.via and each.via.id, each.shared


def say_otherwise(draw: random.Random, state: State, practice: Practice) -> State:
    catalogue, words = state
    return catalogue, {**words, practice.id: {word: draw.choice([0.3, 0.5, 0.8]) for word in words[practice.id]}}


def use_other_words(draw: random.Random, state: State, practice: Practice) -> State:
    catalogue, words = state
    return catalogue, {**words, practice.id: dict.fromkeys(draw.sample(VOCABULARY, draw.randint(0, 6)), 0.6)}


def change_themes(draw: random.Random, state: State, practice: Practice) -> State:
    return edited(state[0], practice.id, themes=tuple(draw.sample(THEMES, draw.randint(1, 4)))), state[1]


def relate(draw: random.Random, state: State, practice: Practice) -> State:
    kind = practice.relations[0].type if practice.relations else draw.choice(RELATIONS)
    target = draw.choice([each for each in HUBS if each != practice.id])
    relations = draw.choice([(), (Relation(type=kind, target=target),)])
    return edited(state[0], practice.id, relations=relations), state[1]


def remove(_draw: random.Random, state: State, practice: Practice) -> State:
    catalogue, words = state
    return replace(catalogue, practices={k: v for k, v in catalogue.practices.items() if k != practice.id}), words


def leave(_draw: random.Random, state: State, _practice: Practice) -> State:
    return state


EDITS: tuple[Callable[[random.Random, State, Practice], State], ...] = (
    say_otherwise,
    use_other_words,
    change_themes,
    relate,
    remove,
    leave,
)


@pytest.mark.parametrize("seed", range(5))
def test_after_random_edits_a_warm_cache_gives_what_no_cache_gives(
    drawn: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(similarity, "_MEASURED", 3)  # so that a small catalogue has practices that are not compared
    draw = random.Random(seed)  # noqa: S311
    states = [first(drawn, 60)]
    for _ in range(8):
        state = draw.choice([states[-1], states[-1], draw.choice(states)])  # an edit may be undone
        if draw.random() < 0.2:
            state = with_entry(drawn, state, draw.choice(IDS))
        states.append(draw.choice(EDITS)(draw, state, draw.choice(state[0].published)))
    for state in states:
        assert found(state, Cache(tmp_path / "cache.sqlite")) == found(state)


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


def computed(before: State, after: State, path: Path) -> tuple[int, int]:
    """How many values an edit has computed anew, two for each practice, and how many practices' results it changes."""
    old = found(before, Cache(path))
    cache = Cache(path)
    new = found(after, cache)
    return cache.computed, len([each for each in new if each in old and new[each] != old[each]])


def test_nothing_is_computed_when_nothing_changed(drawn: State, tmp_path: Path) -> None:
    assert computed(drawn, drawn, tmp_path / "cache.sqlite") == (0, 0)


def typo(_drawn: State, state: State, n: int) -> State:
    catalogue, words = state
    return catalogue, {**words, IDS[n]: {word: much - 0.1 for word, much in words[IDS[n]].items()}}


def new_theme(_drawn: State, state: State, n: int) -> State:
    themes = state[0].practices[IDS[n]].themes
    return edited(state[0], IDS[n], themes=(*themes, next(each for each in THEMES if each not in themes))), state[1]


def new_entry(drawn: State, state: State, n: int) -> State:
    return with_entry(drawn, state, IDS[60 + n])


@pytest.mark.parametrize(
    ("edit", "most_computed", "most_changed"),
    # Everyone has one of six themes and of two towns here: among a thousand a new theme or entry reaches few as well.
    [(typo, 36, 4), (new_theme, 82, 29), (new_entry, 118, 39)],
)
def test_an_edit_reaches_those_that_share_what_it_changes(
    drawn: State, tmp_path: Path, edit: Callable[[State, State, int], State], most_computed: int, most_changed: int
) -> None:
    small = first(drawn, 58)
    reached = [computed(small, edit(drawn, small, n), tmp_path / f"{n}.sqlite") for n in range(7)]
    assert max(values for values, _ in reached) <= most_computed
    assert max(results for _, results in reached) <= most_changed
