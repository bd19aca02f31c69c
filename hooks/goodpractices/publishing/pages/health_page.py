"""What there is to do about the entries, for editors: a table of the numbers that ``validate.py --health`` prints."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from ...catalogue import (
    GAP_KINDS,
    Catalogue,
    Gap,
    GapKind,
    Gaps,
    Health,
    LinkReport,
    Practice,
    PracticeHealth,
    derive,
    fingerprint_of,
    gaps_on,
    health_of,
    kinds_told,
)
from ...wording import Translations
from .. import phrasing
from ..addresses import HEALTH, HEALTH_FILE, practice_address
from ..article import Article
from ..open_data import Cell, formula_safe_table
from ..planned import PlannedArticle, PlannedFiles
from ..rendering import Renderer
from ..upkeep import Upkeep

_SCRIPT = "assets/scripts/health.js"
_OLD_AFTER = 7
"""Days after which a report about addresses is said to be old: it is made each night."""

# Where a practice's page speaks of a disputed field; the other fields have no part of their own.
_PARTS = {
    "indicators": "liczby",
    "funding": "pieniadze",
    "transfer": "przeniesienie",
    "claims": "stwierdzenia",
    "adoptions": "wdrozenia",
}


@dataclass(frozen=True, slots=True)
class HealthCell:
    """How much of one kind there is in an entry, where it leads, and which questions they are; no count is not 0."""

    kind: GapKind
    count: int | None
    address: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class HealthRow:
    """A practice with a cell for each kind."""

    title: str
    address: str
    cells: tuple[HealthCell, ...]
    total: int


class HealthPages:
    """The page and the file beside it; they follow from all that the entries say, and from what a build is told."""

    def __init__(self, catalogue: Catalogue, upkeep: Upkeep, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._upkeep = upkeep
        self._renderer = renderer
        self._t = renderer.t

    def articles(self) -> Iterator[PlannedArticle]:
        """The page ``dla-redakcji/stan/``."""
        yield PlannedArticle(HEALTH, self._inputs, self._article)

    def files(self) -> Iterator[PlannedFiles]:
        """The same table for spreadsheets, made before the page: what it takes to know of the entries is kept."""
        table = partial(health_table, t=self._t)
        yield PlannedFiles("health", self._inputs, lambda: [(HEALTH_FILE, [table(self._health)])], is_large=True)

    @cached_property
    def _inputs(self) -> tuple[object, ...]:
        wholes = [self._catalogue.fingerprint(each.id).whole for each in self._catalogue.published]
        return *self._upkeep.inputs, wholes

    @cached_property
    def _health(self) -> Health:
        return health_of(self._catalogue, self._upkeep.day, self._upkeep.links, self._gaps)

    @cached_property
    def _noted(self) -> Mapping[str, Any]:
        """For each practice the gaps and the row of the table, which earlier builds may have made."""
        catalogue, told = self._catalogue, self._upkeep.inputs
        names = {each.id: fingerprint_of([catalogue.fingerprint(each.id).whole, told]) for each in catalogue.published}
        find = gaps_on(self._upkeep.day, self._upkeep.links)

        def note(practice_id: str) -> list[Any]:
            practice = catalogue.practices[practice_id]
            gaps = find(practice)
            return [[astuple(each) for each in gaps], self._row(PracticeHealth(practice, gaps))]

        return catalogue.notes.of("health", names, note, _is_note)

    def _gaps(self, practice: Practice) -> Gaps:
        return tuple(Gap(*each) for each in self._noted[practice.id][0])

    def _row(self, found: PracticeHealth) -> str:
        row = _row(found, kinds_told(self._upkeep.links), self._t)
        return self._renderer.render("health_row.html", HEALTH, row=row)

    def _article(self) -> Article:
        t, health = self._t, self._health
        title, lead, totals = t("health.title"), t("health.lead"), health.totals()
        content = self._renderer.render(
            "health.html",
            HEALTH,
            title=title,
            lead=lead,
            said=[t("health.day", day=phrasing.day(health.day, t)), *links_in_words(health.links, self._upkeep, t)],
            totals=[(kind, totals.get(kind)) for kind in GAP_KINDS],
            all=sum(totals.values()),
            rows=[Markup(self._noted[each.practice.id][1]) for each in health.practices],  # noqa: S704 - rendered
            elsewhere=[url for _, url in health.elsewhere],
            csv=HEALTH_FILE,
            script=_SCRIPT,
        )
        return Article(HEALTH, title, lead, content, "editors", styles="upkeep")


def health_table(health: Health, t: Translations) -> bytes:
    """The table as a CSV file: a row for each practice, empty where nothing is known, and what is missing in words."""
    names = ("id", "title", *GAP_KINDS, "total", "what")
    rows: list[list[Cell]] = []
    for each in health.practices:
        counts = [len(each.of(kind)) if kind in health.kinds else None for kind in GAP_KINDS]
        what = ", ".join(t(f"strip.{gap.what}") for gap in each.of("missing"))
        rows.append([each.practice.id, each.practice.title, *counts, len(each.gaps), what])
    return formula_safe_table(names, rows)


def links_in_words(links: LinkReport | None, upkeep: Upkeep, t: Translations) -> Iterator[str]:
    """When the addresses were looked at, and whether that was long ago; that nobody looked, where nobody did."""
    if links is None or links.is_broken:
        yield t("health.links.broken" if links else "health.links.none")
        return
    yield t("health.links.checked", n=links.visited, day=phrasing.day(links.day, t))
    if (days := (upkeep.day - links.day).days) > _OLD_AFTER:
        yield t("health.links.old", n=days)


def _is_note(kept: object) -> bool:
    match kept:
        case [list(gaps), str()]:
            return all(isinstance(each, list | tuple) and [*map(type, each)] == [str, str, str] for each in gaps)
    return False


def _row(found: PracticeHealth, kinds: Collection[GapKind], t: Translations) -> HealthRow:
    practice, address = found.practice, practice_address(found.practice.id)
    cells = []
    for kind in GAP_KINDS:
        gaps = found.of(kind)
        part = _part(gaps[0], practice) if gaps else ""
        what = t.listing(t(f"strip.{gap.what}").lower() for gap in gaps) if kind == "missing" else ""
        cells.append(HealthCell(kind, len(gaps) if kind in kinds else None, address + part, what))
    return HealthRow(practice.title, address, tuple(cells), len(found.gaps))


def _part(gap: Gap, practice: Practice) -> str:
    """The anchor on the page of the practice; none where no part speaks of it."""
    match gap.kind:
        case "missing":
            return "#braki" if practice.editorial.questions or derive(practice).completeness.missing else ""
        case "overdue" | "disputed":
            part = "o-wpisie" if gap.field in ("editorial", "lifecycle") else _PARTS.get(gap.field)
            return f"#{part}" if part else ""
        case "unanswered":
            return "#pytania"
        case _:
            return "#zrodla"
