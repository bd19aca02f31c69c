"""What those who run a practice said to its entry: one sentence, on the page, the card and both sheets."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import practice
from tests.support.samples import plain, published, renderer

from goodpractices.catalogue import PRACTICE, Records, load_identity
from goodpractices.publishing import phrasing
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.practice import MeetingInputs, meeting_article
from goodpractices.publishing.pages.practice.sheet import sheet_head
from goodpractices.wording import Translations

PL, EN = Translations.load("pl"), Translations.load("en")
ASKED = {"asked": "2026-01-07"}
CONFIRMED = {**ASKED, "answered": "2026-03-09", "answer": "confirmed"}
SURE = ("potwierdzone przez prowadzących 3.2026", "confirmed by those who run it, 3/2026")
DISPUTED = {"answered": "2026-04-01", "answer": "disputed", "what": "Koszt był wyższy."}


def entry(*inquiries: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"editorial": {"state": "published", "created": "2025-05-01", "inquiries": [*inquiries]}, **fields}


def words(t: Translations, *inquiries: dict[str, Any], **fields: Any) -> str:
    made = PRACTICE({"id": "wzor", **practice(**entry(*inquiries, **fields))}, None)
    return phrasing.standing_in_words(made, t)


@pytest.mark.parametrize(
    ("inquiries", "polish", "english"),
    [
        ((), "", ""),
        (
            (ASKED,),
            "prowadzący zapytani 1.2026, bez odpowiedzi",
            "those who run it were asked, 1/2026, without an answer",
        ),
        ((CONFIRMED,), *SURE),
        ((CONFIRMED, {"asked": "2026-05-01"}), *SURE),
        (
            (DISPUTED, CONFIRMED),
            "prowadzący kwestionują ten opis (4.2026): Koszt był wyższy.",
            "those who run it dispute this entry (4/2026): Koszt był wyższy.",
        ),
    ],
)
def test_the_last_answer_counts_and_a_new_question_takes_nothing_back(
    inquiries: tuple[dict[str, Any], ...], polish: str, english: str
) -> None:
    assert (words(PL, *inquiries), words(EN, *inquiries)) == (polish, english)


def test_of_a_practice_that_has_ended_those_who_ran_it_were_asked() -> None:
    assert words(PL, CONFIRMED, lifecycle="ended") == "potwierdzone przez tych, którzy to prowadzili, 3.2026"
    assert words(EN, CONFIRMED, lifecycle="ended") == "confirmed by those who ran it, 3/2026"


def test_a_card_and_a_row_say_it_without_the_reason(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": entry(DISPUTED, title="Las"), "gaj": {"title": "Gaj"}})
    cards = Cards(catalogue, renderer())
    for made in (cards.cards, cards.rows):
        asked, unasked = (plain(LexborHTMLParser(str(each)).text()) for each in reversed(made(catalogue.published, "")))
        assert "prowadzący kwestionują ten opis (4.2026)" in asked
        assert "Koszt był wyższy" not in asked
        assert "prowadzący" not in unasked


def test_both_sheets_say_it(tmp_path: Path) -> None:
    made = PRACTICE({"id": "wzor", **practice(**entry(CONFIRMED))}, None)
    assert (
        "potwierdzone przez prowadzących 3.2026"
        in meeting_article(MeetingInputs(made, (), Links(), Records({}, {}, {}, {})), renderer()).content
    )
    file = tmp_path / "katalog.yml"
    file.write_text("name: Katalog\ntagline: Nasz\ndescription: Opis.\n", encoding="utf-8")
    head = sheet_head(made, load_identity(file), "praktyki/wzor/", PL)
    assert plain(head.state or "") == "Stan na 1 maja 2025; potwierdzone przez prowadzących 3.2026"
