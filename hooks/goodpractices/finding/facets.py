"""Facets: the groups of filters that narrow the catalogue, their values, and which of them each practice has."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..catalogue import Catalogue, Practice
from ..wording import Translations, polish_order
from .groups import Members, members_of

Order = Literal["commonest", "own", "levels"]
"""How a page lists the values of a facet: by how many have them, as they come, or as numbers from the highest."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to narrow by, and how many published practices have it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of filters: its values in the order of vocabulary or alphabet, and those of every published practice."""

    name: str
    values: tuple[FacetValue, ...]
    of: tuple[tuple[str, ...], ...]
    order: Order = "own"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A facet by its name in the address: the values of a practice, each once, and the labels of all that may be.

    The values are found among what the practice is a member of, by dimension, or in its fields.

    ``dimension`` is the one whose members are the values, if they are members of one.
    """

    name: str
    values: Callable[[Practice, Members], Iterable[str]]
    labels: Callable[[Catalogue], Iterable[tuple[str, str]]]
    order: Order = "own"
    dimension: str | None = None


def find_facets(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Every facet with the values that published practices have."""
    members = [(practice, members_of(practice)) for practice in catalogue.published]
    return tuple(_facet(kind, members, catalogue) for kind in _KINDS)


def _facet(kind: _Kind, members: Iterable[tuple[Practice, Members]], catalogue: Catalogue) -> Facet:
    of = tuple(tuple(kind.values(practice, its)) for practice, its in members)
    counts = Counter(value for values in of for value in values)
    labels = ((value, label) for value, label in kind.labels(catalogue) if value in counts)
    return Facet(kind.name, tuple(FacetValue(value, label, counts[value]) for value, label in labels), of, kind.order)


def _of_dimension(name: str, dimension: str, labels: Callable[[Catalogue, str], Iterable[tuple[str, str]]]) -> _Kind:
    """A facet that narrows by the members of a dimension."""

    def values(_: Practice, members: Members) -> Iterable[str]:
        return members.get(dimension, ())

    return _Kind(name, values, lambda catalogue: labels(catalogue, dimension), "commonest", dimension)


def _terms(catalogue: Catalogue, vocabulary: str) -> Iterator[tuple[str, str]]:
    return ((term.id, term.label(catalogue.language)) for term in catalogue.vocabularies[vocabulary].values())


def _records(catalogue: Catalogue, registry: str) -> Iterator[tuple[str, str]]:
    records = sorted(getattr(catalogue, registry).values(), key=lambda each: polish_order(each.name))
    return ((each.id, each.name) for each in records)


def _choice(name: str) -> Callable[[Catalogue], Iterable[tuple[str, str]]]:
    return lambda catalogue: Translations.load(catalogue.language).group(f"choices.{name}").items()


def _evidence(practice: Practice, _: Members) -> Sequence[str]:
    return [str(practice.evidence_level.value)] if practice.evidence_level else []


_KINDS = (
    _of_dimension("theme", "themes", _terms),
    _of_dimension("target_group", "target_groups", _terms),
    _of_dimension("place", "places", _records),
    _of_dimension("kind", "kinds", _terms),
    _of_dimension("support", "support_types", _terms),
    _Kind("lifecycle", lambda practice, _: [practice.lifecycle], _choice("lifecycle")),
    _of_dimension("programme", "programmes", _records),
    _Kind("evidence", _evidence, _choice("evidence_level"), "levels"),
)

FACETS = tuple(kind.name for kind in _KINDS)
"""The facets, named as in the address of the catalogue page."""

FACET_OF_DIMENSION = {kind.dimension: kind.name for kind in _KINDS if kind.dimension}
"""The facet that narrows by the members of a dimension; organisations have none."""
