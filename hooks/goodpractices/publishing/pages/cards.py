"""A practice in a list: where, when, what kind, in two sentences, with its most telling figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue import Catalogue, Indicator, Practice, counted_figures, shares
from ...wording import Translations
from .. import phrasing
from ..addresses import practice_address
from ..rendering import Renderer
from .card_picture import CardPicture
from .colours import family_class

_MOST_PLACES = 2

# Where the role goes in a rendered card; a control character, which no entry can hold.
_ROLE = "\x00"
_BADGE = Markup('<span class="badge">{}</span>')


@dataclass(frozen=True, slots=True)
class CardFigure:
    """The figure on a card; ``words`` say what it counts."""

    nature: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of a practice, ready to print."""

    id: str
    address: str
    title: str
    summary: str
    family: str
    meta: tuple[str, ...]
    figure: CardFigure | None
    evidence: int | None
    is_translated: bool
    """Whether it is in the language of the list, or in Polish for want of a translation."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many practices only the Polish list names, and the link to it."""

    count: int
    link: str


class Cards:
    """Renders the card and the row of a practice once for all the lists of one depth it stands in."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._renderer = renderer
        self._t: Translations = renderer.t
        self._rendered: dict[tuple[str, str, int], tuple[Markup, Markup]] = {}

    def listed(self, practices: Sequence[Practice]) -> Sequence[Practice]:
        """Those of some practices that a list names: what is in its language; the Polish list has the others.

        The same Polish words would otherwise stand on every list of each language.
        """
        return [practice for practice in practices if self._catalogue.is_translated(practice.id)]

    def inputs(self, practices: Iterable[Practice]) -> list[tuple[str, str]]:
        """What a list of some practices follows from: which they are, in their order, and what it may show of each."""
        return [(each.id, self._catalogue.fingerprint(each.id).listed) for each in practices]

    def elsewhere(self, practices: Sequence[Practice], here: str, start: str) -> Elsewhere | None:
        """What leads from a page to the Polish list that begins at an address, where only that names some practices."""
        count = len(practices) - len(self.listed(practices))
        return Elsewhere(count, self._renderer.links.original(here, start)) if count else None

    def cards(self, practices: Iterable[Practice], here: str, roles: Mapping[str, str] | None = None) -> list[Markup]:
        """Cards for the page at an address; ``roles`` says by id what the subject of the page does in a practice."""
        return [self._filled("card.html", practice, here, (roles or {}).get(practice.id)) for practice in practices]

    def lines(self, practices: Iterable[Practice], here: str, roles: Mapping[str, str] | None = None) -> list[Markup]:
        """As ``cards()``, a line for each practice."""
        return [self._filled("line.html", practice, here, (roles or {}).get(practice.id)) for practice in practices]

    def rows(self, practices: Iterable[Practice], here: str) -> list[Markup]:
        """Rows for the page at an address."""
        return [self._filled("row.html", practice, here, None) for practice in practices]

    def picture(self, practice: Practice, owner: str) -> CardPicture:
        """What stands for the page of a practice where its address is shared; a plan is no figure to show around."""
        card = self._make(practice)
        figure = card.figure if card.figure and card.figure.nature != "target" else None
        below = f"{figure.value} – {figure.words}" if figure else card.summary
        family = self._catalogue.term("themes", practice.themes[0]).family
        return CardPicture(" · ".join(card.meta), card.title, below, owner, family)

    def _filled(self, template: str, practice: Practice, here: str, role: str | None) -> Markup:
        key = template, practice.id, here.count("/")
        if key not in self._rendered:
            html = self._renderer.render(template, here, item=self._make(practice), role=_ROLE)
            before, _, after = html.partition(_ROLE)
            self._rendered[key] = Markup(before), Markup(after)  # noqa: S704 - cut from what a template rendered
        before, after = self._rendered[key]
        return before + (_BADGE.format(role) if role else Markup()) + after

    def _make(self, practice: Practice) -> Card:
        family = self._catalogue.term("themes", practice.themes[0]).family
        return Card(
            id=practice.id,
            address=practice_address(practice.id),
            title=practice.title,
            summary=practice.summary,
            family=family_class(family),
            meta=tuple(self._meta(practice)),
            figure=self._figure(practice),
            evidence=practice.evidence_level.value if practice.evidence_level else None,
            is_translated=self._catalogue.is_translated(practice.id),
        )

    def _meta(self, practice: Practice) -> list[str]:
        places = [self._catalogue.places[use.place] for use in practice.places if use.role == "implemented"]
        places = places or [self._catalogue.places[use.place] for use in practice.places]
        words = [phrasing.place_name(place, self._t) for place in places[:_MOST_PLACES]]
        if len(places) > _MOST_PLACES:
            words[-1] += " " + self._t("others.more", n=len(places) - _MOST_PLACES)
        if practice.period and (years := phrasing.years(practice.period.start, practice.period.end, self._t)):
            words.append(years if practice.period.disputed is None else phrasing.doubtful(years, self._t))
        return [*words, self._catalogue.label("kinds", practice.kind)]

    def _figure(self, practice: Practice) -> CardFigure | None:
        indicator = _most_telling(practice)
        if indicator is None:
            return None
        value = phrasing.figure_value(indicator, self._t)
        share = next((each for each in shares(practice) if each.indicator == indicator.id), None)
        whole = next((each for each in counted_figures(practice) if share and each.id == share.of), None)
        if whole:
            value = self._t("figure.share", part=value, whole=phrasing.figure_value(whole, self._t))
        return CardFigure(indicator.nature, value, indicator.label)


def _most_telling(practice: Practice) -> Indicator | None:
    """An effect rather than an activity, an activity rather than a plan; of equal ones the first."""
    for natures in (("outcome", "result"), ("output",), ("target",)):
        for indicator in counted_figures(practice):
            if indicator.nature in natures:
                return indicator
    return None
