"""What the comparison shows of practices is what their entries say: disputed, planned and unknown included."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.compared import records, said, texts
from tests.support.planned import files_of
from tests.support.properties import DEAR
from tests.support.real import real_catalogue as real
from tests.support.samples import plain, published, renderer

from goodpractices.catalogue import (
    HOME_CURRENCY,
    Adoption,
    Catalogue,
    Indicator,
    Money,
    Obstacle,
    Practice,
    StatementDispute,
    Transfer,
    cost_per_participant,
    decision,
    exchanged,
    may_be_counted,
    parse_when,
    years_of,
)
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.compared import QUESTIONS, ROWS, Said, compared_files

UNDUE = (
    *("target_groups", "indicators", "funding", "evidence_level"),
    *("transfer", "obstacles", "adoptions", "contacts"),
)


@cache
def given_in(field: str) -> list[Any]:
    """What entries hold in a field, all of it: the real ones, and with each a doubtful one where there may be one."""
    found = [each for practice in real().published for each in _all(getattr(practice, field))]
    disputes = [each.disputed for each in found if getattr(each, "disputed", None)]
    return [*found, *(replace(each, disputed=doubt) for doubt in disputes[:1] for each in found)]


def _all(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


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
    given_texts = _all(getattr(transfer, name, None))
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


@pytest.fixture
def hostile(tmp_path: Path) -> Catalogue:
    """A practice with signs of markup, and with a former name."""
    given_fields = {"title": "Las & „park”", "obstacles": [{"what": "Brak & „zgody”."}], "former_ids": ["bor"]}
    return published(tmp_path, {"las": given_fields})


def test_a_file_says_nothing_to_a_browser_but_its_record(hostile: Catalogue) -> None:
    files = files_of(compared_files(hostile.published, hostile, Cards(hostile, renderer()), renderer()))
    found = [*records(files)]
    names = [(address, name) for address, name, _ in found]
    assert names == [("porownaj/las/dane.js", "las"), ("porownaj/bor/dane.js", "bor")]
    assert [record["id"] for *_, record in found] == ["las", "las"]
    assert found[0][2]["cells"]["obstacles"]["html"] == "<p>Brak &amp; „zgody”.</p>"


def test_of_many_things_the_first_four_stand_there_and_how_many_more() -> None:
    obstacle, adoption = Obstacle(what="Trudność."), Adoption(state="adopted", place="gdynia")
    practice = replace(
        real().practices["gdynia-pracownia"], obstacles=(obstacle,) * 6, adoptions=(adoption,) * 5, not_applicable={}
    )
    found = said(practice)
    assert texts(found["obstacles"])[1:] == ["Trudność."] * 4 + ["i jeszcze 2"]
    assert texts(found["adoptions"])[1:] == ["Gdynia: stosuje"] * 4 + ["i jeszcze 1"]


def test_doubt_about_who_took_a_practice_over_is_told_and_for_when_it_is_known() -> None:
    dispute = StatementDispute(what="Inne źródło mówi, że nie.")
    adoption = Adoption(state="adopted", place="gdynia", as_of=parse_when("2021"), disputed=dispute)
    practice = replace(real().practices["gdynia-pracownia"], adoptions=(adoption,), not_applicable={})
    assert [plain(each) for each in texts(said(practice)["adoptions"])[1:]] == ["Gdynia: stosuje ?, 2021"]


def test_that_nobody_took_a_practice_over_is_said_as_not_known() -> None:
    practice = replace(real().practices["gdynia-pracownia"], adoptions=(), not_applicable={})
    assert said(practice)["adoptions"] == Said("missing", "nikt nam nie zgłosił")


@pytest.mark.parametrize(
    ("planned", "disputed_money", "disputed_people", "why"),
    [
        (True, False, False, "nie liczymy: kwota jest planem"),
        (False, True, False, "nie liczymy: kwota jest sporna"),
        (False, False, True, "nie liczymy: liczba osób jest sporna"),
        (False, False, False, "około 100 zł"),
    ],
)
def test_why_the_cost_of_a_person_is_not_computed(
    *, planned: bool, disputed_money: bool, disputed_people: bool, why: str
) -> None:
    doubt = next(each.disputed for each in given_in("indicators") if not may_be_counted(each))
    money = Money(
        role="total",
        amount=1000,
        currency="PLN",
        source="s1",
        planned=planned,
        disputed=doubt if disputed_money else None,
    )
    people = Indicator(id="participants", label="uczestnicy", unit="person", nature="output", source="s1", value=10)
    practice = replace(
        real().practices["gdynia-pracownia"],
        funding=(money,),
        indicators=(replace(people, disputed=doubt if disputed_people else None),),
    )
    assert said(practice)["per_person"].value.replace("\u00a0", " ") == why
