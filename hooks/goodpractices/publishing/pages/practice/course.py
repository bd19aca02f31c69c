"""How a practice works: why, what it is made of, its steps and dates, where, and with whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....catalogue import Component, KeyDate, Practice
from ....finding import moment_of
from ....wording import Translations
from ... import phrasing
from ..values import Value
from .head import PlaceInRole, places_in_roles
from .labels import Labels
from .story import StorySection, story


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A date in words and what happened or was planned then."""

    date: str
    datetime: str | None
    text: str
    source: str | None
    place: Value | None
    planned: bool
    known: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation and what it did."""

    name: Value
    role: str
    contribution: str
    note: str | None


@dataclass(frozen=True, slots=True)
class SitesLine:
    """Many places of one kind: what and how many, where, and what else is said of them."""

    words: str
    place: Value | None
    source: str | None
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What ``parts/course.html``, ``parts/partners.html`` and ``parts/dates.html`` print."""

    why: tuple[StorySection, ...]
    how: tuple[StorySection, ...]
    components: tuple[Component, ...]
    support_types: tuple[Value, ...]
    steps: tuple[StorySection, ...]
    timeline: tuple[TimelineItem, ...]
    places: tuple[PlaceInRole, ...]
    sites: tuple[SitesLine, ...]
    partners: tuple[Partner, ...]

    @property
    def is_told(self) -> bool:
        """Whether anything of how the practice works is known."""
        return bool(self.how or self.why or self.steps or self.components or self.support_types)


def course_block(practice: Practice, labels: Labels) -> Course:
    """The course of the practice."""
    return Course(
        why=story(practice, ("challenge", "goals"), labels.t),
        how=story(practice, ("solution",), labels.t),
        components=practice.components,
        support_types=tuple(labels.term("support_types", each) for each in practice.support_types),
        steps=story(practice, ("steps",), labels.t),
        timeline=tuple(_timeline(practice, labels)),
        places=places_in_roles(practice, labels),
        sites=tuple(_sites(practice, labels)),
        partners=tuple(_partners(practice, labels)),
    )


def _sites(practice: Practice, labels: Labels) -> Iterator[SitesLine]:
    for each in practice.sites:
        as_of = labels.t("figures.as_of", date=labels.when(each.as_of)) if each.as_of else None
        yield SitesLine(
            words=phrasing.many(each.what, each.count, each.precision, labels.t),
            place=labels.place(each.place) if each.place else None,
            source=each.source,
            details=tuple(words for words in (as_of, each.note) if words),
        )


def _timeline(practice: Practice, labels: Labels) -> Iterator[TimelineItem]:
    for each in sorted(_dates(practice, labels.t), key=lambda key_date: moment_of(key_date.date)):
        yield TimelineItem(
            date=phrasing.when(each.date, labels.t),
            datetime=phrasing.machine_date(each.date),
            text=each.text,
            source=each.source,
            place=labels.place(each.place) if each.place else None,
            planned=each.planned,
            known=each.date.earliest[0] > 0,
            note=each.note,
        )


def _dates(practice: Practice, t: Translations) -> Iterator[KeyDate]:
    """The key dates, and the ends of the period where no key date tells of them; alone they stand in the head."""
    yield from practice.key_dates
    period = practice.period
    if period is None or not practice.key_dates:
        return
    named = {key_date.date.text for key_date in practice.key_dates}
    for key, end in (("start", period.start), ("end", period.end)):
        if end and end.text not in named:
            words = t(f"practice.{key}")
            text = words if period.disputed is None else phrasing.doubtful(words, t)
            yield KeyDate(date=end, text=text, source=period.source)


def _partners(practice: Practice, labels: Labels) -> Iterator[Partner]:
    t = labels.t
    for each in practice.organisations:
        contribution = ", ".join(t.choice("contribution", part) for part in each.contribution)
        yield Partner(labels.organisation(each.org), t.choice("organisation_role", each.role), contribution, each.note)
