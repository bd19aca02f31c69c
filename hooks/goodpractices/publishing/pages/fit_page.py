"""Does it fit us: the practices by what their entries say of the municipalities they are for.

The page shows these conditions in words. Once a reader has chosen a municipality, the scripts in
``docs/assets/scripts/fit/`` put the same rows into groups; the data they compare are written here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from ...catalogue import Catalogue, Place, Practice
from ...finding import FITS, KINDS, STATES, Conditions, conditions_of, municipalities, municipality_of
from ..addresses import FIT, numbered
from ..article import Article
from ..pieces import of_depth
from ..planned import PlannedArticle, PlannedFiles, Written
from ..rendering import Renderer
from .cards import Cards
from .fit_rows import fit_row, row_html
from .paging import LONG_PAGE_LENGTH, ListPage, paged

_SCRIPT = "assets/scripts/fit/fit.js"
_ROW, _RECORD = "fit row", "fit record"

FIT_SCRIPTS = {
    _SCRIPT: (
        *(f"assets/scripts/{name}.js" for name in ("phrases", "elements")),
        *(f"assets/scripts/fit/{name}.js" for name in ("judging", "choice", "page")),
    )
}
"""The script bundle of the page: output file and its sources, in load order."""

_SAID_BY_SCRIPTS = (
    "fit.all",
    "fit.rest",
    "fit.further",
    "fit.disputed",
    *(f"fit.{name}.{state}" for name in ("size", "kind") for state in STATES),
    *(f"fit.{name}.{fit}" for name in ("count", "name", "note") for fit in FITS),
)


class FitPages:
    """Renders the pages of the list, and the data for its scripts."""

    def __init__(self, catalogue: Catalogue, cards: Cards, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._cards = cards
        self._renderer = renderer
        self._t = renderer.t

    def articles(self) -> Iterator[PlannedArticle]:
        """The list page by page, those first that say most of municipalities."""
        practices = self._in_order
        for page in paged(practices, FIT, LONG_PAGE_LENGTH):
            inputs = len(practices), self._cards.inputs(page.items)
            yield PlannedArticle(page.address, inputs, partial(self._article, page, len(practices)))

    @cached_property
    def _in_order(self) -> list[Practice]:
        return sorted(self._catalogue.by_title, key=_says_most_first)

    def files(self, all_listed: tuple[Any, ...]) -> Iterator[PlannedFiles]:
        """The data of the scripts; before them what there is yet to render of the rows of the pages."""
        yield PlannedFiles("fit", all_listed, self._data, is_large=True)

    def _article(self, page: ListPage[Practice], count: int) -> Article:
        t, title = self._t, self._t("fit.title")
        kinds = t.group("choices.municipality_type")
        content = self._renderer.render(
            "fit.html",
            page.address,
            title=page.title(title, t),
            lead=t("fit.lead"),
            is_first=page.number == 1,
            groups=self._groups(page),
            count=count,
            places=[_option(place) for place in municipalities(self._catalogue)],
            kinds=[(kind, kinds[kind]) for kind in KINDS],
            source=self._data_address,
            script=_SCRIPT,
            pages=page.links,
        )
        return Article(page.address, page.title(title, t), t("fit.lead"), content, "fit", styles="choosing")

    def _groups(self, page: ListPage[Practice]) -> list[tuple[str, list[Markup]]]:
        """The practices of a page by how much their entries say: of size and kind, of other conditions, of nothing."""
        found: dict[str, list[Markup]] = {"named": [], "further": [], "unknown": []}
        texts = self._cards.pieces.of(of_depth(_ROW, page.address), page.items, partial(self._named_row, page.address))
        for text in texts:
            name, _, html = text.partition("\n")
            found[name].append(Markup(html))  # noqa: S704 - from a template
        return [(name, rows) for name, rows in found.items() if rows]

    def _prepare(self, here: str, practices: Sequence[Practice]) -> None:
        self._cards.pieces.prepare(of_depth(_ROW, here), practices, partial(self._named_row, here))

    def _named_row(self, here: str, practice: Practice) -> str:
        """The row of a practice behind the name of its group."""
        row = fit_row(practice, self._catalogue, self._renderer)
        name = "named" if _names_a_kind(row.conditions) else "further" if row.needed else "unknown"
        return f"{name}\n{row_html(row, here, self._renderer)}"

    @property
    def _data_address(self) -> str:
        return f"assets/scripts/fit/data.{self._t.language}.js"

    def _data(self) -> Iterator[Written]:
        words = self._t.for_scripts(_SAID_BY_SCRIPTS)
        pieces, practices = self._cards.pieces, self._catalogue.by_title
        self._prepare(FIT, self._in_order[:LONG_PAGE_LENGTH])
        self._prepare(numbered(FIT, 2), self._in_order[LONG_PAGE_LENGTH:])
        pieces.prepare(_RECORD, practices, self._record)
        records = ",".join(pieces.of(_RECORD, practices, self._record))
        data = to_json({"kinds": KINDS, "words": words, "digits": {"group": self._t.group_sign}}).decode()
        yield self._data_address, [f'self.KatalogPasuje={data[:-1]},"practices":[{records}]}};\n'.encode()]

    def _record(self, practice: Practice) -> str:
        """What the scripts know of a practice, as JSON."""
        row = fit_row(practice, self._catalogue, self._renderer)
        html = row_html(row, FIT, self._renderer).strip()
        words = {"size": row.size, "kind": row.kind}
        return to_json({"conditions": _said(row.conditions), **words, "html": html}).decode()


def _said(conditions: Conditions) -> dict[str, Any]:
    """The conditions without those that the entry does not name; a size of nought is one."""
    return {
        name: value
        for name, value in asdict(conditions).items()
        if value is not None and value is not False and value != ()
    }


def _names_a_kind(conditions: Conditions) -> bool:
    return conditions.name_a_size or bool(conditions.kinds)


def _says_most_first(practice: Practice) -> tuple[bool, bool]:
    conditions = conditions_of(practice)
    return not _names_a_kind(conditions), not conditions.say_something


def _option(place: Place) -> dict[str, Any]:
    known = municipality_of(place)
    return {"id": place.id, "name": place.name, "population": known.population, "kind": known.kind}
