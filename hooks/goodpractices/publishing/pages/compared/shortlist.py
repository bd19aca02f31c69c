"""What readers choose practices to compare with, on the pages of practices: toggles, and the list of what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....wording import Translations
from ...addresses import COMPARE, Links

SHARED_PARTS = tuple(f"assets/scripts/{name}.js" for name in ("phrases", "elements"))

TOGGLES_SCRIPT = "assets/scripts/compare/toggles.js"
"""What makes the toggles, a part of the script of every page."""

SHORTLIST_PARTS = (*SHARED_PARTS, *(f"assets/scripts/compare/{name}.js" for name in ("chosen", "shortlist")))
"""What keeps the choice on the pages where one can choose, in load order. It comes with the first choice."""


@dataclass(frozen=True, slots=True)
class ShortlistWords:
    """The label of each toggle, and what the script is told that keeps the choice."""

    label: str
    said: Mapping[str, Any]


def shortlist_words(language: str, links: Links) -> ShortlistWords:
    """What the toggles and the list of what is chosen say in a language."""
    t = Translations.load(language)
    words = t.for_scripts(f"shortlist.{name}" for name in ("count", "full", "label", "show", "clear"))
    return ShortlistWords(
        t("shortlist.toggle"), {"words": words, "digits": t.group_sign, "page": links.from_root(COMPARE)}
    )
