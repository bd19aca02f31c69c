"""The filters of the catalogue page as they are shown: which stand together, what is open, what a reader unfolds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...catalogue import HOME_CURRENCY, Rates
from ...finding import Facet, FacetValue
from ...wording import Translations
from .. import phrasing

MOST_VALUES = 40
"""How many values of a filter come with the page; the data the search loads have the others, for a reader who asks."""

OPEN_BOXES = ("given", "theme", "target_group", "evidence", "cost", "place_size")
"""The filters that are open at once: what a reader decides by first. The others show only what they are called."""

_IN_MONEY = ("cost", "cost_per_person")
_EXAMPLE = "EUR"


@dataclass(frozen=True, slots=True)
class BoxValue:
    """A value of a filter with the facet it is of; a family has the values that are in it, and is none itself."""

    facet: str
    value: FacetValue
    within: tuple["BoxValue", ...] = ()


@dataclass(frozen=True, slots=True)
class FacetBox:
    """One or more facets in a box of their own; the ``rest`` of their values is shown when a reader asks for it."""

    name: str
    first: tuple[BoxValue, ...]
    more: tuple[BoxValue, ...]
    rest: int
    note: str
    """What a reader has to know of its values, and how amounts were exchanged: by which rate, of when and whose."""
    is_open: bool
    is_scale: bool


def facet_boxes(facets: Iterable[Facet], first: int, rates: Mapping[str, Rates], t: Translations) -> Iterator[FacetBox]:
    """The boxes of the facets that narrow, in their order.

    Args:
        facets: all that there are.
        first: how many values of a box are shown at once.
        rates: the registry of rates.
        t: the words of the page.
    """
    narrowing = (facet for facet in facets if facet.narrows)
    for name, some in groupby(narrowing, key=lambda facet: facet.box or facet.name):
        together = tuple(some)
        values, at_once = _together(together) if together[0].box else (_of_one(together[0]), first)
        shown = values[:MOST_VALUES]
        yield FacetBox(
            name=name,
            first=shown[:at_once],
            more=shown[at_once:],
            rest=len(values) - len(shown),
            note=_note(name, rates, t),
            is_open=name in OPEN_BOXES,
            is_scale=together[0].is_scale,
        )


def _together(facets: Sequence[Facet]) -> tuple[tuple[BoxValue, ...], int]:
    """Values of facets in one box: the first of each, which all of them begin with; and how many those are."""
    values = [[BoxValue(facet.name, value) for value in facet.values] for facet in facets]
    return tuple(of[0] for of in values) + tuple(each for of in values for each in of[1:]), len(facets)


def _of_one(facet: Facet) -> tuple[BoxValue, ...]:
    """The values of a facet, the commonest first; stages and levels keep an order of their own, the strongest first."""
    values = [BoxValue(facet.name, value) for value in facet.values]
    if facet.order == "levels":
        levels = [each for each in values if each.value.id.isdigit()]
        return (*reversed(levels), *(each for each in values if each not in levels))
    if facet.order == "commonest":
        return _commonest(_in_groups(facet, values) if len(values) <= MOST_VALUES else values)
    return tuple(values)


def _in_groups(facet: Facet, values: Sequence[BoxValue]) -> Iterator[BoxValue]:
    """Groups with their values, and the values that are in none or alone in theirs."""
    of_group = {group.id: [each for each in values if each.value.group == group.id] for group in facet.groups}
    alone = {group for group, members in of_group.items() if len(members) == 1}
    yield from (each for each in values if each.value.group not in of_group or each.value.group in alone)
    for group in facet.groups:
        if group.id not in alone:
            yield BoxValue(facet.name, group, _commonest(of_group[group.id]))


def _commonest(values: Iterable[BoxValue]) -> tuple[BoxValue, ...]:
    return tuple(sorted(values, key=lambda each: -each.value.count))


def _note(name: str, rates: Mapping[str, Rates], t: Translations) -> str:
    key = f"catalogue.facet_notes.{name}"
    known = next((each for each in rates.values() if each.currency == HOME_CURRENCY), None)
    said = [t(key)] if key in t else []
    if name in _IN_MONEY and known:
        said.append(_exchange(known, t))
    return " ".join(said)


def _exchange(known: Rates, t: Translations) -> str:
    year = max(known.per_euro)
    return t(
        "catalogue.rates",
        one=t.money(1, _EXAMPLE),
        rate=f"{t.number(known.per_euro[year])} {t.currency_sign(HOME_CURRENCY)}",
        year=year,
        source=known.source_in(t.language),
        day=phrasing.when(known.as_of, t),
    )
