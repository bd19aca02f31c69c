"""Abbreviations on the page of a practice: the first of each leads to what it stands for, in a list below the story."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from ....catalogue import Abbreviations, GlossaryItem, in_words, spelled
from ....wording import ORIGINAL, Untranslated, bind_short_words
from ...addresses import glossary_address

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OPENED = re.compile(r"\(\W*$")
_OPENS = re.compile(r"(?:-\w+)?\W*\((?=([^()]*))")
# An expansion is looked for so far around its abbreviation.
_NEAR = 300
# Polish words change their ends: „Unii Europejskiej” is „Unia Europejska”.
_CHANGING, _SHORTEST_STEM = 4, 3


@dataclass(frozen=True, slots=True)
class Explained:
    """A line of the list: the abbreviation, what it stands for, its place in the glossary and the way back."""

    id: str
    term: str
    expansion: str | None
    address: str
    is_linked: bool


class Explainer:
    """Explains the abbreviations of one page, each where it is met first; called in the order of the page."""

    def __init__(self, abbreviations: Abbreviations) -> None:
        self._abbreviations = abbreviations
        self._language = abbreviations.language
        self._found: dict[str, Explained] = {}

    @property
    def found(self) -> tuple[Explained, ...]:
        """What was met so far, in the order of the page."""
        return tuple(self._found.values())

    def line(self, text: str | None) -> str | None:
        """A text of the entry that is no Markdown, as HTML; what nobody translated stays as it is."""
        if text is None or isinstance(text, Untranslated):
            return text
        bound = bind_short_words(text) if self._language == ORIGINAL else text
        return Markup(self.part(bound, 0, len(bound)))  # noqa: S704 - every part is escaped

    def part(self, text: str, start: int, end: int) -> str:
        """What stands between two places of a text, as HTML."""
        parts: list[str] = []
        for use in self._abbreviations.used(text, start, end):
            if use.item.id in self._found:
                continue
            is_explained = _is_explained(
                text[max(0, use.start - _NEAR) : use.start], text[use.end : use.end + _NEAR], self._names(use.item)
            )
            self._note(use.item, is_linked=not is_explained)
            if not is_explained:
                parts += (escape(text[start : use.start]), self._link(use.item, text[use.start : use.end]))
                start = use.end
        return "".join([*parts, escape(text[start:end])])

    def _note(self, item: GlossaryItem, *, is_linked: bool) -> None:
        term, expansion = spelled(item, self._language), in_words(item.expansion, self._language)
        self._found[item.id] = Explained(item.id, term, expansion, glossary_address(item.id), is_linked)

    def _link(self, item: GlossaryItem, written: str) -> str:
        expansion = in_words(item.expansion, self._language)
        # A title is read in the language of the page.
        title = "" if expansion is None or isinstance(expansion, Untranslated) else f' title="{escape(expansion)}"'
        return (
            f'<a class="abbr" href="#skrot-{escape(item.id)}" id="tu-{escape(item.id)}" '
            f'aria-describedby="skrot-{escape(item.id)}"><abbr{title}>{escape(written)}</abbr></a>'
        )

    def _names(self, item: GlossaryItem) -> list[str]:
        names = [in_words(item.expansion, self._language), item.original.text if item.original else None]
        return [name for name in names if name]


def _is_explained(before: str, after: str, expansions: Iterable[str]) -> bool:
    """Whether a text itself says what an abbreviation stands for: one of both stands in brackets behind the other."""
    for expansion in expansions:
        words = _WORD.findall(expansion)
        if _OPENED.search(before) and _alike(_WORD.findall(before)[-len(words) :], words):
            return True
        if (opened := _OPENS.match(after)) and _alike(_WORD.findall(opened[1])[: len(words)], words):
            return True
    return False


def _alike(said: list[str], words: list[str]) -> bool:
    return len(said) == len(words) > 0 and all(map(_is_form, said, words))


def _is_form(said: str, word: str) -> bool:
    """Whether a word is another or, as far as its beginning tells, a case of it."""
    stem = word.casefold()[: max(_SHORTEST_STEM, len(word) - _CHANGING)]
    return said.casefold().startswith(stem)
