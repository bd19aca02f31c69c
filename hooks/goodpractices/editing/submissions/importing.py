"""From files that people filled in to the entries they make."""

import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ...catalogue import MAX_PICTURE_BYTES, PRACTICE, Problem, ReferenceData, check_entries, ignored
from ...wording import Translations
from ..entry_text import entry_text
from .adding import Deciding
from .asked import Offered
from .drafting import Drafter, free_id, question_of
from .entry_files import EntryFile, as_draft, entry_in, without_entry, without_letter
from .making import Doubt
from .questions import QUESTIONS, Question
from .reading_files import MAX_TEXT, read_file, refuse_unread
from .submission import Fault, Submission, UnusableSubmission, unusable
from .understanding import Understood
from .writing import Files

MAX_BYTES = 10 * 1024 * 1024

Reader = Callable[[bytes, str, Translations, Offered], list[Submission]]
"""Reads the bytes of a file with a name of some ending; see ``read_file``."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An entry made of a submission: its files, what an editor still has to decide, and where each answer came from.

    ``understood`` says what was spelt in another way; ``record`` holds its fields, as far as they could be read.
    """

    id: str
    files: Files
    doubts: tuple[Doubt, ...] = ()
    place: str = ""
    places: Mapping[str, str] | None = None
    answers: Mapping[str, str] | None = None
    understood: tuple[Understood, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)

    def place_of(self, problem: Problem) -> str:
        """Where in the submission stands what a problem of the entry is about."""
        question = question_of(problem)
        return (self.places or {}).get(question.id if question else "", self.place)

    def answer_to(self, problem: Problem) -> tuple[Question, str] | None:
        """The question a problem of the entry is about, and what stood there; nothing where nothing did."""
        question = question_of(problem)
        words = (self.answers or {}).get(question.id, "") if question else ""
        return (question, words) if question and words else None

    def misunderstood(self, problem: Problem) -> list[str]:
        """What an editor is told about an answer that the draft lacks since it could not be used."""
        found = self.answer_to(problem) if problem.key == "missing" else None
        return [doubt.text for doubt in self.doubts if found and doubt.problem and doubt.question == found[0].id]


def imported(
    path: Path,
    reference: ReferenceData,
    t: Translations,
    *,
    created: date | None,
    practice_id: str = "",
    reader: Reader = read_file,
    deciding: Deciding | None = None,
) -> list[Imported]:
    """The entries that a file, or a folder of entries, makes.

    Args:
        path: the file or folder.
        reference: what the entries are checked against.
        t: the wording of the form.
        created: the day to write into the drafts.
        practice_id: the id of the entry, where a file makes one.
        reader: reads a file; one for files of strangers keeps within limits.
        deciding: asks what unknown names mean; without it they become questions.

    Raises:
        UnusableSubmission: nothing can be made of it; it says all that is wrong.
    """
    if path.is_dir() and not path.is_symlink():
        return list(_entries(path, reference, t))
    refuse_unread(path.suffix.lower())
    entry, rest = entry_of(bytes_of(path, MAX_BYTES), path.suffix.lower(), t)
    if entry:
        beside = _beside(rest, path, reference, t, reader)
        return [_imported_entry(entry, reference, t, practice_id, beside)]
    submissions = _read(rest, path.suffix.lower(), reference, t, reader)
    if practice_id and len(submissions) > 1:
        raise unusable("submission.one_id", n=len(submissions))
    drafter = deciding.drafter if deciding else Drafter(reference, t)
    taken, made = set(reference.practice_ids), []
    for each in submissions:
        draft = drafter.draft(each.answers, created, practice_id, each.leftovers, taken, each.notes)
        if deciding and (new := deciding.proposals(draft.record)):
            draft = drafter.draft(each.answers, created, practice_id, each.leftovers, taken, each.notes, new)
        taken.add(draft.id)
        files = {"index.md": draft.text.encode()}
        answered = (each.place, each.places, each.answers)
        made.append(Imported(draft.id, files, draft.doubts, *answered, draft.understood, draft.record))
    return made


def entry_of(data: bytes, ending: str, t: Translations) -> tuple[EntryFile | None, bytes]:
    """The entry that a file is or holds, and what else is in the file.

    Args:
        data: its bytes.
        ending: the ending of its name, with its dot, in small letters.
        t: the wording of the form.

    Raises:
        UnusableSubmission: the file is no draft of the form though it is called one.
    """
    if ending not in (".md", ".txt", ".json"):
        return None, data
    try:
        text = data.decode("utf-8-sig") if len(data) <= MAX_TEXT else ""
    except UnicodeDecodeError:
        text = ""
    entry = entry_in(text)
    if ending == ".json" and not entry:
        raise unusable("submission.no_draft")
    rest = without_entry(text, t("submission.file_label"), t("submission.file_help"))
    rest = without_letter(rest, t) if entry else rest
    return entry, data if rest == text else rest.encode()


def _beside(rest: bytes, path: Path, reference: ReferenceData, t: Translations, reader: Reader) -> list[Submission]:
    """What was said beside an entry that was handed in as a whole."""
    if not rest.strip() or path.suffix.lower() == ".json":
        return []
    try:
        return _read(rest, path.suffix.lower(), reference, t, reader)
    except UnusableSubmission:  # words without a question of ours
        return [Submission({}, ((t("submission.before"), rest.decode("utf-8-sig")),))]


def _imported_entry(
    entry: EntryFile, reference: ReferenceData, t: Translations, practice_id: str, beside: list[Submission]
) -> Imported:
    """An entry as a draft, with what was said beside it as questions."""
    words = [(label, each) for submission in beside for label, each in submission.leftovers]
    words += [(note.place, note.words) for submission in beside for note in submission.notes]
    words += [(t(f"ask.{name}"), each) for submission in beside for name, each in submission.answers.items()]
    doubts = [Doubt("", t("doubt.leftover", label=label, words=each)) for label, each in words]
    text, record = as_draft(entry, reference, [doubt.text for doubt in doubts])
    chosen = practice_id or entry.id or free_id(str(record.get("title", "")), reference.practice_ids)
    return Imported(chosen, {"index.md": text.encode()}, tuple(doubts), record=record)


def _read(data: bytes, ending: str, reference: ReferenceData, t: Translations, reader: Reader) -> list[Submission]:
    refuse_unread(ending)
    offered = {question.id: tuple(question.options(reference.shared, t).values()) for question in QUESTIONS}
    submissions = reader(data, ending, t, offered)
    if not submissions:
        raise unusable("submission.empty")
    return submissions


def bytes_of(path: Path, most: int) -> bytes:
    """The bytes of a file.

    Raises:
        UnusableSubmission: it is no plain file, or has more than ``most``.
    """
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise unusable("submission.no_file", path.name)
    if status.st_size > most:
        raise unusable("submission.too_large", path.name, max=most // 1024 // 1024)
    return path.read_bytes()


def _entries(folder: Path, reference: ReferenceData, t: Translations) -> Iterator[Imported]:
    """The entries of a folder, as drafts; those in order already but for where they stand."""
    practices, problems = check_entries(folder, reference)
    if problems:
        raise UnusableSubmission(_fault(problem, t) for problem in problems)
    if not practices:
        raise unusable("submission.empty")
    for name, practice in practices.items():
        record = PRACTICE.said(practice)
        record["editorial"]["state"] = "draft"
        beside = [file for file in sorted((folder / name).iterdir()) if not file.name.startswith((".", "index.md"))]
        passed_over = ignored(folder, beside)
        files = {file.name: bytes_of(file, MAX_PICTURE_BYTES) for file in beside if file not in passed_over}
        yield Imported(name, {"index.md": entry_text(record, "pl").encode(), **files}, place=name)


def _fault(problem: Problem, t: Translations) -> Fault:
    place = problem.path + (f":{problem.line}:{problem.column}" if problem.line else "")
    text = t.problem(problem.key, problem.params)
    field = f"{problem.field_name}: " if problem.location else ""
    return Fault("submission.entry", place, {"problem": f"{field}{text}"})
