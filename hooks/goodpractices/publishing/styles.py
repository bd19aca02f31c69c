"""Which styles a page loads: those of every page, those of its kind, and those of paper, which no screen waits for.

A kind is a file of its own, so that no reader waits for the styles of pages that are not being read.
"""

from typing import Literal

Kind = Literal[
    "practice",
    "easy",
    "meeting",
    "catalogue",
    "terms",
    "home",
    "map",
    "timeline",
    "choosing",
    "compare",
    "form",
    "upkeep",
    "text",
    "plain",
]

FOR_ALL = "assets/styles/all.css"
"""What every page has: the sheets that the settings of the site name, in their order."""

FOR_PAPER = "assets/styles/paper.css"
"""What is on paper alone."""

_FOLDER = "assets/styles"
_SHEETS: dict[Kind, tuple[str, ...]] = {
    "practice": ("strip", "ladder", "numbers", "practice", "prose"),
    "easy": ("easy",),
    "meeting": ("meeting",),
    "catalogue": ("strip", "cards", "rows", "search_form", "catalogue"),
    "terms": ("strip", "cards", "terms"),
    "home": ("home", "search_form", "strip", "cards", "numbers", "drawing", "coverage"),
    "map": ("drawing", "legend", "map"),
    "timeline": ("legend", "timeline"),
    "choosing": ("cards", "coverage", "choosing"),
    "compare": ("strip", "compare"),
    "form": ("form", "strip", "cards", "numbers", "prose"),
    "upkeep": ("prose", "upkeep"),
    "text": ("prose", "fields"),
    "plain": ("prose", "search_form", "plain"),
}
_PAPER = ("print", "sheet")
_LOADED_BY_SCRIPTS = ("shortlist",)


OF_ARTICLES = ("tokens", "lists", "parts", "ladder", "numbers", "practice", "prose", "print")
"""The sheets that an article of a practice has outside the site, in their order."""


def styles_of(kind: Kind) -> str:
    """The file with the styles of a kind of page."""
    return f"{_FOLDER}/{kind}.css"


def _sheets(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{_FOLDER}/{name}.css" for name in names)


STYLE_FILES = {
    **{styles_of(kind): _sheets(names) for kind, names in _SHEETS.items()},
    **{f"{_FOLDER}/{name}.css": _sheets((name,)) for name in _LOADED_BY_SCRIPTS},
    FOR_PAPER: _sheets(_PAPER),
}
"""The files beside the one for all, and the sheets each is made of, in their order."""
