"""Where each word of the catalogue is: in which practices, how much it says there, at which places of the text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...catalogue import spread
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


@dataclass(frozen=True, slots=True)
class Postings:
    """For each word, by number, the practices it is in and its places there, and the number of these practices."""

    where: list[str]
    places: list[str]
    counts: dict[str, int]


_SHORTEST_SLICE, _LONGEST_SLICE = 50, 600

# What a practice says of a word: its number, the signs of the level and of the field, the places.
_Here = tuple[int, str, str]


def find_postings(analyses: Sequence[Analysis], words: CatalogueWords) -> Postings:
    """Where every word is, and how much it says there."""
    average = sum(each.length for each in analyses) / (len(analyses) or 1) or 1
    numbers = {form: [words.lexicon.numbers[lemma] for lemma in lemmas] for form, lemmas in words.lemmas.items()}

    def runs_of(some: Sequence[int]) -> dict[int, tuple[int, int, str, str, int]]:
        found: dict[int, list[_Here]] = defaultdict(list)
        for n in some:
            pivot = HUNDRED * _SATURATION * (1 - _LENGTH + _LENGTH * analyses[n].length / average)
            for lemma, (weight, _, field, places) in _said(analyses[n], numbers).items():
                found[lemma].append((n, _SIGNS_OF[int(LEVELS * weight / (weight + pivot))][field], places))
        return {lemma: _run(here) for lemma, here in found.items()}

    size = len(words.lexicon.numbers)
    where: list[list[str]] = [[] for _ in range(size)]
    places: list[list[str]] = [[] for _ in range(size)]
    counts, ends = [0] * size, [-1] * size
    for runs in spread(runs_of, range(len(analyses)), length=_slice_length(len(analyses))):
        for lemma, (first, last, text, at, count) in runs.items():
            where[lemma] += number(first - ends[lemma] - 1), text
            places[lemma].append(at)
            counts[lemma] += count
            ends[lemma] = last
    by_lemma = {lemma: counts[n] for lemma, n in words.lexicon.numbers.items()}
    return Postings(["".join(each) for each in where], [" ".join(each) for each in places], by_lemma)


def _slice_length(practices: int) -> int:
    """As long as it can be with work for every processor: each slice has its own part of most words."""
    return max(_SHORTEST_SLICE, min(_LONGEST_SLICE, practices // 8))


def _run(here: Sequence[_Here]) -> tuple[int, int, str, str, int]:
    """A slice of the practices with a word: the first and the last, what is between, the places, how many there are.

    The first of them is said apart, as its distance from the one before is in another slice.
    """
    first, last = here[0][0], here[-1][0]
    gaps = [number(after[0] - before[0] - 1) + after[1] for before, after in pairwise(here)]
    return first, last, here[0][1] + "".join(gaps), " ".join([places for _, _, places in here]), len(here)


def _said(analysis: Analysis, numbers: Mapping[str, Sequence[int]]) -> dict[int, tuple[int, int, int, str]]:
    """For each word, in all its forms: its weight, that of its strongest form, the field of that, its places."""
    found: dict[int, tuple[int, int, int, str]] = {}
    for word, weight, field, places in zip(
        analysis.words, analysis.weights, analysis.fields, analysis.places, strict=True
    ):
        for lemma in numbers[word]:
            if lemma not in found:
                found[lemma] = weight, weight, field, places
            else:
                all_weight, strongest, strongest_field, others = found[lemma]
                strongest_field = field if weight > strongest else strongest_field
                together = merged(others, places) if others and places else others or places
                found[lemma] = all_weight + weight, max(weight, strongest), strongest_field, together
    return found
