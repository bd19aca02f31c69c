"""Questions to a person at a terminal, one after the other, each answer checked before the next question.

How words reach the person and come back is not known here: ``ask`` and ``say`` are functions of whoever holds the
conversation, so that it can be tried without a terminal.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from ...catalogue import Organisation, Place, Problem, Validator, is_slug, readings
from ...wording import Translations
from .drafting import Drafter, free_id, question_of
from .names import Names, choice_names
from .questions import QUESTIONS, Question

Ask = Callable[[str], str]
Say = Callable[[str], None]

_REGISTRY_OF = {"places": "places", "leaders": "organisations", "partners": "organisations", "programme": "programmes"}
_ADDABLE: Mapping[str, Validator[Any]] = {"places": Validator(Place), "organisations": Validator(Organisation)}
_LIST = "?"


def code_of_country(typed: str) -> str:
    """The code of the country that was named; what was typed where no country is called so."""
    found = readings("country", typed)
    return found[0]["value"] if found else typed


@dataclass(slots=True)
class Interview:
    """A conversation about one practice.

    ``answers`` and ``refused`` fill up as it goes on, so whatever ends the conversation, what was typed is still there;
    ``new_records`` are organisations and places that the person wants to add.
    """

    drafter: Drafter
    ask: Ask
    say: Say
    answers: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    new_records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def t(self) -> Translations:
        return self.drafter.t

    @property
    def typed(self) -> dict[str, str]:
        """Every answer, refused words included where nothing took their place."""
        together = {**self.refused, **self.answers}
        for question in QUESTIONS:
            if question.takes_several and question.id in self.refused and question.id in self.answers:
                together[question.id] = f"{self.answers[question.id]}\n{self.refused[question.id]}"
        return together

    def run(self) -> None:
        """Ask what was not answered yet: first what an entry needs, then, if the person wants to go on, the rest.

        Answers that were there beforehand come first: what would not do is told and asked anew.
        """
        for question in QUESTIONS:
            if question.id in self.answers and not self._keeps(question):
                self.ask_question(question)
        self.ask_all(question for question in QUESTIONS if question.required)
        further = [question for question in QUESTIONS if not question.required and question.id not in self.answers]
        if further and self.agrees(self.t("new.further", n=len(further))):
            self.ask_all(further)

    def ask_all(self, questions: Iterable[Question]) -> None:
        for question in questions:
            if question.id not in self.answers:
                self.ask_question(question)

    def ask_again(self, problems: Iterable[Problem]) -> bool:
        """Ask anew what problems of the finished entry are about; false where no question is."""
        asked = {question.id: question for problem in problems if (question := question_of(problem))}
        for question in asked.values():
            if question.id in self.answers:
                self.refused[question.id] = self.answers.pop(question.id)
            self.ask_question(question)
        return bool(asked)

    def ask_question(self, question: Question) -> None:
        """Ask until the answer will do; one that takes several goes on until an empty line."""
        several = question.takes_several
        self.say("")
        self.say(f"{question.label(self.t)}{' *' if question.required else ''}")
        self.say(f"  {question.help(self.t)}")
        lists = self._names(question)
        if lists:
            self.say(f"  {self.t('new.how_to_list')}")
        while True:
            words = self.ask(self.t("new.next") if several and question.id in self.answers else self.t("new.answer"))
            if not words.strip():
                if question.id in self.answers or not question.required:
                    return
                self.say(self.t.problem("missing", {}))
            elif words.strip() == _LIST and lists:
                self._list(lists)
            elif self._accepts(question, words := self._numbered(lists, words)):
                self.refused.pop(question.id, None)
                before = self.answers.get(question.id)
                self.answers[question.id] = f"{before}\n{words}" if several and before else words
                if not several:
                    return
            else:
                self.refused[question.id] = words

    def ask_id(self) -> str:
        """The id of the entry: one made of the title, unless the person has a better one."""
        suggested = free_id(self.answers.get("title", ""), self.drafter.reference.practice_ids)
        while True:
            self.say("")
            words = self.ask(self.t("new.id", id=suggested)).strip()
            if not words:
                return suggested
            if words in self.drafter.reference.practice_ids:
                self.say(self.t("new.id_taken", id=words))
            elif is_slug(words):
                return words
            else:
                self.say(self.t.problem("bad_id", {"value": words}))

    def agrees(self, asked: str) -> bool:
        return self.ask(f"{asked} {self.t('new.yes_no')}").strip().casefold() in self.t("new.yes").split()

    def _keeps(self, question: Question) -> bool:
        """Whether an answer from before will do as it is; of one in several lines those stay that will."""
        given = self.answers[question.id]
        lines = given.split("\n") if question.takes_several else [given]
        kept = [line for line in lines if not self.drafter.faults(question, line) or self._is_mended(question, line)]
        if len(kept) < len(lines):
            self.refused[question.id] = "\n".join(line for line in lines if line not in kept)
            self.answers[question.id] = "\n".join(kept)
            if not kept:
                del self.answers[question.id]
        return len(kept) == len(lines)

    def _is_mended(self, question: Question, words: str) -> bool:
        self.say("")
        self.say(f"{question.label(self.t)}: {words}")
        return self._accepts(question, words)

    def _accepts(self, question: Question, words: str) -> bool:
        faults = self.drafter.faults(question, words)
        for fault in faults:
            self.say(self.t.problem(fault.key, fault.params))
        where = _REGISTRY_OF.get(question.id, "")
        if faults and where in _ADDABLE:
            return self._adds(where, words)
        if faults and where:
            self.say(self.t("new.write_it_in", file=f"practices/_registry/{where}.yml"))
        for meant in self.drafter.understood(question, words) if not faults else ():
            self.say(self.t("new.understood", meant=meant))
        return not faults

    def _adds(self, where: str, words: str) -> bool:
        """Whether the person adds an unknown organisation or place, and what has to be known about it is given."""
        if near := [self.drafter.names[where].label(name) for name in self.drafter.names[where].nearest(words)]:
            self.say(self.t("new.nearest", names=", ".join(f"„{each}”" for each in near)))
        if not self.agrees(self.t(f"new.add.{where}", name=words)):
            return False
        record = {"id": free_id(words, self.drafter.names[where].called), "name": " ".join(words.split())}
        if where == "places":
            record["country"] = code_of_country(self.ask(self.t("new.country")).strip() or "PL")
            record["level"] = self._one_of(choice_names(self.t.group("choices.place_level")), self.t("new.level"))
        else:
            record["kind"] = self._one_of(self.drafter.names["organisation_kinds"], self.t("new.kind"))
        try:
            _ADDABLE[where](record, self.drafter.reference.names())
        except ValidationError as error:
            for problem in _ADDABLE[where].problems(error):
                self.say(f"{problem.field_name}: {self.t.problem(problem.key, problem.params)}")
            return False
        self.new_records.setdefault(where, []).append(record)
        names = self.drafter.names[where]
        self.drafter.names[where] = Names({**names.called, record["id"]: (record["name"],)}, names.further)
        return True

    def _one_of(self, names: Names, asked: str) -> str:
        self.say(asked)
        self._list(names)
        while True:
            words = self.ask(self.t("new.answer"))
            if name := names.find(self._numbered(names, words)):
                return name
            self.say(self.t("new.pick_one"))

    def _names(self, question: Question) -> Names | None:
        where = _REGISTRY_OF.get(question.id) or question.allowed
        return self.drafter.names[where] if where else None

    def _list(self, names: Names) -> None:
        for n, name in enumerate(names.called, 1):
            self.say(f"  {n}. {names.label(name)}")

    def _numbered(self, names: Names | None, words: str) -> str:
        """What a number on the list stands for; other words as they are."""
        number = int(words) if words.strip().isdecimal() and len(words) < 6 else 0
        if names is None or not 0 < number <= len(names.called):
            return words
        return names.label(list(names.called)[number - 1])
