"""One draft while it is made: each answer goes into its field, or becomes a doubt in the words of the submission."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...catalogue import (
    SECTIONS,
    Problem,
    Reading,
    is_safe_link,
    list_items,
    period_ends,
    readings,
    story_lists,
    written,
)
from ...wording import Translations, slug
from .figures import Told, figure_told, money_told, obstacle_told, with_ids
from .names import Names, split_choices
from .new_records import record_told
from .questions import Question
from .sources import source_told
from .submission import Note
from .understanding import Understood, date_in_entry, figure_in_entry, money_in_entry

_MAX_THEMES = 5
_MAX_ANSWERS = 60
_MAX_LABEL = 200
_PIECE = 1200
_MAX_ID = 60
_HEADING = re.compile(r"^#{1,2}(?!#)[ \t]*", re.MULTILINE)
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_HTML = re.compile(r"<(?!https?://[^\s<>]+>|mailto:[^\s<>]+>)(?=[A-Za-z/!?])")


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer that could not be used as it is: ``problem`` says what is wrong with it, if anything is."""

    question: str
    text: str
    problem: Problem | None = None


@dataclass(slots=True)
class Making:
    """One draft while it is made."""

    names: Mapping[str, Names]
    t: Translations
    record: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    proposals: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    decide: Callable[[str, str], str | None] | None = None
    """Gives the id of what an unknown name of a registry or vocabulary means; see ``Deciding``."""

    def line(self, question: Question, words: str) -> None:
        self.record[question.field] = _plain_text(words)

    def story(self, question: Question, words: str) -> None:
        """A section of the body; headings of the entry's own level and HTML in it become what an entry may hold."""
        self.record[question.field] = _HTML.sub("< ", _HEADING.sub("### ", story_lists(words)))

    def choice(self, question: Question, words: str) -> None:
        if found := self.found(question, question.allowed, _plain_text(words)):
            self.record[question.field] = found

    def choices(self, question: Question, words: str) -> None:
        answers = self.few(question, split_choices(words, self.names[question.allowed]))
        found = [self.found(question, question.allowed, _plain_text(answer)) for answer in answers]
        ids = list(dict.fromkeys(filter(None, found)))
        most = _MAX_THEMES if question.id == "themes" else len(ids)
        if ids:
            self.record[question.field] = ids[:most]
        for name in ids[most:]:
            label = self.names[question.allowed].label(name)
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
        others = {name for name, value in period.items() if ends.get(name, value) != value}
        period.update({name: value for name, value in ends.items() if name not in others})
        if others:  # one answer names both ends, and another one of them differently
            self.doubt_of_date(question, given, found or readings("when", given))
            return
        if given not in ends.values():
            said = (date_in_entry(each, self.t) for each in ends.values())
            self.understood.append(Understood(question.id, given, " – ".join(said)))

    def doubt_of_date(self, question: Question, given: str, found: Sequence[Reading]) -> None:
        params = {"value": given} | ({"readings": "; ".join(map(written, found))} if len(found) > 1 else {})
        self.doubt(question, "bad_date", given, Problem("bad_date", params=params), similar=self.meanings(found))

    def meanings(self, found: Sequence[Reading]) -> str:
        """The readings that words may have, as the end of a doubt; nothing where they have none or one."""
        return self.t("doubt.meanings", readings="; ".join(map(written, found))) if len(found) > 1 else ""

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
            self.understood.append(Understood(question.id, line, said(found, self.t)))

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
            self.record["sources"] = [{"id": "s1", "title": self.t("doubt.submission_as_source")}]
            self.doubts.append(Doubt("sources", self.t("doubt.no_source")))

    def doubt_leftover(self, heading: str, words: str) -> None:
        label = _plain_text(heading)
        if len(label) > _MAX_LABEL:
            words = f"{label} {words}"
        for piece in _pieces(words):
            self.doubts.append(Doubt("", self.t("doubt.leftover", label=label[:_MAX_LABEL], words=piece)))

    def doubt_note(self, note: Note) -> None:
        place = _plain_text(note.place)[:_MAX_LABEL]
        for piece in _pieces(note.words):
            self.doubts.append(Doubt("", self.t(f"note.{note.kind}", place=place, words=piece)))

    def few(self, question: Question, answers: Iterable[str]) -> list[str]:
        """As many answers as one practice may have; a person looks at further ones."""
        given = list(answers)
        if further := given[_MAX_ANSWERS:]:
            self.doubt(question, "unmapped", "; ".join(further))
        return given[:_MAX_ANSWERS]

    def found(self, question: Question, where: str, words: str) -> str | None:
        names = self.names[where]
        name = names.find(words) or self.proposed(where, words)
        if name is None and self.decide:
            name = self.decide(where, words)
        if name is None:
            near = [names.label(each) for each in names.nearest(words, 3)] if len(words) <= _MAX_LABEL else []
            params = {"value": words[:_MAX_LABEL], "where": where, "nearest": near[0] if near else None}
            similar = self.t("doubt.similar", names=self.t.listing(near, "or")) if near else ""
            self.doubt(question, "unknown_name", words, Problem("unknown_id", params=params), similar=similar)
        return name

    def proposed(self, where: str, words: str) -> str | None:
        """The id of a new record that an answer says all about: ``Łeba (miejscowość, Polska)``, ``Klub (fundacja)``."""
        told = record_told(where, words, self.names, self.t)
        if told is None:
            return None
        beside = self.proposals.setdefault(where, [])
        if same := next((each["id"] for each in beside if each["name"] == told["name"]), None):
            return str(same)
        start = slug(told["name"])[:_MAX_ID].strip("-") or "x"
        taken = {*self.names[where].called, *(each["id"] for each in beside)}
        free = next(each for each in (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)
        beside.append({"id": free, **told})
        return free

    def doubt(
        self, question: Question, key: str, words: str, problem: Problem | None = None, similar: str = ""
    ) -> None:
        label = question.label(self.t)
        for piece in _pieces(words):
            params = {"label": label, "words": piece, "field": question.field, "similar": similar}
            self.doubts.append(Doubt(question.id, self.t(f"doubt.{key}", **params), problem))


Fill = Callable[[Making, Question, str], None]

_FILL_KIND: Mapping[str, Fill] = {"choice": Making.choice, "choices": Making.choices}
_FILL: Mapping[str, Fill] = {
    "places": Making.places,
    "sources": Making.sources,
    "leaders": Making.organisations,
    "partners": Making.organisations,
    "start": Making.day,
    "end": Making.day,
    "programme": Making.programme,
    "funding": Making.money,
    "indicators": Making.figures,
    "obstacles": Making.obstacles,
    "remarks": Making.unmapped,
    "contact_unit": Making.contact,
    "contact_email": Making.contact,
    **dict.fromkeys(SECTIONS, Making.story),
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


def fill(making: Making, question: Question, words: str) -> None:
    """Put an answer where it belongs."""
    _FILL.get(question.id, _FILL_KIND.get(question.kind, Making.line))(making, question, words)
