"""The generated part of the home page: whom to support, what is new, which themes there are."""

from dataclasses import dataclass

from ...catalogue import Catalogue
from ...finding import Groups, newest
from ..addresses import INDEXES, PRACTICES, member_address
from ..rendering import Renderer
from .cards import Cards
from .colours import family_class

_NEWEST = 3
_GROUPS = 7


@dataclass(frozen=True, slots=True)
class Tile:
    """A term on the home page with the number of its practices."""

    name: str
    address: str
    count: int
    family: str = ""


def home_fragment(catalogue: Catalogue, groups: Groups, cards: Cards, renderer: Renderer) -> str:
    """What stands below the search box of the home page."""
    tiles = sorted(_tiles("target_groups", catalogue, groups), key=lambda tile: -tile.count)
    return renderer.render(
        "home.html",
        "",
        groups=tiles[:_GROUPS],
        all_groups=Tile(renderer.t("home.all_groups"), INDEXES["target_groups"], len(tiles)),
        themes=_tiles("themes", catalogue, groups),
        newest=cards.cards(newest(catalogue.published, _NEWEST), ""),
        all_practices=PRACTICES,
        count=len(catalogue.published),
    )


def home_hero(catalogue: Catalogue, groups: Groups, renderer: Renderer) -> str:
    """The catalogue in four numbers, each leading to its list."""
    numbers = [("practices", len(catalogue.published), PRACTICES)]
    numbers += [(name, len(groups.by_dimension[name]), INDEXES[name]) for name in ("places", "themes", "organisations")]
    return renderer.render("hero.html", "", numbers=numbers)


def _tiles(dimension: str, catalogue: Catalogue, groups: Groups) -> list[Tile]:
    tiles = []
    for term in catalogue.vocabularies[dimension].values():
        if practices := groups.of(dimension, term.id):
            address = member_address(dimension, term.id)
            tiles.append(Tile(term.label(catalogue.language), address, len(practices), family_class(term.family)))
    return tiles
