"""What the search shows and narrows by: documents in display, values of facets, orders to sort in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ...catalogue import Catalogue, Practice, total_funding
from ...wording import Translations, polish_order
from ..groups import memberships
from .encoding import numbers

FACETS = ("theme", "target_group", "place", "kind", "support", "lifecycle", "programme", "evidence")
"""The groups of filters, named as in the address of the catalogue page."""

_DIMENSIONS = {
    "themes": "theme",
    "target_groups": "target_group",
    "places": "place",
    "kinds": "kind",
    "support_types": "support",
    "programmes": "programme",
}
_VOCABULARIES = {"theme": "themes", "target_group": "target_groups", "kind": "kinds", "support": "support_types"}


def cards(practices: Iterable[Practice], catalogue: Catalogue) -> list[list[str]]:
    """For each practice what a result shows of it: id, title, summary, places."""
    return [[each.id, each.title, each.summary, _places(each, catalogue)] for each in practices]


def facets(practices: Sequence[Practice], catalogue: Catalogue) -> dict[str, Any]:
    """For each facet its values (id and label, in the order of the registry) and the values of every practice."""
    values = [_values(practice) for practice in practices]
    found = {}
    for facet in FACETS:
        used = {each for of_practice in values for each in of_practice[facet]}
        terms = [(each, label) for each, label in _labels(facet, catalogue) if each in used]
        places = {each: n for n, (each, _) in enumerate(terms)}
        rows = (numbers(sorted(places[each] for each in of_practice[facet])) for of_practice in values)
        found[facet] = {"terms": [list(term) for term in terms], "of": " ".join(rows)}
    return found


def orders(practices: Sequence[Practice]) -> dict[str, str]:
    """For each way to sort the rank of every practice; practices without a value come last, whichever way."""
    newest = [-_created(each).toordinal() for each in practices]
    evidence = [-(each.evidence_level.value if each.evidence_level else -1) for each in practices]
    titles = sorted(range(len(practices)), key=lambda n: polish_order(practices[n].title))
    title = {n: rank for rank, n in enumerate(titles)}
    return {
        "newest": _ranks(newest),
        "title": numbers(title[n] for n in range(len(practices))),
        "evidence": _ranks(evidence),
        "cost": _ranks([_cost(each) for each in practices]),
    }


def _values(practice: Practice) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {facet: [] for facet in FACETS}
    for dimension, identifier in memberships(practice):
        if facet := _DIMENSIONS.get(dimension):
            found[facet].append(identifier)
    found["lifecycle"].append(practice.lifecycle)
    if practice.evidence_level:
        found["evidence"].append(str(practice.evidence_level.value))
    return found


def _labels(facet: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    words = Translations.load("pl")
    if facet in _VOCABULARIES:
        yield from ((term.id, term.pl) for term in catalogue.vocabularies[_VOCABULARIES[facet]].values())
    elif facet == "place":
        named = sorted(catalogue.places.values(), key=lambda place: polish_order(place.name))
        yield from ((place.id, place.name) for place in named)
    elif facet == "programme":
        known = sorted(catalogue.programmes.values(), key=lambda programme: polish_order(programme.name))
        yield from ((programme.id, programme.name) for programme in known)
    else:
        choice = "lifecycle" if facet == "lifecycle" else "evidence_level"
        yield from words.group(f"choices.{choice}").items()


def _places(practice: Practice, catalogue: Catalogue) -> str:
    here = [use.place for use in practice.places if use.role == "implemented"] or [practice.places[0].place]
    return ", ".join(catalogue.places[each].name for each in here[:2])


def _created(practice: Practice) -> date:
    return practice.editorial.created or date.min


def _cost(practice: Practice) -> float:
    total = total_funding(practice)
    return total.amount if total and total.currency == "PLN" else float("inf")


def _ranks(values: Sequence[float]) -> str:
    """The rank of each value, equal ones alike."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return numbers(ranks[value] for value in values)
