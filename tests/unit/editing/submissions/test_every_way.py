"""What one way in writes, every other opens: the conversation, the import, the issue form and the form of the site.

The files stand in ``tests/cases/_ways``; what the form writes and opens is tried by
``tests/unit/site_scripts/form_ways.test.js`` with the same files.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.submissions import PL, drafter, reference
from tests.support.ways import ANSWERS, RECORD, TYPED, way

from goodpractices.catalogue import PRACTICE, check_entries
from goodpractices.editing import Drafter, Imported, Interview, UnusableSubmission, imported

CREATED = date(2026, 11, 29)
FILES = ["formularz.md", "formularz.json", "rozmowa.md", "import.md", "zgloszenie.md"]
HEADING = f"### {PL('submission.file_label')}"


def issue(answers: Mapping[str, str]) -> str:
    return "".join(f"### {PL(f'ask.{name}')}\n\n{words}\n\n" for name, words in answers.items())


def pasted(text: str) -> str:
    """An issue into which a finished file was pasted, as the host writes it."""
    empty = "".join(f"### {PL(f'ask.{name}')}\n\n_No response_\n\n" for name in ANSWERS)
    return f"{empty}{HEADING}\n\n````markdown\n{text.rstrip()}\n````\n"


def said(text: str, tmp_path: Path) -> dict[str, Any]:
    """The entry in the text of a file, once it was found in order."""
    path = tmp_path / "practices" / "swietlice" / "index.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    practices, problems = check_entries(tmp_path / "practices", reference())
    assert problems == []
    record = PRACTICE.said(practices["swietlice"])
    del record["id"]
    return {**record, "solution": record["solution"].strip("\n")}


def conversation() -> Interview:
    replies = iter(TYPED)
    interview = Interview(drafter_afresh(), lambda _: next(replies), lambda _: None)
    interview.run()
    assert list(replies) == []
    return interview


def drafter_afresh(base: Mapping[str, Any] | None = None) -> Drafter:
    """One of its own: the conversation teaches it names."""
    return Drafter(reference(), PL, base or {})


def imported_one(text: str, name: str, tmp_path: Path) -> Imported:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (made,) = imported(path, reference(), PL, created=CREATED)
    return made


def text_of(made: Imported) -> str:
    assert [each.text for each in made.doubts] == []
    return made.files["index.md"].decode()


def by_import(text: str, name: str, tmp_path: Path) -> str:
    return text_of(imported_one(text, name, tmp_path))


def by_issue(text: str, _: str, tmp_path: Path) -> str:
    given = text if HEADING in text else pasted(text)
    return text_of(imported_one(given, "zgloszenie.md", tmp_path))


def by_conversation(text: str, name: str, tmp_path: Path) -> str:
    going_on = drafter_afresh(imported_one(text, name, tmp_path).record)
    draft = going_on.draft(going_on.answers, CREATED)
    assert draft.doubts == ()
    return draft.text


def test_the_conversation_writes_its_file() -> None:
    interview = conversation()
    draft = interview.drafter.draft(interview.answers, CREATED, proposals=interview.new_records)
    assert draft.doubts == ()
    assert draft.text == way("rozmowa.md").read_text(encoding="utf-8")


def test_the_import_writes_its_file(tmp_path: Path) -> None:
    assert by_import(issue(ANSWERS), "x.md", tmp_path) == way("import.md").read_text(encoding="utf-8")


def test_the_issue_form_brings_its_file() -> None:
    assert pasted(way("formularz.md").read_text(encoding="utf-8")) == way("zgloszenie.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("opened", [by_import, by_issue, by_conversation])
def test_what_one_way_wrote_another_opens(name: str, opened: Callable[[str, str, Path], str], tmp_path: Path) -> None:
    text = way(name).read_text(encoding="utf-8")
    assert said(opened(text, name, tmp_path), tmp_path) == RECORD


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_of_the_message_that_the_form_writes_nothing_but_the_entry_is_taken(ends: str, tmp_path: Path) -> None:
    words = {"title": "Świetlice nad morzem", "sender": "anna@example.org"}
    intro, sender, whole = (PL(f"form.letter.{name}", **words) for name in ("intro", "sender", "whole"))
    entry = way("formularz.md").read_text(encoding="utf-8").rstrip()
    letter = "\n\n".join((intro, sender, whole, f"````markdown\n{entry}\n````\n")).replace("\n", ends)
    made = imported_one(letter, "list.txt", tmp_path)
    assert said(text_of(made), tmp_path) == RECORD
    assert "anna" not in text_of(made)
    remark = imported_one(f"Proszę o pilne sprawdzenie.\n{letter}", "list.txt", tmp_path)
    assert [each.text for each in remark.doubts if "pilne" in each.text] != []
    assert "anna" not in "".join(each.text for each in remark.doubts)


def test_how_the_sender_is_reached_is_left_out_however_a_program_for_e_mail_broke_and_quoted_it(tmp_path: Path) -> None:
    sender = ["anna@example.org", "albo", "telefon", "w", "godzinach", "urzędu"]
    first, *rest = PL("form.letter.sender", sender=" ".join(sender)).split(" ")
    broken = "> " + "\n> ".join((first, " ".join(rest[:3]), " ".join(rest[3:-3]), " ".join(rest[-3:])))
    entry = way("formularz.md").read_text(encoding="utf-8").rstrip()
    made = imported_one(f"{broken}\n\n````markdown\n{entry}\n````\n", "list.txt", tmp_path)
    assert not {"anna", "telefon", "urzędu"} & set(re.findall(r"\w+", text_of(made)))


def test_what_only_looks_like_the_subject_of_the_letter_is_kept(tmp_path: Path) -> None:
    entry = way("formularz.md").read_text(encoding="utf-8").rstrip()
    made = imported_one(f"Praktyka: jeszcze o zimie\n\n````markdown\n{entry}\n````\n", "list.txt", tmp_path)
    assert any("jeszcze o zimie" in each.text for each in made.doubts)


def test_an_unfinished_entry_is_opened_as_far_as_it_goes(tmp_path: Path) -> None:
    begun = "---\ntitle: Świetlice\nthemes: [nie-ma]\nkind: project\n---\n\n## Na czym to polega\n\nZajęcia.\n"
    made = imported_one(begun, "index.md", tmp_path)
    assert made.files["index.md"].decode() == begun
    going_on = drafter_afresh(made.record)
    assert going_on.answers["title"] == "Świetlice"
    assert going_on.answers["solution"] == "Zajęcia."
    draft = going_on.draft({**going_on.answers, "summary": RECORD["summary"]})
    assert (draft.record["title"], draft.record["summary"]) == ("Świetlice", RECORD["summary"])
    assert draft.record["themes"] == ["nie-ma"]


def test_a_draft_of_the_form_keeps_what_is_not_clear_as_it_was_typed(tmp_path: Path) -> None:
    draft = {"version": 1, "entry": {"title": "Las", "funding": [{"amount": "1.500", "currency": "zł"}]}}
    made = imported_one(json.dumps(draft), "szkic.json", tmp_path)
    assert made.record["funding"] == [{"amount": "1.500", "currency": "PLN"}]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2, "entry": {}}', '{"version": 1, "entry": []}'])
def test_what_is_no_draft_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableSubmission):
        imported_one(text, "szkic.json", tmp_path)


def test_what_stands_beside_a_pasted_file_becomes_questions(tmp_path: Path) -> None:
    text = f"### {PL('ask.remarks')}\n\nProszę o kontakt.\n\n" + pasted(way("import.md").read_text(encoding="utf-8"))
    made = imported_one(text, "zgloszenie.md", tmp_path)
    assert "Proszę o kontakt." in made.doubts[0].text
    assert made.record["editorial"]["questions"] == [made.doubts[0].text]


def test_names_in_use_are_those_of_the_registries() -> None:
    assert drafter().names["organisations"].find("Powiatowy Urząd Pracy w Gdyni")
