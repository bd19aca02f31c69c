"""How alike practices are: the same from both sides, whatever the order of the entries, and as much as it tells."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.properties import DEAR
from tests.support.samples import published, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import Related, similarity
from goodpractices.finding.related import LEAST_ALIKE, MOST, find_related
from goodpractices.finding.similarity import Similarity, Words

THEMES = ("zielen", "sport", "kultura", "praca", "edukacja", "zdrowie")
VOCABULARY = ("świetlica", "asystent", "streetworker", "ogród", "boisko", "dyżur", "warsztat", "piłka")
KINDS = {"part_of", "presented_at", "similar_to"}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Forty practices with terms, places, organisations and relations drawn once and for all."""
    draw = random.Random(7)  # noqa: S311 - the same for everyone, and no secret
    ids = [f"p{n:02}" for n in range(40)]
    entries = {
        each: {
            "themes": draw.sample(THEMES, draw.randint(1, 3)),
            "target_groups": draw.choice([[], ["seniorzy"]]),
            "places": [{"place": draw.choice(["gdynia", "sopot"]), "role": draw.choice(["implemented", "partner"])}],
            "organisations": [{"org": draw.choice(["um-gdynia", "um-sopot"]), "role": "leader"}],
            "relations": [
                {"type": draw.choice(sorted(KINDS)), "target": draw.choice([other for other in ids if other != each])}
            ],
        }
        for each in ids
    }
    return published(tmp_path_factory.mktemp("drawn"), entries)


def drawn_words(seed: int, catalogue: Catalogue) -> Words:
    draw = random.Random(seed)  # noqa: S311
    return {
        each.id: {word: draw.choice([0.3, 0.6, 0.9]) for word in draw.sample(VOCABULARY, draw.randint(0, 5))}
        for each in catalogue.published
    }


def alike(found: tuple[Related, ...]) -> list[Related]:
    return [each for each in found if each.reason == "alike"]


@pytest.mark.slow
@DEAR
@given(seed=st.integers(0, 15), one=st.integers(0, 39), other=st.integers(0, 39))
def test_practices_are_as_alike_from_one_side_as_from_the_other(
    catalogue: Catalogue, seed: int, one: int, other: int
) -> None:
    measured = Similarity(catalogue, drawn_words(seed, catalogue))
    first, second = (catalogue.published[n].id for n in (one, other))
    assert measured.between(first, second) == measured.between(second, first)
    assert 0 <= measured.between(first, second) < 1


@pytest.mark.slow
@DEAR
@given(seed=st.integers(0, 15))
def test_what_is_related_does_not_depend_on_the_order_of_entries_words_or_questions(
    catalogue: Catalogue, seed: int
) -> None:
    draw = random.Random(seed)  # noqa: S311
    shuffled = replace(catalogue, practices=dict(draw.sample(sorted(catalogue.practices.items()), 40)))
    words = drawn_words(seed, catalogue)
    turned = {each: dict(sorted(words[each].items())) for each in sorted(words, reverse=True)}
    one, other = find_related(catalogue, words), find_related(shuffled, turned)
    expected = {practice.id: one.to(practice) for practice in catalogue.published}
    found = {practice.id: other.to(practice) for practice in shuffled.published}
    # Declared relations come in the order of the entries, which the folder gives them.
    assert {each: alike(found[each]) for each in found} == {each: alike(expected[each]) for each in expected}


@pytest.mark.slow
@DEAR
@given(seed=st.integers(0, 15))
def test_each_has_a_reason_the_declared_first_and_none_is_itself_or_poor(catalogue: Catalogue, seed: int) -> None:
    words = drawn_words(seed, catalogue)
    related, measured = find_related(catalogue, words), Similarity(catalogue, words)
    for practice in catalogue.published:
        found = related.to(practice)
        ids = [each.practice.id for each in found]
        declared = [link.target for link in catalogue.links(practice.id)]
        assert practice.id not in ids
        assert len(set(ids)) == len(ids) <= max(MOST, len(set(declared)))
        assert ids[: len(set(declared))] == list(dict.fromkeys(declared))
        for each in found:
            if each.reason == "alike":
                assert each.shared
                assert all(part.ids for part in each.shared)
                assert measured.between(practice.id, each.practice.id) >= LEAST_ALIKE


def test_rare_things_in_common_make_practices_more_alike_than_common_ones(tmp_path: Path) -> None:
    entries = {f"inna-{n}": {"themes": ["kultura"]} for n in range(6)}
    entries |= {"a": {"themes": ["kultura", "praca"]}, "b": {"themes": ["praca"]}}
    entries |= {f"jeszcze-inna-{n}": {"themes": ["sport"]} for n in range(4)}
    measured = Similarity(published(tmp_path, entries), {})
    assert measured.between("a", "b") > measured.between("a", "inna-1") > 0


def test_practices_of_which_little_is_known_are_less_alike(tmp_path: Path) -> None:
    little, much = {"themes": ["zielen"]}, {"themes": ["zielen", "sport", "praca"], "target_groups": ["seniorzy"]}
    entries = {
        **{f"inna-{n}": {"themes": ["kultura"]} for n in range(8)},
        "a": little,
        "b": little,
        "c": much,
        "d": much,
    }
    measured = Similarity(published(tmp_path, entries), {})
    assert measured.between("a", "b") < measured.between("c", "d")


def test_places_in_one_region_are_a_little_alike(tmp_path: Path) -> None:
    region = {"name": "region", "country": "PL", "level": "region"}
    town = {"country": "PL", "level": "town"}
    places = [
        {"id": "tu", **region},
        {"id": "tam", **region},
        {"id": "hel", "name": "Hel", "parent": "tu", **town},
        {"id": "reda", "name": "Reda", "parent": "tu", **town},
        {"id": "kielce", "name": "Kielce", "parent": "tam", **town},
    ]
    names = {"a": "hel", "b": "hel", "c": "reda", "d": "kielce", "e": "tam", "f": "gdynia", "g": "gdynia"}
    themes = dict(zip(names, ("zielen", "sport", "kultura", "praca", "edukacja", "zdrowie", "zdrowie"), strict=True))
    entries = {
        each: {"themes": [themes[each]], "kind": "project", "places": [{"place": names[each]}]} for each in names
    }
    measured = Similarity(with_registry(tmp_path, {"_registry/places": places}, entries), {})
    same, near, far = (measured.between("a", other) for other in "bcd")
    assert same > near > far
    assert ("wider_places", "tu") in measured.in_common("a", "c")
    assert ("wider_places", "tam") in measured.in_common("d", "e")


def test_of_very_many_that_share_a_thing_only_the_next_ones_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similarity, "_LOOKED_AT", 4)
    entries = {f"inna-{n}": {"themes": ["kultura"]} for n in range(6)}
    entries |= {each: {"themes": ["zielen"], "target_groups": ["seniorzy"]} for each in "abcdefgh"}
    found = Similarity(published(tmp_path, entries), {})
    assert found.candidates("b") == ["c", "d", "e", "f"]
    assert found.candidates("g") == ["a", "b", "c", "h"]
