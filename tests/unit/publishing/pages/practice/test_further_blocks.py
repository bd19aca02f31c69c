"""The blocks at both ends of the page of a practice: its head, where its facts come from, where to go from it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import IDENTITY, PL, published, said, with_registry

from goodpractices.catalogue import Catalogue, Practice, derive
from goodpractices.finding import Related, Shared
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages import PracticeInputs, practice_inputs
from goodpractices.publishing.pages.practice.course import course_block
from goodpractices.publishing.pages.practice.further import Further, further_block
from goodpractices.publishing.pages.practice.head import head_block, places_in_roles
from goodpractices.publishing.pages.practice.inputs import SheetFile
from goodpractices.publishing.pages.practice.labels import Labels
from goodpractices.publishing.pages.practice.opening import opening_block
from goodpractices.publishing.pages.practice.sources import sources_block
from goodpractices.publishing.pages.practice.take import take_block

DAYS = {
    **{"state": "published", "created": "2024-01-02", "updated": "2024-03-04", "reviewed_on": "2024-05-06"},
    **{"reviewed_by": "Redakcja", "review_by": "2026-05-06", "questions": ["Ile drzew?"]},
}


def inputs(catalogue: Catalogue, *related: Related, links: Links | None = None, **more: Any) -> PracticeInputs:
    return replace(practice_inputs(catalogue.practices["las"], related, catalogue, IDENTITY, links or Links()), **more)


def further(catalogue: Catalogue, *related: Related) -> Further:
    given = inputs(catalogue, *related)
    return further_block(given, derive(given.practice), Labels(given.records, PL))


def test_an_event_says_when_and_where_it_was(tmp_path: Path) -> None:
    event = {
        **{"title": "Dzień otwarty", "date": "2021-06", "place": "sopot", "url": "https://example.org/d"},
        **{"note": "Wstęp wolny", "source": "s1"},
    }
    block = further(published(tmp_path, {"las": {"events": [event, {"title": "Gala"}]}}))
    assert said(block.events) == [
        {
            "title": "Dzień otwarty",
            "url": "https://example.org/d",
            "date": "czerwiec 2021",
            "place": {"text": "Sopot", "address": "miejsca/sopot/"},
            "note": "Wstęp wolny",
            "source": "s1",
        },
        {"title": "Gala"},
    ]


def test_a_contact_is_a_line_of_what_is_known(tmp_path: Path) -> None:
    contact = {
        **{"org": "um-sopot", "unit": "Wydział Zieleni", "role": "ogrodnik", "address": "ul. Leśna 1"},
        **{"phone": "58 111 11 11", "email": "ogrod@example.org", "source": "s1"},
    }
    block = further(published(tmp_path, {"las": {"contacts": [contact, {"email": "biuro@example.org"}]}}))
    assert said(block.contacts) == [
        {
            "organisation": {"text": "Urząd Miasta Sopotu", "address": "organizacje/um-sopot/"},
            "details": ["Wydział Zieleni", "ogrodnik", "ul. Leśna 1", "58 111 11 11"],
            "email": "ogrod@example.org",
            "source": "s1",
        },
        {"email": "biuro@example.org"},
    ]


def test_what_is_asked_missing_or_not_due_is_told(tmp_path: Path) -> None:
    given = {"editorial": DAYS, "not_applicable": {"funding": "Nikt nie płacił"}, "evidence_level": EVIDENCE}
    block = further(published(tmp_path, {"las": given}))
    assert block.questions == ("Ile drzew?",)
    assert said(block.undue) == [{"field": "pieniądze", "reason": "Nikt nie płacił"}]
    assert "dla kogo" in block.missing
    assert "pieniądze" not in block.missing


EVIDENCE = {"value": 2, "reason": "Ankiety"}


def related_to(parent: Path, *given: dict[str, Any]) -> tuple[Catalogue, list[Practice]]:
    catalogue = published(
        parent,
        {
            "las": {"themes": ["sport"], "relations": list(given)},
            "staw": {"title": "Staw"},
            "pole": {"title": "Długi tytuł", "short_title": "Pole"},
        },
    )
    return catalogue, [catalogue.practices[each] for each in ("staw", "pole")]


def test_a_related_practice_says_why_and_what_the_editor_wrote_of_it(tmp_path: Path) -> None:
    catalogue, (pond, field) = related_to(
        tmp_path, {"type": "similar_to", "target": "staw", "note": "Ten sam pomysł", "source": "s1"}
    )
    block = further(
        catalogue,
        Related(pond, "similar_to"),
        Related(field, "alike", shared=(Shared("themes", ("sport", "kultura")), Shared("words", ("boisko",)))),
        Related(pond, "alike", shared=(Shared("wider_themes", ("sport",)),)),
    )
    first, second, third = block.related
    assert said(first) == {
        "name": {"text": "Staw", "address": "praktyki/staw/"},
        "reason": PL("related.similar_to"),
        "note": "Ten sam pomysł",
        "source": "s1",
    }
    assert said(second.reason) == "te same tematy: sport, kultura; wspólne słowa: boisko"
    assert (second.note, second.source, second.name.text) == (None, None, "Długi tytuł")
    assert third.reason.endswith("sport")


def test_sources_say_when_they_were_published_and_read(tmp_path: Path) -> None:
    sources = [
        {"id": "s1", "title": "Raport", "published": "2020", "retrieved": "2021-01-02"},
        {"id": "s2", "title": "Notatka"},
    ]
    given = inputs(
        published(
            tmp_path, {"las": {"title": "Las.", "sources": sources, "editorial": DAYS, "evidence_level": EVIDENCE}}
        )
    )
    block = sources_block(given, derive(given.practice), Labels(given.records, PL))
    assert [said(each.days) for each in block.lines] == [["opublikowano: 2020", "dostęp: 2 stycznia 2021"], []]
    assert said(block.citation) == (
        "Las. W: Katalog, stan na 4 marca 2024. https://katalog.example.org/praktyki/las/. CC BY 4.0."
    )
    assert said(block.freshness) == {
        "reviewed": "6 maja 2024",
        "reviewed_by": "Redakcja",
        "changed": "4 marca 2024",
        "review_by": "6 maja 2026",
    }
    assert block.percent == derive(given.practice).completeness.percent


def test_a_practice_without_days_is_cited_without_one_and_by_its_place_on_the_site(tmp_path: Path) -> None:
    given = replace(inputs(published(tmp_path, {"las": {"title": "Las"}})), identity=replace(IDENTITY, address=None))
    block = sources_block(given, derive(given.practice), Labels(given.records, PL))
    assert said(block.citation) == "Las. W: Katalog. praktyki/las/. CC BY 4.0."
    assert block.freshness.changed is None


def test_a_practice_never_changed_is_as_old_as_its_entry(tmp_path: Path) -> None:
    given = inputs(published(tmp_path, {"las": {"editorial": {"state": "published", "created": "2024-01-02"}}}))
    block = sources_block(given, derive(given.practice), Labels(given.records, PL))
    assert block.freshness.changed == "2 stycznia 2024"
    assert "stan na 2 stycznia 2024" in said(block.citation)


def test_the_head_says_what_where_when_and_for_whom(tmp_path: Path) -> None:
    theme = {"id": "jezyk", "pl": "język", "en": "language", "family": "migration"}
    las = {
        **{"title": "Las w mieście", "short_title": "Las", "themes": ["jezyk", "sport"], "target_groups": ["seniorzy"]},
        **{"places": [{"place": "gdynia"}, {"place": "sopot", "role": "partner"}], "period": {"start": "2019"}},
        **{"evidence_level": EVIDENCE, "funding": [{"role": "grant", "amount": 5, "currency": "PLN", "source": "s1"}]},
    }
    given = inputs(with_registry(tmp_path, {"_vocabularies/themes": [theme]}, {"las": las}), is_outdated=True)
    head = said(head_block(given, Labels(given.records, PL)))
    assert head.pop("summary").startswith("Praktyka pokazowa")
    assert [cell["question"] for cell in head.pop("strip")] == ["audience", "scale", "effect", "cost", "evidence"]
    assert head == {
        "title": "Las w mieście",
        "short_title": "Las",
        "places": [
            {"name": {"text": "Gdynia", "address": "miejsca/gdynia/"}, "role": "miejsce działania"},
            {"name": {"text": "Sopot", "address": "miejsca/sopot/"}, "role": "partner"},
        ],
        "period": "od 2019",
        "kind": {"text": "projekt", "address": "rodzaje/project/"},
        "lifecycle": "trwa",
        "family_name": "migracje",
        "themes": [
            {"name": {"text": "język", "address": "tematy/jezyk/"}, "family": "family-migration"},
            {"name": {"text": "sport", "address": "tematy/sport/"}},
        ],
        "is_outdated": True,
    }


def test_the_head_of_an_entry_that_says_little_has_no_strip_and_no_figure(tmp_path: Path) -> None:
    given = inputs(published(tmp_path, {"las": {"target_groups": ["seniorzy"], "evidence_level": EVIDENCE}}))
    head = head_block(given, Labels(given.records, PL))
    assert (head.strip, head.figure, head.poster, head.family_name) == ((), None, None, "")


@pytest.mark.parametrize(
    ("lifecycle", "roles"),
    [
        ("running", ["miejsce działania", "gospodarz"]),
        ("became-regular-service", ["miejsce działania", "gospodarz"]),
        ("ended", ["tu prowadzono", "gospodarz"]),
        ("abandoned", ["tu prowadzono", "gospodarz"]),
    ],
)
def test_a_practice_that_has_ended_works_nowhere_any_more(lifecycle: str, roles: list[str], tmp_path: Path) -> None:
    places = [{"place": "gdynia"}, {"place": "sopot", "role": "host"}]
    given = inputs(published(tmp_path, {"las": {"places": places, "lifecycle": lifecycle}}))
    labels = Labels(given.records, PL)
    assert [each.role for each in places_in_roles(given.practice, labels)] == roles
    assert head_block(given, labels).places == course_block(given.practice, labels).places


@pytest.mark.parametrize(("period", "words"), [({}, None), ({"note": "Dawno"}, None), ({"end": "2019"}, "do 2019")])
def test_a_head_without_a_year_says_no_period(period: dict[str, str], words: str | None, tmp_path: Path) -> None:
    given = inputs(published(tmp_path, {"las": {"period": period} if period else {}}))
    assert head_block(given, Labels(given.records, PL)).period == words


def test_what_can_be_taken_are_the_sheet_and_the_source_to_correct(tmp_path: Path) -> None:
    given = inputs(published(tmp_path, {"las": {}}), sheet=SheetFile("praktyki/las/karta.pdf", 45_000))
    assert said(take_block(given, PL)) == {
        "sheet": {"text": "Karta do druku (PDF, 45 kB)", "address": "praktyki/las/karta.pdf"},
        "meeting": "praktyki/las/na-spotkanie/",
        "edit": {"text": "practices/las/index.md", "address": "o-katalogu/#zglos-blad"},
    }
    hosted = replace(IDENTITY, repository="https://git.example.org/katalog", edit_path="edit/main/")
    block = take_block(replace(given, identity=hosted, links=Links(explicit_index=True), sheet=None), PL)
    assert block.data_of_all
    assert (block.sheet, block.meeting) == (None, None)
    assert block.edit.address == "https://git.example.org/katalog/edit/main/practices/las/index.md"


def test_an_entry_that_needs_an_update_says_why_before_anything_else(tmp_path: Path) -> None:
    easy = {"text": "To jest las.\nMożesz tam przyjść.", "tested_by": "Grupa samorzeczników"}
    given = {
        **{"editorial": {"state": "needs_update", "reason": "Brak danych"}, "plain_summary": "Sadzimy drzewa."},
        "easy_to_read": easy,
    }
    block = opening_block(published(tmp_path / "a", {"las": given}).practices["las"])
    assert (block.needs_update, block.reason, block.plain_summary) == (True, "Brak danych", "Sadzimy drzewa.")
    assert block.easy_address == "praktyki/las/etr/"
    other = opening_block(published(tmp_path / "b", {"las": {}}).practices["las"])
    assert (other.needs_update, other.easy_address) == (False, None)


def test_a_practice_alike_through_a_third_one_names_it(tmp_path: Path) -> None:
    catalogue, (pond, field) = related_to(tmp_path)
    block = further(catalogue, Related(pond, "same_part_of", via=field), Related(field, "part_of"))
    first, second = block.related
    assert first.reason == "część tej samej całości: Pole"
    assert second.reason == "ta praktyka jest jej częścią"
    assert (first.note, first.source) == (None, None)
