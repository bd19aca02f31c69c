"""Which practices a list begins with, and which show best what the catalogue is for."""

from pathlib import Path
from typing import Any

from tests.support.samples import published

from goodpractices.catalogue import Catalogue
from goodpractices.finding import best_known, fullest_first

DOUBT = {"disputed": {"what": "Źródła podają różnie."}}
GROUPS = {"target_groups": ["seniorzy"]}
COST = {"funding": [{"role": "total", "amount": 1000, "currency": "PLN", "source": "s1"}]}


def level(value: int) -> dict[str, Any]:
    return {"evidence_level": {"value": value, "reason": "Ankiety"}}


def effect(**more: Any) -> dict[str, Any]:
    known = {"id": "praca", "label": "praca", "unit": "person", "nature": "outcome", "value": 7, "source": "s1"}
    return {"indicators": [{**known, **more}]}


def names(catalogue: Catalogue) -> list[str]:
    return [each.id for each in fullest_first(catalogue)]


def best(catalogue: Catalogue, count: int = 10) -> list[str]:
    return [each.id for each in best_known(catalogue, catalogue.published, count)]


def test_what_answers_most_questions_comes_first_and_short_entries_last(tmp_path: Path) -> None:
    catalogue = published(
        tmp_path,
        {"a": {}, "b": GROUPS, "c": {**GROUPS, **COST}, "d": {**GROUPS, **COST, **effect()}, "e": COST},
    )
    assert names(catalogue) == ["d", "c", "b", "e", "a"]


def test_of_as_many_answers_the_stronger_evidence_goes_first(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": level(0), "b": level(3), "c": GROUPS, "d": {**GROUPS, **level(0)}})
    assert names(catalogue) == ["d", "b", "a", "c"]


def test_of_as_well_known_ones_the_title_decides_in_polish_order(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": {"title": "Łąka"}, "b": {"title": "Lód"}, "c": {"title": "Mokradło"}})
    assert names(catalogue) == ["b", "a", "c"]


def test_a_doubtful_or_planned_answer_is_an_answer_and_one_that_does_not_apply_is_none(tmp_path: Path) -> None:
    catalogue = published(
        tmp_path,
        {"a": {"not_applicable": {"funding": "To dokument."}}, "b": effect(**DOUBT), "c": effect(nature="target")},
    )
    assert names(catalogue) == ["b", "c", "a"]


def test_drafts_are_in_no_list(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": {"editorial": {"state": "draft"}, **GROUPS, **COST}, "b": {}})
    assert names(catalogue) == ["b"]


def test_an_effect_that_nobody_disputes_is_known_best_however_strong_other_evidence_is(tmp_path: Path) -> None:
    catalogue = published(
        tmp_path,
        {
            "a": {**effect(**DOUBT), **level(4), **GROUPS, **COST},
            "b": {**effect(nature="target"), **level(4), **GROUPS, **COST},
            "c": {**effect(nature="output"), **level(3), **GROUPS, **COST},
            "d": effect(),
        },
    )
    assert best(catalogue) == ["d", "a", "b", "c"]


def test_then_the_stronger_evidence_more_answers_and_the_id_decide(tmp_path: Path) -> None:
    catalogue = published(
        tmp_path,
        {
            "a": {**effect(), **level(2), **GROUPS},
            "b": {**effect(), **level(3)},
            "c": {**effect(), **level(2), **GROUPS, **COST},
            "d": {**effect(), **level(2), **GROUPS},
        },
    )
    assert best(catalogue) == ["b", "c", "a", "d"]


def test_no_more_than_asked_for_are_named(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": {}, "b": {}, "c": effect()})
    assert best(catalogue, 2) == ["c", "a"]
    assert best(catalogue, 0) == []
