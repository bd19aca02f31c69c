"""From answers to the draft of an entry: what is sure goes into its field, what is not becomes an open question.

Nothing is guessed and nothing is dropped. The questions stand in ``editorial.questions``, each with the words of the
submission, so that the editor who opens the draft finds all of it in one place.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from ...catalogue import PRACTICE, VOCABULARIES, Problem, ReferenceData, without_control_characters
from ...wording import Translations, slug
from ..entry_text import entry_text
from .answering import answers_of, proposals_of
from .making import Doubt, Making, fill
from .names import Names, choice_names, shared_names
from .questions import BY_ID, QUESTIONS, Question
from .submission import Note
from .understanding import Understood

Answers = Mapping[str, str]
"""What was answered, by the id of the question, in the words that were typed; several answers stand on lines."""

# As people write entries: what was asked first, then where it is from and what remains to be done.
_LAST = ("sources", "editorial")
_ORDER = (*(name for name in PRACTICE.fields() if name not in _LAST), *_LAST)

_MAX_ID = 60
_PROPOSABLE = ("places", "organisations", "programmes", *VOCABULARIES)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


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
    base: Mapping[str, Any] = field(default_factory=dict)
    decide: Callable[[str, str], str | None] | None = None
    names: dict[str, Names] = field(init=False)

    def __post_init__(self) -> None:
        self.names = shared_names(self.reference)
        for where, records in proposals_of(self.base).items():
            for each in records:
                self.know(where, each)
        for question in QUESTIONS:
            if question.allowed not in self.names:
                self.names[question.allowed] = choice_names(question.options(self.reference.shared, self.t))

    def know(self, where: str, record: Mapping[str, Any]) -> None:
        """Have answers name a record that is proposed."""
        if where in self.names and "id" in record and "name" in record:
            known = self.names[where]
            self.names[where] = Names({**known.called, str(record["id"]): (str(record["name"]),)}, known.further)

    @property
    def answers(self) -> dict[str, str]:
        """The entry that was opened as answers."""
        return answers_of(self.base, self.names, self.t)

    def draft(
        self,
        answers: Answers,
        created: date | None = None,
        practice_id: str = "",
        leftovers: Iterable[tuple[str, str]] = (),
        taken: Iterable[str] | None = None,
        notes: Iterable[Note] = (),
        proposals: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    ) -> Draft:
        """The draft these answers make.

        Args:
            answers: see ``Answers``.
            created: the day to write into it.
            practice_id: its id; without one, an id nobody has is made of the title.
            leftovers: what came with the answers and belongs to no question, each with what it stood under.
            taken: the ids others have; those of the catalogue unless told.
            notes: what stood beside the answers, or was not plainly there.
            proposals: new records that the answers name, by their registry.
        """
        given = self.answers
        changed = {each.field for each in QUESTIONS if answers.get(each.id, "") != given.get(each.id, "")}
        making = self._filled({each.id: answers.get(each.id, "") for each in QUESTIONS if each.field in changed})
        making.record = {**{name: each for name, each in self.base.items() if name not in changed}, **making.record}
        making.add_what_must_be()
        for heading, words in leftovers:
            if words := cleaned(words).strip():
                making.doubt_leftover(cleaned(heading), words)
        for note in notes:
            making.doubt_note(Note(note.kind, cleaned(note.place), cleaned(note.words)))
        making.record["editorial"] = self._editorial(making, created, proposals or {})
        ordered = {name: making.record[name] for name in _ORDER if name in making.record}
        chosen = practice_id or free_id(
            str(ordered.get("title", "")), self.reference.practice_ids if taken is None else taken
        )
        return Draft(chosen, ordered, tuple(making.doubts), tuple(making.understood))

    def _editorial(
        self, making: Making, created: date | None, proposals: Mapping[str, Sequence[Mapping[str, Any]]]
    ) -> dict[str, Any]:
        before = {**self.base.get("editorial", {})}
        together = proposals_of(self.base)
        for name, records in (*making.proposals.items(), *proposals.items()):
            together[name] = [*together.get(name, ()), *map(dict, records)]
        questions = [*before.get("questions", ()), *(doubt.text for doubt in making.doubts)]
        editorial = {**before, "state": "draft"} | ({"created": created} if created and "created" not in before else {})
        editorial |= {"questions": questions} if questions else {}
        return editorial | ({"proposals": together} if together else {})

    def faults(self, question: Question, words: str) -> list[Problem]:
        """What the validator would say of one answer, before there is an entry."""
        making = self._filled({question.id: words})
        found = [doubt.problem for doubt in making.doubts if doubt.problem]
        try:
            PRACTICE({"id": "x", **making.record}, self.known(making.proposals))
        except ValidationError as error:
            problems = PRACTICE.problems(error)
            found += [each for each in problems if each.location[0] == question.field and each.key != "missing"]
        return found

    def known(
        self, proposals: Mapping[str, Sequence[Mapping[str, Any]]] | None = None
    ) -> Mapping[str, Collection[str]]:
        """The ids that an entry may name: of the catalogue, of what was told, and of further proposals."""
        further = {name: list(names.called) for name, names in self.names.items() if name in _PROPOSABLE}
        for name, new in (proposals or {}).items():
            further[name] += [each["id"] for each in new]
        return self.reference.names(further)

    def understood(self, question: Question, words: str) -> list[str]:
        """What an entry would say of one answer, where that is said in another way than it was typed."""
        return [each.meant for each in self._filled({question.id: words}).understood]

    def _filled(self, answers: Answers) -> Making:
        making = Making(self.names, self.t, decide=self.decide)
        for question in QUESTIONS:
            if words := cleaned(answers.get(question.id, "")).strip():
                fill(making, question, words)
        return making


def cleaned(words: str) -> str:
    """The words without what is not seen, in composed characters (NFC), their lines ended by line feeds."""
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", words))
    return "".join(
        letter for letter, seen in zip(lines, without_control_characters(lines), strict=True) if letter == seen
    )


def free_id(title: str, taken: Iterable[str], otherwise: str = "praktyka") -> str:
    """An id made of a title that is not taken: ``las-w-miescie``, else ``las-w-miescie-2``.

    Args:
        title: what is called so.
        taken: the ids of others.
        otherwise: what the id is made of where the title has no letter for it.
    """
    start = slug(title)[:_MAX_ID].strip("-") or otherwise
    taken = set(taken)
    return next(each for each in (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)


def question_of(problem: Problem) -> Question | None:
    """The question whose answer a problem of an entry is about."""
    name = str(problem.location[0]) if problem.location else ""
    if name == "period" and len(problem.location) > 1:
        return BY_ID.get(str(problem.location[1]))
    return next((question for question in QUESTIONS if question.field == name), None)
