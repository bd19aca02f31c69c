"""Facets: the groups of filters that narrow the catalogue, their values, and which of them each practice has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..catalogue import Catalogue, Practice
from ..wording import Translations, polish_order
from .groups import memberships

FACETS = ("theme", "target_group", "place", "kind", "support", "lifecycle", "programme", "evidence")
"""The facets, named as in the address of the catalogue page."""

FACET_OF_DIMENSION = {
    "themes": "theme",
    "target_groups": "target_group",
    "places": "place",
    "kinds": "kind",
    "support_types": "support",
    "programmes": "programme",
}
"""The facet that narrows by the members of a dimension; organisations have none."""
_VOCABULARIES = {"theme": "themes", "target_group": "target_groups", "kind": "kinds", "support": "support_types"}


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


def find_facets(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Every facet with the values that published practices have."""
    values = [facet_values(practice) for practice in catalogue.published]
    return tuple(_facet(name, [each[name] for each in values], catalogue) for name in FACETS)


def facet_values(practice: Practice) -> Mapping[str, tuple[str, ...]]:
    """The values of a practice by facet, each once."""
    found: dict[str, list[str]] = {facet: [] for facet in FACETS}
    for dimension, identifier in memberships(practice):
        if facet := FACET_OF_DIMENSION.get(dimension):
            found[facet].append(identifier)
    found["lifecycle"].append(practice.lifecycle)
    if practice.evidence_level:
        found["evidence"].append(str(practice.evidence_level.value))
    return {facet: tuple(values) for facet, values in found.items()}


def _facet(name: str, of: Sequence[tuple[str, ...]], catalogue: Catalogue) -> Facet:
    counts = Counter(value for values in of for value in values)
    labels = ((value, label) for value, label in _labels(name, catalogue) if value in counts)
    return Facet(name, tuple(FacetValue(value, label, counts[value]) for value, label in labels), tuple(of))


def _labels(facet: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    words = Translations.load(catalogue.language)
    if facet in _VOCABULARIES:
        yield from (
            (term.id, term.label(catalogue.language)) for term in catalogue.vocabularies[_VOCABULARIES[facet]].values()
        )
    elif facet == "place":
        named = sorted(catalogue.places.values(), key=lambda place: polish_order(place.name))
        yield from ((place.id, place.name) for place in named)
    elif facet == "programme":
        known = sorted(catalogue.programmes.values(), key=lambda programme: polish_order(programme.name))
        yield from ((programme.id, programme.name) for programme in known)
    else:
        choice = "lifecycle" if facet == "lifecycle" else "evidence_level"
        yield from words.group(f"choices.{choice}").items()
