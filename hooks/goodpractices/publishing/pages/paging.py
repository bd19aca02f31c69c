"""Long lists cut into pages, and the links between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...wording import Translations
from ..addresses import numbered

PAGE_LENGTH = 48
LONG_PAGE_LENGTH = 96
"""For lists that say little of each item."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a long list."""

    number: int
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Item]):
    """One page of a list: its number and address, what stands on it, links to the others (``None`` is a gap)."""

    number: int
    address: str
    items: Sequence[Item]
    links: list[PageLink | None]

    def title(self, title: str, t: Translations) -> str:
        """The title of the list with the number of the page, but for the first."""
        return numbered_title(title, self.number, t)


def numbered_title(title: str, number: int, t: Translations) -> str:
    """The title of a page of a list, with its number but for the first."""
    return title if number == 1 else t("lists.page_title", title=title, number=str(number))


def paged(items: Sequence[Item], start: str, length: int = PAGE_LENGTH) -> Iterator[ListPage[Item]]:
    """The pages of a list that begins at an address; an empty list has one."""
    last = max(1, -(-len(items) // length))
    for number in range(1, last + 1):
        part = items[(number - 1) * length : number * length]
        yield ListPage(number, numbered(start, number), part, page_links(start, number, last))


def page_links(address: str, current: int, last: int) -> list[PageLink | None]:
    """Links to the first, the last and the nearest pages, ``None`` for a gap; nothing where one page is enough."""
    if last <= 1:
        return []
    shown = sorted({1, last, *range(max(1, current - 2), min(last, current + 2) + 1)})
    links: list[PageLink | None] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number > before + 1:
            links.append(None)
        links.append(PageLink(number, numbered(address, number), number == current))
    return links
