"""Facets: the groups of filters that narrow the catalogue, their values, and which of them each practice has."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from ..catalogue import Catalogue, Practice, as_written, is_row
from ..wording import Translations, polish_order
from . import answers
from .answers import UNANSWERED, Subject

Order = Literal["commonest", "own", "levels"]
"""How a page lists the values of a facet: by how many have them, as they come, or as numbers from the highest."""

Labels = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to narrow by, and how many published practices have it; ``group`` is the id of the group it is in."""

    id: str
    label: str
    count: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of filters: its values in the order of vocabulary or alphabet, and those of every published practice.

    Attributes:
        groups: what values are put together in, each with the number of practices that have any of them.
        box: what several facets are shown in together.
        is_scale: whether values are steps or gaps, which say nothing without the name of the facet.
    """

    name: str
    values: tuple[FacetValue, ...]
    of: tuple[tuple[str, ...], ...]
    order: Order = "own"
    groups: tuple[FacetValue, ...] = ()
    box: str = ""
    is_scale: bool = False

    @property
    def narrows(self) -> bool:
        """Whether a reader can choose by it: there is a choice, and more of it than why something is not known."""
        return len(self.values) > 1 and any(value.id not in UNANSWERED for value in self.values)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A facet by its name in the address: the values of a practice, each once, and the labels of all that may be.

    Attributes:
        dimension: the one whose members are the values, if they are members of one.
        groups: the labels of groups of values, and the group of each value.
    """

    name: str
    values: Callable[[Subject], Iterable[str]]
    labels: Callable[[Catalogue], Labels]
    order: Order = "own"
    dimension: str | None = None
    groups: Callable[[Catalogue], tuple[Labels, Mapping[str, str]]] | None = None
    box: str = ""
    is_scale: bool = False


def find_facets(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Every facet with the values that published practices have."""
    found = catalogue.noted("facets", partial(_values, catalogue), _are_values)
    of = [found[practice.id] for practice in catalogue.published]
    return tuple(_facet(kind, tuple(tuple(each[n]) for each in of), catalogue) for n, kind in enumerate(_KINDS))


def _values(catalogue: Catalogue, practice: Practice) -> list[list[str]]:
    """The values that a practice has of each facet."""
    subject = Subject(as_written(practice), catalogue)  # facts are the same in each language, and there already
    return [[*kind.values(subject)] for kind in _KINDS]


def _are_values(kept: object) -> bool:
    return is_row(kept, *[list] * len(_KINDS))


def _facet(kind: _Kind, of: tuple[tuple[str, ...], ...], catalogue: Catalogue) -> Facet:
    labels, group_of = kind.groups(catalogue) if kind.groups else ((), {})
    values = [FacetValue(*each, group_of.get(each[0], "")) for each in _counted(kind.labels(catalogue), of)]
    in_groups = [dict.fromkeys(group_of[value] for value in some if value in group_of) for some in of]
    groups = [FacetValue(*each) for each in _counted(labels, in_groups)]
    return Facet(kind.name, tuple(values), of, kind.order, tuple(groups), kind.box, kind.is_scale)


def _counted(labels: Labels, of: Iterable[Iterable[str]]) -> Iterator[tuple[str, str, int]]:
    """Values that some practice has: id, label and how many do."""
    counts = Counter(value for values in of for value in values)
    return ((value, label, counts[value]) for value, label in labels if value in counts)


def _of_dimension(
    name: str,
    dimension: str,
    labels: Callable[[Catalogue, str], Labels],
    groups: Callable[[Catalogue], tuple[Labels, Mapping[str, str]]] | None = None,
) -> _Kind:
    """A facet that narrows by the members of a dimension."""

    def values(subject: Subject) -> Iterable[str]:
        return subject.members.get(dimension, ())

    return _Kind(name, values, lambda catalogue: labels(catalogue, dimension), "commonest", dimension, groups)


def _scale(name: str, values: Callable[[Subject], Sequence[str]], choice: str, order: Order = "own") -> _Kind:
    """A facet whose values are steps, and what there is to say of practices that are on none."""

    def labels(catalogue: Catalogue) -> Labels:
        return {**_words(catalogue, f"choices.{choice}"), **_words(catalogue, "catalogue.answers")}.items()

    return _Kind(name, values, labels, order, is_scale=True)


def _given(name: str, values: Callable[[Subject], Sequence[str]]) -> _Kind:
    """A facet that tells what is said in an entry from what is not; all of these stand together."""
    return _Kind(name, values, lambda catalogue: _words(catalogue, f"catalogue.given.{name}").items(), box="given")


def _terms(catalogue: Catalogue, vocabulary: str) -> Labels:
    return ((term.id, term.label(catalogue.language)) for term in catalogue.vocabularies[vocabulary].values())


def _families(catalogue: Catalogue) -> tuple[Labels, Mapping[str, str]]:
    family_of = {term.id: term.family for term in catalogue.vocabularies["themes"].values() if term.family}
    return _words(catalogue, "choices.theme_family").items(), family_of


def _records(catalogue: Catalogue, registry: str) -> Labels:
    records = sorted(getattr(catalogue, registry).values(), key=lambda each: polish_order(each.name))
    return ((each.id, each.name) for each in records)


def _words(catalogue: Catalogue, group: str) -> Mapping[str, str]:
    return Translations.load(catalogue.language).group(group)


_KINDS = (
    _given("has_cost", answers.has_cost),
    _given("has_results", answers.has_results),
    _given("taken_over", answers.taken_over),
    _of_dimension("theme", "themes", _terms, _families),
    _of_dimension("target_group", "target_groups", _terms),
    _scale("evidence", answers.evidence, "evidence_level", "levels"),
    _scale("cost", answers.cost, "cost_range"),
    _scale("place_size", answers.place_size, "place_size_band"),
    _of_dimension("place", "places", _records),
    _scale("reach", answers.reach, "reach_band"),
    _scale("cost_per_person", answers.cost_per_person, "person_cost_band"),
    _scale("duration", answers.duration, "duration_band"),
    _Kind(
        "lifecycle",
        lambda subject: [subject.practice.lifecycle],
        lambda catalogue: _words(catalogue, "choices.lifecycle").items(),
    ),
    _of_dimension("kind", "kinds", _terms),
    _of_dimension("support", "support_types", _terms),
    _of_dimension("programme", "programmes", _records),
)
"""In the order in which a reader decides; pages list them so."""

FACETS = tuple(kind.name for kind in _KINDS)
"""The facets, named as in the address of the catalogue page."""

FACET_OF_DIMENSION = {kind.dimension: kind.name for kind in _KINDS if kind.dimension}
"""The facet that narrows by the members of a dimension; organisations have none."""
