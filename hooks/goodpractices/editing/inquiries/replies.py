"""From the file of a reply to the draft of the entry it is about: text of an e-mail, document, file of the form."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...catalogue import PRACTICE, SECTIONS, Catalogue, Identity, Practice, ReferenceData, in_language, lines_of_field
from ...wording import ORIGINAL, Translations, languages
from ..entry_text import entry_text, with_lines, yaml_text
from ..submissions.entry_files import EntryFile
from ..submissions.importing import MAX_BYTES, Reader, bytes_of, entry_of
from ..submissions.reading_files import read_plain
from ..submissions.submission import Note, unusable
from .letter import Asking, addresses_of, letter_to
from .letter_files import paragraphs_of
from .recording import with_editorial
from .reply_lines import Ours, lines_of
from .reply_reading import Reply, read_reply
from .replying import Changes, changes_of, pieces
from .topics import topics_to_ask

_END_OF_FIELDS = re.compile(r"\n---[ \t]*(?:\n|$)")
_NOT_THEIRS = ("id", "editorial", "translations", "former_ids")


@dataclass(frozen=True)
class Desk:
    """What replies are read beside: the practices, what entries are checked against, and whose letters they answer."""

    folder: Path
    catalogue: Catalogue
    reference: ReferenceData
    identity: Identity
    today: date

    @cached_property
    def told(self) -> Mapping[str, Catalogue]:
        """The catalogue in each language that letters may be in."""
        return {language: in_language(self.catalogue, language) for language in languages()}


@dataclass(frozen=True, slots=True)
class Replied:
    """The draft that a reply makes: the file of the entry, the fields that changed and the questions that came."""

    id: str
    text: str
    changes: Changes


def replied(path: Path, desk: Desk, *, practice_id: str = "", by: str = "", reader: Reader = read_plain) -> Replied:
    """The draft that the file of a reply makes.

    Args:
        path: the file.
        desk: what it is read beside.
        practice_id: the practice, if the file does not say which.
        by: who answered, a post or a department.
        reader: reads a document or a text; one for files of strangers keeps within limits.

    Raises:
        UnusableSubmission: nothing can be made of it, or it does not say which practice it is about.
    """
    data, ending = bytes_of(path, MAX_BYTES), path.suffix.lower()
    t = Translations.load(ORIGINAL)
    form, rest = entry_of(data, ending, t)
    if form:
        practice = _practice(form.id or practice_id or _by_title(str(form.record.get("title", "")), desk), desk)
        words = "" if ending == ".json" else rest.decode("utf-8-sig")
        reply = read_reply(words, ours_of(practice, desk), about_of(practice))
        changes = _of_form(form, practice, desk, by, reply)
    else:
        read = reader(data, ending, t, {})[0]
        text = read.answers["text"]
        practice = _practice(practice_id or _named_in(text, desk), desk)
        ours = ours_of(practice, desk)
        beside = {each: answer for each in read.notes if each.kind == "comment" and (answer := _answer_in(each, ours))}
        reply = read_reply("\n".join((text, *beside.values())), ours, about_of(practice))
        kept = (each for each in read.notes if each not in beside)
        notes = [t(f"note.{each.kind}", place=each.place, words=" ".join(each.words.split())) for each in kept]
        day = desk.today.isoformat()
        changes = changes_of(reply, practice, desk.reference, day=day, notes=notes, by=by)
    return Replied(practice.id, _written(_file_of(practice, desk), changes), changes)


def ours_of(practice: Practice, desk: Desk) -> Ours:
    """What of a reply about a practice may be our letter."""
    texts: list[str] = []
    to: list[str] = []
    closings: list[str] = []
    for language, told in desk.told.items():
        asking = Asking(desk.identity, desk.today, desk.today, *addresses_of(practice, desk.identity, language))
        letter = letter_to(told.practices[practice.id], told, asking)
        rest = [f"{each.label}\n{each.known}\n{each.goes}" for each in (*letter.questions, *letter.rest)]
        texts += [letter.text, *(words for words, _ in paragraphs_of(letter)), *rest]
        to += letter.to
        closings += (*letter.closing, *letter.signed)
    return Ours(tuple(texts), tuple(to), tuple(closings))


def _answer_in(comment: Note, ours: Ours) -> str:
    """A comment on a question of ours as lines that answer it; nothing where it stands beside other words."""
    if ours.question(comment.place):
        return f"{comment.place}\n{comment.words}"
    answer = f"{comment.place} {comment.words}"
    return answer if ours.behind(answer)[0] else ""


def about_of(practice: Practice) -> tuple[str, ...]:
    """The questions of the last letter in their order; those it would have now, if the entry does not say."""
    asked = [each for each in practice.editorial.inquiries if each.about]
    return asked[-1].about if asked else tuple(each.id for each in topics_to_ask(practice))


def _file_of(practice: Practice, desk: Desk) -> str:
    return (desk.folder / practice.id / "index.md").read_bytes().decode("utf-8-sig")


def _practice(practice_id: str, desk: Desk) -> Practice:
    if practice_id not in desk.catalogue.practices:
        raise unusable("submission.no_practice")
    return desk.catalogue.practices[practice_id]


def _named_in(text: str, desk: Desk) -> str:
    """The practice that the line of reference names, or whose title stands in the text as no other's does."""
    ours = Ours(())
    for line in lines_of(text):
        if found := ours.is_reference(line.text):
            return found["id"]
    return _by_title(text, desk)


def _by_title(text: str, desk: Desk) -> str:
    plain = " ".join(re.sub(r"(?m)^[ \t>]+", "", text).split())
    named = {
        each.id
        for each in desk.catalogue.practices.values()
        for title in (each.title, *(told.title for told in each.translations.values()))
        if " ".join(title.split()) in plain
    }
    return named.pop() if len(named) == 1 else ""


def _of_form(form: EntryFile, practice: Practice, desk: Desk, by: str, beside: Reply) -> Changes:
    """What the file of the form changes: it is the whole entry, so each field that differs is an answer.

    What was said beside it is read as a reply is.
    """
    t = Translations.load(ORIGINAL)
    before = PRACTICE.said(practice)
    given = {name: value for name, value in form.record.items() if name not in _NOT_THEIRS}
    given = _as_said({**before, **given}, desk) or given
    changed = [name for name in given if name not in _NOT_THEIRS and _flat(given[name]) != _flat(before.get(name))]
    is_read = bool(form.record)
    gone = [name for name in before if is_read and name not in _NOT_THEIRS and name not in form.record]
    notes = [t("reply_doubt.removed", words=words) for words in _lost(before, given, [*changed, *gone], form)]
    own = form.record.get("editorial") or {}
    notes += [each for each in own.get("questions", ()) if each not in before["editorial"].get("questions", ())]
    proposals = {"proposals": own["proposals"]} if own.get("proposals") else {}
    record = {**before, **{name: given[name] for name in changed}, "editorial": {**before["editorial"], **proposals}}
    unread = _unread_in(form.text, _file_of(practice, desk), record)
    notes += pieces(t, "unread", " / ".join(unread))
    day = desk.today.isoformat()
    changes = changes_of(beside, practice, desk.reference, day=day, notes=notes, by=by, record=record)
    changes.changed = [*changed, *changes.changed]
    return changes


def _as_said(record: Mapping[str, Any], desk: Desk) -> dict[str, Any] | None:
    """A record with its values as the model says them, but for fields with something wrong, which stay as they came.

    ``None`` while something else is wrong with it.
    """
    faulty: set[str] = set()
    for _ in range(4):  # what is wrong with one field may hide what is wrong with others
        sound = {name: value for name, value in record.items() if name not in faulty}
        try:
            practice = PRACTICE({**sound, "translations": {}}, desk.reference.names())
        except ValidationError as wrong:
            faulty |= {str(each["loc"][0]) for each in wrong.errors() if each["loc"]} & record.keys()
        else:
            return {**PRACTICE.said(practice), **{name: record[name] for name in faulty}}
    return None


def _unread_in(came: str, file: str, record: Mapping[str, Any]) -> Iterator[str]:
    """The lines of the file of an entry with words that stand neither in the entry as it was nor in what came of it."""
    made = set(re.findall(r"\w+", f"{file} {entry_text(record, ORIGINAL)}"))
    for line in came.split("\n"):
        if not made.issuperset(re.findall(r"\w+", line)):
            yield line.strip()


def _lost(before: Mapping[str, Any], given: Mapping[str, Any], names: Sequence[str], form: EntryFile) -> Iterator[str]:
    """What the entry says and the file of the form does not, in short."""
    for name in names:
        old, new = before.get(name), given.get(name) if name in form.record else None
        if isinstance(old, list):
            kept = [_flat(each) for each in new or ()]
            yield from (f"{name}: {_flat(each)}"[:1000] for each in old if _flat(each) not in kept)
        elif old and not new:
            yield f"{name}: {_flat(old)}"[:1000]


def _flat(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _written(file: str, changes: Changes) -> str:
    """The file of the entry with the fields that changed written anew, all else as it was."""
    names = [name for name in dict.fromkeys(changes.changed) if name != "editorial"]
    text = with_editorial(file, changes.record["editorial"])
    record = PRACTICE.fields()
    if any(name not in record for name in names):
        return entry_text(changes.record, ORIGINAL)
    for name in (each for each in names if each not in SECTIONS):
        try:
            place = lines_of_field(text, name)
        except KeyError:
            first, _ = lines_of_field(text, "editorial")
            place = first, first
        value = yaml_text({name: changes.record[name]})
        text = with_lines(text, place, value + ("\n" if _has_gap(text, place) else ""))
    return text if not {*SECTIONS} & {*names} else _with_story(text, changes.record)


def _with_story(file: str, record: Mapping[str, Any]) -> str:
    """The file with the story of a record below its fields."""
    fields, _ = _END_OF_FIELDS.split(file, maxsplit=1)
    _, story = _END_OF_FIELDS.split(entry_text(record, ORIGINAL), maxsplit=1)
    return f"{fields}\n---\n{story}"


def _has_gap(text: str, place: tuple[int, int]) -> bool:
    """Whether an empty line stood behind a field, which stays."""
    first, behind = place
    return behind > first and not text.split("\n")[behind - 2].strip()
