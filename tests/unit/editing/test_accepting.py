"""What an entry proposes goes into the registries when it is accepted, all of it or nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import UnusableSubmission, accept_proposals, advice
from goodpractices.editing.accepting import with_records, without_proposals

PLACE = {"id": "las", "name": "Las", "country": "PL", "level": "town", "lat": "54.5"}
CLUB = {"id": "klub", "name": "Klub", "kind": "urzad", "place": "las"}
USED = {"places": [{"place": "las"}], "organisations": [{"org": "klub", "role": "leader"}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return practices_folder(tmp_path)


def proposing(folder: Path, **proposals: Any) -> Path:
    fields = {**USED, "editorial": {"state": "draft", "proposals": proposals, "questions": ["Kiedy?"]}}
    add(folder, "wzor/index.md", entry(fields))
    return folder / "wzor" / "index.md"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder: Path) -> list[str]:
    before = contents(folder)
    with pytest.raises(UnusableSubmission) as refusal:
        accept_proposals(folder, "wzor")
    assert contents(folder) == before
    return [fault.key for fault in refusal.value.faults]


def test_a_draft_may_name_what_it_proposes(folder: Path) -> None:
    proposing(folder, places=[PLACE], organisations=[CLUB])
    assert load_catalogue(folder).practices["wzor"].places[0].place == "las"


def test_advice_about_a_draft_knows_what_it_proposes(folder: Path) -> None:
    proposing(folder, places=[PLACE], organisations=[CLUB])
    assert advice(load_catalogue(folder), folder, date(2026, 11, 29))


def test_new_records_go_to_the_registries_and_out_of_the_entry(folder: Path) -> None:
    path = proposing(folder, places=[PLACE], organisations=[CLUB])
    accepted = accept_proposals(folder, "wzor")
    assert accepted.added == {"_registry/places.yml": ["las"], "_registry/organisations.yml": ["klub"]}
    assert (accepted.known, accepted.problems) == ([], [])
    catalogue = load_catalogue(folder)
    assert (catalogue.places["las"].lat, catalogue.organisations["klub"].place) == (54.5, "las")
    assert catalogue.practices["wzor"].editorial.proposals is None
    text = path.read_text(encoding="utf-8")
    assert "proposals" not in text
    assert "  questions:\n  - Kiedy?\n" in text


def test_a_term_goes_to_its_vocabulary_once_it_has_an_english_name(folder: Path) -> None:
    term = {"vocabulary": "themes", "id": "morze", "pl": "morze"}
    proposing(folder, places=[PLACE], organisations=[CLUB], terms=[term])
    assert refused(folder) == ["accept.no_english"]
    proposing(folder, places=[PLACE], organisations=[CLUB], terms=[{**term, "en": "sea"}])
    assert accept_proposals(folder, "wzor").added["_vocabularies/themes.yml"] == ["morze"]
    assert load_catalogue(folder).label("themes", "morze") == "morze"


def test_what_another_entry_brought_meanwhile_is_not_added_twice(folder: Path) -> None:
    places = folder / "_registry" / "places.yml"
    proposing(folder, places=[PLACE], organisations=[CLUB])
    places.write_text(with_records(places.read_text(encoding="utf-8"), [{**PLACE, "lat": 54.5}]), encoding="utf-8")
    accepted = accept_proposals(folder, "wzor")
    assert (accepted.added, accepted.known) == ({"_registry/organisations.yml": ["klub"]}, ["las"])


def test_an_id_that_means_something_else_is_refused(folder: Path) -> None:
    proposing(folder, places=[PLACE, {**PLACE, "id": "gdynia"}], organisations=[CLUB])
    assert refused(folder) == ["accept.other"]


def test_an_entry_without_proposals_and_one_that_is_not_there_are_told(folder: Path) -> None:
    assert refused(folder) == ["accept.no_entry"]
    add(folder, "wzor/index.md", entry())
    assert refused(folder) == ["accept.nothing"]


def test_where_something_is_wrong_nothing_is_written(folder: Path) -> None:
    proposing(folder, places=[PLACE, {**PLACE}], organisations=[CLUB])
    before = contents(folder)
    accepted = accept_proposals(folder, "wzor")
    assert [problem.key for problem in accepted.problems] == ["duplicate_id"]
    assert contents(folder) == before


def test_proposals_on_one_line_are_taken_out_too() -> None:
    text = entry("editorial: {state: draft, proposals: {places: [{id: las}]}, questions: [Kiedy?]}\n")
    assert "proposals" not in without_proposals(text)
    assert "Kiedy?" in without_proposals(text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("[]\n", "- id: las\n"),
        ("# x\n\n- id: a\n", "# x\n\n- id: a\n\n- id: las\n"),
        ("- id: a", "- id: a\n\n- id: las\n"),
    ],
)
def test_a_record_stands_at_the_end_of_its_registry(text: str, start: str) -> None:
    assert with_records(text, [PLACE]).startswith(start)


def test_line_ends_of_a_registry_stay_what_they_are() -> None:
    assert "\n" not in with_records("- id: a\r\n", [PLACE]).replace("\r\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]\n", "- id: las\n"),
        ("- id: a\n", "- id: a\n\n- id: las\n"),
        ("- id: a\n\n\n", "- id: a\n\n- id: las\n"),
        ("# uwaga\r\n- id: a\r\n", "# uwaga\r\n- id: a\r\n\r\n- id: las\r\n"),
    ],
)
def test_records_stand_at_the_end_of_a_registry_with_its_line_ends(text: str, expected: str) -> None:
    assert with_records(text, [{"id": "las"}]) == expected
