"""The search index as files: words, where they occur and how much they say there.

``rdzen.js`` is what every search needs; the parts are asked for by name when a query needs them. Each file is a classic
script that hands over JSON, because nothing else loads both from a server and from a folder. ``engine.js`` reads them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...catalogue import Catalogue, Practice, gathered
from ...wording import Translations
from .analysis import Analyser, Analysis
from .cache import Cache
from .catalogue_words import CatalogueWords
from .distinctive import distinctive_words
from .documents import cards, facets, orders, texts
from .encoding import front_coded, script
from .fields import FIELDS, stories
from .known_languages import load_morphology
from .morphology import Morphology
from .postings import LEVELS, Postings, find_postings

CORE = "rdzen"
CORE_FILE = f"{CORE}.js"
FORMAT = 3

# Parts this small travel with the core; larger ones are cut into pieces of about this many signs.
_INLINE = 24_000
_PIECE = 48_000
_FACETS_INLINE = 1_000
_CARDS = 16
_CARDS_INLINE = 32


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The files of an index by name, below the folder they go to, and what analysed the words."""

    files: Mapping[str, bytes]
    analyser: str
    is_fallback: bool
    analysed: int
    """How many entries and words had to be analysed, since no earlier build had them."""
    distinctive_words: Mapping[str, Mapping[str, float]]
    """For each practice, by id, the words that tell what it is about, each with how much is said of it."""


def build_index(
    catalogue: Catalogue,
    cache_folder: Path | None = None,
    morphology: Morphology | None = None,
    row: Callable[[Practice], str] = lambda practice: "",
    addresses: Mapping[str, Any] | None = None,
) -> SearchIndex:
    """The index of the published practices; the same bytes for the same catalogue and dictionary.

    ``row`` gives the HTML that shows a practice in a list of results, ``addresses`` is handed on to the scripts.
    """
    morphology = morphology or load_morphology(catalogue.language)
    cache = Cache(cache_folder, f"{FORMAT} {morphology.version}")
    practices = catalogue.published
    told = list(gathered(lambda some: [stories(each) for each in some], practices))
    analyses = _analyses(practices, told, catalogue, cache)
    words = CatalogueWords(analyses, catalogue, morphology, cache)
    postings = find_postings(analyses, words)
    starts = _pieces(map(len, postings.where))
    parts = dict(_parts(postings, starts, told, catalogue, row))
    core = _core(postings, starts, practices, words, morphology, Translations.load(catalogue.language))
    core["addresses"] = addresses or {}
    core["parts"] = {name: parts.pop(name) for name in _inlined(parts, len(practices))}
    files = {f"{name}.js": script(name, data) for name, data in {CORE: core, **parts}.items()}
    distinctive = distinctive_words(practices, analyses, words, postings.counts, morphology, catalogue, cache)
    cache.save()
    return SearchIndex(files, morphology.version, morphology.is_fallback, cache.computed, distinctive)


def _analyses(
    practices: Sequence[Practice], texts: Sequence[str], catalogue: Catalogue, cache: Cache
) -> list[Analysis]:
    by_id = {practice.id: text for practice, text in zip(practices, texts, strict=True)}
    analyser = Analyser(practices, by_id, catalogue)
    keys = analyser.keys(practices)
    by_key = dict(zip(keys, practices, strict=True))
    found = cache.known(
        "entries", keys, lambda missing: analyser.analyses([by_key[key] for key in missing]), Analysis.is_json
    )
    return [Analysis.from_json(found[key]) for key in keys]


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


def _parts(
    postings: Postings,
    starts: Sequence[int],
    told: Sequence[str],
    catalogue: Catalogue,
    row: Callable[[Practice], str],
) -> Iterator[tuple[str, Any]]:
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(postings.where)], strict=True)):
        yield f"hasla-{n}", " ".join(postings.where[start:end])
        yield f"pozycje-{n}", "!".join(postings.places[start:end])
    practices = catalogue.published
    ids = front_coded([each.id for each in practices])
    yield "fasety", {"ids": ids, "facets": facets(catalogue), "orders": orders(catalogue)}
    shown = list(gathered(lambda some: cards(some, catalogue, row), practices))
    found = texts(practices, told, catalogue)
    for n, start in enumerate(range(0, len(practices), _CARDS)):
        yield f"karty-{n}", shown[start : start + _CARDS]
        yield f"teksty-{n}", found[start : start + _CARDS]


def _core(
    postings: Postings,
    starts: Sequence[int],
    practices: Sequence[Practice],
    words: CatalogueWords,
    morphology: Morphology,
    t: Translations,
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "analyser": morphology.version,
        "count": len(practices),
        "fields": list(FIELDS),
        "levels": LEVELS,
        "cards": _CARDS,
        "ignored": " ".join(words.ignored),
        "lexicon": words.lexicon.to_json(postings.counts),
        "pieces": starts,
        "words": _said(t),
    }


def _said(t: Translations) -> dict[str, str]:
    """What the worker says itself; the browser fills in the numbers."""
    return {"all": str(t.entries["search.all_results"]), "similar": str(t.entries["search.similar"])}


def _inlined(parts: Mapping[str, Any], count: int) -> list[str]:
    """The names of the parts that travel with the core."""
    chosen = []
    if "hasla-1" not in parts and len(parts["hasla-0"]) <= _INLINE:
        chosen.append("hasla-0")
    if count <= _FACETS_INLINE:
        chosen.append("fasety")
    if count <= _CARDS_INLINE:
        chosen += [name for name in parts if name.startswith("karty-")]
    return chosen
