"""The words of a practice with their weights: a function of its passages alone.

A practice is what it says itself and the records it names. The words of a record are counted once for all practices.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from ...catalogue import Catalogue, Practice, digest, gathered
from .encoding import steps
from .fields import (
    FIELDS,
    Connection,
    Passage,
    Section,
    connections,
    explained,
    joined,
    named,
    own_passages,
    record_passages,
    told_sections,
)
from .named_in_full import NamesInFull
from .tokens import words_as_written

HUNDRED = 100
"""Weights are kept in hundredths."""
_BETWEEN_PASSAGES = 8


class Outline(NamedTuple):
    """What of a practice takes long to find: its story as plain text, and the records whose words stand for it."""

    sections: Sequence[Section]
    connections: Sequence[Connection]

    @property
    def story(self) -> str:
        """All sections as one text."""
        return joined(self.sections)

    @staticmethod
    def of(practice: Practice, catalogue: Catalogue, names: NamesInFull) -> "Outline":
        """The outline of a practice in the language of its catalogue, which knows these names."""
        sections = tuple(told_sections(practice))
        story = joined(sections)
        said = (*explained(practice, story, catalogue), *named(practice, story, names))
        return Outline(sections, (*connections(practice), *said))


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


class Analyser:
    """Takes practices of a catalogue apart.

    Args:
        outlines: what is known of each practice already, by its id.
        catalogue: where the records lie that practices are connected with.
    """

    def __init__(self, outlines: Mapping[str, Outline], catalogue: Catalogue) -> None:
        self._outlines = outlines
        self._catalogue = catalogue
        self._record = cache(self._part_of)
        self._record_key = cache(self._key_of)

    def key(self, practice_id: str) -> str:
        """The hash of the records that a practice is connected with."""
        connections = self._outlines[practice_id].connections
        return digest(*(f"{weight} {self._record_key(kind, record)}" for kind, record, weight in connections))

    def analyses(self, practices: Sequence[Practice]) -> list[Analysis]:
        """The words of each practice."""
        for connection in {each for practice in practices for each in self._outlines[practice.id].connections}:
            record = self._record(connection)
            # Here, so that the processes that share the rest of the work need not each do it.
            _ = record.words, record.said, record.length
        return list(gathered(lambda some: [self.analyse(each) for each in some], practices))

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
        outline = self._outlines[practice.id]
        yield _Part(own_passages(practice, outline.story))
        yield from map(self._record, outline.connections)

    def _part_of(self, connection: Connection) -> "_Part":
        return _Part(record_passages(connection, self._catalogue))

    def _key_of(self, kind: str, record: str) -> str:
        passages = tuple(record_passages(Connection(kind, record, 1), self._catalogue))
        return digest(json.dumps(passages, ensure_ascii=False))


class _Part:
    """Passages that come together, with what is asked of them again and again."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)

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
