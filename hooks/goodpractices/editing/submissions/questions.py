"""What a person is asked about a practice, whatever the way: a form, a document, a spreadsheet or a terminal.

A question names the field of the model its answer is for; labels, help and allowed answers follow from the wording, the
model and the vocabularies, so every way asks the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ...catalogue import SECTIONS, Catalogue
from ...wording import Translations

AnswerKind = Literal["line", "text", "lines", "choice", "choices"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: ``field`` is where the answer goes, ``allowed`` the vocabulary or closed choice it comes from.

    A text that is ``told_in_lines`` is read line by line, each a record of the field if it says all of one.
    """

    id: str
    kind: AnswerKind
    field: str
    required: bool = False
    allowed: str = ""
    told_in_lines: bool = False

    @property
    def takes_several(self) -> bool:
        """Whether it may be answered more than once, each answer on a line of its own."""
        return self.kind in ("lines", "choices") or self.told_in_lines

    def label(self, t: Translations) -> str:
        return t(f"ask.{self.id}")

    def help(self, t: Translations) -> str:
        return t(f"ask_help.{self.id}")

    def options(self, catalogue: Catalogue, t: Translations) -> dict[str, str]:
        """The allowed answers by the id each stands for; empty where any answer is."""
        if not self.allowed:
            return {}
        terms = catalogue.vocabularies.get(self.allowed)
        return {term.id: term.pl for term in terms.values()} if terms else t.group(f"choices.{self.allowed}")


_TEXTS = tuple(Question(section, "text", section) for section in SECTIONS)

QUESTIONS = (
    Question("title", "line", "title", required=True),
    Question("summary", "text", "summary", required=True),
    Question("kind", "choice", "kind", required=True, allowed="kinds"),
    Question("themes", "choices", "themes", required=True, allowed="themes"),
    Question("places", "lines", "places", required=True),
    Question("lifecycle", "choice", "lifecycle", required=True, allowed="lifecycle"),
    Question("sources", "lines", "sources", required=True),
    Question("target_groups", "choices", "target_groups", allowed="target_groups"),
    Question("leaders", "lines", "organisations"),
    Question("partners", "lines", "organisations"),
    Question("start", "line", "period"),
    Question("end", "line", "period"),
    Question("support_types", "choices", "support_types", allowed="support_types"),
    Question("access_cost", "choice", "access_cost", allowed="access_cost"),
    Question("programme", "line", "programme"),
    *_TEXTS,
    Question("funding", "text", "funding", told_in_lines=True),
    Question("indicators", "text", "indicators", told_in_lines=True),
    Question("obstacles", "text", "obstacles", told_in_lines=True),
    Question("contact_unit", "line", "contacts"),
    Question("contact_email", "line", "contacts"),
    Question("remarks", "text", "editorial"),
)

BY_ID: Mapping[str, Question] = {question.id: question for question in QUESTIONS}
