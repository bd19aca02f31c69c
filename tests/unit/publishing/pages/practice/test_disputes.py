"""What somebody disputes on the page of a practice: both values, their sources, and nothing drawn or computed."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as Tree
from tests.support.samples import IDENTITY, PL, plain, practice_page, published, renderer, said

from goodpractices.catalogue import Catalogue, derive
from goodpractices.finding import time_line
from goodpractices.publishing.open_data.linked import linked_practice
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.practice.course import course_block
from goodpractices.publishing.pages.practice.evidence import evidence_block
from goodpractices.publishing.pages.practice.facts import Fact, facts_block
from goodpractices.publishing.pages.practice.figures import FigureCard, figures_block
from goodpractices.publishing.pages.practice.labels import Labels
from goodpractices.publishing.pages.practice.money import money_block

FIGURE = {"unit": "person", "source": "s1", "nature": "output"}
SPLIT = [{"dimension": "sex", "parts": {"F": 445, "M": 339}}]
OTHERS = [{"value": 790, "source": "s1", "note": "W raporcie"}, {"words": "prawie osiemset"}]
DISPUTE = {"what": "Źródła podają różnie.", "others": OTHERS}
DECIDED = {**DISPUTE, "counted": True, "decision": "Liczymy uczestników."}
TOTAL = {"role": "total", "amount": 1000, "currency": "PLN", "source": "s1"}


def catalogue(parent: Path, **given: Any) -> Catalogue:
    return published(parent, {"las": given})


def cards_of_figures(parent: Path, *figures: dict[str, Any]) -> list[FigureCard]:
    """What is said of each figure, in a frame or alone."""
    practice = catalogue(parent, indicators=figures).practices["las"]
    block = figures_block(practice, derive(practice), PL)
    assert not block.rest
    framed = [card for each in block.first.frames for card in (each.whole, *each.parts)]
    return [*framed, *block.first.cards]


def fact(found: Catalogue, field: str) -> Fact:
    practice = found.practices["las"]
    lines = facts_block(practice, derive(practice), Labels(found, PL)).lines
    return next(each for each in lines if each.field == field)


def about(found: Catalogue) -> dict[str, Any]:
    """What machines are told of the practice itself."""
    subject: dict[str, Any] = linked_practice(found.practices["las"], found, IDENTITY, "praktyki/las/")["about"]
    return subject


def test_a_disputed_figure_has_a_question_mark_both_values_and_the_sentence(tmp_path: Path) -> None:
    [card] = cards_of_figures(tmp_path, {**FIGURE, "id": "a", "label": "osoby", "value": 784, "disputed": DISPUTE})
    assert said(card.value) == "784 ?"
    assert said(card.dispute) == {
        "what": "Źródła podają różnie.",
        "others": [{"words": "790", "source": "s1", "details": ["W raporcie"]}, {"words": "prawie osiemset"}],
        "outcome": "Niczego z tego nie liczymy.",
    }


@pytest.mark.parametrize(
    ("disputed", "bars"),
    [
        ({"disputed": DISPUTE}, ["", '"100%"']),
        ({"disputed": DECIDED}, ['"56.8%"', '"40.8%"']),
        ({}, ['"56.8%"', '"40.8%"']),
    ],
)
def test_bars_are_drawn_of_what_is_counted_alone(disputed: dict[str, Any], bars: list[str], tmp_path: Path) -> None:
    whole = {**FIGURE, "id": "a", "label": "osoby", "value": 784, "split": SPLIT, **disputed}
    part = {**FIGURE, "id": "b", "label": "praca", "value": 320, "of": "a"}
    shown = cards_of_figures(tmp_path, whole, part)
    assert [card.bar and card.bar.partition("width=")[2].split()[0] for card in shown] == bars


def test_a_figure_in_words_is_no_number_and_says_what_it_was_before(tmp_path: Path) -> None:
    former = [{"value": 662, "as_of": "2017-02", "source": "s1", "note": "Przed aneksem"}, {"words": "wielu"}]
    given = {**FIGURE, "id": "a", "label": "osoby", "words": "kilkanaście", "former_values": former}
    [card] = cards_of_figures(tmp_path, given)
    assert (card.value, card.in_words) == ("kilkanaście", True)
    earlier = {"words": "662", "source": "s1", "details": ["stan na: luty 2017", "Przed aneksem"]}
    assert said(card.former) == [earlier, {"words": "wielu"}]


def test_disputed_money_is_shown_and_nothing_computed_from_it(tmp_path: Path) -> None:
    found = catalogue(tmp_path, funding=[{**TOTAL, "disputed": DISPUTE}, {**TOTAL, "role": "grant", "amount": 500}])
    practice = found.practices["las"]
    block = money_block(practice, derive(practice), Labels(found, PL))
    assert [said(each.amount) for each in block.amounts] == ["1 000 zł ?", "500 zł"]
    assert (block.bar, block.computed) == ("", ())
    assert block.amounts[0].dispute is not None
    assert said(block.amounts[0].dispute.others[0].words) == "790 zł"
    assert [each["amount"]["value"] for each in about(found)["funding"]] == [500]


def test_a_disputed_grant_is_none_to_machines(tmp_path: Path) -> None:
    found = catalogue(tmp_path, funding=[{**TOTAL, "role": "grant", "disputed": DISPUTE}])
    assert "funding" not in about(found)


def test_a_disputed_period_is_shown_with_doubt_and_drawn_nowhere(tmp_path: Path) -> None:
    others = [{"value": "2017-03", "source": "s1"}]
    period = {"start": "2016-12", "end": "2017-12", "disputed": {"what": "Kronika mówi inaczej.", "others": others}}
    found = catalogue(tmp_path, period=period)
    practice, line = found.practices["las"], fact(found, "period")
    assert (said(line.values[0].text), line.note) == ("grudzień 2016 – grudzień 2017 ?", None)
    assert line.dispute is not None
    assert line.dispute.others[0].words == "marzec 2017"
    assert time_line([practice]).undated == (practice,)
    assert about(found).keys().isdisjoint({"foundingDate", "dissolutionDate"})
    card = Tree(str(Cards(found, renderer()).cards([practice], "")[0]))
    assert "2016–2017 ?" in [plain(each.text()) for each in card.css(".meta span")]


def test_the_ends_of_a_disputed_period_are_doubtful_among_other_dates(tmp_path: Path) -> None:
    period = {"start": "2016-12", "end": "2017-12", "disputed": {"what": "Kronika mówi inaczej."}}
    found = catalogue(tmp_path, period=period, key_dates=[{"date": "2017-05", "text": "Zbiory"}])
    timeline = course_block(found.practices["las"], Labels(found, PL)).timeline
    assert [said(each.text) for each in timeline] == ["Początek ?", "Zbiory", "Koniec ?"]


@pytest.mark.parametrize(("disputed", "shown"), [(DISPUTE, "120"), (DECIDED, "784 osoby")])
def test_a_poster_shows_no_figure_that_is_not_counted(disputed: Any, shown: str, tmp_path: Path) -> None:
    effect = {**FIGURE, "nature": "outcome"}
    doubtful = {**effect, "id": "a", "label": "osoby", "value": 784, "disputed": disputed}
    counted = {**effect, "id": "b", "label": "mieszkania", "unit": "other", "value": 120}
    found = catalogue(tmp_path, indicators=[doubtful, counted])
    card = Tree(str(Cards(found, renderer()).cards(found.published, "")[0]))
    assert [plain(each.text()) for each in card.css(".poster__figure")] == [shown]


def test_a_disputed_answer_is_marked_and_says_why_wherever_the_strip_stands(tmp_path: Path) -> None:
    doubtful = {**FIGURE, "id": "a", "label": "osoby", "value": 784, "disputed": DISPUTE}
    judged = {"target_groups": ["seniorzy"], "evidence_level": {"value": 1, "reason": "Lista"}}
    found = catalogue(tmp_path, indicators=[doubtful], **judged)
    made = Cards(found, renderer())
    shown = [made.cards(found.published, "")[0], made.rows(found.published, "")[0], practice_page(found).content]
    for html in shown:
        [cell] = Tree(str(html)).css("[data-answer=scale]")
        assert cell.attributes["data-state"] == "disputed"
        assert plain(cell.text()) == "Skala 784 osoby ? (liczba sporna) Źródła podają różnie."


def test_a_claim_says_what_is_doubtful_about_it(tmp_path: Path) -> None:
    disputed = {"what": "Gazeta zna inny.", "others": [{"words": "drugi w mieście"}]}
    found = catalogue(tmp_path, claims=[{"text": "Pierwszy.", "as_of": "2020", "source": "s1", "disputed": disputed}])
    [claim] = evidence_block(found.practices["las"], Labels(found, PL)).claims
    assert claim.dispute is not None
    assert said(claim.dispute) == {"what": "Gazeta zna inny.", "others": [{"words": "drugi w mieście"}]}
