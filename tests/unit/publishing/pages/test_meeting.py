"""The sheet for a meeting: six questions, each with what the entry says or that it does not say."""

from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import practice
from tests.support.samples import plain, renderer, with_registry
from tests.support.submissions import reference

from goodpractices.catalogue import PRACTICE
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages.practice import MeetingInputs, meeting_article

DOUBTFUL: dict[str, Any] = {
    "id": "a",
    "label": "osoby",
    "unit": "person",
    "nature": "outcome",
    "value": "7",
    "source": "s1",
    "disputed": {"what": "Źródła się różnią."},
}


def questions(**fields: Any) -> list[str]:
    made = PRACTICE({"id": "wzor", **practice(**fields)}, None)
    content = meeting_article(MeetingInputs(made, ("seniorzy",), Links(), reference().shared), renderer()).content
    return [plain(each.text()) for each in LexborHTMLParser(content).css(".meeting__question")]


def test_there_are_six_questions_and_what_an_entry_does_not_say_is_said() -> None:
    found = questions()
    assert len(found) == 6
    assert ["Opis tego nie mówi" in each for each in found] == [False, True, True, True, True, True]


def test_each_question_has_what_the_entry_says_to_it() -> None:
    transfer = {
        "fits": {"population": {"max": "20000"}},
        "fixed": ["Jeden student."],
        "preconditions": ["Uchwała rady."],
    }
    found = questions(transfer=transfer, resources={"staff": "Dwie osoby."}, indicators=[DOUBTFUL])
    parts = ("seniorzy", "do 20 000 mieszkańców", "Dwie osoby.", "7 osób ?: osoby", "Jeden student.", "Uchwała rady.")
    assert [part in each for part, each in zip(parts, found, strict=True)] == [True] * 6, found


def test_a_planned_or_disputed_amount_says_so() -> None:
    amount = {"role": "total", "amount": "7500000", "currency": "PLN", "source": "s1", "precision": "exact"}
    assert "7 500 000 zł (Plan, nie wynik)" in questions(funding=[{**amount, "planned": "true"}])[2]
    assert "7 500 000 zł ?" in questions(funding=[{**amount, "disputed": {"what": "Źródła się różnią."}}])[2]


def test_who_only_tries_has_not_taken_it_over_and_doubts_of_the_conditions_are_told() -> None:
    tried, taken = ({"state": state, "place": "gdynia", "source": "s1"} for state in ("piloting", "adopted"))
    transfer = {"preconditions": ["Uchwała."], "disputed": {"what": "Radny uważa inaczej."}}
    found = questions(adoptions=[tried, taken], transfer=transfer)
    assert "Niepewne: Radny uważa inaczej." in found[1]
    assert questions(adoptions=[tried])[4] != questions(adoptions=[taken])[4] == questions(adoptions=[tried, taken])[4]


def test_those_who_took_it_over_are_named_in_order_of_time(tmp_path: Path) -> None:
    places = [{"id": name, "name": name.capitalize(), "country": "PL", "level": "town"} for name in ("lublin", "lipno")]
    taken: list[dict[str, Any]] = [
        {"state": "adopted", "place": "lublin", "date": "2019", "source": "s1"},
        {"state": "given-up", "place": "gdynia", "date": "2012", "source": "s1"},
        {"state": "adapted", "place": "lipno", "org": "um-sopot", "date": "2018-05", "source": "s1"},
        {"state": "adopted", "what": "gminy", "count": 7, "source": "s1"},
    ]

    def told(parent: Path, adoptions: list[dict[str, Any]]) -> str:
        made = with_registry(parent, {"_registry/places": places}, {"las": {"adoptions": adoptions}})
        inputs = MeetingInputs.of(made.practices["las"], made, Links())
        page = LexborHTMLParser(meeting_article(inputs, renderer()).content)
        return plain(page.css(".meeting__question")[4].text().replace("\xa0", " "))

    named = "Lipno, Urząd Miasta Sopotu (maj 2018); Lublin (2019); gminy: 7"
    assert f"Ile razy przejęto9{named}" in told(tmp_path / "a", taken)
    more: list[dict[str, Any]] = [{"state": "adopted", "place": "sopot", "source": "s1"}]
    assert f"Ile razy przejęto10{named}; …" in told(tmp_path / "b", taken + more)
    assert "Gdynia" not in told(tmp_path / "c", taken)
