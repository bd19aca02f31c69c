"""Which practices belong to a term, a place, an organisation or a programme: the reverse of what entries say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..catalogue import Catalogue, Practice

DIMENSIONS = ("themes", "target_groups", "kinds", "support_types", "places", "organisations", "programmes")

Group = tuple[Practice, ...]
Members = Mapping[str, Sequence[str]]
"""Ids by the dimension they are of."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Practices by dimension and id, each group in Polish order of titles; ids nobody uses are absent."""

    by_dimension: Mapping[str, Mapping[str, Group]]

    def of(self, dimension: str, identifier: str) -> Group:
        """The practices of one term, place, organisation or programme; empty where there are none."""
        return self.by_dimension[dimension].get(identifier, ())


def group_practices(catalogue: Catalogue) -> Groups:
    """Group the published practices in one walk over them."""
    found: dict[str, dict[str, list[Practice]]] = {name: defaultdict(list) for name in DIMENSIONS}
    members = members_in(catalogue)
    for practice in catalogue.by_title:
        for dimension, ids in members[practice.id].items():
            for identifier in ids:
                found[dimension][identifier].append(practice)
    return Groups({name: {each: tuple(group) for each, group in groups.items()} for name, groups in found.items()})


def by_first_theme(catalogue: Catalogue) -> dict[str, Group]:
    """The published practices by their first theme, in the order of the vocabulary; each group in Polish order."""
    found: dict[str, list[Practice]] = {theme: [] for theme in catalogue.vocabularies["themes"]}
    for practice in catalogue.by_title:
        found[practice.themes[0]].append(practice)
    return {theme: tuple(group) for theme, group in found.items() if group}


def memberships(practice: Practice) -> Iterator[tuple[str, str]]:
    """The dimension and id of everything a practice belongs to, each pair once."""
    yield "kinds", practice.kind
    for name in ("themes", "target_groups", "support_types"):
        for identifier in getattr(practice, name):
            yield name, identifier
    for place in dict.fromkeys(use.place for use in practice.places):
        yield "places", place
    for organisation in dict.fromkeys(each.org for each in practice.organisations):
        yield "organisations", organisation
    for programme in programmes_of(practice):
        yield "programmes", programme


def members_in(catalogue: Catalogue) -> Mapping[str, Members]:
    """What each published practice belongs to, by its id."""
    return catalogue.noted("members", members_of, _are_members)


def members_of(practice: Practice) -> dict[str, list[str]]:
    """What a practice belongs to, by dimension; dimensions without any are left out."""
    found: dict[str, list[str]] = {}
    for dimension, identifier in memberships(practice):
        found.setdefault(dimension, []).append(identifier)
    return found


def programmes_of(practice: Practice) -> tuple[str, ...]:
    """The programmes a practice was part of or had money from, each once."""
    found = [practice.programme.id] if practice.programme else []
    found += [money.programme for money in practice.funding if money.programme]
    return tuple(dict.fromkeys(found))


def _are_members(kept: object) -> bool:
    return isinstance(kept, dict) and all(isinstance(ids, list) for ids in kept.values())
