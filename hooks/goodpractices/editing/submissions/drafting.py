"""From answers to the draft of an entry: what is sure goes into its field, what is not becomes an open question.

Nothing is guessed and nothing is dropped. The questions stand in ``editorial.questions``, each with the words of the
submission, so that the editor who opens the draft finds all of it in one place.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from ...catalogue import (
    PRACTICE,
    SECTIONS,
    Problem,
    Reading,
    ReferenceData,
    is_safe_link,
    list_items,
    period_ends,
    readings,
    story_lists,
    without_control_characters,
    written,
)
from ...wording import Translations, slug
from ..entry_text import entry_text
from .figures import Told, figure_told, money_told, obstacle_told, with_ids
from .names import Names, choice_names, shared_names, split_choices
from .questions import BY_ID, QUESTIONS, Question
from .sources import source_told
from .submission import Note
from .understanding import Understood, date_in_entry, figure_in_entry, money_in_entry

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
    understood: tuple[Understood, ...] = ()

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
        return Draft(chosen, ordered, tuple(making.doubts), tuple(making.understood))

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

    def understood(self, question: Question, words: str) -> list[str]:
        """What an entry would say of one answer, where that is said in another way than it was typed."""
        return [each.meant for each in self._filled({question.id: words}).understood]

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
    understood: list[Understood] = field(default_factory=list)

    def line(self, question: Question, words: str) -> None:
        self.record[question.field] = _plain_text(words)

    def story(self, question: Question, words: str) -> None:
        """A section of the body; headings of the entry's own level and HTML in it become what an entry may hold."""
        self.record[question.field] = _HTML.sub("< ", _HEADING.sub("### ", story_lists(words)))

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
        found = readings("date", given)
        ends = {question.id: found[0]["value"]} if len(found) == 1 else period_ends(given, ("start", "end"))
        if question.id not in ends:
            self.doubt_of_date(question, given, readings("when", given))
            return
        period = self.record.setdefault("period", {})
        period.update({name: value for name, value in ends.items() if name == question.id or name not in period})
        if given not in ends.values():
            said = (date_in_entry(each, self.by.t) for each in ends.values())
            self.understood.append(Understood(question.id, given, " – ".join(said)))

    def doubt_of_date(self, question: Question, given: str, found: Sequence[Reading]) -> None:
        params = {"value": given} | ({"readings": "; ".join(map(written, found))} if len(found) > 1 else {})
        self.doubt(question, "bad_date", given, Problem("bad_date", params=params), similar=self.meanings(found))

    def meanings(self, found: Sequence[Reading]) -> str:
        """The readings that words may have, as the end of a doubt; nothing where they have none or one."""
        return self.by.t("doubt.meanings", readings="; ".join(map(written, found))) if len(found) > 1 else ""

    def money(self, question: Question, words: str) -> None:
        self.told(question, words, money_told, money_in_entry)

    def figures(self, question: Question, words: str) -> None:
        self.told(question, words, figure_told, figure_in_entry)
        if question.field in self.record:
            self.record[question.field] = with_ids(self.record[question.field])

    def obstacles(self, question: Question, words: str) -> None:
        self.record[question.field] = [obstacle_told(line) for line in self.few(question, _lines(words))]

    def told(
        self,
        question: Question,
        words: str,
        read: Callable[[str, int], Told | None],
        said: Callable[[Told, Translations], str],
    ) -> None:
        """Records of the lines that say one for sure; the others wait for a person."""
        for line in _lines(words):
            found = read(line, len(self.record.get("sources", ())))
            if found is None:
                self.doubt(question, "unmapped", line, similar=self.meanings(readings("number", line)))
                continue
            self.record.setdefault(question.field, []).append(found)
            self.understood.append(Understood(question.id, line, said(found, self.by.t)))

    def contact(self, question: Question, words: str) -> None:
        name = question.id.removeprefix("contact_")
        given = _plain_text(words)
        if name == "email" and not is_safe_link(f"mailto:{given}"):
            self.doubt(question, "unmapped", given, Problem("bad_email", params={"value": given}))
        else:
            self.record.setdefault("contacts", [{}])[0][name] = given

    def sources(self, question: Question, words: str) -> None:
        for n, line in enumerate(_lines(words), 1):
            self.record.setdefault("sources", []).append({"id": f"s{n}", **source_told(line)})

    def unmapped(self, question: Question, words: str) -> None:
        """Words that only a person can take apart."""
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
    "funding": _Making.money,
    "indicators": _Making.figures,
    "obstacles": _Making.obstacles,
    "remarks": _Making.unmapped,
    "contact_unit": _Making.contact,
    "contact_email": _Making.contact,
    **dict.fromkeys(SECTIONS, _Making.story),
}


def _lines(words: str) -> list[str]:
    """The answers that stand on lines of their own, bullets left out."""
    return [line for line in map(_plain_text, list_items(words)) if line]


def _plain_text(words: str) -> str:
    """Words on one line that nobody takes for markup."""
    return _MARKUP.sub("< ", " ".join(words.split()))


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
