"""The head of the page of a practice: what it is, where and when, what it is about."""

from dataclasses import dataclass

from ....catalogue import OriginalTitle, Period, Practice
from ....wording import Translations
from ... import phrasing
from ..poster import BANNER, Poster, poster
from ..strip import Cell, PosterFigure, poster_figure, strip
from ..values import Value
from .inputs import PracticeInputs
from .labels import Labels

_LONG_TITLE = 38


@dataclass(frozen=True, slots=True)
class PlaceInRole:
    """A place and the role it has in the practice."""

    name: Value
    role: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its colour."""

    name: Value
    family: str


@dataclass(frozen=True, slots=True)
class Head:
    """What ``parts/head.html`` prints."""

    title: str
    short_title: str
    original_title: OriginalTitle | None
    summary: str
    places: tuple[PlaceInRole, ...]
    period: str | None
    kind: Value
    lifecycle: str
    lifecycle_is_dated: bool
    lifecycle_source: str | None
    family_name: str
    themes: tuple[Theme, ...]
    strip: tuple[Cell, ...]
    """Nothing where too little is known to decide by."""
    poster: Poster | None
    poster_place: str
    """The name of the place in the middle of the poster."""
    figure: PosterFigure | None
    translated: str | None
    """Who brought the practice into the language of the page, if that is not the language of the entry."""
    is_outdated: bool
    standing: str
    """What those who run it said to the entry; nothing if they were not asked."""

    @property
    def is_long(self) -> bool:
        """Whether the title would take more than two lines as large as others are."""
        return len(self.title) > _LONG_TITLE


def head_block(inputs: PracticeInputs, labels: Labels) -> Head:
    """The head of the page."""
    practice, t = inputs.practice, labels.t
    drawn = poster(practice, labels.records.places, BANNER)
    return Head(
        title=practice.title,
        short_title=practice.short_title or practice.title,
        original_title=practice.original_title,
        summary=practice.summary,
        places=places_in_roles(practice, labels),
        period=_period(practice.period, t),
        kind=labels.term("kinds", practice.kind),
        lifecycle=phrasing.lifecycle(practice, t),
        lifecycle_is_dated=practice.lifecycle_as_of is not None,
        lifecycle_source=practice.lifecycle_source,
        family_name=_family_name(practice, labels),
        themes=tuple(Theme(labels.term("themes", each), labels.family(each)) for each in practice.themes),
        strip=strip(practice, lambda group: labels.name("target_groups", group), t),
        poster=drawn,
        poster_place=labels.place(drawn.place).text if drawn else "",
        figure=poster_figure(practice, t),
        translated=_translated(practice, t),
        is_outdated=inputs.is_outdated,
        standing=phrasing.standing_in_words(practice, t),
    )


def places_in_roles(practice: Practice, labels: Labels) -> tuple[PlaceInRole, ...]:
    """The places of a practice, in the order of the entry."""
    return tuple(PlaceInRole(labels.place(use.place), _role(use.role, practice, labels.t)) for use in practice.places)


def _role(role: str, practice: Practice, t: Translations) -> str:
    """What a place is for the practice; of one that has ended, what it was."""
    return t("practice.was_here") if role == "implemented" and practice.has_ended else t.choice("place_role", role)


def _family_name(practice: Practice, labels: Labels) -> str:
    family = labels.records.term("themes", practice.themes[0]).family
    return labels.t.choice("theme_family", family) if family else ""


def _period(period: Period | None, t: Translations) -> str | None:
    return phrasing.whole_period(period, t) if period and (period.start or period.end) else None


def _translated(practice: Practice, t: Translations) -> str | None:
    translation = practice.translations.get(t.language)
    if translation is None:
        return None
    note = translation.translation
    who = t(f"translated.{note.kind}")
    return f"{who} {t('translated.by', name=note.by)}" if note.by else who
