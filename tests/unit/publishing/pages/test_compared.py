"""What the comparison shows of practices is what their entries say: disputed, planned and unknown included."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.compared import given_in, records, said, texts
from tests.support.planned import files_of
from tests.support.real import real_catalogue as real
from tests.support.samples import plain, published, renderer

from goodpractices.catalogue import (
    Adoption,
    Catalogue,
    Indicator,
    Money,
    Obstacle,
    StatementDispute,
    may_be_counted,
    parse_when,
)
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.compared import Said, compared_files


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


def test_what_is_known_leads_to_its_source_and_what_is_not_leads_nowhere() -> None:
    money = Money(role="total", amount=1000, currency="PLN", source="s1")
    practice = replace(real().practices["gdynia-pracownia"], funding=(money,), not_applicable={})
    assert said(practice)["cost"].anchor == "pieniadze"
    assert said(replace(practice, funding=(replace(money, planned=True),)))["cost"].anchor == "pieniadze"
    assert said(replace(practice, funding=()))["cost"].anchor == ""
