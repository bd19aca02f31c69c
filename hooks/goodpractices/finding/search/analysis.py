"""The words of a practice with their weights: a pure function of its passages, so it can be kept between builds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .cache import digest
from .fields import FIELDS, Passage
from .tokens import words_as_written

RULES = "1"
"""Named anew whenever the same passages would give another analysis."""

_BETWEEN_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of a practice, each once.

    ``words`` are as written; ``weights`` and ``fields`` (by number) belong to them; ``order`` is the text as positions
    in ``words``, with jumps between passages as numbers below zero; ``length`` is how long what the practice itself
    says is, weighted like its words.
    """

    words: list[str]
    weights: list[float]
    fields: list[int]
    order: list[int]
    length: float

    def to_json(self) -> list[object]:
        """The analysis as the cache keeps it."""
        return [" ".join(self.words), self.weights, self.fields, self.order, self.length]

    @staticmethod
    def from_json(kept: list[object]) -> "Analysis":
        """The analysis as it was kept."""
        words, weights, fields, order, length = kept
        return Analysis(str(words).split(" "), weights, fields, order, length)  # type: ignore[arg-type]


def passages_key(passages: Iterable[Passage]) -> str:
    """The hash of everything an analysis follows from."""
    return digest(RULES, json.dumps(list(passages), ensure_ascii=False))


def analyse(passages: Iterable[Passage]) -> Analysis:
    """Take the passages of a practice apart."""
    numbers: dict[str, int] = {}
    weights: list[float] = []
    strongest: list[tuple[float, int]] = []
    order: list[int] = []
    length = 0.0
    for passage in passages:
        field = FIELDS.index(passage.field)
        if passage.own and order:
            order.append(-_BETWEEN_PASSAGES)
        for word in _words(passage.text):
            number = numbers.setdefault(word, len(numbers))
            if number == len(weights):
                weights.append(0.0)
                strongest.append((0.0, field))
            weights[number] += passage.weight
            if passage.weight > strongest[number][0]:
                strongest[number] = (passage.weight, field)
            if passage.own:
                order.append(number)
                length += passage.weight
    fields = [field for _, field in strongest]
    return Analysis(list(numbers), [round(weight, 2) for weight in weights], fields, order, round(length, 2))


@lru_cache(20_000)
def _words(text: str) -> tuple[str, ...]:
    """The words of a passage; names of places, organisations and terms come back in hundreds of practices."""
    return tuple(words_as_written(text))
