"""What a page tells with its time and its teller: the state, evaluations, adopters, many places, copies of sources."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as Tree
from tests.support.samples import PL, plain, practice_page, published, said

from goodpractices.catalogue import Practice
from goodpractices.publishing.pages.practice.course import course_block
from goodpractices.publishing.pages.practice.evidence import evidence_block
from goodpractices.publishing.pages.practice.labels import Labels

GDYNIA = {"text": "Gdynia", "address": "miejsca/gdynia/"}


def known(parent: Path, **given: Any) -> tuple[Practice, Labels]:
    found = published(parent, {"las": given})
    return found.practices["las"], Labels(found, PL)


def page(parent: Path, **given: Any) -> Tree:
    return Tree(practice_page(published(parent, {"las": given})).content)


def test_each_evaluation_says_with_what_it_compared_and_what_it_found(tmp_path: Path) -> None:
    first = {"type": "external", "by": "Instytut", "comparison": "comparison-group", "finding": "Więcej pracy."}
    given = known(tmp_path, evaluation=[first, {"type": "internal", "note": "Ankieta"}])
    assert said(evidence_block(*given).evaluations) == [
        {"words": "przez kogoś z zewnątrz, Instytut, porównanie: z grupą porównawczą", "finding": "Więcej pracy."},
        {"words": "własna", "note": "Ankieta"},
    ]


def test_many_places_of_one_kind_stand_in_one_line(tmp_path: Path) -> None:
    sites = {"what": "szkoły", "count": 70, "precision": "about", "place": "gdynia", "as_of": "2020", "source": "s1"}
    given = known(tmp_path, sites=[{**sites, "note": "Podstawowe"}, {"what": "świetlice"}])
    assert said(course_block(*given).sites) == [
        {"words": "szkoły: około 70", "place": GDYNIA, "source": "s1", "details": ["stan na: 2020", "Podstawowe"]},
        {"words": "świetlice"},
    ]


@pytest.mark.parametrize(
    ("lifecycle", "as_of", "words"),
    [
        ("running", "2025-07", "działała w lipcu 2025"),
        ("ended", "2025", "zakończona, tak było w 2025 r."),
        ("pilot", "2025-07-25", "działała jako pilotaż 25 lipca 2025"),
        ("suspended", "2025-21", "była zawieszona wiosną 2025"),
        ("running", "2025-07~", "działała (stan na: około lipca 2025)"),
        ("running", "2024/2025", "działała (stan na: 2024–2025)"),
    ],
)
def test_a_state_is_told_of_the_time_for_which_it_is_known(
    lifecycle: str, as_of: str, words: str, tmp_path: Path
) -> None:
    shown = page(tmp_path, lifecycle=lifecycle, lifecycle_as_of=as_of).css("[data-field=lifecycle_as_of]")
    assert [plain(each.text()) for each in shown] == [words]


def test_a_source_says_that_it_is_a_copy_and_that_it_bears_no_date(tmp_path: Path) -> None:
    source = {"id": "s1", "title": "Przedruk", "published": "XXXX", "copy_of": "https://example.org/pierwodruk"}
    [line] = page(tmp_path, sources=[source]).css("#zrodlo-s1")
    assert "bez daty" in line.text()
    assert [each.attributes["href"] for each in line.css("a")] == ["https://example.org/pierwodruk"]
