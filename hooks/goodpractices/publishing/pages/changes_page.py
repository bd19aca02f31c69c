"""What changed since a day, in words, for readers who come back: from the history of the repository.

Of entries that are public today it is told what changed in them; of others only how many left. A title is the one of
today, and values stand there by their names of today: nothing is quoted out of an old version.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ...catalogue import Catalogue, DayOfChanges, EntryChange, FieldChange, History, Shape, told_fields
from ...wording import Translations
from .. import phrasing
from ..addresses import CHANGES, practice_address
from ..article import Article
from ..open_data import CHANGED
from ..planned import PlannedArticle
from ..rendering import Renderer

_SCRIPT = "assets/scripts/changes.js"
_MOST_LINES = 1_000
"""Entries with their changes on the page; whatever is older is left to the repository."""


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry, what became of it, and what changed in it, a sentence a kind of change."""

    title: str
    address: str
    kind: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day in words and for machines, its entries, and what else is said of it."""

    name: str
    day: str
    entries: tuple[ChangedEntry, ...]
    notes: tuple[str, ...]


class ChangesPage:
    """Plans the page of one catalogue in its language; ``history`` is ``None`` where nobody knows of any."""

    def __init__(self, catalogue: Catalogue, history: History | None, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._history = history
        self._renderer = renderer
        self._t = renderer.t

    def articles(self) -> Iterator[PlannedArticle]:
        """The page ``co-sie-zmienilo/``."""
        yield PlannedArticle(CHANGES, (self._history and self._history.mark, self._named), self._article)

    @cached_property
    def _named(self) -> list[tuple[str, str, str]]:
        """What the page says of the entries that it names: those with a page of their own, by id."""
        days = self._history.days if self._history else ()
        names = dict.fromkeys(entry.practice for day in days for entry in day.entries)
        today = self._catalogue.practices
        return [
            (each, str(today[each].title), today[each].editorial.state)
            for each in names
            if each in today and self._catalogue.has_page(each)
        ]

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {name: self._catalogue.practices[name].title for name, _, _ in self._named}

    @cached_property
    def _days(self) -> tuple[list[ChangedDay], str | None]:
        """The days that the page tells of, and the first of them, where the history does not reach to the beginning."""
        history = self._history
        if history is None:
            return [], None
        shown: list[ChangedDay] = []
        lines, since = 0, history.since
        for day in history.days:
            if lines >= _MOST_LINES:
                break
            if told := self._day(day):
                shown.append(told)
                lines += len(told.entries)
        else:
            return shown, phrasing.day(since, self._t) if since else None
        return shown, shown[-1].name

    def _day(self, day: DayOfChanges) -> ChangedDay | None:
        entries = tuple(filter(None, map(self._entry, day.entries)))
        left = sum(each.kind == "removed" for each in day.entries)
        notes = [self._t("changed.left", n=left)] if left else []
        notes += [self._t("changed.further", n=day.further)] if day.further else []
        if not entries and not notes:
            return None
        return ChangedDay(phrasing.day(day.day, self._t), day.day.isoformat(), entries, tuple(notes))

    def _entry(self, change: EntryChange) -> ChangedEntry | None:
        """What is told of an entry; nothing where it left, or of one that readers have no page of today."""
        if change.kind == "removed" or change.practice not in self._titles:
            return None
        is_withdrawn = self._catalogue.practices[change.practice].editorial.state == "withdrawn"
        if is_withdrawn and change.kind != "withdrawn":
            return None
        said = tuple(fields_in_words(change.fields, self._catalogue, self._t))
        return ChangedEntry(self._titles[change.practice], practice_address(change.practice), change.kind, said)

    def _article(self) -> Article:
        t, links = self._t, self._renderer.links
        days, since = self._days
        title, lead = t("changed.title"), t("changed.lead")
        content = self._renderer.render(
            "changes.html",
            CHANGES,
            title=title,
            lead=lead,
            is_known=self._history is not None,
            since=since,
            months=[*_months(days, t)],
            first=days[-1].day if days else "",
            last=days[0].day if days else "",
            feed=None if links.explicit_index else CHANGED,
            script=_SCRIPT,
        )
        return Article(CHANGES, title, lead, content, "practices", styles="upkeep")


def _months(days: Sequence[ChangedDay], t: Translations) -> Iterator[tuple[str, list[ChangedDay], int]]:
    """The days by month, each month with its name and how many entries changed in it."""
    for month, group in groupby(days, key=lambda each: each.day[:7]):
        held = [*group]
        name = t("changed.month", month=t.month(int(month[5:]), alone=True), year=month[:4])
        yield name, held, sum(len(each.entries) for each in held)


def fields_in_words(changes: Sequence[FieldChange], catalogue: Catalogue, t: Translations) -> Iterator[str]:
    """A sentence for each field with other values to name, then one each for what else came, changed and left."""
    others: dict[str, list[str]] = {"added": [], "changed": [], "removed": []}
    shapes = told_fields()
    for change in changes:
        shape = shapes.get(change.field)
        if shape is None:
            continue
        if change.old and change.old == change.new:
            others[change.kind].append(t("changed.beside", field=_field(change.field, t)))
        elif words := _values_in_words(change, shape, catalogue, t):
            yield words
        else:
            others[change.kind].append(_name(change, t))
    for kind, names in others.items():
        if names:
            yield t(f"changed.{kind}", fields=t.listing(names))


def _name(change: FieldChange, t: Translations) -> str:
    """The field; of a list that changed also how many of its records came, changed and left."""
    name = _field(change.field, t)
    counts = zip(("added", "changed", "removed"), change.counts, strict=True)
    parts = [t(f"changed.records.{kind}", n=count) for kind, count in counts if count]
    return t("changed.with_counts", field=name, counts=", ".join(parts)) if parts and change.kind == "changed" else name


def _field(name: str, t: Translations) -> str:
    """What a field is called amid others, where it has a word of its own for that."""
    own = f"changed.field.{name}"
    return t(own) if own in t else t.field(name)


def _values_in_words(change: FieldChange, shape: Shape, catalogue: Catalogue, t: Translations) -> str | None:
    """What a field chooses now and chose before; nothing where today's lists do not know one of these."""
    old, new = ([_label(each, change.field, shape, catalogue, t) for each in side] for side in (change.old, change.new))
    if None in (*old, *new) or not (old or new):
        return None
    field = _field(change.field, t)
    if shape["kind"] != "list":
        given = {"field": field, "old": "".join(filter(None, old)), "new": "".join(filter(None, new))}
        return t(f"changed.value.{change.kind}", **given)
    came = t.listing([each for each in new if each and each not in old])
    left = t.listing([each for each in old if each and each not in new])
    if not came and not left:
        return t("changed.order", field=field)
    kind = "both" if came and left else "came" if came else "left"
    return t(f"changed.terms.{kind}", field=field, came=came, left=left)


def _label(value: str, field: str, shape: Shape, catalogue: Catalogue, t: Translations) -> str | None:
    """What a value is called today; ``None`` where it is not a value any more."""
    of = shape.get("of", shape)
    if of["kind"] == "ref":
        terms = catalogue.vocabularies.get(of["to"], {})
        return catalogue.label(of["to"], value) if value in terms else None
    name = f"choices.{of.get('name', field)}.{value}"
    return t(name) if name in t else None
