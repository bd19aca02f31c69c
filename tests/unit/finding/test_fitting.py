"""Whether a practice fits a municipality: by cases that the script of the page answers alike, and in general."""

from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support.entries import CASES, practice
from tests.support.properties import DEAR

from goodpractices.catalogue import PRACTICE, MunicipalityType, Practice
from goodpractices.finding import FITS, Conditions, Municipality, Verdict, conditions_of, fit_counts, judge
from goodpractices.finding.fitting import KINDS

GOLDEN: list[dict[str, Any]] = yaml.load((CASES / "_fit.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

DOUBT = {"what": "Radny uważa inaczej."}


def with_transfer(transfer: dict[str, Any] | None) -> Practice:
    given_transfer = {} if transfer is None else {"transfer": transfer}
    return PRACTICE({"id": "wzor", **practice(**given_transfer)}, None)


@pytest.mark.parametrize("case", GOLDEN, ids=str)
def test_conditions_are_compared_as_the_cases_say(case: dict[str, Any]) -> None:
    said = {**case["conditions"], "kinds": tuple(case["conditions"].get("kinds", ()))}
    verdict = judge(Conditions(**said), Municipality(**case["municipality"]))
    assert verdict == Verdict(case["fit"], case.get("size"), case.get("kind"))


@pytest.mark.parametrize(
    ("transfer", "conditions"),
    [
        (None, Conditions()),
        ({"adaptable": "Nazwa."}, Conditions()),
        ({"legal_basis": "Uchwała."}, Conditions()),
        ({"preconditions": ["Uchwała rady."]}, Conditions(further=True)),
        ({"preconditions": ["Uchwała rady."], "disputed": DOUBT}, Conditions(further=True, disputed=True)),
        ({"preconditions": ["Uchwała rady."], "disputed": {**DOUBT, "counted": True}}, Conditions(further=True)),
        ({"fits": {"population": {"max": "20000"}}}, Conditions(most=20000)),
        (
            {"fits": {"population": {"min": "0"}, "municipality_types": ["rural", "urban"]}},
            Conditions(least=0, kinds=("rural", "urban")),
        ),
        ({"fits": {"population": {"min": "5"}, "tried": "true"}}, Conditions(least=5, tried=True)),
        ({"fits": {"tried": "true"}}, Conditions(tried=True)),
    ],
)
def test_conditions_are_what_the_entry_says_of_municipalities(
    transfer: dict[str, Any] | None, conditions: Conditions
) -> None:
    assert conditions_of(with_transfer(transfer)) == conditions


sizes = st.none() | st.integers(0, 10)
kinds: st.SearchStrategy[MunicipalityType] = st.sampled_from(sorted(KINDS))
conditions = st.builds(
    Conditions,
    least=sizes,
    most=sizes,
    kinds=st.lists(kinds, max_size=4, unique=True).map(tuple),
    further=st.booleans(),
    disputed=st.booleans(),
    tried=st.booleans(),
)
places = st.builds(Municipality, population=sizes, kind=st.none() | kinds)


@given(conditions, places)
def test_what_an_entry_does_not_say_is_not_known_and_never_a_no(said: Conditions, place: Municipality) -> None:
    assert (judge(said, place).fit == "unknown") is (replace(said, disputed=False, tried=False) == Conditions())


@given(conditions, places)
def test_who_tells_nothing_gets_no_yes_and_no_no_by_size_and_kind(said: Conditions, place: Municipality) -> None:
    told, nothing = judge(said, place).fit, judge(said, Municipality()).fit
    assert nothing in ("may-fit", "unknown")
    assert (nothing == "unknown") is (told == "unknown")


@given(conditions, places)
def test_a_no_has_a_condition_that_is_unmet_and_a_yes_none_that_is_open(said: Conditions, place: Municipality) -> None:
    verdict = judge(said, place)
    states = {verdict.size, verdict.kind} - {None}
    assert (verdict.fit == "does-not-fit") is ("unmet" in states and not said.disputed)
    assert (verdict.fit == "fits") is (states == {"met"} and not said.further and not said.disputed)
    assert (verdict.size is None, verdict.kind is None) == (not said.name_a_size, not said.kinds)


@given(conditions, places)
def test_where_a_practice_ran_is_never_a_no_to_others(said: Conditions, place: Municipality) -> None:
    tried, stated = judge(replace(said, tried=True), place), judge(replace(said, tried=False), place)
    assert tried.fit != "does-not-fit"
    assert (tried.size, tried.kind) == tuple(
        "untried" if state == "unmet" else state for state in (stated.size, stated.kind)
    )
    assert tried.fit == stated.fit or (stated.fit, tried.fit) == ("does-not-fit", "may-fit")


@DEAR
@given(st.lists(st.sampled_from((None, *range(5))), max_size=12), places)
def test_the_three_counts_and_the_unknown_add_up_to_all(chosen: list[int | None], place: Municipality) -> None:
    transfers: list[dict[str, Any]] = [
        {"preconditions": ["Uchwała."]},
        {"fits": {"population": {"max": "5"}}},
        {"fits": {"municipality_types": ["rural"]}},
        {"adaptable": "Nazwa."},
        {"fits": {"population": {"max": "5"}}, "disputed": DOUBT},
    ]
    practices = [with_transfer(None if each is None else transfers[each]) for each in chosen]
    counts = fit_counts(practices, place)
    assert tuple(counts) == FITS
    assert sum(counts.values()) == len(practices)
    assert counts["unknown"] == sum(each in (None, 3) for each in chosen)
