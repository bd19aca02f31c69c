"""Rules between figures, amounts and disputes: what each finds, where, and what it says of it."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE
from goodpractices.catalogue.rules import check

Found = list[tuple[str, tuple[str | int, ...], Mapping[str, Any]]]

FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}
TOTAL = {"role": "total", "amount": 100, "currency": "PLN", "source": "s1"}
GRANT = {**TOTAL, "role": "grant"}
DISPUTED = {"disputed": {"what": "Nie zgadza się."}}
COUNTED = {"disputed": {"what": "Nie zgadza się.", "counted": True}}


def found(**fields: Any) -> Found:
    made = PRACTICE({"id": "wzor", **practice(**fields)}, None)
    return [(each.key, each.location, each.params) for each in check(made)]


def figures(*changes: Mapping[str, Any]) -> Found:
    """What is found of figures ``a``, ``b``, …; a value of ``None`` takes the field away."""
    made = [
        {name: value for name, value in {**FIGURE, "id": "abcdef"[n], **each}.items() if value is not None}
        for n, each in enumerate(changes)
    ]
    return found(indicators=made)


@pytest.mark.parametrize(
    ("change", "key", "where", "params"),
    [
        ({"value": None, "words": "kilka"}, None, (), {}),
        ({"words": "kilka"}, "value_or_words", (), {}),
        ({"value": None, "words": "kilka", "min": 1}, "value_or_words", (), {}),
        ({"value": None, "words": "kilka", "max": 1}, "value_or_words", (), {}),
        ({"value": None, "min": 1, "max": 1, "precision": "range"}, None, (), {}),
        ({"value": None, "min": 1, "precision": "range"}, "range_needs_ends", (), {}),
        ({"value": None, "max": 1, "precision": "range"}, "range_needs_ends", (), {}),
        ({"min": 1, "max": 2, "precision": "range"}, "range_needs_ends", (), {}),
        (
            {"value": None, "min": 2, "max": 1, "precision": "range"},
            "range_order",
            ("max",),
            {"min": 2, "max": 1},
        ),
        ({"value": None}, "needs_value", (), {}),
        ({"min": 1}, "needs_value", (), {}),
        ({"max": 1}, "needs_value", (), {}),
        ({"value": 0}, None, (), {}),
        ({"unit": "percent", "value": 0}, None, (), {}),
        ({"unit": "percent", "value": 100}, None, (), {}),
        ({"unit": "percent", "value": 101}, "bad_percent", ("value",), {"value": 101}),
        ({"unit": "percent", "value": -1}, "bad_percent", ("value",), {"value": -1}),
        ({"value": 101}, None, (), {}),
    ],
)
def test_a_figure_is_a_number_a_range_or_words(
    change: dict[str, Any], key: str | None, where: tuple[str, ...], params: dict[str, Any]
) -> None:
    assert figures(change) == ([(key, ("indicators", 0, *where), params)] if key else [])


def test_the_parts_of_a_split_add_up() -> None:
    splits = [
        {"dimension": "sex", "parts": {"F": 0.1, "M": 0.2}},
        {"dimension": "age", "parts": {"dzieci": 0.1, "inni": 0.3}},
    ]
    assert figures({"value": 1}, {"value": 0.3, "split": splits}) == [
        (
            "split_sum",
            ("indicators", 1, "split", 1, "parts", "dzieci"),
            {"parts": "0.1 + 0.3", "sum": 0.4, "value": 0.3},
        )
    ]
    assert figures({"value": 0.3, "split": splits, **DISPUTED}) == []
    assert [key for key, _, _ in figures({"value": 0.3, "split": splits, **COUNTED})] == ["split_sum"]
    assert figures({"value": None, "words": "kilka", "split": splits}) == []
    assert figures({"value": 0, "split": splits})[0][2]["value"] == 0


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ({}, {}, None),
        ({"value": 4}, {}, None),
        ({"value": 6}, {}, ("part_above_whole", "value", {"part": 6, "whole": 5, "of": "b"})),
        ({"value": 6, **COUNTED}, {}, ("part_above_whole", "value", {"part": 6, "whole": 5, "of": "b"})),
        ({"value": 6}, COUNTED, ("part_above_whole", "value", {"part": 6, "whole": 5, "of": "b"})),
        ({"value": 6, **DISPUTED}, {}, None),
        ({"value": 6}, DISPUTED, None),
        ({"value": None, "words": "kilka"}, {}, None),
        ({"value": 6}, {"value": None, "words": "kilka"}, None),
        ({"unit": "place"}, {}, ("unit_mismatch", "of", {"part": "a", "whole": "b"})),
        ({"nature": "target"}, {}, ("target_mixed_with_result", "of", {"part": "a", "whole": "b"})),
        ({}, {"nature": "target"}, ("target_mixed_with_result", "of", {"part": "a", "whole": "b"})),
        ({"nature": "target"}, {"nature": "target"}, None),
        ({"nature": "outcome"}, {}, None),
        ({"of": "bb"}, {}, ("unknown_indicator", "of", {"value": "bb", "nearest": "b"})),
        ({"of": "qqq"}, {}, ("unknown_indicator", "of", {"value": "qqq", "nearest": None})),
        ({"of": "a"}, {}, ("indicator_refers_to_itself", "of", {"value": "a"})),
    ],
)
def test_a_part_fits_its_whole(
    part: dict[str, Any], whole: dict[str, Any], expected: tuple[str, str, dict[str, Any]] | None
) -> None:
    told = [(expected[0], ("indicators", 0, expected[1]), expected[2])] if expected else []
    assert figures({"of": "b", **part}, whole) == told


def test_a_figure_is_no_part_of_itself_by_way_of_others() -> None:
    assert figures({"of": "b"}, {"of": "c"}, {"of": "b"}) == [
        ("indicator_refers_to_itself", ("indicators", n, "of"), {"value": of}) for n, of in enumerate("bcb")
    ]
    assert figures({"of": "b"}, {"of": "c"}, {}) == []


def test_grants_are_no_more_than_the_total_of_their_time_and_currency() -> None:
    above = ("grant_above_total", ("funding", 2, "amount"), {"amount": 100.1, "total": 100, "currency": "PLN"})
    grants = [{**GRANT, "amount": amount} for amount in (70.1, 30)]
    assert found(funding=[TOTAL, *grants]) == [above]
    assert found(funding=[TOTAL, {**GRANT, "amount": 99.9}, {**GRANT, "amount": 0.1}]) == []
    own = {**grants[1], "role": "own"}
    assert found(funding=[TOTAL, grants[0], own]) == [above]
    assert found(funding=[TOTAL, grants[0], {**grants[1], "currency": "EUR"}]) == []
    assert found(funding=[TOTAL, grants[0], {**grants[1], "period": "2020"}]) == []
    assert found(funding=[{**TOTAL, **DISPUTED}, *grants]) == []
    assert found(funding=[TOTAL, grants[0], {**grants[1], **DISPUTED}]) == []
    assert found(funding=[{**TOTAL, **COUNTED}, grants[0], {**grants[1], **COUNTED}]) == [above]
    of_2020 = [{**each, "period": "2020"} for each in (TOTAL, *grants)]
    assert found(funding=of_2020) == [above]


def test_of_grants_above_the_total_the_first_is_told() -> None:
    assert [where for _, where, _ in found(funding=[TOTAL, *[{**GRANT, "amount": 80}] * 3])] == [
        ("funding", 2, "amount")
    ]


@pytest.mark.parametrize("name", ["summary", "plain_summary"])
def test_a_percentage_in_prose_is_one_of_the_figures(name: str) -> None:
    text = "Wyremontowano 12,5% mieszkań w dzielnicy, a 30 proc. z nich oddano osobom, które długo czekały na swój dom."
    told = [("percent_in_prose", (name,), {"value": value}) for value in ("12,5%", "30 proc.")]
    assert found(**{name: text}) == told
    percents = [{**FIGURE, "id": f"p{n}", "unit": "percent", "value": value} for n, value in enumerate((12.5, 30))]
    assert found(**{name: text}, indicators=percents) == []
    assert found(**{name: text}, indicators=[{**each, "unit": "person"} for each in percents]) == told


def test_a_percentage_of_an_easy_text_is_one_of_the_figures_too() -> None:
    easy = {"text": "To jest 5% ludzi.", "tested_by": "Grupa"}
    assert found(easy_to_read=easy) == [("percent_in_prose", ("easy_to_read", "text"), {"value": "5%"})]


@pytest.mark.parametrize(
    "figure",
    [
        {"value": 5},
        {"value": None, "min": 5, "max": 9, "precision": "range"},
        {"value": None, "min": 1, "max": 5, "precision": "range"},
        {"value": 4, "former_values": [{"value": 5}]},
        {"value": 4, "disputed": {"what": "x", "others": [{"value": 5}]}},
    ],
)
def test_prose_may_repeat_every_number_that_an_entry_has_for_a_figure(figure: dict[str, Any]) -> None:
    summary = f"{practice()['summary']} To 5% ludzi."
    made = {name: value for name, value in {**FIGURE, "unit": "percent", **figure}.items() if value is not None}
    assert found(summary=summary, indicators=[made]) == []


OTHERS = [{"value": 4}, {"words": "mniej"}, {"value": 4, "words": "mniej"}, {}]
DATES = [{"value": "2020"}, {"words": "potem"}, {"value": "2020", "words": "potem"}, {}]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        (lambda of: {"indicators": [{**FIGURE, "disputed": of(OTHERS)}]}, ("indicators", 0)),
        (lambda of: {"funding": [{**TOTAL, "disputed": of(OTHERS)}]}, ("funding", 0)),
        (lambda of: {"claims": [{"text": "x", "as_of": "2020", "source": "s1", "disputed": of(DATES)}]}, ("claims", 0)),
        (lambda of: {"adoptions": [{"state": "adopted", "place": "hel", "disputed": of(DATES)}]}, ("adoptions", 0)),
        (lambda of: {"period": {"start": "2020", "disputed": of(DATES)}}, ("period",)),
        (lambda of: {"transfer": {"fixed": "x", "disputed": of(DATES)}}, ("transfer",)),
    ],
)
def test_whatever_is_disputed_others_give_one_thing_in_its_place_and_a_decision_is_about_what_counts(
    fields: Any, where: tuple[str | int, ...]
) -> None:
    here = (*where, "disputed")
    assert found(**fields(lambda others: {"what": "x", "others": others})) == [
        ("value_or_words", (*here, "others", n), {}) for n in (2, 3)
    ]
    assert found(**fields(lambda _: {"what": "x", "decision": "Tak."})) == [
        ("decision_not_counted", (*here, "decision"), {})
    ]
    assert found(**fields(lambda _: {"what": "x", "decision": "Tak.", "counted": True})) == []


def test_a_former_value_is_a_number_or_words() -> None:
    assert figures({}, {"former_values": OTHERS}) == [
        ("value_or_words", ("indicators", 1, "former_values", n), {}) for n in (2, 3)
    ]
