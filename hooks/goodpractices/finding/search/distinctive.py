"""The words that say what a practice is about: those it has in common with few others.

They follow from what the index knows anyway. Names of what a practice is connected with (terms, places, organisations,
programmes) are left out, since these connections are known without them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from ...catalogue import Catalogue, Practice, gathered
from ..groups import memberships
from ..rarity import rarity
from .analysis import HUNDRED, Analysis
from .cache import SearchCache
from .catalogue_words import CatalogueWords
from .fields import FIELDS
from .morphology import Morphology
from .stems import Stems
from .tokens import words_as_written

MOST = 25
"""So many words of a practice tell what it is about; more of them would tell everything."""

_GENERAL = frozenset(
    yaml.safe_load((Path(__file__).parent / "general_words.yml").read_text(encoding="utf-8"))["nouns"].split()
)
_TEXTS = frozenset(FIELDS.index(name) for name in ("title", "summary", "text"))
# What is said once in passing (in a note, in the title of a source) weighs less.
_LEAST = 1.0
_SATURATION = 2.0
_SHORTEST = 3
# Words of about every twentieth practice and of more say nothing; in a small catalogue words of some few still do.
_LEAST_RARITY, _ALWAYS_RARE = 3.0, 4


def distinctive_words(
    practices: Sequence[Practice],
    analyses: Sequence[Analysis],
    words: CatalogueWords,
    counts: Mapping[str, int],
    morphology: Morphology,
    catalogue: Catalogue,
    stored: SearchCache,
) -> dict[str, dict[str, float]]:
    """For each practice its strongest words as readers know them, each with how much is said of it, from 0 to 1.

    ``counts`` says in how many practices a word is. A word of one practice only leads nowhere, and a word of very many
    says nothing; neither is among them.
    """
    useful = _useful(words, counts, morphology, len(practices), stored)
    tells = {lemma: rarity(counts[lemma], len(practices)) for lemma in useful.values()}
    names = _Names(catalogue, useful)
    shown = _shown(useful, morphology, stored)

    def strongest(some: Sequence[int]) -> list[dict[str, float]]:
        found = []
        for n in some:
            said = _said(analyses[n], useful)
            for lemma in names.of(practices[n]):
                said.pop(lemma, None)
            order = sorted(said, key=lambda lemma: (-said[lemma] * tells[lemma], lemma))
            found.append({shown[lemma]: round(said[lemma], 3) for lemma in order[:MOST]})
        return found

    found = gathered(strongest, range(len(practices)))
    return {practice.id: its_words for practice, its_words in zip(practices, found, strict=True)}


def _useful(
    words: CatalogueWords, counts: Mapping[str, int], morphology: Morphology, number: int, stored: SearchCache
) -> dict[str, str]:
    """For each form that tells something its word: a name, or a noun if the form is of no other word."""
    rare_lemmas = {lemma for lemma, count in counts.items() if _is_rare(count, number)}
    rare = [form for form, lemmas in words.lemmas.items() if not rare_lemmas.isdisjoint(lemmas)]
    nouns_of = stored.known("nouns", rare, lambda some: [_nouns(form, morphology) for form in some], _are_nouns)
    found = {}
    for form in rare:
        nouns = words.lemmas[form] if nouns_of[form] is None else nouns_of[form]
        if len(nouns) == 1 and nouns[0] in rare_lemmas and _may_tell(nouns[0]):
            found[form] = nouns[0]
    return found


def _is_rare(count: int, practices: int) -> bool:
    return count > 1 and (count <= _ALWAYS_RARE or rarity(count, practices) >= _LEAST_RARITY)


def _nouns(form: str, morphology: Morphology) -> list[str] | None:
    """The nouns that a form belongs to, None if it is a name that no dictionary has."""
    return None if morphology.word(form).kind == "unknown" else list(morphology.nouns(form))


def _are_nouns(kept: object) -> bool:
    """Whether this is what ``_nouns`` gives, as a cache keeps it."""
    return kept is None or (isinstance(kept, list) and all(isinstance(each, str) for each in kept))


def _is_truth(kept: object) -> bool:
    return isinstance(kept, bool)


def _may_tell(lemma: str) -> bool:
    return len(lemma) >= _SHORTEST and not lemma.isdigit() and lemma not in _GENERAL


def _said(analysis: Analysis, useful: Mapping[str, str]) -> dict[str, float]:
    """How much a practice itself says of each word in its texts."""
    weights: dict[str, float] = {}
    lemmas = map(useful.get, analysis.words)
    # Numbers as they are kept: few of the words are useful, and turning all of them into numbers takes longest.
    columns = zip(lemmas, analysis.all_weights.split(" "), analysis.all_fields, analysis.places, strict=True)
    for lemma, weight, field, places in columns:
        if lemma and places and int(field) in _TEXTS:
            weights[lemma] = weights.get(lemma, 0.0) + int(weight) / HUNDRED
    return {lemma: weight / (weight + _SATURATION) for lemma, weight in weights.items() if weight >= _LEAST}


class _Names:
    """The words in the names of what a practice is connected with, and those in the names of all places."""

    def __init__(self, catalogue: Catalogue, useful: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._useful = useful
        self._places = frozenset(
            lemma for place in catalogue.places.values() for lemma in self._words((place.name, *place.synonyms))
        )
        self._of_record = cache(self._find)

    def of(self, practice: Practice) -> Iterator[str]:
        yield from self._places
        for dimension, identifier in memberships(practice):
            yield from self._of_record(dimension, identifier)

    def _find(self, dimension: str, identifier: str) -> frozenset[str]:
        if dimension == "organisations":
            organisation = self._catalogue.organisations[identifier]
            others = (organisation.short_name or "", *organisation.former_names, *organisation.synonyms)
            return self._words((organisation.name, *others))
        if dimension == "programmes":
            programme = self._catalogue.programmes[identifier]
            return self._words((programme.name, programme.acronym or "", *programme.synonyms))
        if dimension == "places":
            return frozenset()
        term = self._catalogue.term(dimension, identifier)
        return self._words((term.pl, *term.synonyms))

    def _words(self, names: Iterable[str]) -> frozenset[str]:
        forms = (form for name in names for form in words_as_written(name))
        return frozenset(lemma for form in forms if (lemma := self._useful.get(form)))


def _shown(useful: Mapping[str, str], morphology: Morphology, stored: SearchCache) -> dict[str, str]:
    """Each word as a reader knows it: from the dictionary, else (a name, a stem) the shortest form it has in a text."""
    written: dict[str, list[str]] = {}
    for form, lemma in useful.items():
        written.setdefault(lemma, []).append(form)
    headwords = stored.known(
        "headwords", [*written], lambda some: [_is_headword(each, morphology) for each in some], _is_truth
    )
    return {
        lemma: lemma if headwords[lemma] else min(forms, key=lambda form: (len(form), form))
        for lemma, forms in written.items()
    }


def _is_headword(lemma: str, morphology: Morphology) -> bool:
    return not isinstance(morphology, Stems) and lemma in morphology.word(lemma).lemmas
