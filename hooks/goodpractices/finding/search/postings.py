"""Where each word of the catalogue is: in which practices, how much it says there, at which places of the text."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ...catalogue import digest
from .analyses import SlicedAnalyses
from .analysis import HUNDRED, Analysis
from .catalogue_words import CatalogueWords
from .encoding import SIGNS, merged, number
from .fields import FIELDS

# BM25: how soon more of the same word stops counting, and how much more a long entry has to say to count the same. The
# first is as high as the weights of the fields are: a word in a title must still gain from being in the text as well.
_SATURATION = 6.0
_LENGTH = 0.4
_SIGNS_OF = [[level + field for field in SIGNS[: len(FIELDS)]] for level in SIGNS[:45]]
LEVELS = len(_SIGNS_OF)
"""How many steps there are between a word that says nothing and one that says all."""

Lemmas = Mapping[str, Sequence[str]]
"""For each form the words that it may be of."""

# What a practice says of a word: its number, the signs of the level and of the field, the places.
_Here = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Postings:
    """For each word, by number, the practices it is in and its places there, and the number of these practices."""

    where: list[str]
    places: list[str]
    counts: dict[str, int]


@dataclass(slots=True)
class _Posting:
    """What was gathered of a word, and the last practice it is in."""

    where: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    count: int = 0
    last: int = -1


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The forms that each slice of practices has, and how long a practice is on the average."""

    forms: Sequence[Sequence[str]]
    average: float
    initials: frozenset[str]
    """Words in capitals that no text says: they only stand for others."""


def find_vocabulary(analyses: SlicedAnalyses) -> Vocabulary:
    """Which words there are."""

    def words_of(some: Sequence[Analysis]) -> list[object]:
        forms = {word for analysis in some for word in analysis.words}
        said = {word for analysis in some for word in _capitals_said(analysis)}
        return [" ".join(sorted(forms)), " ".join(sorted(said)), sum(analysis.length for analysis in some)]

    found = list(analyses.known("forms", analyses.keys, words_of, _are_forms))
    count = sum(len(each.practices) for each in analyses.slices)
    average = sum(length for *_, length in found) / (count or 1)
    forms = [forms.split() for forms, _, _ in found]
    said = {word for _, capitals, _ in found for word in capitals.split()}
    initials = {word for some in forms for word in some if word.isupper()} - said
    return Vocabulary(forms, in_steps(average) or 1, frozenset(initials))


def _capitals_said(analysis: Analysis) -> Iterator[str]:
    """The words in capitals that stand in the text of a practice or in the name of a record."""
    pairs = zip(analysis.words, analysis.places, strict=True)
    return (word for word, places in pairs if places and word.isupper())


def in_steps(value: float) -> float:
    """A number by its first two digits: as an average or as a length it then outlives most edits.

    >>> in_steps(52_749), in_steps(52_250)
    (53000.0, 52000.0)
    """
    return float(f"{value:.1e}")


def find_postings(analyses: SlicedAnalyses, vocabulary: Vocabulary, words: CatalogueWords) -> Postings:
    """Where every word is, and how much it says there."""
    said = {form: " ".join(lemmas) for form, lemmas in words.lemmas.items()}
    keys = [
        digest(key, str(vocabulary.average), "\n".join([said[form] for form in forms]))
        for key, forms in zip(analyses.keys, vocabulary.forms, strict=True)
    ]
    found: dict[str, _Posting] = defaultdict(_Posting)
    runs = analyses.known("postings", keys, _runs_of(words.lemmas, vocabulary.average), _are_runs)
    for some, columns in zip(analyses.slices, runs, strict=True):
        _add(found, some.first, columns)
    numbers = words.lexicon.numbers
    postings = [found.get(lemma, _Posting()) for lemma in numbers]
    counts = {lemma: posting.count for lemma, posting in zip(numbers, postings, strict=True)}
    return Postings(["".join(each.where) for each in postings], [" ".join(each.places) for each in postings], counts)


def _add(found: Mapping[str, _Posting], start: int, columns: Sequence[Sequence[Any]]) -> None:
    """Join the practices of a slice to those before: the distance of the first one with a word follows from both."""
    for lemma, first, last, count, said, places in zip(*columns, strict=True):
        posting = found[lemma]
        posting.where.append(number(start + first - posting.last - 1) + said)
        posting.places.append(places)
        posting.count += count
        posting.last = start + last


def _runs_of(lemmas: Lemmas, average: float) -> Callable[[Sequence[Analysis]], list[list[Any]]]:
    """Works out for a slice its words and, in the same order, the first and the last practice with each, counted from
    the first of the slice, how many have it, what they say of it, and its places.
    """

    def runs_of(some: Sequence[Analysis]) -> list[list[Any]]:
        found: dict[str, list[_Here]] = defaultdict(list)
        for n, analysis in enumerate(some):
            pivot = HUNDRED * _SATURATION * (1 - _LENGTH + _LENGTH * in_steps(analysis.length) / average)
            for lemma, (weight, _, its_field, places) in _said(analysis, lemmas).items():
                signs = _SIGNS_OF[int(LEVELS * weight / (weight + pivot))][its_field]
                found[lemma].append((n, signs, places))
        columns = zip(*((lemma, *_run(here)) for lemma, here in found.items()), strict=True)
        return [list(column) for column in columns] or [[] for _ in _COLUMNS]

    return runs_of


def _run(here: Sequence[_Here]) -> tuple[int, int, int, str, str]:
    """The practices of a slice with a word: the first, the last, how many, what is said from the first on, the places.

    How far the first is from the one before is not said, as that one is in another slice.
    """
    gaps = [number(after[0] - before[0] - 1) + after[1] for before, after in pairwise(here)]
    places = " ".join([places for _, _, places in here])
    return here[0][0], here[-1][0], len(here), here[0][1] + "".join(gaps), places


def _said(analysis: Analysis, lemmas: Lemmas) -> dict[str, tuple[int, int, int, str]]:
    """For each word, in all its forms: its weight, that of its strongest form, the field of that, its places."""
    found: dict[str, tuple[int, int, int, str]] = {}
    for word, weight, its_field, places in zip(
        analysis.words, analysis.weights, analysis.fields, analysis.places, strict=True
    ):
        for lemma in lemmas[word]:
            if lemma not in found:
                found[lemma] = weight, weight, its_field, places
            else:
                all_weight, strongest, strongest_field, others = found[lemma]
                strongest_field = its_field if weight > strongest else strongest_field
                together = merged(others, places) if others and places else others or places
                found[lemma] = all_weight + weight, max(weight, strongest), strongest_field, together
    return found


def _are_forms(kept: object) -> bool:
    return isinstance(kept, list) and [*map(type, kept)] == [str, str, int]


def _are_runs(kept: object) -> bool:
    if not (isinstance(kept, list) and [*map(type, kept)] == [list] * len(_COLUMNS)):
        return False
    return len({*map(len, kept)}) == 1 and all(
        {*map(type, column)} <= {of} for column, of in zip(kept, _COLUMNS, strict=True)
    )


_COLUMNS = (str, int, int, int, str, str)
