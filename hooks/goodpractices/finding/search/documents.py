"""What the search shows and narrows by: documents in display, values of facets, orders to sort in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import inf
from typing import Any

from ...catalogue import Catalogue, Indicator, Practice, is_row, total_funding
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
    shown = catalogue.noted("cards", partial(_card, catalogue), _is_card)
    for each in practices:
        yield ResultCard(each.id, *shown[each.id])


def _card(catalogue: Catalogue, practice: Practice) -> list[str]:
    return [str(practice.title), str(practice.summary), _places(practice, catalogue)]


def _is_card(kept: object) -> bool:
    return is_row(kept, str, str, str)


def texts(
    practices: Iterable[Practice], stories: Iterable[Sequence[Section]], catalogue: Catalogue
) -> list[dict[str, str]]:
    """What each practice says beyond title and summary, by field, for a snippet around what was found.

    ``stories`` holds the sections of the story of each.
    """
    facts = catalogue.noted("facts", partial(_facts, catalogue), _are_texts)
    return [{**_told(story), **facts[each.id]} for each, story in zip(practices, stories, strict=True)]


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


def _told(story: Sequence[Section]) -> dict[str, str]:
    """What the story of a practice says."""
    found = {
        # A sign before each section, and the names of those sections.
        "text": "\n".join(f"{_SECTION}\n{text}" if text else text for _, text in story),
        "sections": " ".join(name for name, text in story if text),
    }
    return {field: text for field, text in found.items() if text}


def _facts(catalogue: Catalogue, practice: Practice) -> dict[str, str]:
    """What the facts of a practice say, by field."""
    t = Translations.load(catalogue.language)
    members = defaultdict[str, Sequence[str]](tuple, members_of(practice))
    figures = [(each.id, _figure(each, t)) for each in practice.indicators]
    said = [(name, line) for name, line in figures if line]
    terms = [name for name in _TERMS if members[name]]
    found = {
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


def _are_texts(kept: object) -> bool:
    return isinstance(kept, dict) and {*map(type, kept.values())} <= {str}


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


def _by(name: str) -> Callable[[Catalogue], str]:
    """The rank of every practice by a value, the lowest first and last those without."""

    def ranks(catalogue: Catalogue) -> str:
        found = catalogue.noted("values", _values, _are_values)
        given = (found[each.id][name] for each in catalogue.published)
        return _ranks([inf if value is None else value for value in given])

    return ranks


def _values(practice: Practice) -> dict[str, float | None]:
    return {name: value(practice) for name, value in _VALUES.items()}


def _are_values(kept: object) -> bool:
    return isinstance(kept, dict) and kept.keys() == _VALUES.keys()


def _newest(practice: Practice) -> float:
    return -(practice.editorial.created or date.min).toordinal()


def _evidence(practice: Practice) -> float:
    return -(practice.evidence_level.value if practice.evidence_level else -1)


def _cost(practice: Practice) -> float | None:
    total = total_funding(practice)
    return total.amount if total and total.currency == "PLN" else None


def _ranks(values: Sequence[float]) -> str:
    """The rank of each value, equal ones alike."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return numbers(ranks[value] for value in values)


_VALUES: Mapping[str, Callable[[Practice], float | None]] = {"newest": _newest, "evidence": _evidence, "cost": _cost}

_RANKS: Mapping[str, Callable[[Catalogue], str]] = {
    "newest": _by("newest"),
    "title": _by_title,
    "evidence": _by("evidence"),
    "cost": _by("cost"),
}

SORTS = ("relevance", *_RANKS)
"""The ways to sort that a reader may choose, named as in the address; the first is that of the search itself."""
