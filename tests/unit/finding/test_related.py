"""Practices worth reading next: declared ones first, each with the reason, never itself, never a draft."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.unit.samples import published

from goodpractices.catalogue import REVERSE, Catalogue
from goodpractices.finding import RelatedPractices
from goodpractices.finding.related import MOST

TWINS = {"themes": ["zielen"], "target_groups": ["seniorzy"]}


def related(catalogue: Catalogue, practice_id: str) -> list[tuple[str, str]]:
    found = RelatedPractices(catalogue).to(catalogue.practices[practice_id])
    return [(each.practice.id, each.reason) for each in found]


def to(target: str, kind: str = "part_of") -> dict[str, Any]:
    return {"relations": [{"type": kind, "target": target}]}


@pytest.mark.parametrize(("kind", "reverse"), REVERSE.items())
def test_a_declared_relation_is_seen_from_both_ends(tmp_path: Path, kind: str, reverse: str) -> None:
    catalogue = published(tmp_path, {"a": to("b", kind), "b": {}})
    assert related(catalogue, "a") == [("b", kind)]
    assert related(catalogue, "b") == [("a", reverse)]


def test_a_relation_declared_at_both_ends_is_told_once(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": to("b", "part_of"), "b": to("a", "has_part")})
    assert related(catalogue, "a") == [("b", "part_of")]
    assert related(catalogue, "b") == [("a", "has_part")]


def test_practices_shown_at_the_same_meeting_are_related_through_it(tmp_path: Path) -> None:
    shown = to("zjazd", "presented_at")
    catalogue = published(tmp_path, {"a": shown, "b": shown, "zjazd": {}})
    found = RelatedPractices(catalogue).to(catalogue.practices["a"])
    assert [(each.practice.id, each.reason) for each in found] == [
        ("zjazd", "presented_at"),
        ("b", "same_presented_at"),
    ]
    assert found[1].via is catalogue.practices["zjazd"]


def test_the_same_theme_alone_relates_nothing_but_with_the_same_group_it_does(tmp_path: Path) -> None:
    theme_only = {"themes": ["zielen"]}
    catalogue = published(tmp_path, {"a": TWINS, "b": TWINS, "c": theme_only})
    (found,) = RelatedPractices(catalogue).to(catalogue.practices["a"])
    assert (found.practice.id, found.reason) == ("b", "same_theme_and_group")
    assert (found.theme, found.group) == ("zielen", "seniorzy")
    assert related(catalogue, "c") == []


def test_more_in_common_goes_first(tmp_path: Path) -> None:
    more = {"themes": ["sport", "zielen"], "target_groups": ["seniorzy"]}
    catalogue = published(tmp_path, {"a": more, "b": TWINS, "c": more})
    assert [name for name, _ in related(catalogue, "a")] == ["c", "b"]


def test_declared_relations_are_all_told_others_up_to_a_limit(tmp_path: Path) -> None:
    entries: dict[str, Mapping[str, Any]] = {f"p{n}": TWINS for n in range(20)}
    assert len(related(published(tmp_path / "few", entries), "p3")) == MOST
    declared = {"relations": [{"type": "similar_to", "target": f"p{n}"} for n in range(1, 10)]}
    found = related(published(tmp_path / "many", {**entries, "p0": {**TWINS, **declared}}), "p0")
    assert sorted(found) == sorted((f"p{n}", "similar_to") for n in range(1, 10))


def test_no_practice_is_related_to_itself_or_to_a_draft(tmp_path: Path) -> None:
    draft = {**TWINS, "editorial": {"state": "draft"}}
    catalogue = published(tmp_path, {"a": {**TWINS, **to("szkic")}, "szkic": draft, "b": TWINS})
    assert related(catalogue, "a") == [("b", "same_theme_and_group")]


def test_what_is_related_does_not_depend_on_the_order_of_asking(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {f"p{n}": TWINS for n in range(9)})
    one, other = RelatedPractices(catalogue), RelatedPractices(catalogue)
    forward = {practice.id: one.to(practice) for practice in catalogue.published}
    backward = {practice.id: other.to(practice) for practice in reversed(catalogue.published)}
    assert forward == backward
