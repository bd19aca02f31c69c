"""The glossary in a language, and where a text uses the abbreviations it explains."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..wording import ORIGINAL, said_or_polish
from .registry import GlossaryItem

_NOTHING = re.compile(r"(?!)")
_WHOLE = r"(?<![\w-])(?:{})(?=(?:-[a-ząćęłńóśźż]{{1,4}})?(?![\w-]))"
_LONGEST_ENDING = 6


def whole_words(pattern: str) -> re.Pattern[str]:
    """What a pattern finds where it is a word, perhaps with a case ending after a hyphen, which is not found with it.

    >>> whole_words("NGO|UE").findall("NGO-sów i UE, lecz nie UEFA, kontra-UE, UE-owski")
    ['NGO', 'UE']
    """
    return re.compile(_WHOLE.format(pattern))


def in_words(texts: Mapping[str, str], language: str) -> str | None:
    """A text of an item in a language; in Polish, marked as such, where there is none in it."""
    return said_or_polish(texts.get(language), texts.get(ORIGINAL))


def spelled(item: GlossaryItem, language: str) -> str:
    """How an item is written in texts of a language."""
    return item.term.get(language) or item.term[ORIGINAL]


@dataclass(frozen=True, slots=True)
class Use:
    """An item of the glossary in a text, and where its abbreviation begins and ends there, without a case ending."""

    item: GlossaryItem
    start: int
    end: int


@dataclass(frozen=True)
class Abbreviations:
    """The abbreviations of a glossary, as texts of one language write them."""

    items: Iterable[GlossaryItem]
    language: str

    def used(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Use]:
        """Each use in a text, or between two places of it, in its order.

        >>> eu = GlossaryItem(id="eu", term={"pl": "UE"}, expansion={"pl": "Unia Europejska"})
        >>> [use.start for use in Abbreviations([eu], "pl").used("Kraj UE, UEFA, kontra-UE, UE-owski")]
        [5]
        """
        end = len(text) if end is None else end
        # The pattern has to see that a word ends where the part does.
        for found in self._pattern.finditer(text, start, end + _LONGEST_ENDING):
            if found.end() <= end:
                yield Use(self._by_form[found[0].replace("\N{NO-BREAK SPACE}", " ")], found.start(), found.end())

    def that_may_stand_in(self, texts: Iterable[str]) -> tuple[GlossaryItem, ...]:
        """The items without which nothing else would be found in the texts; some of these may turn out not to be used.

        >>> eu = GlossaryItem(id="eu", term={"pl": "UE"}, expansion={"pl": "Unia Europejska"})
        >>> Abbreviations([eu], "pl").that_may_stand_in(["Kraj w Europie"])
        ()
        """
        words = " ".join(" ".join(texts).split())
        found = {item.id for form, item in self._by_form.items() if form in words}
        return tuple(item for item in self.items if item.id in found)

    @cached_property
    def _by_form(self) -> Mapping[str, GlossaryItem]:
        """The items by each way to write them; one of the item itself counts for more than a variant of another."""
        expanded = [item for item in self.items if item.expansion]
        variants = {variant: item for item in expanded for variant in item.variants}
        return {**variants, **{spelled(item, self.language): item for item in expanded}}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        if not self._by_form:
            return _NOTHING
        forms = sorted(self._by_form, key=lambda form: (-len(form), form))
        return whole_words("|".join(re.escape(form).replace(r"\ ", "[ \N{NO-BREAK SPACE}]") for form in forms))
