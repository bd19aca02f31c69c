"""The search index as data: words, where they occur and how much they say there, what a result shows.

``core.js`` is what every search needs; the parts are asked for by name when a query needs them. Each file is a classic
script that hands over JSON, because nothing else loads both from a server and from a folder. ``engine.js`` reads them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import Catalogue
from ...wording import Translations
from .analysed import FORMAT, AnalysedTexts
from .documents import ResultCard, cards, facets, orders, texts
from .encoding import front_coded, script
from .fields import FIELDS
from .postings import LEVELS, Postings

CORE = "core"
CORE_FILE = f"{CORE}.js"

# Parts this small travel with the core; larger ones are cut into pieces of about this many signs.
_INLINE = 24_000
_PIECE = 48_000
_FACETS_INLINE = 1_000
_CARDS = 16
_CARDS_INLINE = 32


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What the browser reads, by name of the part, and the card of each published practice, in their order."""

    core: Mapping[str, Any]
    parts: Mapping[str, Any]
    cards: tuple[ResultCard, ...]


def build_index(catalogue: Catalogue, analysed: AnalysedTexts) -> SearchIndex:
    """The index of the published practices; the same for the same catalogue and dictionary."""
    starts = _pieces(map(len, analysed.postings.where))
    parts = {**dict(_word_parts(analysed.postings, starts)), **dict(_practice_parts(catalogue, analysed))}
    return SearchIndex(_core(catalogue, analysed, starts), parts, tuple(cards(catalogue.published, catalogue)))


def index_files(
    index: SearchIndex, rows: Sequence[str] = (), addresses: Mapping[str, Any] | None = None
) -> dict[str, bytes]:
    """The files of an index by name, below the folder they go to; the same bytes for the same values.

    Args:
        index: what is found.
        rows: for each card the HTML that shows its practice in a list of results; without them there is none.
        addresses: where pages stand, handed on to the scripts.
    """
    pairs = zip(index.cards, rows or [""] * len(index.cards), strict=True)
    shown = [[card.id, card.title, card.summary, card.places, row] for card, row in pairs]
    pieces = range(0, len(shown), _CARDS)
    parts = {**index.parts, **{f"cards-{n}": shown[start : start + _CARDS] for n, start in enumerate(pieces)}}
    inlined = {name: parts.pop(name) for name in _inlined(parts, len(shown))}
    core = {**index.core, "addresses": addresses or {}, "parts": inlined}
    return {f"{name}.js": script(name, data) for name, data in {CORE: core, **parts}.items()}


def _pieces(lengths: Iterable[int]) -> list[int]:
    """Where pieces of about the same size begin."""
    starts = [0]
    total = 0
    for n, length in enumerate(lengths):
        if total > _PIECE:
            starts.append(n)
            total = 0
        total += length + 1
    return starts


def _word_parts(postings: Postings, starts: Sequence[int]) -> Iterator[tuple[str, Any]]:
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(postings.where)], strict=True)):
        yield f"terms-{n}", " ".join(postings.where[start:end])
        yield f"positions-{n}", "!".join(postings.places[start:end])


def _practice_parts(catalogue: Catalogue, analysed: AnalysedTexts) -> Iterator[tuple[str, Any]]:
    practices = catalogue.published
    ids = front_coded([each.id for each in practices])
    yield "facets", {"ids": ids, "facets": facets(catalogue), "orders": orders(catalogue)}
    found = texts(practices, analysed.stories, catalogue)
    for n, start in enumerate(range(0, len(practices), _CARDS)):
        yield f"texts-{n}", found[start : start + _CARDS]


def _core(catalogue: Catalogue, analysed: AnalysedTexts, starts: Sequence[int]) -> dict[str, Any]:
    words = analysed.words
    return {
        "format": FORMAT,
        "analyser": analysed.analyser,
        "count": len(catalogue.published),
        "fields": list(FIELDS),
        "levels": LEVELS,
        "cards": _CARDS,
        "ignored": " ".join(words.ignored),
        "lexicon": words.lexicon.to_json(analysed.postings.counts),
        "pieces": starts,
        "words": _said(Translations.load(catalogue.language)),
    }


def _said(t: Translations) -> dict[str, str]:
    """What the worker says itself; the browser fills in the numbers."""
    return {"all": str(t.entries["search.all_results"]), "similar": str(t.entries["search.similar"])}


def _inlined(parts: Mapping[str, Any], count: int) -> list[str]:
    """The names of the parts that travel with the core."""
    chosen = []
    if "terms-1" not in parts and len(parts["terms-0"]) <= _INLINE:
        chosen.append("terms-0")
    if count <= _FACETS_INLINE:
        chosen.append("facets")
    if count <= _CARDS_INLINE:
        chosen += [name for name in parts if name.startswith("cards-")]
    return chosen
