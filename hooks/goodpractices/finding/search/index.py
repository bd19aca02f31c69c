"""The search index as data: words, where they occur and how much they say there, what a result shows.

``core.js`` is what every search needs; the parts are asked for by name when a query needs them. Each file is a classic
script that hands over JSON, because nothing else loads both from a server and from a folder. ``engine.js`` reads them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ...catalogue import Catalogue
from ...wording import Translations
from .analysed import FORMAT, AnalysedTexts
from .documents import ResultCard, cards, facets, orders, texts
from .encoding import front_coded, numbers, script, steps
from .fields import FIELDS
from .function_words import asking_words
from .other_languages import words_of_others
from .postings import LEVELS, Postings
from .slices import is_boundary, short_names, sliced
from .stems import spellings

T = TypeVar("T")

CORE = "core"
EVERYDAY = "everyday"
"""The part with the words of everyday life, for words that are found in no form."""

CORE_FILE = f"{CORE}.js"

# Parts this small travel with the core; larger ones are cut into pieces of about as many signs as lie between these.
_INLINE = 24_000
_LEAST_PIECE, _LARGEST_PIECE = 8_000, 96_000
_LEAST_CARDS = 8
_CARDS_INLINE = 32


@dataclass(frozen=True, slots=True)
class Cut:
    """How practices, or words, are divided among parts: how many are in each, and what each is called.

    A part is called after what it begins with, so that those after one that is new keep their names and bytes.
    """

    lengths: tuple[int, ...]
    names: tuple[str, ...]

    @staticmethod
    def at(starts: Sequence[int], items: Sequence[str]) -> "Cut":
        """The cut of some items before each of the starts; no items are one empty part."""
        ends = [*starts[1:], len(items)]
        names = short_names([items[start] for start in starts] if items else [""])
        return Cut(tuple(end - start for start, end in zip(starts, ends, strict=True)), tuple(names))

    def parts(self, kind: str, values: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
        """The name of each part of a kind, and those of the values that are in it."""
        start = 0
        for name, length in zip(self.names, self.lengths, strict=True):
            yield f"{kind}-{name}", values[start : start + length]
            start += length

    def to_json(self) -> dict[str, str]:
        """The cut as the browser reads it."""
        return {"lengths": numbers(self.lengths), "names": " ".join(self.names)}


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What the browser reads, by name of the part, and the card of each published practice, in their order."""

    core: Mapping[str, Any]
    parts: Mapping[str, Any]
    cards: tuple[ResultCard, ...]
    cut: Cut
    """How the practices are divided among parts."""


def build_index(catalogue: Catalogue, analysed: AnalysedTexts) -> SearchIndex:
    """The index of the published practices; the same for the same catalogue and dictionary."""
    postings = analysed.postings
    lemmas = [*analysed.words.lexicon.numbers]
    pieces = Cut.at(_pieces(lemmas, [*map(len, postings.where)]), lemmas)
    ids = [each.id for each in catalogue.published]
    cut = Cut.at([each.start for each in sliced(ids, _LEAST_CARDS)] or [0], ids)
    lexicon, forms = analysed.words.lexicon.divided(postings.counts)
    parts = {**forms, **dict(_word_parts(postings, pieces)), **dict(_practice_parts(catalogue, analysed, cut))}
    if analysed.everyday.found_by:
        parts[EVERYDAY] = analysed.everyday.table()
    core = {**_core(catalogue, analysed), "lexicon": lexicon, "pieces": pieces.to_json(), "cards": cut.to_json()}
    return SearchIndex(core, parts, tuple(cards(catalogue.published, catalogue)), cut)


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
    parts = {**index.parts, **dict(index.cut.parts("cards", shown))}
    inlined = {name: parts.pop(name) for name in _inlined(parts, len(shown))}
    core = {**index.core, "addresses": addresses or {}, "parts": inlined}
    return {f"{name}.js": script(name, data) for name, data in {CORE: core, **parts}.items()}


def _pieces(lemmas: Sequence[str], lengths: Sequence[int]) -> list[int]:
    """Where pieces of about the same size begin: before words that a hash chooses, long ones sooner than short ones."""
    starts = [0]
    total = 0
    for n, (lemma, length) in enumerate(zip(lemmas, lengths, strict=True)):
        if total > _LARGEST_PIECE or (total > _LEAST_PIECE and is_boundary(lemma, length / _LEAST_PIECE)):
            starts.append(n)
            total = 0
        total += length + 1
    return starts


def _word_parts(postings: Postings, pieces: Cut) -> Iterator[tuple[str, Any]]:
    yield from ((name, " ".join(some)) for name, some in pieces.parts("terms", postings.where))
    yield from ((name, "!".join(some)) for name, some in pieces.parts("positions", postings.places))


def _practice_parts(catalogue: Catalogue, analysed: AnalysedTexts, cut: Cut) -> Iterator[tuple[str, Any]]:
    practices = catalogue.published
    ids = front_coded([each.id for each in practices])
    yield "facets", {"ids": ids, "facets": facets(catalogue), "orders": orders(catalogue)}
    yield from cut.parts("texts", texts(practices, analysed.stories, catalogue))


def _core(catalogue: Catalogue, analysed: AnalysedTexts) -> dict[str, Any]:
    words = analysed.words
    return {
        "format": FORMAT,
        "analyser": analysed.analyser,
        "count": len(catalogue.published),
        "fields": list(FIELDS),
        "levels": LEVELS,
        "ignored": " ".join(words.ignored),
        "asking": " ".join(asking_words(catalogue.language)),
        "months": " ".join(_months(Translations.load(catalogue.language))),
        "foreign": {
            language: steps(some) for language, some in words_of_others(catalogue, words, analysed.said_in).items()
        },
        "spellings": spellings(catalogue.language),
        "everyday": analysed.everyday.hints(),
        "words": _said(Translations.load(catalogue.language)),
    }


def _months(t: Translations) -> Iterator[str]:
    """The names of the months, in dates and alone, each twelve in their order."""
    return (t.month(month, alone=alone) for alone in (False, True) for month in range(1, 13))


def _said(t: Translations) -> dict[str, str]:
    """What the worker says itself; the browser fills in the numbers."""
    return {"all": str(t.entries["search.all_results"]), "similar": str(t.entries["search.similar"])}


def _inlined(parts: Mapping[str, Any], count: int) -> list[str]:
    """The names of the parts that travel with the core: of words while there are few of them, of few practices all."""
    chosen = []
    for kind in ("words-", "terms-"):
        some = [name for name in parts if name.startswith(kind)]
        chosen += some if sum(len(str(parts[name])) for name in some) <= _INLINE else []
    if count <= _CARDS_INLINE:
        chosen += [name for name in parts if name == "facets" or name.startswith("cards-")]
    return chosen
