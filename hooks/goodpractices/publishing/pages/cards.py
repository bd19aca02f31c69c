"""A practice in a list: what it is about, where, when, in two sentences, and what there is to decide by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ...catalogue import Catalogue, Practice
from ...wording import Translations
from .. import phrasing
from ..addresses import practice_address
from ..pieces import Pieces, of_depth
from ..rendering import Renderer
from .card_picture import CardPicture
from .colours import family_class
from .poster import BANNER, TILE, Poster, poster
from .strip import Cell, PosterFigure, poster_figure, strip

_MOST_PLACES = 2

# Where the role goes in a rendered card; a control character, which no entry can hold.
_ROLE = "\x00"
_BADGE = Markup('<span class="badge">{}</span>')


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of a practice, ready to print."""

    id: str
    address: str
    title: str
    summary: str
    family: str
    family_name: str
    poster: Poster | None
    place: str
    figure: PosterFigure | None
    """What stands on the poster."""
    meta: tuple[str, ...]
    strip: tuple[Cell, ...]
    """What there is to decide by; nothing of an entry that says too little."""
    standing: str
    """What those who run it said to the entry; nothing if they were not asked."""
    is_translated: bool
    """Whether it is in the language of the list, or in Polish for want of a translation."""

    @property
    def opening(self) -> str:
        """The beginning of the summary, all that a narrow list has room for."""
        return phrasing.in_short(self.summary)

    @property
    def rest(self) -> str:
        """What the summary says after its beginning, with the space between them."""
        return self.summary.removeprefix(self.opening)

    @property
    def is_cut(self) -> bool:
        """Whether the beginning ends within a sentence."""
        return phrasing.first_sentence(self.summary) != self.opening


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many practices only the Polish list names, and the link to it."""

    count: int
    link: str


class Cards:
    """Renders the card and the row of a practice once for all the lists of one depth it stands in."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer, pieces: Pieces | None = None) -> None:
        self._catalogue = catalogue
        self._renderer = renderer
        self._t: Translations = renderer.t
        self.pieces = pieces or Pieces(catalogue)
        """Keeps what is rendered of single practices."""

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
        return self._filled("card.html", practices, here, roles)

    def lines(self, practices: Iterable[Practice], here: str, roles: Mapping[str, str] | None = None) -> list[Markup]:
        """As ``cards()``, a line for each practice."""
        return self._filled("line.html", practices, here, roles)

    def prepare(self, here: str, **practices: Sequence[Practice]) -> None:
        """Render what pages as deep as one will show of some practices, on all processors: ``row``."""
        for name, some in practices.items():
            template = f"{name}.html"
            self.pieces.prepare(of_depth(template, here), some, partial(self._rendered, template, here))

    def rows(self, practices: Iterable[Practice], here: str) -> list[Markup]:
        """Rows for the page at an address."""
        return self._filled("row.html", practices, here)

    def short_rows(self, practices: Iterable[Practice], here: str) -> list[Markup]:
        """A line for each practice of which too little is known to decide by."""
        return self._filled("short_row.html", practices, here)

    def head(self, practice: Practice) -> Card:
        """What stands for a practice over what else is shown of it."""
        return self._make(practice, TILE)

    def picture(self, practice: Practice, owner: str) -> CardPicture:
        """What stands for a page where its address is shared; a plan or a doubt is nothing to show around."""
        card = self._make(practice, TILE)
        below = f"{card.figure.value} – {card.figure.label}" if card.figure else card.summary
        family = self._catalogue.term("themes", practice.themes[0]).family
        return CardPicture(" · ".join(card.meta), card.title, below, owner, family)

    def _filled(
        self, template: str, practices: Iterable[Practice], here: str, roles: Mapping[str, str] | None = None
    ) -> list[Markup]:
        practices = [*practices]
        texts = self.pieces.of(of_depth(template, here), practices, partial(self._rendered, template, here))
        return [_with_role(text, (roles or {}).get(each.id)) for each, text in zip(practices, texts, strict=True)]

    def _rendered(self, template: str, here: str, practice: Practice) -> str:
        size = BANNER if template == "card.html" else TILE
        return self._renderer.render(template, here, item=self._make(practice, size), role=_ROLE)

    def _make(self, practice: Practice, size: tuple[int, int]) -> Card:
        meta, drawn = self._meta(practice), poster(practice, self._catalogue.places, size)
        family = self._catalogue.term("themes", practice.themes[0]).family
        return Card(
            id=practice.id,
            address=practice_address(practice.id),
            title=practice.title,
            summary=practice.summary,
            family=family_class(family),
            family_name=self._t.choice("theme_family", family) if family else "",
            poster=drawn,
            place=phrasing.place_name(self._catalogue.places[drawn.place], self._t) if drawn else meta[0],
            figure=poster_figure(practice, self._t),
            meta=tuple(meta),
            strip=strip(practice, self._group, self._t),
            standing=phrasing.standing_in_words(practice, self._t, briefly=True),
            is_translated=self._catalogue.is_translated(practice.id),
        )

    def _group(self, group: str) -> str:
        return self._catalogue.label("target_groups", group)

    def _meta(self, practice: Practice) -> list[str]:
        places = [self._catalogue.places[use.place] for use in practice.places if use.role == "implemented"]
        places = places or [self._catalogue.places[use.place] for use in practice.places]
        words = [phrasing.place_name(place, self._t) for place in places[:_MOST_PLACES]]
        if len(places) > _MOST_PLACES:
            words[-1] += " " + self._t("others.more", n=len(places) - _MOST_PLACES)
        if practice.period and (years := phrasing.whole_years(practice.period, self._t)):
            words.append(years)
        return [*words, phrasing.lifecycle(practice, self._t)]


def _with_role(text: str, role: str | None) -> Markup:
    before, _, after = text.partition(_ROLE)
    return Markup(before) + (_BADGE.format(role) if role else Markup()) + Markup(after)  # noqa: S704 - cut from what a template rendered
