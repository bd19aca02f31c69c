"""Questions to a person at a terminal, one after the other, each answer checked before the next question.

How words reach the person and come back is not known here: ``ask`` and ``say`` are functions of whoever holds the
conversation, so that it can be tried without a terminal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ...catalogue import Problem, is_slug
from ...wording import Translations
from .adding import Adding, Ask, Say, numbered
from .drafting import Drafter, free_id, question_of
from .further_fields import field_names, take_field
from .names import Names
from .questions import QUESTIONS, Question

_REGISTRY_OF = {"places": "places", "leaders": "organisations", "partners": "organisations", "programme": "programmes"}
_LIST = "?"
FIELD = "pole "
"""What stands before the name of a field among kept answers."""


@dataclass(slots=True)
class Interview:
    """A conversation about one practice.

    ``answers`` and ``refused`` fill up as it goes on, so whatever ends the conversation, what was typed is still there;
    ``new_records`` are what the person wants to add to registries and vocabularies.
    """

    drafter: Drafter
    ask: Ask
    say: Say
    answers: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    new_records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    adding: Adding = field(init=False)
    _answered: str = ""

    def __post_init__(self) -> None:
        self.adding = Adding(self.drafter, self.ask, self.say, self.new_records)

    @property
    def t(self) -> Translations:
        return self.drafter.t

    @property
    def typed(self) -> dict[str, str]:
        """Every answer, refused words included where nothing took their place."""
        together = {**self.refused, **self.answers, **{f"{FIELD}{name}": words for name, words in self.fields.items()}}
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
        self.take_fields()
        self.ask_all(question for question in QUESTIONS if question.required)
        further = [question for question in QUESTIONS if not question.required and question.id not in self.answers]
        if further and self.agrees(self.t("new.further", n=len(further))):
            self.ask_all(further)
            self.ask_fields()

    def take_fields(self) -> None:
        """Have the entry say the fields that were told beforehand; one that is not in order is told of."""
        for name, words in self.fields.items():
            self._takes(name, words)

    def ask_fields(self) -> None:
        """Ask for fields that no question is about, as many as the person has something for."""
        names = field_names(self.t)
        while typed := self.ask(self.t("new.field")).strip():
            if typed == _LIST:
                self.adding.list(names)
            elif name := names.find(numbered(names, typed)):
                self._ask_field(name)
            else:
                near = ", ".join(f"„{names.label(each)}”" for each in names.nearest(typed))
                self.say(self.t("new.nearest_fields", names=near) if near else self.t("new.pick_one"))

    def _ask_field(self, name: str) -> None:
        for key in (f"help.{name}", f"example.{name}"):
            if key in self.t:
                self.say("\n".join(f"  {line}" for line in self.t(key).strip().split("\n")))
        self.say(f"  {self.t('new.how_to_write')}")
        while words := self.ask(self.t("new.answer")).strip("\n"):
            if not words.strip():
                return
            self.fields[name] = words
            if self._takes(name, words):
                return

    def _takes(self, name: str, words: str) -> bool:
        problems = take_field(self.drafter, self.answers, name, words)
        for problem in problems:
            self.say(f"{problem.field_name}: {self.t.problem(problem.key, problem.params)}")
        return not problems

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
        if question.kind == "text":
            self.say(f"  {self.t('new.how_to_write')}")
        while True:
            words, self._answered = self._answered, ""
            words = words or self.ask(
                self.t("new.next") if several and question.id in self.answers else self.t("new.answer")
            )
            if not words.strip():
                if question.id in self.answers or not question.required:
                    return
                self.say(self.t.problem("missing", {}))
            elif words.strip() == _LIST and lists:
                self.adding.list(lists)
            elif self._accepts(question, words := numbered(lists, words)):
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
        return self.adding.agrees(asked)

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
        return self._accepts(question, words, registries_alone=True)

    def _accepts(self, question: Question, words: str, *, registries_alone: bool = False) -> bool:
        """Whether an answer will do, as it is or with a record that the person adds."""
        faults = self.drafter.faults(question, words)
        for fault in faults:
            self.say(self.t.problem(fault.key, fault.params))
        where = _REGISTRY_OF.get(question.id) or question.allowed
        can_add = self.adding.can_add(where) and not (registries_alone and question.allowed)
        if can_add and [fault.key for fault in faults] == ["unknown_id"]:
            self.adding.say_nearest(where, words)
            return self._wants_to_add(where, words) and self.adding.add(where, words) is not None
        for meant in self.drafter.understood(question, words) if not faults else ():
            self.say(self.t("new.understood", meant=meant))
        return not faults

    def _wants_to_add(self, where: str, words: str) -> bool:
        """Whether the person agrees; a better answer in the place of a yes or a no is the next one."""
        typed = self.ask(f"{self.adding.question(where, words)} {self.t('new.yes_no')}").strip()
        if self.adding.is_yes(typed):
            return True
        if typed.casefold() not in self.t("new.no").split():
            self._answered = typed
        return False

    def _names(self, question: Question) -> Names | None:
        where = _REGISTRY_OF.get(question.id) or question.allowed
        return self.drafter.names[where] if where else None
