"""The catalogue as a value: checked practices, the records they share, and who is connected with whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from ..wording import ORIGINAL, polish_order
from .choices import RelationType
from .fingerprints import Fingerprint
from .glossary import Abbreviations
from .model import Practice
from .notes import Notes
from .references import Reference
from .registry import GlossaryItem, Organisation, Place, Programme, Rates, Term

T = TypeVar("T")

PUBLISHED_STATES = ("published", "needs_update")

REVERSE = {
    "part_of": "has_part",
    "has_part": "part_of",
    "funded_by_project": "funds",
    "presented_at": "presented_here",
    "inspired_by": "inspired",
    "similar_to": "similar_to",
    "successor_of": "followed_by",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as seen from one practice: its type, or the name of its reverse, and the practice at the other end."""

    type: str
    target: str
    note: str | None = None


@dataclass(frozen=True)
class Records:
    """What practices name, by id, in one language."""

    vocabularies: Mapping[str, Mapping[str, Term]]
    organisations: Mapping[str, Organisation]
    places: Mapping[str, Place]
    programmes: Mapping[str, Programme]
    glossary: Mapping[str, GlossaryItem] = field(default_factory=dict)
    rates: Mapping[str, Rates] = field(default_factory=dict)
    language: str = ORIGINAL

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """What the glossary explains, as texts in the language of the records write it."""
        return Abbreviations(tuple(self.glossary.values()), self.language)

    def term(self, vocabulary: str, term_id: str) -> Term:
        """A term of a vocabulary.

        Raises:
            KeyError: when there is no such term.
        """
        return self.vocabularies[vocabulary][term_id]

    def label(self, vocabulary: str, term_id: str) -> str:
        """What a term is called in the language of the records.

        Raises:
            KeyError: when there is no such term.
        """
        return self.term(vocabulary, term_id).label(self.language)

    def named(self, references: Iterable[Reference], texts: Iterable[str]) -> "Records":
        """Those of the records that are referred to, and the items of the glossary that some texts may use.

        Raises:
            KeyError: when a record is referred to that is not there.
        """
        ids: dict[str, set[str]] = {}
        for kind, identifier in references:
            ids.setdefault(kind, set()).add(identifier)

        def some(kind: str, records: Mapping[str, T]) -> dict[str, T]:
            return {each: records[each] for each in sorted(ids.get(kind, ()))}

        return Records(
            vocabularies={name: some(name, terms) for name, terms in self.vocabularies.items() if name in ids},
            organisations=some("organisations", self.organisations),
            places=some("places", self.places),
            programmes=some("programmes", self.programmes),
            glossary={each.id: each for each in self.abbreviations.that_may_stand_in(texts)},
            rates=some("rates", self.rates),
            language=self.language,
        )


@dataclass(frozen=True)
class Catalogue(Records):
    """Everything that was read, checked; mappings in the order of their ids, vocabularies in that of their files.

    It is told in one ``language``; ``in_language()`` tells it in another.
    """

    practices: Mapping[str, Practice] = field(kw_only=True)
    fingerprints: Mapping[str, Fingerprint] = field(kw_only=True, default_factory=dict, compare=False, repr=False)
    """What is known of practices from their files; see :meth:`fingerprint`."""
    notes: Notes = field(init=False, default_factory=Notes, compare=False, repr=False)
    """What :meth:`noted` worked out; a catalogue made from this one begins with none."""

    @cached_property
    def published(self) -> tuple[Practice, ...]:
        """The practices that readers see, in the order of their ids."""
        return tuple(each for each in self.practices.values() if each.editorial.state in PUBLISHED_STATES)

    @cached_property
    def by_title(self) -> tuple[Practice, ...]:
        """The practices that readers see, in Polish order of their titles."""
        return tuple(sorted(self.published, key=lambda each: polish_order(each.title)))

    @cached_property
    def withdrawn(self) -> tuple[Practice, ...]:
        """The practices that leave only a page saying why."""
        return tuple(each for each in self.practices.values() if each.editorial.state == "withdrawn")

    @cached_property
    def drafts(self) -> tuple[Practice, ...]:
        """The practices that are not published yet."""
        hidden = {each.id for each in (*self.published, *self.withdrawn)}
        return tuple(each for each in self.practices.values() if each.id not in hidden)

    def fingerprint(self, practice_id: str) -> Fingerprint:
        """What stands for all that a practice says, in every language."""
        return self.fingerprints.get(practice_id) or Fingerprint.of(self.practices[practice_id])

    def noted(self, kind: str, make: Callable[[Practice], T], is_one: Callable[[Any], bool]) -> Mapping[str, T]:
        """What is worked out of each published practice, by id; made once, and recalled from what earlier builds noted.

        Args:
            kind: what it is; all of one kind is made in the same way.
            make: makes it of a practice, as JSON holds it. It may read what pages about many practices may show of this
                one, and the shared records.
            is_one: whether something kept is of this kind.
        """
        names = {each.id: self.fingerprint(each.id).listed for each in self.published}
        return self.notes.of(kind, names, lambda practice_id: make(self.practices[practice_id]), is_one)

    def has_page(self, practice_id: str) -> bool:
        """Whether readers find a page of a practice: what is in it, or why it was withdrawn."""
        return self.practices[practice_id].editorial.state in (*PUBLISHED_STATES, "withdrawn")

    def is_translated(self, practice_id: str) -> bool:
        """Whether a practice is there in the language of the catalogue, and not in Polish for want of a translation."""
        return self.language == ORIGINAL or self.language in self.practices[practice_id].translations

    def links(self, practice_id: str) -> tuple[Link, ...]:
        """Relations from and to a practice, each pair once, to published practices only."""
        return self._links.get(practice_id, ())

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        found: dict[str, dict[tuple[str, str], Link]] = {}
        shown = {each.id for each in self.published}
        for practice_id, link in _both_ways(self.published):
            if link.target in shown:
                found.setdefault(practice_id, {}).setdefault((link.type, link.target), link)
        return {practice_id: tuple(links.values()) for practice_id, links in found.items()}


def _both_ways(practices: tuple[Practice, ...]) -> Iterator[tuple[str, Link]]:
    for practice in practices:
        for relation in practice.relations:
            kind: RelationType = relation.type
            yield practice.id, Link(kind, relation.target, relation.note)
            yield relation.target, Link(REVERSE[kind], practice.id, relation.note)
