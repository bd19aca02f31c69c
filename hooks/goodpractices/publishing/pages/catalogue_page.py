"""The catalogue: all practices, the fullest first, and what a reader narrows them with once scripts run.

The list is whole without scripts and goes on on further pages. Search box and filters stand on its first page; the
scripts in ``docs/assets/scripts/catalogue/`` answer them with rows rendered here, so a row has one template.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from ...catalogue import SECTIONS, Catalogue, Practice, decision
from ...finding import FACETS, SORTS, SearchIndex, find_facets, fullest_first, index_files
from ..addresses import FORM, INDEXES, PRACTICES, SEARCH, narrowed_address, numbered, practice_address
from ..article import Article
from ..planned import PlannedArticle, Written
from ..rendering import Renderer
from .cards import Cards
from .facet_boxes import facet_boxes
from .paging import PAGE_LENGTH, ListPage, paged
from .search_scripts import ENGINE_PARTS, WORDS_SCRIPT

_SEARCH = "assets/scripts/catalogue/search.js"
_PAGE = "assets/scripts/catalogue/page.js"


def _named(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.js" for name in names)


CATALOGUE_SCRIPTS = {
    _SEARCH: (
        WORDS_SCRIPT,
        *ENGINE_PARTS,
        "assets/scripts/catalogue/state.js",
        "assets/scripts/search/data.js",
        "assets/scripts/catalogue/asked.js",
    ),
    _PAGE: (
        *_named("assets/scripts", "phrases", "elements", "search/leads"),
        *_named("assets/scripts/catalogue", "narrowing", "results", "values", "passages", "reasons"),
        *_named(
            "assets/scripts/catalogue", "families", "finding", "filters", "sheet", "rows", "notices", "nearest", "page"
        ),
    ),
}
"""The script bundles of the page: output file and its sources, in load order.

The first runs before the page is read, so that what the address asks is found when the list would be shown.
"""

FIRST_VALUES = 5
"""How many values of a filter are shown before a reader asks for all of them."""

FIRST_ROWS = 15
"""How many practices a phone shows before a reader asks for the others."""

_BROWSE = ("themes", "target_groups", "places", "organisations", "programmes")
_SAID_BY_SCRIPTS = (
    "practices.count",
    "catalogue.similar_count",
    "catalogue.show",
    "catalogue.filters",
    "catalogue.filters_set",
    "catalogue.sorts.relevance",
    "catalogue.sorts.fullest",
    "catalogue.remove",
    "catalogue.of_facet",
    "catalogue.clear",
    "catalogue.clear_set",
    "catalogue.quoted",
    "catalogue.nothing_for",
    "catalogue.related",
    "catalogue.asks_nothing",
    "catalogue.did_you_mean",
    "catalogue.similar_below",
    "search.similar",
    "search.without",
    "catalogue.check_spelling",
    "catalogue.relax",
    "catalogue.without",
    "catalogue.nearest_lacks",
    "catalogue.find_value",
    "catalogue.find_none",
    "catalogue.more",
    "catalogue.failed",
    *(f"catalogue.reasons.{field}" for field in ("text", "term", "place", "organisation", "programme", "figure")),
    *(f"catalogue.reasons.{terms}" for terms in ("themes", "target_groups", "support_types", "kinds")),
    *(f"section.{name}" for name in SECTIONS),
)


class CataloguePage:
    """Renders the catalogue page and the pages its list goes on on."""

    def __init__(self, catalogue: Catalogue, cards: Cards, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._cards = cards
        self._renderer = renderer
        self._t = renderer.t

    def articles(self) -> Iterator[PlannedArticle]:
        """The first page, with the filters, and the further ones."""
        practices = fullest_first(self._catalogue)
        listed = self._cards.listed(practices)
        for page in paged(listed, PRACTICES):
            shown = practices if page.number == 1 else page.items  # the filters of the first page are about all
            inputs = (len(practices), len(listed), self._cards.inputs(shown))
            yield PlannedArticle(page.address, inputs, partial(self._article, page, practices))

    def _article(self, page: ListPage[Practice], practices: Sequence[Practice]) -> Article:
        title, lead = self._t("lists.practices.title"), self._t("lists.practices.lead")
        content = self._renderer.render(
            "catalogue.html" if page.number == 1 else "catalogue_further.html",
            page.address,
            title=title,
            page_title=page.title(title, self._t),
            count=len(practices),
            **self._lists(page),
            in_polish=self._cards.elsewhere(practices, page.address, PRACTICES),
            pages=page.links,
            **(self._narrowing() if page.number == 1 else {}),
        )
        head = self._head() if page.number == 1 else ""
        return Article(
            page.address, page.title(title, self._t), lead, content, "practices", styles="catalogue", head=head
        )

    def prepared(self) -> Iterator[Written]:
        """No file: what there is yet to render of the rows that the further pages will show."""
        listed = self._cards.listed(fullest_first(self._catalogue))
        self._cards.prepare(numbered(PRACTICES, 2), row=listed[PAGE_LENGTH:])
        return iter(())

    def search_files(self, index: SearchIndex) -> Iterator[Written]:
        """The index of the search, with the practices as the list of the page shows them."""
        published, links = self._catalogue.published, self._renderer.links
        elsewhere = {each.id: practice_address(each.id) for each in published if not self._cards.listed([each])}
        practices, form = (links.localized(address) for address in (PRACTICES, FORM))
        addresses = {"practices": practices, "elsewhere": elsewhere, "form": form, "ask": self._t("catalogue.ask")}
        self._cards.prepare(PRACTICES, row=published)
        for name, data in index_files(index, self._cards.rows(published, PRACTICES), addresses).items():
            yield links.localized(SEARCH) + name, [data]

    def _lists(self, page: ListPage[Practice]) -> dict[str, list[Markup]]:
        """The practices of a page: rows of those one can decide by, and a line for each short entry."""
        full: list[Practice] = []
        short: list[Practice] = []
        for practice in page.items:
            (short if decision(practice).is_stub else full).append(practice)
        rows = self._cards.rows(full, page.address)
        first = FIRST_ROWS if len(rows) > FIRST_ROWS + 1 else len(rows)
        return {
            "rows": rows[:first],
            "further_rows": rows[first:],
            "lines": self._cards.short_rows(short, page.address),
        }

    def _head(self) -> str:
        links = self._renderer.links
        parts = links.to_root(PRACTICES) + links.localized(SEARCH)
        return self._renderer.render(
            "catalogue_head.html", PRACTICES, script=_SEARCH, parts=parts, facets=FACETS, sorts=SORTS
        )

    def _narrowing(self) -> dict[str, Any]:
        """What the first page has besides its part of the list."""
        facets = find_facets(self._catalogue)
        [themes] = [sorted(each.values, key=lambda value: -value.count) for each in facets if each.name == "theme"]
        return {
            "boxes": [*facet_boxes(facets, FIRST_VALUES, self._catalogue.rates, self._t)],
            "themes": [(theme.label, narrowed_address("theme", theme.id)) for theme in themes[:FIRST_VALUES]],
            "form": FORM,
            "sorts": SORTS,
            "browse": [(self._t(f"lists.{dimension}.title"), INDEXES[dimension]) for dimension in _BROWSE],
            "said": self._said(),
            "script": _PAGE,
        }

    def _said(self) -> str:
        """The words the scripts say, as JSON."""
        said = self._t.for_scripts(_SAID_BY_SCRIPTS) | self._t.languages_of_results()
        return json.dumps({**said, "digits.group": self._t.group_sign}, ensure_ascii=False)
