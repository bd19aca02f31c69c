"""From answers to the draft of an entry: what is sure goes into its field, what is not becomes an open question.

Nothing is guessed and nothing is dropped. The questions stand in ``editorial.questions``, each with the words of the
submission, so that the editor who opens the draft finds all of it in one place.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any

from pydantic import ValidationError

from ...catalogue import (
    PRACTICE,
    SECTIONS,
    Problem,
    ReferenceData,
    is_safe_link,
    parse_date,
    without_control_characters,
)
from ...wording import Translations, slug
from ..entry_text import entry_text
from .names import Names, choice_names, shared_names, split_choices
from .questions import BY_ID, QUESTIONS, Question
from .submission import Note

Answers = Mapping[str, str]
"""What was answered, by the id of the question, in the words that were typed; several answers stand on lines."""

# As people write entries: what was asked first, then where it is from and what remains to be done.
_LAST = ("sources", "editorial")
_ORDER = (*(name for name in PRACTICE.fields() if name not in _LAST), *_LAST)

_MAX_THEMES = 5
_MAX_ANSWERS = 60
_MAX_LABEL = 200
_PIECE = 1200
_MAX_ID = 60
# Brackets inside an address come in pairs, as in those of Wikipedia; punctuation at its end is that of the sentence.
_ADDRESS = re.compile(r"https?://(?:\([^\s<>\"'()]*\)|\[[^\s<>\"'\[\]]*\]|[^\s<>\"'()\[\]])+(?<![.,;:])")
_PUNCTUATION = " .,;:"
_SEPARATORS = " ,;:–—-"
_WRAPPED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_HEADING = re.compile(r"^#{1,2}(?!#)[ \t]*", re.MULTILINE)
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_HTML = re.compile(r"<(?!https?://[^\s<>]+>|mailto:[^\s<>]+>)(?=[A-Za-z/!?])")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer that could not be used as it is: ``problem`` says what is wrong with it, if anything is."""

    question: str
    text: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of an entry: its folder, its fields, and what an editor still has to decide."""

    id: str
    record: Mapping[str, Any]
    doubts: tuple[Doubt, ...]

    @property
    def text(self) -> str:
        """The file of the entry."""
        return entry_text(self.record, "pl")


@dataclass(slots=True)
class Drafter:
    """Makes drafts that stand among the records of one catalogue, in one language of messages."""

    reference: ReferenceData
    t: Translations
    names: dict[str, Names] = field(init=False)

    def __post_init__(self) -> None:
        self.names = shared_names(self.reference)
        for question in QUESTIONS:
            if question.allowed not in self.names:
                self.names[question.allowed] = choice_names(question.options(self.reference.shared, self.t))

    def draft(
        self,
        answers: Answers,
        created: date | None = None,
        practice_id: str = "",
        leftovers: Iterable[tuple[str, str]] = (),
        taken: Iterable[str] | None = None,
        notes: Iterable[Note] = (),
    ) -> Draft:
        """The draft these answers make.

        Args:
            answers: see ``Answers``.
            created: the day to write into it.
            practice_id: its id; without one, an id nobody has is made of the title.
            leftovers: what came with the answers and belongs to no question, each with what it stood under.
            taken: the ids others have; those of the catalogue unless told.
            notes: what stood beside the answers, or was not plainly there.
        """
        making = self._filled(answers)
        making.add_what_must_be()
        for heading, words in leftovers:
            if words := cleaned(words).strip():
                making.doubt_leftover(cleaned(heading), words)
        for note in notes:
            making.doubt_note(note)
        editorial: dict[str, Any] = {"state": "draft"}
        if created:
            editorial["created"] = created
        if making.doubts:
            editorial["questions"] = [doubt.text for doubt in making.doubts]
        making.record["editorial"] = editorial
        ordered = {name: making.record[name] for name in _ORDER if name in making.record}
        chosen = practice_id or free_id(
            str(ordered.get("title", "")), self.reference.practice_ids if taken is None else taken
        )
        return Draft(chosen, ordered, tuple(making.doubts))

    def faults(self, question: Question, words: str) -> list[Problem]:
        """What the validator would say of one answer, before there is an entry."""
        making = self._filled({question.id: words})
        found = [doubt.problem for doubt in making.doubts if doubt.problem]
        try:
            PRACTICE({"id": "x", **making.record}, self.reference.names())
        except ValidationError as error:
            problems = PRACTICE.problems(error)
            found += [each for each in problems if each.location[0] == question.field and each.key != "missing"]
        return found

    def _filled(self, answers: Answers) -> "_Making":
        making = _Making(self)
        for question in QUESTIONS:
            if words := cleaned(answers.get(question.id, "")).strip():
                _FILL.get(question.id, _FILL_KIND.get(question.kind, _Making.line))(making, question, words)
        return making


def cleaned(words: str) -> str:
    """The words without what is not seen, in composed characters (NFC), their lines ended by line feeds."""
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", words))
    return "".join(
        letter for letter, seen in zip(lines, without_control_characters(lines), strict=True) if letter == seen
    )


def free_id(title: str, taken: Iterable[str]) -> str:
    """An id made of a title that no practice has: ``las-w-miescie``, else ``las-w-miescie-2``."""
    start = slug(title)[:_MAX_ID].strip("-") or "praktyka"
    taken = set(taken)
    return next(each for each in (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)


@dataclass(slots=True)
class _Making:
    """One draft while it is made."""

    by: Drafter
    record: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def line(self, question: Question, words: str) -> None:
        self.record[question.field] = _plain_text(words)

    def story(self, question: Question, words: str) -> None:
        """A section of the body; headings of the entry's own level and HTML in it become what an entry may hold."""
        self.record[question.field] = _HTML.sub("< ", _HEADING.sub("### ", words))

    def choice(self, question: Question, words: str) -> None:
        if found := self.found(question, question.allowed, _plain_text(words)):
            self.record[question.field] = found

    def choices(self, question: Question, words: str) -> None:
        answers = self.few(question, split_choices(words, self.by.names[question.allowed]))
        found = [self.found(question, question.allowed, _plain_text(answer)) for answer in answers]
        ids = list(dict.fromkeys(filter(None, found)))
        most = _MAX_THEMES if question.id == "themes" else len(ids)
        if ids:
            self.record[question.field] = ids[:most]
        for name in ids[most:]:
            label = self.by.names[question.allowed].label(name)
            self.doubt(question, "too_many", label, Problem("too_many", params={"max": most}))

    def places(self, question: Question, words: str) -> None:
        ids = [self.found(question, "places", line) for line in self.few(question, _lines(words))]
        if found := list(dict.fromkeys(filter(None, ids))):
            self.record["places"] = [{"place": name, "role": "implemented"} for name in found]

    def organisations(self, question: Question, words: str) -> None:
        role = "leader" if question.id == "leaders" else "partner"
        ids = [self.found(question, "organisations", line) for line in self.few(question, _lines(words))]
        for name in dict.fromkeys(filter(None, ids)):
            self.record.setdefault("organisations", []).append({"org": name, "role": role})

    def programme(self, question: Question, words: str) -> None:
        if found := self.found(question, "programmes", _plain_text(words)):
            self.record["programme"] = {"id": found}

    def day(self, question: Question, words: str) -> None:
        given = _plain_text(words)
        try:
            parse_date(given)
        except ValueError:
            self.doubt(question, "bad_date", given, Problem("bad_date", params={"value": given}))
        else:
            self.record.setdefault("period", {})[question.id] = given

    def contact(self, question: Question, words: str) -> None:
        name = question.id.removeprefix("contact_")
        given = _plain_text(words)
        if name == "email" and not is_safe_link(f"mailto:{given}"):
            self.doubt(question, "unmapped", given, Problem("bad_email", params={"value": given}))
        else:
            self.record.setdefault("contacts", [{}])[0][name] = given

    def sources(self, question: Question, words: str) -> None:
        for n, line in enumerate(_lines(words), 1):
            self.record.setdefault("sources", []).append({"id": f"s{n}", **_source(line)})

    def unmapped(self, question: Question, words: str) -> None:
        """Words that only a person can take apart: sums, figures, remarks."""
        self.doubt(question, question.id if question.id == "remarks" else "unmapped", words)

    def add_what_must_be(self) -> None:
        """What an entry has to have and can be said honestly without an answer."""
        self.record.setdefault("lifecycle", "unknown")
        if "sources" not in self.record:
            self.record["sources"] = [{"id": "s1", "title": self.by.t("doubt.submission_as_source")}]
            self.doubts.append(Doubt("sources", self.by.t("doubt.no_source")))

    def doubt_leftover(self, heading: str, words: str) -> None:
        label = _plain_text(heading)
        if len(label) > _MAX_LABEL:
            words = f"{label} {words}"
        for piece in _pieces(words):
            self.doubts.append(Doubt("", self.by.t("doubt.leftover", label=label[:_MAX_LABEL], words=piece)))

    def doubt_note(self, note: Note) -> None:
        place = _plain_text(cleaned(note.place))[:_MAX_LABEL]
        for piece in _pieces(cleaned(note.words)):
            self.doubts.append(Doubt("", self.by.t(f"note.{note.kind}", place=place, words=piece)))

    def few(self, question: Question, answers: Iterable[str]) -> list[str]:
        """As many answers as one practice may have; a person looks at further ones."""
        given = list(answers)
        if further := given[_MAX_ANSWERS:]:
            self.doubt(question, "unmapped", "; ".join(further))
        return given[:_MAX_ANSWERS]

    def found(self, question: Question, where: str, words: str) -> str | None:
        names = self.by.names[where]
        name = names.find(words)
        if name is None:
            near = [names.label(each) for each in names.nearest(words, 3)] if len(words) <= _MAX_LABEL else []
            params = {"value": words[:_MAX_LABEL], "where": where, "nearest": near[0] if near else None}
            similar = self.by.t("doubt.similar", names=self.by.t.listing(near, "or")) if near else ""
            self.doubt(question, "unknown_name", words, Problem("unknown_id", params=params), similar=similar)
        return name

    def doubt(
        self, question: Question, key: str, words: str, problem: Problem | None = None, similar: str = ""
    ) -> None:
        label = question.label(self.by.t)
        for piece in _pieces(words):
            params = {"label": label, "words": piece, "field": question.field, "similar": similar}
            self.doubts.append(Doubt(question.id, self.by.t(f"doubt.{key}", **params), problem))


Fill = Callable[[_Making, Question, str], None]

_FILL_KIND: Mapping[str, Fill] = {"choice": _Making.choice, "choices": _Making.choices}
_FILL: Mapping[str, Fill] = {
    "places": _Making.places,
    "sources": _Making.sources,
    "leaders": _Making.organisations,
    "partners": _Making.organisations,
    "start": _Making.day,
    "end": _Making.day,
    "programme": _Making.programme,
    "funding": _Making.unmapped,
    "indicators": _Making.unmapped,
    "remarks": _Making.unmapped,
    "contact_unit": _Making.contact,
    "contact_email": _Making.contact,
    **dict.fromkeys(SECTIONS, _Making.story),
}


def _lines(words: str) -> list[str]:
    """The answers that stand on lines of their own, bullets left out."""
    lines = (_plain_text(re.sub(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+", "", line)) for line in words.split("\n"))
    return [line for line in lines if line]


def _plain_text(words: str) -> str:
    """Words on one line that nobody takes for markup."""
    return _MARKUP.sub("< ", " ".join(words.split()))


def _source(line: str) -> dict[str, str]:
    """A source as it was typed: its address is the first of the line, its title the words beside addresses.

    A line with more than a source has room for stands whole in the note.
    """
    found = [each for each in _ADDRESS.finditer(line) if is_safe_link(each[0])]
    title = (_without(line, found) if found else line) or found[0][0]
    given = {"title": title if len(title) <= _MAX_LABEL else title[: _MAX_LABEL - 1] + "…"}
    if given["title"] != title or len(found) > 1:
        given["note"] = line
    return {**given, "url": found[0][0]} if found else given


def _without(line: str, found: Sequence[re.Match[str]]) -> str:
    """What is left of a line without some parts of it and without the punctuation that only held them."""
    starts = [0, *(each.end() for each in found)]
    ends = [*(each.start() for each in found), len(line)]
    words = reduce(_joined, (line[start:end] for start, end in zip(starts, ends, strict=True)))
    words = words.strip(_SEPARATORS)
    wrapped = _WRAPPED.fullmatch(words)
    return wrapped[1].strip(_SEPARATORS) if wrapped else words


def _joined(before: str, after: str) -> str:
    """The words before and behind an address; brackets that held nothing else go with it."""
    before, after = before.rstrip(), after.lstrip(_PUNCTUATION)
    if before[-1:] + after[:1] in ("()", "[]", "<>"):
        before, after = before[:-1].rstrip(), after[1:].lstrip(_PUNCTUATION)
    return f"{before}{after}" if after[:1] in (")", "]") else f"{before} {after}"


def _pieces(words: str) -> Iterator[str]:
    """The words in pieces that a question has room for."""
    rest = _plain_text(words)
    while rest:
        end = len(rest) if len(rest) <= _PIECE else rest.rfind(" ", 1, _PIECE + 1)
        end = end if end > 0 else _PIECE  # a word longer than a question
        yield rest[:end]
        rest = rest[end:].lstrip(" ")


def question_of(problem: Problem) -> Question | None:
    """The question whose answer a problem of an entry is about."""
    name = str(problem.location[0]) if problem.location else ""
    if name == "period" and len(problem.location) > 1:
        return BY_ID.get(str(problem.location[1]))
    return next((question for question in QUESTIONS if question.field == name), None)
