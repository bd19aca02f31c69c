"""Where each word of the catalogue is: in which practices, how much it says there, at which places of the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...catalogue import spread
from .analysis import Analysis
from .catalogue_words import CatalogueWords
from .encoding import SIGNS, number, steps

# BM25: how soon more of the same word stops counting, and how much more a long entry has to say to count the same. The
# first is as high as the weights of the fields are: a word in a title must still gain from being in the text as well.
_SATURATION = 6.0
_LENGTH = 0.4
LEVELS = 45
"""How many steps there are between a word that says nothing and one that says all."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For each word, by number, the practices it is in and its places there, and the number of these practices."""

    where: list[str]
    places: list[str]
    counts: dict[str, int]


class _Run:
    """What a slice of the practices adds to one word: the first practice apart, as its distance is not known yet."""

    __slots__ = ("count", "first", "last", "places", "where")

    def __init__(self, first: int) -> None:
        self.first = self.last = first
        self.where: list[str] = []
        self.places: list[str] = []
        self.count = 0


def find_postings(analyses: Sequence[Analysis], words: CatalogueWords) -> Postings:
    """Where every word is, and how much it says there."""
    average = sum(each.length for each in analyses) / (len(analyses) or 1) or 1
    numbers = {form: [words.lexicon.numbers[lemma] for lemma in lemmas] for form, lemmas in words.lemmas.items()}

    def runs_of(some: Sequence[int]) -> dict[int, tuple[int, int, str, str, int]]:
        runs: dict[int, _Run] = {}
        for n in some:
            _add(runs, n, analyses[n], [numbers[word] for word in analyses[n].words], average)
        return {
            lemma: (run.first, run.last, "".join(run.where), " ".join(run.places), run.count)
            for lemma, run in runs.items()
        }

    size = len(words.lexicon.numbers)
    where: list[list[str]] = [[] for _ in range(size)]
    places: list[list[str]] = [[] for _ in range(size)]
    counts, ends = [0] * size, [-1] * size
    for runs in spread(runs_of, range(len(analyses))):
        for lemma, (first, last, text, at, count) in runs.items():
            where[lemma] += number(first - ends[lemma] - 1), text
            places[lemma].append(at)
            counts[lemma] += count
            ends[lemma] = last
    by_lemma = {lemma: counts[n] for lemma, n in words.lexicon.numbers.items()}
    return Postings(["".join(each) for each in where], [" ".join(each) for each in places], by_lemma)


def _add(runs: dict[int, _Run], n: int, analysis: Analysis, resolved: Sequence[Sequence[int]], average: float) -> None:
    """Add what one practice says to the runs of its words."""
    pivot = _SATURATION * (1 - _LENGTH + _LENGTH * analysis.length / average)
    positions = _positions(analysis.order, resolved)
    for lemma, (weight, field) in _weights(analysis, resolved).items():
        run = runs.get(lemma)
        if run is None:
            run = runs[lemma] = _Run(n)
        else:
            run.where.append(number(n - run.last - 1))
        level = min(LEVELS - 1, int(LEVELS * weight / (weight + pivot)))
        run.where.append(SIGNS[level] + SIGNS[field])
        run.places.append(positions.get(lemma, ""))
        run.last = n
        run.count += 1


def _positions(order: Sequence[int], resolved: Sequence[Sequence[int]]) -> dict[int, str]:
    """For each word its places in a practice, each as the distance from the one before."""
    found: list[list[int]] = [[] for _ in resolved]
    here = 0
    for each in order:
        if each < 0:
            here -= each
        else:
            here += 1
            found[each].append(here)
    places: dict[int, list[int]] = {}
    for lemmas, at in zip(resolved, found, strict=True):
        for lemma in lemmas if at else ():
            places[lemma] = sorted(places[lemma] + at) if lemma in places else at
    return {lemma: steps(at) for lemma, at in places.items()}


def _weights(analysis: Analysis, resolved: Sequence[Sequence[int]]) -> dict[int, tuple[float, int]]:
    """For each word its weight in a practice and the field that says most of it."""
    found: dict[int, tuple[float, int]] = {}
    strongest: dict[int, float] = {}
    for lemmas, weight, field in zip(resolved, analysis.weights, analysis.fields, strict=True):
        for lemma in lemmas:
            if lemma not in found:
                found[lemma] = weight, field
                strongest[lemma] = weight
            elif weight > strongest[lemma]:
                found[lemma] = found[lemma][0] + weight, field
                strongest[lemma] = weight
            else:
                found[lemma] = found[lemma][0] + weight, found[lemma][1]
    return found
