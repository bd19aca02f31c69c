"""What a cache keeps of the search, and values that are none of it."""

from pathlib import Path
from typing import Any

from goodpractices.catalogue import Cache, Catalogue
from goodpractices.finding import analyse, index_files

KINDS = ["outlines", "forms", "words", "families", "paradigms", "rows", "postings", "nouns", "headwords", "said"]
KINDS += ["everyday", "everyday-rows"]
SHAPES: tuple[Any, ...] = (None, "x", [[5]], {"a": 5}, {"a": "x"}, [["x", [[5]]], {"a": "x"}], [[[["a", 5]], []]])
# Stralsund is a name that no dictionary has.
ENTRIES = {"las": {"title": "Ogród w Stralsundzie"}, "park": {"title": "Ogrody i parki, Stralsund"}}


def files(catalogue: Catalogue, place: Path | None) -> tuple[dict[str, bytes], Any, int]:
    analysed = analyse(catalogue, Cache(place))
    return index_files(analysed.index), analysed.texts.distinctive_words, analysed.texts.computed
