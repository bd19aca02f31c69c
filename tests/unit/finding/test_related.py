"""Practices worth reading next: declared ones first, each with the reason, never itself, never a draft."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import published

from goodpractices.catalogue import Catalogue
from goodpractices.catalogue.catalogue import REVERSE
from goodpractices.finding import Related, Shared
from goodpractices.finding.related import MOST, find_related
from goodpractices.finding.similarity import Words

Entries = dict[str, Mapping[str, Any]]

TWINS = {"themes": ["zielen"], "target_groups": ["seniorzy"]}
# What everyone has says nothing, so that there must be others for two to have something in common.
OTHER: Mapping[str, Any] = {"themes": ["kultura"]}
OTHERS: Entries = {f"inna-{n}": OTHER for n in range(6)}
SHELTER = {"świetlica": 0.8, "asystent": 0.7, "streetworker": 0.6, "ulica": 0.5}


def found(catalogue: Catalogue, practice_id: str, words: Words | None = None) -> tuple[Related, ...]:
    return find_related(catalogue, words or {}).to(catalogue.practices[practice_id])


def related(catalogue: Catalogue, practice_id: str, words: Words | None = None) -> list[tuple[str, str]]:
    return [(each.practice.id, each.reason) for each in found(catalogue, practice_id, words)]


def to(target: str, kind: str = "part_of") -> dict[str, Any]:
    return {"relations": [{"type": kind, "target": target}]}


@pytest.mark.parametrize(("kind", "reverse"), REVERSE.items())
def test_a_declared_relation_is_seen_from_both_ends(tmp_path: Path, kind: str, reverse: str) -> None:
    catalogue = published(tmp_path, {"a": to("b", kind), "b": {}})
    assert related(catalogue, "a") == [("b", kind)]
    assert related(catalogue, "b") == [("a", reverse)]


def test_a_relation_declared_at_both_ends_is_shown_once(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": to("b", "part_of"), "b": to("a", "has_part")})
    assert related(catalogue, "a") == [("b", "part_of")]
    assert related(catalogue, "b") == [("a", "has_part")]


def test_practices_shown_at_the_same_meeting_are_related_through_it(tmp_path: Path) -> None:
    shown = to("zjazd", "presented_at")
    catalogue = published(tmp_path, {"a": shown, "b": shown, "zjazd": {}})
    meeting, other = found(catalogue, "a")
    assert (meeting.practice.id, meeting.reason) == ("zjazd", "presented_at")
    assert (other.practice.id, other.reason) == ("b", "same_presented_at")
    assert other.via is catalogue.practices["zjazd"]


def test_of_those_shown_at_the_same_meeting_the_most_alike_goes_first(tmp_path: Path) -> None:
    shown = to("zjazd", "presented_at")
    entries = {**OTHERS, "a": {**shown, **TWINS}, "b": {**shown, "themes": ["sport"]}, "c": {**shown, **TWINS}}
    catalogue = published(tmp_path, {**entries, "zjazd": {"themes": ["praca"]}})
    assert [name for name, _ in related(catalogue, "a")] == ["zjazd", "c", "b"]


def test_one_thing_in_common_relates_nothing_but_two_do(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {**OTHERS, "a": TWINS, "b": TWINS, "c": {"themes": ["zielen"]}})
    (other,) = found(catalogue, "a")
    assert (other.practice.id, other.reason) == ("b", "alike")
    assert {(each.dimension, each.ids) for each in other.shared} == {
        ("target_groups", ("seniorzy",)),
        ("themes", ("zielen",)),
    }
    assert related(catalogue, "c") == []


def test_what_everyone_has_in_common_relates_nothing(tmp_path: Path) -> None:
    office = {**TWINS, "organisations": [{"org": "um-gdynia", "role": "leader"}]}
    assert related(published(tmp_path, dict.fromkeys("abcdefgh", office)), "a") == []


def test_the_rarer_thing_in_common_is_shown_first(tmp_path: Path) -> None:
    rare = {"themes": ["zielen", "praca"], "target_groups": ["seniorzy"]}
    entries = {**OTHERS, "a": rare, "b": rare, "c": {"themes": ["zielen"]}, "d": {"themes": ["zielen"]}}
    first, *_ = found(published(tmp_path, entries), "a")
    assert first.shared == (Shared("themes", ("praca", "zielen")), Shared("target_groups", ("seniorzy",)))


def test_words_in_common_relate_practices_and_the_strongest_are_shown(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {**OTHERS, "a": {"themes": ["sport"]}, "b": {"themes": ["praca"]}})
    assert related(catalogue, "a") == []
    (other,) = found(catalogue, "a", {"a": {**SHELTER, "boisko": 0.9}, "b": {**SHELTER, "piłka": 0.9}})
    assert other.practice.id == "b"
    assert other.shared == (Shared("words", ("świetlica", "asystent", "streetworker")),)


def test_a_single_word_in_common_is_no_reason(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {**OTHERS, "a": {"themes": ["zielen"]}, "b": {"themes": ["zielen"]}})
    assert related(catalogue, "a", {"a": {"świetlica": 1.0}, "b": {"świetlica": 1.0}}) == []


def test_a_single_word_is_not_shown_beside_better_reasons(tmp_path: Path) -> None:
    themes = {"themes": ["zielen", "praca"]}
    catalogue = published(tmp_path, {**OTHERS, "a": themes, "b": themes})
    (other,) = found(catalogue, "a", {"a": {"świetlica": 1.0}, "b": {"świetlica": 1.0}})
    assert other.shared == (Shared("themes", ("praca", "zielen")),)


def test_two_things_in_common_among_very_many_others_are_too_little(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {**OTHERS, "a": TWINS, "b": TWINS, "c": {}, "d": {}})
    assert [name for name, _ in related(catalogue, "a")] == ["b"]
    # Everything else that these two are about belongs to one of them only.
    words = {each: {f"{other}-{n}": 1.0 for n in range(25)} for each, other in ("ac", "bd")}
    telling = {each: words["a" if each in "ac" else "b"] for each in "abcd"}
    assert "b" not in [name for name, _ in related(catalogue, "a", telling)]


def test_more_in_common_goes_first(tmp_path: Path) -> None:
    more = {"themes": ["sport", "zielen"], "target_groups": ["seniorzy"]}
    catalogue = published(tmp_path, {**OTHERS, "a": more, "b": TWINS, "c": more})
    assert [name for name, _ in related(catalogue, "a")] == ["c", "b"]


@pytest.mark.slow
def test_declared_relations_are_all_shown_others_up_to_a_limit(tmp_path: Path) -> None:
    many: Entries = {f"p{n}": TWINS for n in range(20)} | {f"inna-{n}": OTHER for n in range(20)}
    assert len(related(published(tmp_path / "few", many), "p3")) == MOST
    declared = {"relations": [{"type": "similar_to", "target": f"p{n}"} for n in range(1, 10)]}
    both = related(published(tmp_path / "many", {**many, "p0": {**TWINS, **declared}}), "p0")
    assert sorted(both) == sorted((f"p{n}", "similar_to") for n in range(1, 10))


def test_no_practice_is_related_to_itself_to_a_draft_or_to_one_withdrawn(tmp_path: Path) -> None:
    draft = {**TWINS, "editorial": {"state": "draft"}}
    withdrawn = {**TWINS, "editorial": {"state": "withdrawn", "reason": "Powtórzenie."}}
    entries = {**OTHERS, "a": {**TWINS, **to("szkic")}, "szkic": draft, "dawna": withdrawn, "b": TWINS}
    assert related(published(tmp_path, entries), "a") == [("b", "alike")]


@pytest.mark.parametrize(("count", "alike"), [(2, False), (3, False), (4, True)])
def test_a_word_is_half_a_reason_and_two_reasons_are_needed(count: int, alike: bool, tmp_path: Path) -> None:
    words = dict(list(SHELTER.items())[:count])
    others = {f"inna-{n}": {f"słowo-{n}": 0.9} for n in range(6)}
    catalogue = published(tmp_path, {"a": {"themes": ["sport"]}, "b": {"themes": ["praca"]}, **OTHERS})
    relatives = [each.practice.id for each in found(catalogue, "a", {"a": words, "b": words, **others})]
    assert ("b" in relatives) is alike


def test_two_kinds_of_things_are_told_at_most_and_three_words(tmp_path: Path) -> None:
    twins = {**TWINS, "organisations": [{"org": "um-sopot", "role": "leader"}], "programme": {"id": "fundusz"}}
    catalogue = published(tmp_path, {"a": twins, "b": twins, **OTHERS})
    first = found(catalogue, "a", {"a": SHELTER, "b": SHELTER})[0]
    assert first.practice.id == "b"
    assert len(first.shared) == 2
    words = [
        each.ids for each in found(catalogue, "a", {"a": SHELTER, "b": SHELTER})[0].shared if each.dimension == "words"
    ]
    assert all(len(each) == 3 for each in words)
