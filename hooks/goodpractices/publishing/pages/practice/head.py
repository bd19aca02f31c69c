"""The head of the page of a practice: what it is, where and when, what it is about."""

from dataclasses import dataclass

from ....catalogue import OriginalTitle, Period, Practice
from ....wording import Translations
from ... import phrasing
from ..values import Value
from .inputs import PracticeInputs
from .labels import Labels


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
    themes: tuple[Theme, ...]
    target_groups: tuple[Value, ...]
    translated: str | None
    """Who brought the practice into the language of the page, if that is not the language of the entry."""
    is_outdated: bool


def head_block(inputs: PracticeInputs, labels: Labels) -> Head:
    """The head of the page."""
    practice, t = inputs.practice, labels.t
    return Head(
        title=practice.title,
        short_title=practice.short_title or practice.title,
        original_title=practice.original_title,
        summary=practice.summary,
        places=places_in_roles(practice, labels),
        period=_period(practice.period, t),
        kind=labels.term("kinds", practice.kind),
        lifecycle=_lifecycle(practice, t),
        lifecycle_is_dated=practice.lifecycle_as_of is not None,
        lifecycle_source=practice.lifecycle_source,
        themes=tuple(Theme(labels.term("themes", each), labels.family(each)) for each in practice.themes),
        target_groups=tuple(labels.term("target_groups", each) for each in practice.target_groups),
        translated=_translated(practice, t),
        is_outdated=inputs.is_outdated,
    )


def places_in_roles(practice: Practice, labels: Labels) -> tuple[PlaceInRole, ...]:
    """The places of a practice, in the order of the entry."""
    return tuple(PlaceInRole(labels.place(use.place), use.role) for use in practice.places)


def _lifecycle(practice: Practice, t: Translations) -> str:
    if practice.lifecycle_as_of is None:
        return t.choice("lifecycle", practice.lifecycle)
    return phrasing.state_at(practice.lifecycle, practice.lifecycle_as_of, t)


def _period(period: Period | None, t: Translations) -> str | None:
    return phrasing.whole_period(period, t) if period and (period.start or period.end) else None


def _translated(practice: Practice, t: Translations) -> str | None:
    translation = practice.translations.get(t.language)
    if translation is None:
        return None
    note = translation.translation
    who = t(f"translated.{note.kind}")
    return f"{who} {t('translated.by', name=note.by)}" if note.by else who
