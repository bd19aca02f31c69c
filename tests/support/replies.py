"""Replies to letters as people send them, made of cases, and what of each went into its right field."""

import json
import quopri
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from tests.support.paths import ROOT
from tests.support.reply_documents import DOCUMENTS, with_headings
from tests.support.submissions import reference

from goodpractices.catalogue import (
    PRACTICE,
    Identity,
    Practice,
    check_entries,
    entry_as_written,
    in_language,
)
from goodpractices.catalogue.catalogue import Catalogue
from goodpractices.editing import yaml_text
from goodpractices.editing.inquiries import (
    Asking,
    Desk,
    Letter,
    Replied,
    form_document,
    form_file,
    letter_document,
    letter_language,
    letter_to,
    replied,
)
from goodpractices.wording import Translations

CASES = ROOT / "tests" / "cases" / "_replies"
IDENTITY = Identity(
    name="Katalog dobrych praktyk", tagline="Nasz", description="Opis.", contact="katalog@metropolia.example.org"
)
ASKED, UNTIL = date(2026, 10, 5), date(2026, 11, 4)

_ENDINGS = {"txt": ".txt", "codes": ".txt", "draft": ".json", "entry": ".md"}

Case = Mapping[str, Any]


def cases() -> list[Case]:
    """All of them, in the order of their files."""
    return [
        case
        for path in sorted(CASES.glob("[0-9]*.yml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    ]


@dataclass(frozen=True)
class Table:
    """The entries that cases are about, on disk, and what replies are read beside."""

    folder: Path
    catalogue: Catalogue

    def desk(self, day: date) -> Desk:
        return Desk(self.folder, self.catalogue, reference(), IDENTITY, day)


@cache
def table(parent: Path) -> Table:
    """The entries written below a folder."""
    folder = parent / "practices"
    entries = yaml.load((CASES / "_entries.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for name, fields in entries.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.md").write_text(f"---\n{yaml_text(fields)}---\n", encoding="utf-8")
    practices, problems = check_entries(folder, reference())
    assert not problems, problems
    shared = {
        each: getattr(reference().shared, each) for each in ("vocabularies", "organisations", "places", "programmes")
    }
    return Table(folder, Catalogue(practices=practices, **shared))


def letter_about(practice: Practice, catalogue: Catalogue) -> Letter:
    """The letter as it was sent."""
    told = in_language(catalogue, letter_language(practice, catalogue))
    return letter_to(told.practices[practice.id], told, Asking(IDENTITY, ASKED, UNTIL))


def text_of(words: str, letter: Letter) -> str:
    """The text of an e-mail: ``{>letter}`` is the letter quoted, ``{letter}`` plain, ``{>cost}`` a question of it.

    ``{>head}`` and ``{>tail}`` are what stands before its questions and behind them.
    """
    asked = {each.topic: f"{n}. {each.label}\n{each.known} {each.goes}" for n, each in enumerate(letter.questions, 1)}
    head, _, _ = letter.text.partition(f"1. {letter.questions[0].label}")
    _, _, tail = letter.text.rpartition(letter.questions[-1].goes)
    for name, said in {"letter": letter.text, "head": head, "tail": tail, **asked}.items():
        words = words.replace(f"{{>{name}}}", quoted(said)).replace(f"{{{name}}}", said)
    return words


def quoted(words: str) -> str:
    """Words as a program for e-mail quotes them, its lines broken."""
    lines = [part for line in words.strip().split("\n") for part in textwrap.wrap(line, 72) or [""]]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def document_of(data: bytes, answers: Mapping[str, str], ticks: Mapping[str, str], t: Translations) -> bytes:
    """A form or a letter with answers written below its questions, and boxes ticked."""
    document: Any = Document(BytesIO(data))
    current = ""
    labels = {t(f"reply.{name}"): name for name in [*answers, *ticks]}
    for paragraph in [*document.paragraphs]:
        label = next((label for label in labels if paragraph.text.endswith(label)), None)
        if paragraph.style.name == "Heading 2" or label:
            current = labels.get(label or "", "")
            after = paragraph
        if current in ticks and paragraph.text.startswith("☐"):
            words = t(f"reply_box.{ticks[current]}")
            paragraph.text = paragraph.text.replace(f"☐ {words}", f"☒ {words}")
        if current in answers and label:
            for line in reversed(answers[current].strip().split("\n")):
                made = document.add_paragraph(line)
                after._p.addnext(made._p)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read_case(case: Case, parent: Path, to: Path) -> Replied:
    """What comes of a case."""
    laid = table(parent)
    practice = laid.catalogue.practices[case["practice"]]
    letter = letter_about(practice, laid.catalogue)
    t = Translations.load(letter.language)
    path = to / f"odpowiedz{_ENDINGS.get(case['kind'], '.docx')}"
    path.write_bytes(bytes_of_case(case, practice, letter, t))
    day = case.get("day", date(2026, 11, 28))
    named = case["practice"] if "Znak:" not in str(case.get("text")) and case.get("id", True) else ""
    return replied(path, laid.desk(day), practice_id=named, by=case.get("by", ""))


def bytes_of_case(case: Case, practice: Practice, letter: Letter, t: Translations) -> bytes:
    """The file that came."""
    match case["kind"]:
        case "txt":
            return text_of(case["text"], letter).encode()
        case "codes":
            return quopri.encodestring(text_of(case["text"], letter).encode())
        case "draft":
            entry = {"id": practice.id, **PRACTICE.said(practice), **case["draft"]}
            return json.dumps({"version": 1, "entry": entry}, default=str).encode()
        case "entry":
            return f"{form_file(practice).decode()}{case['text']}".encode()
        case "form":
            form = document_of(form_document(letter), case["answers"], case.get("ticks", {}), t)
            return with_headings(form, case.get("headings", {}), t)
        case "letter":
            return document_of(letter_document(letter), case["answers"], {}, t)
        case kind:
            return DOCUMENTS[kind](letter_document(letter), case["answers"], t)


def missing_in(case: Case, made: Replied) -> Iterator[str]:
    """The answers of a case that are not in their field, each named."""
    record = entry_as_written(made.text)
    for name, values in case["fields"].items():
        for value in values if isinstance(values, list) else [values]:
            if not _holds(record.get(name), value):
                yield f"{name}: {value}"
    said = record["editorial"]["inquiries"][-1]
    yield from (
        f"inquiry.{name}: {value} != {said.get(name)}"
        for name, value in case["inquiry"].items()
        if str(said.get(name)) != str(value)
    )


def answers_in(case: Case) -> int:
    """How many answers a case has."""
    return sum(len(each) if isinstance(each, list) else 1 for each in case["fields"].values()) + len(case["inquiry"])


def not_asked(case: Case, made: Replied) -> list[str]:
    """What the draft should ask about and does not."""
    questions = " ".join(entry_as_written(made.text)["editorial"].get("questions", ()))
    return [words for words in case.get("asked", ()) if words not in questions]


def _holds(given: Any, value: Any) -> bool:
    if isinstance(value, Mapping):
        if isinstance(given, list):
            return any(_holds(each, value) for each in given)
        return isinstance(given, Mapping) and all(_holds(given.get(name), each) for name, each in value.items())
    if isinstance(given, list):
        if isinstance(value, list):
            return all(any(_holds(each, part) for each in given) for part in value)
        return str(value) in map(str, given)
    return str(given).strip() == str(value).strip()
