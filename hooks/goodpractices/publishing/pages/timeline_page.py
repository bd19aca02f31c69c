"""The timeline: practices as bars by start and end, those without a year listed beside it.

Each row says in words what its bar shows. Years begin with the latest; a year with many practices shows its first ones
and leads to a page of its own, so no page grows with the whole catalogue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from ...catalogue import Catalogue, EdtfInterval, Practice
from ...finding import TimeLine, TimeSpan
from .. import phrasing
from ..addresses import TIMELINE, practice_address
from ..article import Article
from ..planned import PlannedArticle
from ..rendering import Renderer
from .cards import Elsewhere
from .colours import family_class
from .paging import ListPage, paged
from .values import Value

UNDATED = f"{TIMELINE}bez-dat/"
"""Address of the practices without dates, where there are too many to stand beside the bars."""

_ROWS_OF_YEAR = 8
_UNDATED = 24
_LONGEST = 40
_STEPS = (1, 2, 5, 10)
_MOST_TICKS = 9
_LEAST_WIDTH = 0.9
# How far a bar runs on, fading, beyond the last date that is known: long enough to be seen, in percent of the scale.
_UNKNOWN_WIDTH = 9.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The years a timeline covers, from the beginning of one to the end of another."""

    first: int
    last: int

    def percent(self, year: float) -> float:
        """How far from the left edge a moment lies; the nearer edge for what lies outside."""
        return min(max(0.0, 100 * (year - self.first) / (self.last + 1 - self.first)), 100.0)

    def ticks(self) -> list["Tick"]:
        """Some round years; every second one can be left out on a phone."""
        years = self.last + 1 - self.first
        step = next((step for step in _STEPS if years / step <= _MOST_TICKS), _STEPS[-1])
        start = -(-self.first // step) * step
        shown = [year for year in range(start, self.last + 1, step) if self.percent(year) < 95]
        return [Tick(str(year), _percent(self.percent(year)), n % 2 == 1) for n, year in enumerate(shown)]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the scale."""

    year: str
    x: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A dated event on a bar."""

    x: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A practice on the timeline; ``shape`` names the look of its bar: which ends fade."""

    name: Value
    family: str
    theme: str
    dates: str
    notes: tuple[str, ...]
    x: str
    width: str
    end: str
    shape: str
    goes_on: bool
    from_events: bool
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The practices that began in a year; ``more`` leads to all of them where only the first are shown."""

    year: str
    rows: tuple[Row, ...]
    more: Value | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """A practice without a year, and what is known all the same."""

    name: Value
    family: str
    words: tuple[str, ...]


class TimelinePages:
    """Renders the timeline of one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        line: TimeLine,
        renderer: Renderer,
        in_polish: Elsewhere | None = None,
        inputs: Sequence[Any] = (),
    ) -> None:
        # Bars of all pages have one scale, so each page follows from all practices on the line.
        self._inputs = tuple(inputs)
        self._catalogue = catalogue
        self._line = line
        self._in_polish = in_polish
        self._renderer = renderer
        self._t = renderer.t
        self._scale = scale_of(line.spans)
        self._families = self._families_used()

    def articles(self) -> Iterator[PlannedArticle]:
        """The timeline, and pages of years and of undated practices where it does not hold them all."""
        years = [(year, list(spans)) for year, spans in groupby(self._line.spans, key=lambda span: span.year)]
        yield PlannedArticle(TIMELINE, self._inputs, lambda: self._main(years))
        for year, spans in years:
            if len(spans) > _ROWS_OF_YEAR:
                yield from self._year_pages(year, spans)
        if len(self._line.undated) > _UNDATED:
            yield from self._undated_pages()

    def _main(self, years: Sequence[tuple[int, Sequence[TimeSpan]]]) -> Article:
        undated = self._line.undated
        more = Value(self._t("timeline.all_undated", n=len(undated)), UNDATED) if len(undated) > _UNDATED else None
        content = self._renderer.render(
            "timeline.html",
            TIMELINE,
            title=self._t("timeline.title"),
            trail=[],
            lead=self._t("timeline.lead"),
            scale=self._scale,
            ticks=self._scale.ticks() if self._scale else [],
            years=[self._year(year, spans) for year, spans in years],
            undated=[self._undated(practice) for practice in undated[:_UNDATED]],
            all_undated=more,
            families=self._families,
            in_polish=self._in_polish,
            pages=[],
        )
        return Article(
            TIMELINE, self._t("timeline.title"), self._t("timeline.lead"), content, "timeline", styles="timeline"
        )

    def _year_pages(self, year: int, spans: Sequence[TimeSpan]) -> Iterator[PlannedArticle]:
        start, title = _year_address(year), self._t("timeline.year_title", year=str(year))
        for page in paged(spans, start):
            yield PlannedArticle(page.address, self._inputs, partial(self._of_year, page, title, year))

    def _of_year(self, page: ListPage[TimeSpan], title: str, year: int) -> Article:
        rows = tuple(self._row(span) for span in page.items)
        return self._further(page, title, years=[Year(str(year), rows)])

    def _undated_pages(self) -> Iterator[PlannedArticle]:
        title = self._t("timeline.undated_title")
        for page in paged(self._line.undated, UNDATED):
            yield PlannedArticle(page.address, self._inputs, partial(self._of_undated, page, title))

    def _of_undated(self, page: ListPage[Practice], title: str) -> Article:
        return self._further(page, title, undated=[self._undated(each) for each in page.items])

    def _further(
        self, page: ListPage[Any], title: str, years: Sequence[Year] = (), undated: Sequence[Undated] = ()
    ) -> Article:
        content = self._renderer.render(
            "timeline.html",
            page.address,
            title=title,
            trail=[(self._t("timeline.title"), TIMELINE)],
            lead=self._t("timeline.undated_text" if undated else "timeline.lead"),
            scale=self._scale,
            ticks=self._scale.ticks() if self._scale else [],
            years=years,
            undated=undated,
            all_undated=None,
            families=self._families if years else [],
            in_polish=None,
            pages=page.links,
        )
        return Article(page.address, page.title(title, self._t), title, content, "timeline", styles="timeline")

    def _year(self, year: int, spans: Sequence[TimeSpan]) -> Year:
        rows = tuple(self._row(span) for span in spans[:_ROWS_OF_YEAR])
        if len(spans) <= _ROWS_OF_YEAR:
            return Year(str(year), rows)
        words = self._t("timeline.all_of_year", year=str(year), n=len(spans))
        return Year(str(year), rows, Value(words, _year_address(year)))

    def _row(self, span: TimeSpan) -> Row:
        practice, scale = span.practice, self._scale or Scale(span.year, span.year)
        left, width = _extent(span, scale)
        theme = self._catalogue.term("themes", practice.themes[0])
        return Row(
            name=_name(practice),
            family=family_class(theme.family),
            theme=theme.label(self._t.language),
            dates=self._dates(span),
            notes=tuple(self._notes(span)),
            x=_percent(left),
            width=_percent(width),
            end=_percent(left + width),
            shape=_shape(span, scale),
            goes_on=span.ends == "open",
            from_events=span.from_events,
            dots=tuple(Dot(_percent(scale.percent(each.at)), each.planned) for each in span.events),
        )

    def _dates(self, span: TimeSpan) -> str:
        period = span.practice.period
        if period and not span.from_events:
            return phrasing.period(period.start, period.end, self._t)
        dates = [phrasing.when(each.date, self._t) for each in span.practice.key_dates if _has_year(each.date)]
        return ", ".join(dates)

    def _notes(self, span: TimeSpan) -> Iterator[str]:
        if span.from_events:
            yield self._t("timeline.from_events")
        else:
            if span.starts == "unknown":
                yield self._t("timeline.no_start")
            if span.ends in ("open", "unknown"):
                yield self._t("timeline.goes_on" if span.ends == "open" else "timeline.no_end")
        if planned := sum(event.planned for event in span.events):
            yield self._t("timeline.planned", n=planned)

    def _undated(self, practice: Practice) -> Undated:
        known = [phrasing.when(each.date, self._t) for each in practice.key_dates]
        words = (self._t.choice("lifecycle", practice.lifecycle), *known) if practice.lifecycle != "unknown" else known
        return Undated(_name(practice), self._family(practice), tuple(words))

    def _family(self, practice: Practice) -> str:
        return family_class(self._catalogue.term("themes", practice.themes[0]).family)

    def _families_used(self) -> list[tuple[str, str]]:
        used = {self._family(span.practice) for span in self._line.spans}
        labels = self._t.group("choices.theme_family")
        return [(family_class(name), label) for name, label in labels.items() if family_class(name) in used]


def scale_of(spans: Sequence[TimeSpan]) -> Scale | None:
    """The years that hold all spans, at most the last ``_LONGEST``: one old practice must not flatten the others."""
    if not spans:
        return None
    last = int(max(moment for span in spans for moment in (span.end, *(event.at for event in span.events))))
    return Scale(max(min(span.year for span in spans), last - _LONGEST + 1), last)


def _extent(span: TimeSpan, scale: Scale) -> tuple[float, float]:
    """Left edge and width of a bar; what is not known is drawn as some room that fades."""
    left, right = scale.percent(span.start), scale.percent(span.end)
    if not span.from_events:
        left -= _UNKNOWN_WIDTH if span.starts == "unknown" else 0
        right += _UNKNOWN_WIDTH if span.ends == "unknown" else 0
    left, right = max(0.0, left), min(100.0, right)
    width = max(right - left, _LEAST_WIDTH)
    return min(left, 100 - width), width


def _shape(span: TimeSpan, scale: Scale) -> str:
    """Which ends fade: ``none``, ``left``, ``right`` or ``both``."""
    left = span.starts != "sure" or span.start < scale.first
    right = span.ends in ("about", "unknown")
    if left and right:
        return "both"
    return "left" if left else "right" if right else "none"


def _year_address(year: int) -> str:
    return f"{TIMELINE}rok-{year}/"


def _name(practice: Practice) -> Value:
    return Value(practice.short_title or practice.title, practice_address(practice.id))


def _has_year(value: object) -> bool:
    ends = (value.start, value.end) if isinstance(value, EdtfInterval) else (value,)
    return any(getattr(end, "years", None) for end in ends)


def _percent(value: float) -> str:
    return f"{round(value, 2):g}%"
