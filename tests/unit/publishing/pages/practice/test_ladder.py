"""The stairs of evidence: where a practice stands and why, and what the next stairs lack."""

from typing import Any

import pytest
from tests.support.entries import practice
from tests.support.samples import PL, said

from goodpractices.catalogue import PRACTICE
from goodpractices.publishing.pages.practice.ladder import Ladder, ladder_block


def ladder(**evidence: Any) -> Ladder:
    given = {"evidence_level": {"reason": "Jest lista uczestników.", **evidence}}
    made = ladder_block(PRACTICE({"id": "wzor", **practice(**given)}, None), PL)
    assert made is not None
    return made


def test_what_nobody_has_judged_has_no_stairs() -> None:
    assert ladder_block(PRACTICE({"id": "wzor", **practice()}, None), PL) is None


def test_the_stairs_are_the_same_five_for_every_practice() -> None:
    names = ["tylko opis", "przeprowadzono", "policzono", "zbadano", "porównano"]
    for level in range(5):
        assert [stair.name for stair in ladder(value=level).stairs] == names
        assert [stair.is_here for stair in ladder(value=level).stairs].index(True) == level
        assert sum(stair.is_here for stair in ladder(value=level).stairs) == 1


REASON = "Jest lista uczestników."
NOT_SURE, NOT_COUNTED = "Nie wiemy, czy się odbyło.", "Nikt nie policzył skutków."
NOT_EXAMINED, NOT_COMPARED = "Nie znamy ewaluacji.", "Nie było grupy, z którą można porównać."


@pytest.mark.parametrize(
    ("level", "texts"),
    [
        (0, [REASON, NOT_SURE, NOT_COUNTED, "", ""]),
        (1, ["", REASON, NOT_COUNTED, NOT_EXAMINED, ""]),
        (2, ["", "", REASON, NOT_EXAMINED, NOT_COMPARED]),
        (3, ["", "", "", REASON, NOT_COMPARED]),
        (4, ["", "", "", "", REASON]),
    ],
)
def test_the_stair_where_it_stands_says_why_and_two_above_what_is_lacking(level: int, texts: list[str]) -> None:
    assert [said(stair.text) for stair in ladder(value=level).stairs] == texts


def test_who_judged_is_named_where_that_is_known() -> None:
    assert ladder(value=2).assessor is None
    assert ladder(value=2, assessor="Redakcja").assessor == "Redakcja"


@pytest.mark.parametrize(
    ("value", "assessor", "has_room"),
    [
        (2, "Redakcja", True),
        (4, None, True),
        (1, "Redakcja", False),
        (0, "Redakcja", False),
        (2, "Redakcja " * 4, False),
    ],
)
def test_who_judged_stands_over_the_lowest_stairs_where_nothing_else_does(
    value: int, assessor: str | None, has_room: bool
) -> None:
    known = {"assessor": assessor.strip()} if assessor else {}
    assert ladder(value=value, **known).has_room is has_room
