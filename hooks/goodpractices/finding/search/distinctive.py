"""The words that say what a practice is about: those it has in common with few others.

They follow from what the index knows anyway. Names of what a practice is connected with (terms, places, organisations,
programmes) are left out, since these connections are known without them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain

from ...catalogue import Catalogue, digest
from ..rarity import rarity
from .analyses import SlicedAnalyses
from .analysis import HUNDRED, Analysis
from .books import book
from .cache import SearchCache
from .catalogue_words import CatalogueWords
from .fields import FIELDS, Connection
from .named_in_full import SAID
from .postings import Vocabulary
from .tokens import words_as_written

MOST = 25
"""So many words of a practice tell what it is about; more of them would tell everything."""

GENERAL = frozenset(book("general_words.yml")["nouns"].split())
_TEXTS = frozenset(FIELDS.index(name) for name in ("title", "summary", "text"))
# What is said once in passing (in a note, in the title of a source) weighs less.
_LEAST = 1 * HUNDRED
_SATURATION = 2.0
_SHORTEST = 3
# Words of about every twentieth practice and of more say nothing; in a small catalogue words of some few still do.
_LEAST_RARITY, _ALWAYS_RARE = 3.0, 4


def distinctive_words(
    analyses: SlicedAnalyses,
    vocabulary: Vocabulary,
    words: CatalogueWords,
    counts: Mapping[str, int],
    catalogue: Catalogue,
    stored: SearchCache,
) -> dict[str, dict[str, float]]:
    """For each practice its strongest words as readers know them, each with how much is said of it, from 0 to 1.

    ``counts`` says in how many practices a word is. A word of one practice only leads nowhere, and a word of very many
    says nothing; neither is among them.
    """
    number = len(analyses.outlines)
    telling = _telling(words, stored)
    useful = {form: lemma for form, lemma in telling.items() if _is_rare(counts[lemma], number)}
    tells = {lemma: rarity(counts[lemma], number) for lemma in useful.values()}
    names = _Names(catalogue, useful)
    common_to_few = tells.keys() - names.of_places
    shown = _shown(useful, words.headwords({*telling.values()}, stored))

    def strongest(connections: Sequence[Connection], said: Mapping[str, int]) -> dict[str, float]:
        left_out = names.of(connections)
        weights = {lemma: weight / HUNDRED for lemma, weight in said.items() if lemma in common_to_few}
        says = {lemma: weight / (weight + _SATURATION) for lemma, weight in weights.items() if lemma not in left_out}
        order = sorted(says, key=lambda lemma: (-says[lemma] * tells[lemma], lemma))
        return {shown[lemma]: round(says[lemma], 3) for lemma in order[:MOST]}

    said = _said_by(analyses, vocabulary, telling)
    outlines = analyses.outlines.items()
    return {
        practice_id: strongest(outline.connections, its)
        for (practice_id, outline), its in zip(outlines, said, strict=True)
    }


def _is_rare(count: int, practices: int) -> bool:
    return count > 1 and (count <= _ALWAYS_RARE or rarity(count, practices) >= _LEAST_RARITY)


def _telling(words: CatalogueWords, stored: SearchCache) -> dict[str, str]:
    """For each form that may tell something its word: a name, or a noun if the form is of no other word."""
    nouns = words.nouns(stored)
    return {
        form: some[0]
        for form, some in nouns.items()
        if len(some) == 1 and some[0] in words.lemmas[form] and _may_tell(some[0])
    }


def _may_tell(lemma: str) -> bool:
    return len(lemma) >= _SHORTEST and not lemma.isdigit() and lemma not in GENERAL


def _said_by(analyses: SlicedAnalyses, vocabulary: Vocabulary, telling: Mapping[str, str]) -> Iterator[dict[str, int]]:
    """For each practice, in hundredths, how much it says of each word."""
    keys = [
        digest(key, "\n".join([telling.get(form, "") for form in forms]))
        for key, forms in zip(analyses.keys, vocabulary.forms, strict=True)
    ]

    def said_of(some: Sequence[Analysis]) -> list[dict[str, int]]:
        return [_said(each, telling) for each in some]

    return chain.from_iterable(analyses.known("said", keys, said_of, _are_weights))


def _said(analysis: Analysis, telling: Mapping[str, str]) -> dict[str, int]:
    """How much a practice itself says of each word in its texts, in hundredths."""
    weights: dict[str, int] = {}
    lemmas = map(telling.get, analysis.words)
    # Numbers as they are kept: few of the words tell something, and turning all of them into numbers takes longest.
    columns = zip(lemmas, analysis.all_weights.split(" "), analysis.all_fields, analysis.places, strict=True)
    for lemma, weight, field, places in columns:
        if lemma and places and int(field) in _TEXTS:
            weights[lemma] = weights.get(lemma, 0) + int(weight)
    return {lemma: weight for lemma, weight in weights.items() if weight >= _LEAST}


def _are_weights(kept: object) -> bool:
    return isinstance(kept, list) and all(
        isinstance(said, dict) and {*map(type, said.values())} <= {int} for said in kept
    )


class _Names:
    """The words in the names of what a practice is connected with, and those in the names of all places."""

    def __init__(self, catalogue: Catalogue, useful: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._useful = useful
        self.of_places = frozenset(
            lemma for place in catalogue.places.values() for lemma in self._words((place.name, *place.synonyms))
        )
        self._of_record = cache(self._find)

    def of(self, connections: Iterable[Connection]) -> frozenset[str]:
        return frozenset().union(*(self._of_record(kind, record) for kind, record, _ in connections))

    def _find(self, dimension: str, identifier: str) -> frozenset[str]:
        if dimension == "organisations":
            organisation = self._catalogue.organisations[identifier]
            others = (organisation.short_name or "", *organisation.former_names, *organisation.synonyms)
            return self._words((organisation.name, *others))
        if dimension == "programmes":
            programme = self._catalogue.programmes[identifier]
            return self._words((programme.name, programme.acronym or "", *programme.synonyms))
        if dimension in ("places", "glossary") or dimension.startswith(SAID):
            return frozenset()
        term = self._catalogue.term(dimension, identifier)
        return self._words((term.pl, *term.synonyms))

    def _words(self, names: Iterable[str]) -> frozenset[str]:
        forms = (form for name in names for form in words_as_written(name))
        return frozenset(lemma for form in forms if (lemma := self._useful.get(form)))


def _shown(useful: Mapping[str, str], headwords: Set[str]) -> dict[str, str]:
    """Each word as a reader knows it: from the dictionary, else (a name, a stem) the shortest form it has in a text."""
    written: dict[str, list[str]] = {}
    for form, lemma in useful.items():
        written.setdefault(lemma, []).append(form)
    return {
        lemma: lemma if lemma in headwords else min(forms, key=lambda form: (len(form), form))
        for lemma, forms in written.items()
    }
