"""Lists: for each dimension an index, and a page for each of its members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...catalogue import Catalogue, Practice
from ...finding import DIMENSIONS, FACET_OF_DIMENSION, Group, Groups
from ...wording import list_order, polish_order
from ..addresses import INDEXES, member_address, narrowed_address
from ..article import Article
from ..planned import PlannedArticle, Written
from ..rendering import Renderer
from .cards import Cards
from .letters import FEW, LettersPage, by_letter
from .members import DESCRIBE, Member
from .paging import LONG_PAGE_LENGTH, ListPage, numbered_title, paged
from .taken_over import Exchanged, TakenOver
from .values import Value

MOST_CARDS = 18
"""Of longer lists nobody reads the summaries: they are run over with the eyes, or narrowed."""

# Lists that a reader comes to in search of a practice. In the offline edition the others name practices in a line
# each: the cards of two hundred of them would be an eighth of the archive.
_BROWSED = ("themes", "target_groups")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member in an index, with how many practices it has."""

    member: Member
    address: str
    count: int


class Lists:
    """Renders the lists of one catalogue."""

    def __init__(self, catalogue: Catalogue, groups: Groups, cards: Cards, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._groups = groups
        self._cards = cards
        self._renderer = renderer
        self._t = renderer.t
        self._taken_over = TakenOver(catalogue, renderer.t)

    def articles(self) -> Iterator[PlannedArticle]:
        """The lists of every dimension."""
        for dimension in DIMENSIONS:
            members = self.members(dimension)
            yield from self._planned_indexes(dimension, members)
            for member in members:
                yield from self._planned_pages(dimension, member)

    def prepared(self) -> Iterator[Written]:
        """No file: what there is yet to render of the cards and lines that the pages of members will show."""
        cards: dict[str, Practice] = {}
        lines: dict[str, Practice] = {}
        for dimension in DIMENSIONS:
            for practices in self._groups.by_dimension[dimension].values():
                listed = self._cards.listed(practices)
                (lines if self._as_lines(dimension, listed) else cards).update((each.id, each) for each in listed)
        self._cards.prepare(member_address("themes", "any"), card=[*cards.values()], line=[*lines.values()])
        return iter(())

    def _as_lines(self, dimension: str, listed: Sequence[Practice]) -> bool:
        return len(listed) > MOST_CARDS or (self._renderer.links.explicit_index and dimension not in _BROWSED)

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

    def _planned_indexes(self, dimension: str, members: list[Member]) -> Iterator[PlannedArticle]:
        address = INDEXES[dimension]
        entries = [
            _Entry(each, member_address(dimension, each.id), len(self._groups.of(dimension, each.id)))
            for each in members
        ]
        counts = [(each.member.id, each.count) for each in entries]
        if len(entries) <= FEW:
            yield PlannedArticle(address, (counts,), partial(self._index, dimension, entries))
            return
        in_order = sorted(entries, key=lambda entry: list_order(entry.member.name))
        for page in by_letter(in_order, lambda entry: entry.member.name, address):
            yield PlannedArticle(page.address, (counts,), partial(self._letters, dimension, page))

    def _index(self, dimension: str, entries: list[_Entry]) -> Article:
        address = INDEXES[dimension]
        title, lead = self._t(f"lists.{dimension}.title"), self._t(f"lists.{dimension}.lead")
        others = [Value(each.member.name, each.address) for each in entries if not each.count]
        given = {"title": title, "lead": lead, "entries": [each for each in entries if each.count], "others": others}
        content = self._renderer.render("index.html", address, **given)
        return Article(address, title, lead, content, dimension, styles="terms")

    def _letters(self, dimension: str, page: LettersPage[_Entry]) -> Article:
        """A page of an index that has more members than one page can show, by letter."""
        title, lead = self._t(f"lists.{dimension}.title"), self._t(f"lists.{dimension}.lead")
        content = self._renderer.render("letters.html", page.address, title=title, lead=lead, page=page)
        titled = numbered_title(title, page.number, self._t)
        return Article(page.address, titled, lead, content, dimension, styles="terms")

    def _planned_pages(self, dimension: str, member: Member) -> Iterator[PlannedArticle]:
        practices = self._groups.of(dimension, member.id)
        listed = self._cards.listed(practices)
        exchanged = self._taken_over.taken((dimension, member.id)), self._taken_over.given((dimension, member.id))
        taken, given = ([each.inputs for each in some] for some in exchanged)
        as_lines, is_long = self._as_lines(dimension, listed), len(listed) > MOST_CARDS
        for page in paged(listed, member_address(dimension, member.id), LONG_PAGE_LENGTH):
            inputs = (len(practices), len(listed), self._cards.inputs(page.items), taken, given)
            shown = {"as_lines": as_lines, "is_long": is_long}
            make = partial(self._page, dimension, member, page, practices, exchanged, **shown)
            yield PlannedArticle(page.address, inputs, make)

    def _page(
        self,
        dimension: str,
        member: Member,
        page: ListPage[Practice],
        practices: Group,
        exchanged: tuple[Sequence[Exchanged], Sequence[Exchanged]],
        *,
        as_lines: bool,
        is_long: bool,
    ) -> Article:
        eyebrow = self._t(f"lists.{dimension}.one")
        show = self._cards.lines if as_lines else self._cards.cards
        facet = FACET_OF_DIMENSION.get(dimension) if is_long else None
        content = self._renderer.render(
            "member.html",
            page.address,
            eyebrow=eyebrow,
            index=Value(self._t(f"lists.{dimension}.title"), INDEXES[dimension]),
            heading=self._t(f"member.practices.{dimension}"),
            member=member,
            count=len(practices),
            taken=exchanged[0],
            given=exchanged[1],
            practices=show(page.items, page.address, self._roles(dimension, member.id, page.items)),
            as_lines=as_lines,
            in_polish=self._cards.elsewhere(practices, page.address, member_address(dimension, member.id)),
            narrowed=narrowed_address(facet, member.id) if facet else None,
            pages=page.links,
        )
        description = member.note or self._t("lists.member_description", name=member.name, n=len(practices))
        # A metropolis is a place and an organisation: the kind of member tells the titles of its pages apart.
        title = f"{page.title(member.name, self._t)} – {eyebrow}"
        return Article(page.address, title, description, content, dimension, styles="terms")

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
