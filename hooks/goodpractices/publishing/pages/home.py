"""The generated part of the home page: what is known best, how well the rest is known, what is missing."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue import Catalogue
from ...finding import Groups, best_known
from ...wording import Translations
from ..addresses import GAPS, INDEXES, PRACTICES, narrowed_address
from ..rendering import Renderer
from .cards import Cards
from .charts import count_bar
from .gaps_page import home_table

_BEST_KNOWN = 3
_LEVELS = range(5)


@dataclass(frozen=True, slots=True)
class Tile:
    """A level of evidence on the home page with the number of its practices, and a bar as long as it is large."""

    name: str
    address: str
    count: int
    bar: Markup


def home_fragment(catalogue: Catalogue, cards: Cards, renderer: Renderer) -> str:
    """What stands below the search box of the home page."""
    return renderer.render(
        "home.html",
        "",
        coverage=home_table(catalogue, renderer),
        all_groups=INDEXES["target_groups"],
        all_themes=INDEXES["themes"],
        gaps=GAPS,
        best_known=cards.cards(best_known(catalogue, cards.listed(catalogue.published), _BEST_KNOWN), ""),
        levels=_levels(catalogue, renderer.t),
        all_practices=PRACTICES,
        count=len(catalogue.published),
    )


def home_hero(catalogue: Catalogue, groups: Groups, renderer: Renderer) -> str:
    """The catalogue in four numbers, each leading to its list."""
    numbers = [("practices", len(catalogue.published), PRACTICES)]
    numbers += [(name, len(groups.by_dimension[name]), INDEXES[name]) for name in ("places", "themes", "organisations")]
    return renderer.render("hero.html", "", numbers=numbers)


def _levels(catalogue: Catalogue, t: Translations) -> list[Tile]:
    """How many practices stand on each level of evidence, each leading to them."""
    counts = Counter(each.evidence_level.value for each in catalogue.published if each.evidence_level)
    most = max(counts.values(), default=1)
    return [
        Tile(
            t.choice("evidence_level", level),
            narrowed_address("evidence", str(level)),
            counts[level],
            count_bar(counts[level] / most),
        )
        for level in _LEVELS
    ]
