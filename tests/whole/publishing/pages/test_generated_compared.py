"""Whatever entries hold, what is laid beside others says it, or that it is not known."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.support.compared import all_of, given_in, said, texts
from tests.support.properties import DEAR
from tests.support.real import real_catalogue as real

from goodpractices.catalogue import (
    HOME_CURRENCY,
    Money,
    Practice,
    Transfer,
    cost_per_participant,
    decision,
    exchanged,
    may_be_counted,
    years_of,
)
from goodpractices.publishing.pages.compared import QUESTIONS, ROWS, Said

UNDUE = (
    *("target_groups", "indicators", "funding", "evidence_level"),
    *("transfer", "obstacles", "adoptions", "contacts"),
)


def some(field: str, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(given_in(field)), max_size=most).map(tuple)


def one(field: str) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(given_in(field))


@st.composite
def practices(draw: st.DrawFn) -> Practice:
    """A practice that says what some real one says in each field, or nothing."""
    money: tuple[Money, ...] = draw(some("funding"))
    return replace(
        real().practices["gdynia-pracownia"],
        target_groups=draw(some("target_groups")),
        indicators=draw(some("indicators", 4)),
        funding=tuple(replace(each, planned=draw(st.booleans())) for each in money),
        evidence_level=draw(one("evidence_level")),
        period=draw(one("period")),
        transfer=draw(one("transfer")),
        resources=draw(one("resources")),
        obstacles=draw(some("obstacles", 7)),
        adoptions=draw(some("adoptions", 7)),
        contacts=draw(some("contacts")),
        organisations=draw(some("organisations")),
        not_applicable=dict.fromkeys(draw(st.sets(st.sampled_from(UNDUE), max_size=3)), "Bo nie."),
    )


@DEAR
@given(practices())
def test_the_five_questions_are_answered_as_the_strip_answers_them(practice: Practice) -> None:
    found, answers = said(practice), decision(practice)
    assert tuple(found) == tuple(ROWS)
    for name in QUESTIONS:
        answer = getattr(answers, name)
        assert found[name].state == answer.state
        if answer.reason:
            assert answer.reason in texts(found[name])
    level = answers.evidence.subject
    assert found["evidence"].level == (level.value if level else None)


@DEAR
@given(practices())
def test_with_what_is_disputed_or_planned_nothing_is_reckoned(practice: Practice) -> None:
    found, cost = said(practice), decision(practice).cost
    money = cost.subject
    each = cost_per_participant(practice)
    assert (found["per_person"].state == "known") is (money is not None and cost.state == "known" and each is not None)
    if money is None:
        assert found["at_home"] == found["per_person"]
        assert found["at_home"].state == ("not-applicable" if "funding" in practice.not_applicable else "missing")
        return
    years = years_of(money, practice)
    told = exchanged(money, HOME_CURRENCY, years, real().rates) if years else None
    is_told = may_be_counted(money) and (money.currency == HOME_CURRENCY or told is not None)
    assert found["at_home"].state == (cost.state if is_told else "missing")
    if is_told and told and money.currency != HOME_CURRENCY:
        assert any("kurs" in text and str(told.years[0]) in text for text in texts(found["at_home"]))
        assert found["at_home"].value.startswith("około ")


@DEAR
@given(practices())
def test_what_an_entry_says_stands_there_and_what_it_does_not_say_is_not_known(practice: Practice) -> None:
    found = said(practice)
    for row in ("preconditions", "fixed", "adaptable", "minimum_version", "legal_basis"):
        check_transfer(found[row], practice.transfer, row, practice)
    check_listed(found["obstacles"], practice.obstacles, "obstacles", practice)
    check_listed(found["adoptions"], practice.adoptions, "adoptions", practice)
    check_listed(found["contacts"], practice.contacts, "contacts", practice)
    for obstacle in practice.obstacles[:4]:
        assert obstacle.what in texts(found["obstacles"])
    people = [each.person for each in practice.contacts if each.person]
    assert [name for name in people if any(name in text for text in texts(found["contacts"]))] == []


def check_transfer(row: Said, transfer: Transfer | None, name: str, practice: Practice) -> None:
    given_texts = all_of(getattr(transfer, name, None))
    if not given_texts:
        assert row.state == ("not-applicable" if "transfer" in practice.not_applicable else "missing")
        return
    assert transfer is not None
    assert row.state == ("known" if may_be_counted(transfer) else "disputed")
    assert texts(row)[1 : len(given_texts[:4]) + 1] == [*given_texts[:4]]
    if row.state == "disputed" and transfer.disputed:
        assert texts(row)[-1] == transfer.disputed.what


def check_listed(row: Said, given_things: tuple[Any, ...], name: str, practice: Practice) -> None:
    if given_things:
        assert row.state == "known"
    else:
        assert row.state == ("not-applicable" if name in practice.not_applicable else "missing")


@DEAR
@given(practices())
def test_a_disputed_period_is_shown_with_its_doubt(practice: Practice) -> None:
    found, period = said(practice)["period"], practice.period
    if period is None or not (period.start or period.end) or may_be_counted(period):
        assert found.state == "known"
        return
    assert period.disputed is not None
    assert found.state == "disputed"
    assert period.disputed.what in texts(found)
