"""What the makers of fields share while one entry comes into being."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .chance import Chance
from .prose import Prose
from .subject import Subject

Facts = dict[str, Any]
Vocabularies = Mapping[str, Sequence[str]]

_SOURCES = (6, 20)
_OF_SENTENCES = ("note", "description", "method", "changes", "result")


@dataclass(slots=True)
class Draft:
    """An entry in the making; ``facts`` holds the fields made so far, all scalars as text."""

    seed: int
    subject: Subject
    vocabularies: Vocabularies
    sources: Sequence[str]
    chance: Chance
    prose: Prose
    facts: Facts = field(default_factory=dict)

    @staticmethod
    def begin(seed: int, subject: Subject, vocabularies: Vocabularies) -> "Draft":
        chance = Chance.of(seed, subject.index, "facts")
        count = chance.randint(1, 4) if subject.is_stub else chance.randint(*_SOURCES)
        sources = [f"s{n}" for n in range(1, count + 1)]
        return Draft(seed, subject, vocabularies, sources, chance, Prose(chance))

    @property
    def index(self) -> int:
        return self.subject.index

    def source(self) -> str:
        return self.chance.choice(self.sources)

    def with_extras(self, record: Facts, extras: Mapping[str, float]) -> Facts:
        """The record with further keys, each in so many cases of a hundred.

        ``note.funding_note`` is the key ``note`` with a phrase ``funding_note``; ``source`` alone names a source.
        """
        for extra, percent in extras.items():
            if self.chance.maybe(percent):
                key, _, phrase = extra.partition(".")
                record[key] = self._said(key, phrase) if phrase else self.source()
        return record

    def _said(self, key: str, phrase: str) -> str:
        """Words for a key: notes and descriptions have one sentence or more, the others one phrase."""
        return " ".join(self.prose.several(phrase, 1, 3)) if key in _OF_SENTENCES else self.prose.say(phrase)
