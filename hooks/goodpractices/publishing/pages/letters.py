"""Long lists of names by letter: pages with whole letters where they fit, and a row of letters that leads into each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from ...wording import letter_of
from ..addresses import numbered
from .paging import PageLink, page_links

FEW = 60
"""So many names are found at a glance, so that nobody needs letters."""

_LENGTH = 120

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter of the row, with the place where its names begin."""

    letter: str
    address: str


@dataclass(frozen=True, slots=True)
class Letter(Generic[Item]):
    """The names of a letter that stand on one page."""

    letter: str
    anchor: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class LettersPage(Generic[Item]):
    """A page of a list by letter: what stands on it, and the ways to all letters and to the other pages."""

    number: int
    address: str
    letters: Sequence[Letter[Item]]
    row: Sequence[LetterLink]
    links: Sequence[PageLink | None]

    @property
    def first(self) -> Item:
        """What the page begins with."""
        return self.letters[0].items[0]

    @property
    def last(self) -> Item:
        """What the page ends with."""
        return self.letters[-1].items[-1]


def by_letter(
    items: Sequence[Item], name: Callable[[Item], str], start: str, length: int = _LENGTH
) -> Iterator[LettersPage[Item]]:
    """The pages of a list that begins at an address; its items stand in the order of lists of names already."""
    parts = [*_parts(items, name, length)]
    pages = [*_pages(parts, -(-len(items) // -(-len(items) // length)), length)]
    begins: dict[str, tuple[int, str]] = {}
    for number, letters in enumerate(pages, 1):
        for each in letters:
            begins.setdefault(each.letter, (number, f"#{each.anchor}"))
    for number, letters in enumerate(pages, 1):
        row = [
            LetterLink(letter, place if there == number else numbered(start, there) + place)
            for letter, (there, place) in begins.items()
        ]
        yield LettersPage(number, numbered(start, number), letters, row, page_links(start, number, len(pages)))


def _parts(items: Sequence[Item], name: Callable[[Item], str], length: int) -> Iterator[Letter[Item]]:
    """The items of each letter; a letter that no page has room for is cut."""
    for number, (letter, group) in enumerate(groupby(items, key=lambda item: letter_of(name(item))), 1):
        those = [*group]
        for begin in range(0, len(those), length):
            yield Letter(letter, f"litera-{number}", those[begin : begin + length])


def _pages(parts: Sequence[Letter[Item]], usual: int, length: int) -> Iterator[list[Letter[Item]]]:
    """Parts together as long as they fit: pages of about the usual length, none longer than the longest."""
    page: list[Letter[Item]] = []
    filled = 0
    for part in parts:
        if page and (filled >= usual or filled + len(part.items) > length):
            yield page
            page, filled = [], 0
        page.append(part)
        filled += len(part.items)
    yield page
