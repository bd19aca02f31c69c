"""Entries that another way in has written already, finished or not: the file of an entry, and the draft of the form."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...catalogue import PRACTICE, ReferenceData, check_entries, entry_as_written
from ...wording import Translations
from ..entry_text import entry_text
from .form_drafts import record_of_draft

_FRONT_MATTER = re.compile(r"---[ \t]*\n")
# A file pasted into an issue stands between lines of backticks; so may the draft of the form.
PASTED = re.compile(r"^(`{3,})[^\n`]*\n(.*?)\n\1[ \t]*$", re.MULTILINE | re.DOTALL)
"""A block of code in Markdown: its fence, and what stands in it."""
_DRAFT_VERSION = 1
# What the form fills in.
_FILLED_IN = re.compile(r"\{\w+\}")
# Programs for e-mail break long lines where there is a blank, and begin those of an answer with this sign.
_QUOTED = "(?:> ?)*"
_LINES_OF_THE_LETTER = ("intro", "sender", "whole", "attached", "pasted")
_BLANK = rf"[ \t]*(?:[ \t]|\n{_QUOTED})"
_TO_THE_NEXT_EMPTY_LINE = rf".*(?:\n{_QUOTED}[^\s>].*)*"


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry as it came: its text, and its record as far as it can be read."""

    text: str
    record: Mapping[str, Any]
    id: str = ""


def entry_in(text: str) -> EntryFile | None:
    """The entry that a text is or holds; ``None`` if it is neither the file of an entry nor a draft of the form."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    for each in (lines, *(found[2] for found in PASTED.finditer(lines))):
        if _FRONT_MATTER.match(each):
            return EntryFile(f"{each}\n", entry_as_written(each))
        if each.lstrip().startswith("{") and (draft := _draft(each)):
            return draft
    return None


def without_entry(text: str, label: str, hint: str) -> str:
    """A text without the file that was pasted into it, and without the part of the form that asks for one.

    Args:
        text: an issue, or the file of an entry.
        label: the heading of that part.
        hint: what the template says below it.
    """
    if _FRONT_MATTER.match(text.lstrip("\n")) and entry_in(text):
        return ""
    rest = PASTED.sub(lambda found: "" if entry_in(found[2]) else found[0], text.replace("\r\n", "\n"))
    part = re.compile(
        rf"^#{{2,4}} +{re.escape(label)}[ \t]*\n(?:\s|<!-- {re.escape(hint)} -->|`{{3,}}\w*\s*`{{3,}}|_No response_)*",
        re.MULTILINE,
    )
    without = part.sub("", rest + "\n")
    return text if without == text + "\n" else without


def without_letter(text: str, t: Translations) -> str:
    """A text without the lines that the form of the site writes around a file: how its sender is reached is for the
    editors and goes into no entry.
    """
    ours = (_as_it_arrives(str(t.entries[f"form.letter.{name}"])) for name in _LINES_OF_THE_LETTER)
    return re.sub(rf"^{_QUOTED}(?:{'|'.join(ours)})[ \t]*$\n?", "", text, flags=re.MULTILINE)


def _as_it_arrives(words: str) -> str:
    """A pattern for a line of the letter; what is filled in at its end goes on to the next empty line."""
    *parts, end = (_BLANK.join(map(re.escape, part.split())) for part in _FILLED_IN.split(words))
    return ".*".join([*parts, end]) if end or not parts else ".*".join(parts) + _TO_THE_NEXT_EMPTY_LINE


def _draft(text: str) -> EntryFile | None:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or given.get("version") != _DRAFT_VERSION:
        return None
    if not isinstance(given.get("entry"), dict):
        return None
    record = record_of_draft(given)
    practice_id = record.pop("id", "")
    return EntryFile(entry_text(record, "pl"), record, practice_id if isinstance(practice_id, str) else "")


def as_draft(entry: EntryFile, reference: ReferenceData, further: Sequence[str] = ()) -> tuple[str, Mapping[str, Any]]:
    """The text and the record of an entry as a draft in the order of the model; as it came where something is wrong.

    Args:
        entry: the entry.
        reference: what it is checked against.
        further: questions to add to its own.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "practices" / "x"
        path.mkdir(parents=True)
        (path / "index.md").write_text(entry.text, encoding="utf-8", newline="\n")
        practices, problems = check_entries(path.parent, reference)
    if problems or not practices:
        return entry.text, entry.record
    record = PRACTICE.said(practices["x"])
    del record["id"]
    record["editorial"] = {**record["editorial"], "state": "draft"}
    if further:
        record["editorial"]["questions"] = [*record["editorial"].get("questions", ()), *further]
    return entry_text(record, "pl"), record
