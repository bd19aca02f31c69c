"""What the search shows and narrows by: documents in display, values of facets, orders to sort in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...catalogue import Catalogue, Indicator, Practice, total_funding
from ...wording import Translations, Untranslated
from ..facets import Facet, find_facets
from ..groups import members_of
from ..well_known import fullest_first
from .encoding import numbers
from .fields import Section

# Before each section of a story: no letter, so that nobody finds it.
_SECTION = "\ue000"
_TERMS = ("themes", "target_groups", "support_types", "kinds")


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What a result shows of a practice."""

    id: str
    title: str
    summary: str
    places: str


def cards(practices: Iterable[Practice], catalogue: Catalogue) -> Iterator[ResultCard]:
    """The card of each practice."""
    for each in practices:
        yield ResultCard(each.id, each.title, each.summary, _places(each, catalogue))


def texts(
    practices: Iterable[Practice], stories: Iterable[Sequence[Section]], catalogue: Catalogue
) -> list[dict[str, str]]:
    """What each practice says beyond title and summary, by field, for a snippet around what was found.

    ``stories`` holds the sections of the story of each.
    """
    t = Translations.load(catalogue.language)
    return [_texts(each, story, catalogue, t) for each, story in zip(practices, stories, strict=True)]


def facets(catalogue: Catalogue) -> dict[str, Any]:
    """For each facet its values (id and label) and the numbers of those every practice has."""
    return {facet.name: _encoded(facet) for facet in find_facets(catalogue)}


def orders(catalogue: Catalogue) -> dict[str, str]:
    """For each way to sort the rank of every practice; practices without a value come last, whichever way."""
    return {"fullest": numbers(_by_fullness(catalogue)), **{name: rank(catalogue) for name, rank in _RANKS.items()}}


def _encoded(facet: Facet) -> dict[str, Any]:
    places = {value.id: n for n, value in enumerate(facet.values)}
    rows = (numbers(sorted(places[each] for each in of_practice)) for of_practice in facet.of)
    return {"terms": [[value.id, value.label] for value in facet.values], "of": " ".join(rows)}


def _texts(practice: Practice, story: Sequence[Section], catalogue: Catalogue, t: Translations) -> dict[str, str]:
    members = defaultdict[str, Sequence[str]](tuple, members_of(practice))
    figures = [(each.id, _figure(each, t)) for each in practice.indicators]
    said = [(name, line) for name, line in figures if line]
    terms = [name for name in _TERMS if members[name]]
    found = {
        # A sign before each section, and the names of those sections.
        "text": "\n".join(f"{_SECTION}\n{text}" if text else text for _, text in story),
        "sections": " ".join(name for name, text in story if text),
        # A line for each list of terms, and the names of those lists.
        "term": "\n".join("; ".join(catalogue.label(name, each) for each in members[name]) for name in terms),
        "terms": " ".join(terms),
        "place": "; ".join(catalogue.places[each].name for each in members["places"]),
        "organisation": "; ".join(catalogue.organisations[each].name for each in members["organisations"]),
        "programme": "; ".join(catalogue.programmes[each].name for each in members["programmes"]),
        # A line for each, and the ids of those lines.
        "figure": "\n".join(line for _, line in said),
        "figures": " ".join(name for name, _ in said),
    }
    return {field: text for field, text in found.items() if text}


def _figure(figure: Indicator, t: Translations) -> str:
    """What was counted, how much that is and what is noted of it; nothing while that stands in another language."""
    if isinstance(figure.label, Untranslated):
        return ""
    ends = [t.number(each) for each in (figure.value, figure.min, figure.max) if each is not None]
    value = figure.words or "–".join(ends) + ("%" if figure.unit == "percent" else "")
    note = f" · {figure.note}" if figure.note and not isinstance(figure.note, Untranslated) else ""
    return f"{figure.label}: {value}{note}"


def _places(practice: Practice, catalogue: Catalogue) -> str:
    here = [use.place for use in practice.places if use.role == "implemented"] or [practice.places[0].place]
    return ", ".join(catalogue.places[each].name for each in here[:2])


def _by_fullness(catalogue: Catalogue) -> list[int]:
    """The rank of every practice in the list that begins with those of which most is known."""
    ranks = {practice.id: rank for rank, practice in enumerate(fullest_first(catalogue))}
    return [ranks[practice.id] for practice in catalogue.published]


def _by_title(catalogue: Catalogue) -> str:
    ranks = {practice.id: rank for rank, practice in enumerate(catalogue.by_title)}
    return numbers(ranks[practice.id] for practice in catalogue.published)


def _by(value: Callable[[Practice], float]) -> Callable[[Catalogue], str]:
    """The rank of every practice by a value, the lowest first."""
    return lambda catalogue: _ranks([value(each) for each in catalogue.published])


def _newest(practice: Practice) -> float:
    return -(practice.editorial.created or date.min).toordinal()


def _evidence(practice: Practice) -> float:
    return -(practice.evidence_level.value if practice.evidence_level else -1)


def _cost(practice: Practice) -> float:
    total = total_funding(practice)
    return total.amount if total and total.currency == "PLN" else float("inf")


def _ranks(values: Sequence[float]) -> str:
    """The rank of each value, equal ones alike."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return numbers(ranks[value] for value in values)


_RANKS: Mapping[str, Callable[[Catalogue], str]] = {
    "newest": _by(_newest),
    "title": _by_title,
    "evidence": _by(_evidence),
    "cost": _by(_cost),
}

SORTS = ("relevance", *_RANKS)
"""The ways to sort that a reader may choose, named as in the address; the first is that of the search itself."""
