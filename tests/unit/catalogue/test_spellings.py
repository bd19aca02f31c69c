"""What people type is read as the table of spellings says, whoever wrote it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.properties import DEAR
from tests.support.spellings import spellings

from goodpractices.catalogue.spellings import list_items, placed, readings, story_lists

KINDS = ["number", "when", "date", "day", "country", "language", "currency", "truth"]
CASES = [(kind, typed, meant) for kind in KINDS for typed, meant in spellings()[kind].items()]


@pytest.mark.parametrize(("kind", "typed", "meant"), CASES)
def test_a_spelling_has_the_readings_of_the_table(kind: str, typed: str, meant: list[Any]) -> None:
    found = readings(kind, typed)
    assert (found if kind == "number" else [each["value"] for each in found]) == meant


def test_the_table_has_the_spellings_that_people_use() -> None:
    assert len(CASES) >= 170


@pytest.mark.parametrize(("typed", "items"), spellings()["list"].items())
def test_items_of_a_list_lose_their_marks_alone(typed: str, items: list[str]) -> None:
    assert list_items(typed) == items


@pytest.mark.parametrize(("typed", "written"), spellings()["story"].items())
def test_pasted_lists_become_those_of_markdown(typed: str, written: str) -> None:
    assert story_lists(typed) == written


def test_a_reading_is_placed_only_where_each_part_has_a_field() -> None:
    euros = {"value": "20000", "currency": "EUR"}
    assert placed(euros, "amount", ("amount", "currency")) == {"amount": "20000", "currency": "EUR"}
    assert placed(euros, "value", ("value", "unit")) == {"value": "20000", "unit": "EUR"}
    assert placed(euros, "F", ()) is None
    assert placed({"value": "3"}, "F", ()) == {"F": "3"}


@DEAR
@given(st.sampled_from(KINDS), st.text(st.sampled_from("0123456789 .,-–/%złmnty~€od\u00a0")))
def test_no_text_is_too_odd_to_be_read(kind: str, typed: str) -> None:
    assert all(each.keys() for each in readings(kind, typed))
