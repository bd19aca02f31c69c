"""What a practice says in one row of the comparison, as values ready to print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ....catalogue import AnswerState, Catalogue, Decision, Practice, decision
from ....wording import Translations
from ..practice import Labels
from ..strip import Cell, five_answers


@dataclass(frozen=True, slots=True)
class Line:
    """A text of an entry, and the words of the catalogue that go before it."""

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a practice says in a row.

    Attributes:
        state: how sure it is, and why there is nothing where there is nothing.
        value: what stands in large type; where nothing is known, why not, if there is more to say than that.
        lines: what stands below.
        level: the place on the road of evidence, in its row.
        anchor: where the page of the practice says the same, with the source.
    """

    state: AnswerState
    value: str = ""
    lines: tuple[Line, ...] = ()
    level: int | None = None
    anchor: str = ""


NOTHING = Said("missing")
"""What is said where an entry says nothing, and there is no more to say of that."""


@dataclass(frozen=True)
class Compared:
    """A practice that is compared, with the names of what it refers to."""

    practice: Practice
    catalogue: Catalogue
    t: Translations

    @cached_property
    def labels(self) -> Labels:
        """What records and dates are called."""
        return Labels(self.catalogue, self.t)

    @cached_property
    def decision(self) -> Decision:
        """The answers of its strip."""
        return decision(self.practice)

    @cached_property
    def strip(self) -> Mapping[str, Cell]:
        """The same in words, by question."""
        cells = five_answers(self.practice, lambda group: self.catalogue.label("target_groups", group), self.t)
        return {cell.question: cell for cell in cells}

    def not_given(self, field: str) -> Said:
        """What stands where the entry says nothing in a field: that it does not apply, and why, or else nothing."""
        reason = self.practice.not_applicable.get(field)
        return Said("not-applicable", self.t("strip.not-applicable"), lines(reason)) if reason else NOTHING

    def first(self, texts: Iterable[Line], most: int) -> tuple[Line, ...]:
        """The first of several texts, and how many there are besides."""
        found = tuple(texts)
        more = len(found) - most
        return (*found[:most], Line(self.t("others.more", n=more))) if more > 0 else found


def lines(*texts: str | None) -> tuple[Line, ...]:
    """Texts that stand for themselves, without the empty ones."""
    return tuple(Line(text) for text in texts if text)
