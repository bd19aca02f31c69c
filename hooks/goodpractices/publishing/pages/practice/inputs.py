"""Everything that the page of a practice follows from, gathered in one value.

Pages are made from these values alone: none of them holds the catalogue, so a page cannot depend on a practice that it
does not name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ....catalogue import (
    HOME_CURRENCY,
    SECTIONS,
    Catalogue,
    Identity,
    Practice,
    Records,
    Reference,
    practices_linked,
    references,
)
from ....finding import Related, Shared
from ....wording import Untranslated
from ...addresses import Links, easy_text_address, meeting_address, practice_address
from ...downloads import Download
from ..colours import family_class
from .on_trail import OnTrail, on_trail


@dataclass(frozen=True, slots=True)
class SheetFile:
    """The practice on paper, to hand out: its address and how many bytes there are to fetch."""

    address: str
    size: int

    @classmethod
    def of(cls, download: Download) -> "SheetFile":
        """The file as it lies there now.

        Raises:
            OSError: when it is gone.
        """
        return cls(download.address, download.size)


@dataclass(frozen=True, slots=True)
class RelatedPractice:
    """Another practice that the page leads to, and why: as ``Related`` says, with titles in the place of practices."""

    id: str
    title: str
    family: str
    reason: str
    via: str | None
    shared: tuple[Shared, ...]

    @classmethod
    def of(cls, related: Related, catalogue: Catalogue) -> "RelatedPractice":
        other, via = related.practice, related.via
        family = family_class(catalogue.term("themes", other.themes[0]).family)
        title = (via.short_title or via.title) if via else None
        return cls(other.id, other.title, family, related.reason, title, related.shared)


@dataclass(frozen=True, slots=True)
class PracticeInputs:
    """The inputs of the page of one practice: the same inputs and the same renderer give the same page.

    Attributes:
        practice: what the page is about, in the language of the page.
        records: those that the page names, and no others.
        related: the practices that it recommends.
        on_trail: the entries that stand on its trail beside its adoptions.
        unconfirmed: which of its adoptions nobody has confirmed for long, by their numbers, on the day of publication.
        linked: ids of the practices that its stories may link to, as far as these have a page.
        identity: whose catalogue this is.
        links: those of the language, as far as the page needs them.
        sheet: the practice on paper, if the site hands it out.
        is_outdated: whether the translation is older than the Polish entry.
    """

    practice: Practice
    records: Records
    related: tuple[RelatedPractice, ...]
    linked: frozenset[str]
    identity: Identity
    links: Links
    sheet: SheetFile | None = None
    is_outdated: bool = False
    on_trail: tuple[OnTrail, ...] = ()
    unconfirmed: tuple[int, ...] = ()

    @property
    def address(self) -> str:
        """Where the page stands, by its Polish address."""
        return practice_address(self.practice.id)


def practice_inputs(
    practice: Practice,
    related: Iterable[Related],
    catalogue: Catalogue,
    identity: Identity,
    links: Links,
    *,
    sheet: Download | None = None,
    is_outdated: bool = False,
    unconfirmed: tuple[int, ...] = (),
) -> PracticeInputs:
    """What the page of a practice follows from, taken out of the catalogue."""
    related = [*related]
    others = tuple(RelatedPractice.of(each, catalogue) for each in related)
    trail = on_trail(practice, related)
    linked = frozenset(_linked(practice, catalogue))
    pages = {practice_address(each) for each in (practice.id, *linked, *(each.id for each in others))}
    return PracticeInputs(
        practice=practice,
        records=catalogue.named(
            references(practice).union(
                *map(_shared_records, others),
                _rates(practice, catalogue),
                (("places", place) for each in trail for place in each.places),
            ),
            _explained(practice),
        ),
        related=others,
        linked=linked,
        identity=identity,
        links=links.limited_to({*pages, easy_text_address(practice.id), meeting_address(practice.id)}),
        sheet=SheetFile.of(sheet) if sheet else None,
        is_outdated=is_outdated,
        on_trail=trail,
        unconfirmed=unconfirmed,
    )


def _rates(practice: Practice, catalogue: Catalogue) -> frozenset[Reference]:
    """The rates by which the amounts of a practice are told in the currency of the home country."""
    foreign = {money.currency for money in practice.funding} - {HOME_CURRENCY}
    wanted = {*foreign, HOME_CURRENCY} if foreign else set()
    return frozenset(("rates", each.id) for each in catalogue.rates.values() if each.currency in wanted)


def _shared_records(other: RelatedPractice) -> frozenset[Reference]:
    """The records by which a practice is said to be like the one of the page."""
    kinds = ((each.dimension.removeprefix("wider_"), each.ids) for each in other.shared if each.dimension != "words")
    return frozenset((kind, identifier) for kind, ids in kinds for identifier in ids)


def _linked(practice: Practice, catalogue: Catalogue) -> Iterator[str]:
    for section in SECTIONS:
        for each in practices_linked(getattr(practice, section) or ""):
            if each in catalogue.practices and catalogue.has_page(each):
                yield each


def _explained(practice: Practice) -> Iterator[str]:
    """The texts in which the page explains abbreviations."""
    for name in ("summary", "plain_summary", *SECTIONS):
        text = getattr(practice, name)
        if text and not isinstance(text, Untranslated):
            yield text
