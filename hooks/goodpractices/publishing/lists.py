"""Lists: all practices, and for each dimension an index and a page for each of its members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..catalogue import Catalogue, Practice
from ..finding import DIMENSIONS, Groups
from ..wording import Translations, polish_order
from .addresses import INDEXES, PRACTICES, member_address, numbered
from .article import Article
from .cards import Cards
from .members import DESCRIBE, Member
from .practice_facts import Value
from .rendering import Renderer

PAGE_LENGTH = 48


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a long list."""

    number: int
    address: str
    current: bool


class Lists:
    """Renders the lists of one catalogue."""

    def __init__(self, catalogue: Catalogue, groups: Groups, cards: Cards, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._groups = groups
        self._cards = cards
        self._renderer = renderer
        self._t = renderer.t

    def articles(self) -> Iterator[Article]:
        """Every list of the site."""
        yield from self._all_practices()
        for dimension in DIMENSIONS:
            members = self.members(dimension)
            yield self._index(dimension, members)
            for member in members:
                yield from self._member_pages(dimension, member)

    def members(self, dimension: str) -> list[Member]:
        """The members of a dimension that have a page: terms in the order of their file, others in Polish order of
        names.

        A term has a page once a practice uses it; places, organisations and programmes always have one.
        """
        describe = DESCRIBE[dimension]
        described = [describe(self._catalogue, record, self._t) for record in self._records(dimension)]
        if dimension in self._catalogue.vocabularies:
            return [member for member in described if self._groups.of(dimension, member.id)]
        return sorted(described, key=lambda member: polish_order(member.name))

    def _records(self, dimension: str) -> list[Any]:
        if dimension in self._catalogue.vocabularies:
            return list(self._catalogue.vocabularies[dimension].values())
        return list(getattr(self._catalogue, dimension).values())

    def _all_practices(self) -> Iterator[Article]:
        practices = sorted(self._catalogue.published, key=lambda practice: polish_order(practice.title))
        title = self._t("lists.practices.title")
        for number, part in _pages(practices):
            address = numbered(PRACTICES, number)
            content = self._renderer.render(
                "all_practices.html",
                address,
                title=title,
                count=len(practices),
                rows=self._cards.rows(part, address),
                pages=page_links(PRACTICES, number, len(practices)),
            )
            yield Article(
                address, _numbered_title(title, number, self._t), self._t("lists.practices.lead"), content, "practices"
            )

    def _index(self, dimension: str, members: list[Member]) -> Article:
        address = INDEXES[dimension]
        title, lead = self._t(f"lists.{dimension}.title"), self._t(f"lists.{dimension}.lead")
        entries = [
            (member, member_address(dimension, member.id), len(self._groups.of(dimension, member.id)))
            for member in members
        ]
        content = self._renderer.render("index.html", address, title=title, lead=lead, entries=entries)
        return Article(address, title, lead, content, dimension)

    def _member_pages(self, dimension: str, member: Member) -> Iterator[Article]:
        practices = self._groups.of(dimension, member.id)
        start, eyebrow = member_address(dimension, member.id), self._t(f"lists.{dimension}.one")
        for number, part in _pages(practices):
            address = numbered(start, number)
            content = self._renderer.render(
                "member.html",
                address,
                eyebrow=eyebrow,
                index=Value(self._t(f"lists.{dimension}.title"), INDEXES[dimension]),
                heading=self._t(f"member.practices.{dimension}"),
                member=member,
                count=len(practices),
                cards=self._cards.cards(part, address, self._roles(dimension, member.id, part)),
                pages=page_links(start, number, len(practices)),
            )
            description = member.note or self._t("lists.member_description", name=member.name, n=len(practices))
            # A metropolis is a place and an organisation: the kind of member tells the titles of its pages apart.
            title = f"{_numbered_title(member.name, number, self._t)} – {eyebrow}"
            yield Article(address, title, description, content, dimension)

    def _roles(self, dimension: str, identifier: str, practices: Sequence[Practice]) -> dict[str, str]:
        """What a place or an organisation does in each practice of its page."""
        choose = self._t.choice
        if dimension == "organisations":
            pairs = [
                (p.id, choose("organisation_role", each.role))
                for p in practices
                for each in p.organisations
                if each.org == identifier
            ]
        elif dimension == "places":
            pairs = [
                (p.id, choose("place_role", each.role))
                for p in practices
                for each in p.places
                if each.place == identifier
            ]
        else:
            pairs = []
        roles: dict[str, str] = {}
        for practice_id, role in pairs:
            roles[practice_id] = f"{roles[practice_id]}, {role}" if practice_id in roles else role
        return roles


def _pages(practices: Sequence[Practice]) -> Iterator[tuple[int, Sequence[Practice]]]:
    for start in range(0, max(len(practices), 1), PAGE_LENGTH):
        yield start // PAGE_LENGTH + 1, practices[start : start + PAGE_LENGTH]


def page_links(address: str, current: int, count: int) -> list[PageLink | None]:
    """Links to the first, the last and the nearest pages, ``None`` for a gap; nothing where one page is enough."""
    last = -(-count // PAGE_LENGTH)
    if last <= 1:
        return []
    shown = sorted({1, last, *range(max(1, current - 2), min(last, current + 2) + 1)})
    links: list[PageLink | None] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number > before + 1:
            links.append(None)
        links.append(PageLink(number, numbered(address, number), number == current))
    return links


def _numbered_title(title: str, number: int, t: Translations) -> str:
    return title if number == 1 else t("lists.page_title", title=title, number=number)
