"""The words of a practice with their weights: a function of its passages alone, so it can be kept between builds.

A practice is what it says itself and the records it names. The words of a record are counted once for all practices.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...catalogue import Catalogue, Practice, digest, gathered
from .encoding import steps
from .fields import FIELDS, Passage, connections, explained, own_passages, record_passages
from .tokens import words_as_written

RULES = "2"
"""Named anew whenever the same passages would give another analysis."""

HUNDRED = 100
"""Weights are kept in hundredths."""
_BETWEEN_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of a practice, each once, with what belongs to it in texts of the same order.

    Texts, since thousands of practices have millions of words: they cost a fraction of what lists do to keep and to
    hand from process to process.
    """

    all_words: str
    all_weights: str
    all_fields: str
    all_places: str
    length: int
    """How long what the practice itself says is, weighted like its words."""

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return self.all_words.split(" ")

    @property
    def weights(self) -> list[int]:
        """How much each says, in hundredths."""
        return list(map(int, self.all_weights.split(" ")))

    @property
    def fields(self) -> list[int]:
        """The field that says most of each, by number."""
        return list(map(int, self.all_fields))

    @property
    def places(self) -> list[str]:
        """Where each is in the text, as steps; empty if only a record or a translation has it."""
        return self.all_places.split(" ")

    def to_json(self) -> list[object]:
        """The analysis as the cache keeps it."""
        return [self.all_words, self.all_weights, self.all_fields, self.all_places, self.length]

    @staticmethod
    def is_json(kept: Any) -> bool:
        """Whether this is an analysis as the cache keeps it: as many weights, fields and places as words."""
        if not isinstance(kept, list) or [type(each) for each in kept] != [str, str, str, str, int]:
            return False
        words, weights, fields, places, _ = kept
        blanks = words.count(" ")
        return weights.count(" ") == places.count(" ") == blanks == len(fields) - (1 if words else 0) and all(
            each.isascii() and each.isdigit() for each in (fields, *weights.split(" ")) if words
        )

    @staticmethod
    def from_json(kept: list[object]) -> "Analysis":
        """The analysis as it was kept."""
        return Analysis(*kept)  # type: ignore[arg-type]


class Analyser:
    """Takes practices of a catalogue apart."""

    def __init__(self, practices: Iterable[Practice], stories: Mapping[str, str], catalogue: Catalogue) -> None:
        self._stories = stories
        self._connections = {
            practice.id: (*connections(practice), *explained(practice, stories[practice.id], catalogue))
            for practice in practices
        }
        named = dict.fromkeys(connection for each in self._connections.values() for connection in each)
        self._records = {connection: _Part(record_passages(connection, catalogue)) for connection in named}

    def keys(self, practices: Sequence[Practice]) -> list[str]:
        """For each practice the hash of everything that its analysis follows from."""
        for record in self._records.values():
            _ = record.key  # here, so that the processes that share the rest of the work need not each do it
        return list(gathered(lambda some: [self._key(each) for each in some], practices))

    def analyses(self, practices: Sequence[Practice]) -> list[list[object]]:
        """The words of each practice, as the cache keeps them."""
        for record in self._records.values():
            _ = record.words, record.said, record.length
        return list(gathered(lambda some: [self.analyse(each).to_json() for each in some], practices))

    def _key(self, practice: Practice) -> str:
        return digest(RULES, *(part.key for part in self._parts(practice)))

    def analyse(self, practice: Practice) -> Analysis:
        """The words of a practice."""
        parts = list(self._parts(practice))
        numbers: dict[str, int] = {}
        weights: list[int] = []
        strongest: list[tuple[int, int]] = []
        for part in parts:
            for word, weight, most in part.words:
                number = numbers.setdefault(word, len(weights))
                if number == len(weights):
                    weights.append(weight)
                    strongest.append(most)
                else:
                    weights[number] += weight
                    if most[0] > strongest[number][0]:
                        strongest[number] = most
        places = {word: steps(at) for word, at in _places(parts).items()}
        return Analysis(
            " ".join(numbers),
            " ".join(map(str, weights)),
            "".join([str(field) for _, field in strongest]),
            " ".join([places.get(word, "") for word in numbers]),
            sum(part.length for part in parts),
        )

    def _parts(self, practice: Practice) -> Iterator["_Part"]:
        yield _Part(own_passages(practice, self._stories[practice.id]))
        yield from (self._records[connection] for connection in self._connections[practice.id])


class _Part:
    """Passages that come together, with what is asked of them again and again."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)

    @cached_property
    def key(self) -> str:
        return digest(json.dumps(self._passages, ensure_ascii=False))

    @cached_property
    def words(self) -> list[tuple[str, int, tuple[int, int]]]:
        """Each word with its weight, and the strongest passage it is in: the weight and the field of that."""
        weights: dict[str, int] = {}
        strongest: dict[str, tuple[int, int]] = {}
        for passage, words in zip(self._passages, self._taken_apart, strict=True):
            most = (_hundredths(passage), FIELDS.index(passage.field))
            for word in words:
                if word not in weights:
                    weights[word] = most[0]
                    strongest[word] = most
                else:
                    weights[word] += most[0]
                    if most[0] > strongest[word][0]:
                        strongest[word] = most
        return [(word, weight, strongest[word]) for word, weight in weights.items()]

    @cached_property
    def said(self) -> list[list[str]]:
        """The words of each passage that belongs to the text."""
        pairs = zip(self._passages, self._taken_apart, strict=True)
        return [words for passage, words in pairs if passage.own and words]

    @cached_property
    def length(self) -> int:
        pairs = zip(self._passages, self._taken_apart, strict=True)
        return sum(_hundredths(passage) * len(words) for passage, words in pairs if passage.own)

    @cached_property
    def _taken_apart(self) -> list[list[str]]:
        return [words_as_written(passage.text) for passage in self._passages]


def _hundredths(passage: Passage) -> int:
    return round(passage.weight * HUNDRED)


def _places(parts: Iterable[_Part]) -> dict[str, list[int]]:
    """For each word its places in the text, with jumps between passages, so that no phrase reaches over two."""
    found: dict[str, list[int]] = defaultdict(list)
    here = 0
    for part in parts:
        for words in part.said:
            here += _BETWEEN_PASSAGES
            for word in words:
                here += 1
                found[word].append(here)
    return found
