"""Whatever a catalogue says: each practice has a value in each facet, counts add up, and no band comes of a doubt.

The values are worked out here a second time, from what was written and as slowly as can be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.support.entries import practice
from tests.support.properties import DEAR
from tests.support.samples import with_registry

from goodpractices.catalogue import PRACTICE, Catalogue, parse_date
from goodpractices.finding import FACETS, Facet, find_facets

Record = dict[str, Any]
Case = tuple[Catalogue, list[Record]]

# Facets of lists that an entry may leave empty; of every other one each practice has a value.
SOMETIMES = {"target_group", "support", "programme"}

POPULATIONS = {"mala": 19_999, "srednia": 20_000, "duza": 100_000, "stolica": 500_000}
PER_EURO = {"2019": 4.0, "2020": 5.0}
PLACES: list[Record] = [
    *(
        {
            **{"id": name, "name": name.capitalize(), "country": "PL", "level": "town"},
            "population": {"value": people, "as_of": "2025-01-01", "source": "GUS"},
        }
        for name, people in POPULATIONS.items()
    ),
    {"id": "nieznana", "name": "Nieznana", "country": "PL", "level": "town"},
    {"id": "kraina", "name": "Kraina", "country": "PL", "level": "region"},
]
RATE: Record = {"id": "pln", "currency": "PLN", "per_euro": PER_EURO, "source": "EBC", "as_of": "2026-10-30"}

DISPUTES = st.sampled_from(
    [None, None, {"what": "Różnie."}, {"what": "Różnie.", "counted": "true", "decision": "Bo tak."}]
)
VALUES = st.sampled_from([0, 1, 99, 100, 999, 1_000, 9_999, 10_000, 249_999, 250_000, 999_999, 10**6, 10**7])
DATES = st.sampled_from(["2008", "2010-03", "2011", "2013-02-28", "201X", "2019-12", "2020", "XXXX", "2021-21"])


def in_order(ends: tuple[str | None, str | None]) -> bool:
    start, end = ends
    return start is None or end is None or parse_date(start).earliest <= parse_date(end).latest


ENDS: st.SearchStrategy[tuple[str | None, str | None]] = st.tuples(st.none() | DATES, st.none() | DATES).filter(
    lambda ends: in_order(ends)
)


def kept(**fields: Any) -> Record:
    return {name: value for name, value in fields.items() if value is not None}


FIGURES = st.builds(
    lambda value, words, **fields: kept(
        label="liczba", source="s1", value=None if words else str(value), words="sporo" if words else None, **fields
    ),
    value=VALUES,
    words=st.booleans(),
    unit=st.sampled_from(["person", "person", "event"]),
    nature=st.sampled_from(["output", "outcome", "result", "target", "context"]),
    disputed=DISPUTES,
)
AMOUNTS = st.builds(
    lambda **fields: kept(source="s1", **fields),
    role=st.sampled_from(["total", "grant", "own"]),
    amount=VALUES.map(str),
    currency=st.sampled_from(["PLN", "PLN", "EUR", "NOK"]),
    planned=st.sampled_from([None, "true"]),
    period=st.sampled_from([None, "2019", "2019/2020", "2020", "2018"]),
    disputed=DISPUTES,
)


@st.composite
def entries(draw: st.DrawFn) -> Record:
    names = draw(st.lists(st.sampled_from(["participants", "b", "c", "d"]), unique=True))
    undue = draw(st.sets(st.sampled_from(["funding", "indicators", "evidence_level", "adoptions", "period"])))
    roles = st.sampled_from(["implemented", "reach", "partner"])
    uses = draw(st.lists(st.tuples(st.sampled_from([each["id"] for each in PLACES]), roles), min_size=1, unique=True))
    level = draw(st.sampled_from([None, 1, 4]))
    span = kept(**dict(zip(("start", "end"), draw(ENDS), strict=True)), disputed=draw(DISPUTES))
    return kept(
        places=[{"place": name, "role": role} for name, role in uses],
        indicators=[{**draw(FIGURES), "id": name} for name in names],
        funding=draw(st.lists(AMOUNTS, max_size=4)),
        adoptions=[{"state": each} for each in draw(st.lists(st.sampled_from(["adopted", "considered"]), max_size=2))],
        evidence_level={"value": str(level), "reason": "Lista."} if level else None,
        lifecycle=draw(st.sampled_from(["running", "ended", "idea"])),
        lifecycle_as_of=draw(st.sampled_from([None, "2019", "2024-01"])),
        period=span if span.keys() - {"disputed"} else None,
        not_applicable=dict.fromkeys(sorted(undue), "Nie dotyczy."),
    )


@cache
def base() -> Catalogue:
    with TemporaryDirectory() as folder:
        return with_registry(Path(folder), {"_registry/places": PLACES, "_registry/rates": [RATE]}, {})


@st.composite
def priced(draw: st.DrawFn) -> Record:
    """An entry with an amount and a number of people, of which the cost of a person may come."""
    amount, people = draw(AMOUNTS), draw(FIGURES)
    total = {**{name: value for name, value in amount.items() if name != "period"}, "role": "total"}
    return {**draw(entries()), "funding": [total], "indicators": [{**people, "id": "participants", "unit": "person"}]}


@st.composite
def timed(draw: st.DrawFn) -> Record:
    """An entry with its first and last month, which are about as far apart as a band is long."""
    first, length = draw(st.integers(2000 * 12, 2010 * 12)), draw(st.sampled_from([1, 12, 13, 36, 37, 120, 121]))
    start, end = (f"{month // 12}-{month % 12 + 1:02}" for month in (first, first + length - 1))
    return {**draw(entries()), "period": {"start": start, "end": end}}


@st.composite
def catalogues(draw: st.DrawFn, entry: st.SearchStrategy[Record] = entries()) -> Case:  # noqa: B008 - a value
    given = draw(st.lists(entry, max_size=3))
    published = {"editorial": {"state": "published"}}
    made = {f"p{n}": PRACTICE({"id": f"p{n}", **practice(**published, **each)}, None) for n, each in enumerate(given)}
    return replace(base(), practices=made), given


def values(case: Case, name: str) -> Iterator[tuple[list[str], Record]]:
    """The values that each practice of a catalogue has in a facet, and what was written of it."""
    catalogue, given = case
    facet = next(each for each in find_facets(catalogue) if each.name == name)
    return zip(map(list, facet.of), given, strict=True)


def sure(record: Record) -> bool:
    return "disputed" not in record or "counted" in record["disputed"]


def unanswered(entry: Record, field: str) -> str:
    return "not-applicable" if field in entry["not_applicable"] else "missing"


def band(number: float, limits: Mapping[str, float]) -> str:
    return [name for name, least in limits.items() if number >= least][-1]


def amount_shown(entry: Record) -> Record | None:
    """The first of the amounts that say what a practice cost: spent before planned, the whole, of the whole time."""
    told = [each for each in entry["funding"] if each["role"] != "own"]
    return min(told, key=lambda each: ("planned" in each, each["role"] != "total", partial(each, entry)), default=None)


def partial(money: Record, entry: Record) -> bool:
    period = entry.get("period", {})
    first, _, last = money.get("period", "").partition("/")
    return "period" in money and (period.get("start"), period.get("end")) != (first, last or first)


def in_zloty(money: Record, entry: Record) -> float | None:
    """An amount by the mean of the rates of its years; it has those of the practice where it names none."""
    if money["currency"] != "EUR":
        return float(money["amount"]) if money["currency"] == "PLN" else None
    period = entry.get("period", {})
    whole = (period.get("start"), period.get("end")) if sure(period) else (None, None)
    first, last = (money["period"].split("/") * 2)[:2] if "period" in money else whole
    if "/" in money.get("period", ""):
        first, last = money["period"].split("/")
    years = [int(each[:4]) if each and each[:4].isdigit() else None for each in (first, last)]
    if years[0] is None or years[1] is None:
        return None
    rates = [PER_EURO.get(str(year)) for year in range(years[0], years[1] + 1)]
    return None if None in rates or not rates else float(money["amount"]) * fmean(filter(None, rates))


def state_of_cost(entry: Record) -> str:
    money = amount_shown(entry)
    if money is None:
        return unanswered(entry, "funding")
    return "planned" if "planned" in money else "known" if sure(money) else "disputed"


@DEAR
@given(catalogues())
def test_each_practice_has_a_value_in_each_facet_and_counts_add_up(case: Case) -> None:
    facets: dict[str, Facet] = {each.name: each for each in find_facets(case[0])}
    assert tuple(facets) == FACETS
    for facet in facets.values():
        assert len(facet.of) == len(case[1])
        assert all(len(some) == len(set(some)) for some in facet.of)
        assert all(facet.of) or facet.name in SOMETIMES
        counted = {value.id: value.count for value in facet.values}
        assert counted == {each: sum(each in some for some in facet.of) for some in facet.of for each in some}
        assert all(0 < value.count <= len(case[1]) and value.label for value in facet.values)


@DEAR
@given(catalogues())
def test_a_cost_is_that_of_a_sure_amount_that_was_spent(case: Case) -> None:
    limits = {"under-250k": 0, "250k-1m": 250_000, "1-10m": 10**6, "over-10m": 10**7}
    for found, entry in values(case, "cost"):
        state, money = state_of_cost(entry), amount_shown(entry)
        zloty = in_zloty(money, entry) if money else None
        if state == "known":
            assert found == ["no-rate" if zloty is None else band(zloty, limits)]
        else:
            assert found == [state]


@DEAR
@given(catalogues() | catalogues(priced()))
def test_what_a_person_cost_comes_of_a_sure_total_and_a_sure_count_alone(case: Case) -> None:
    limits = {"under-1k": 0, "1-10k": 1_000, "10-50k": 10_000, "over-50k": 50_000}
    for found, entry in values(case, "cost_per_person"):
        totals = [each for each in entry["funding"] if each["role"] == "total" and not partial(each, entry)]
        people = [each for each in entry["indicators"] if each["id"] == "participants" and each["unit"] == "person"]
        counted = [each for each in people if sure(each) and each["nature"] != "target" and int(each.get("value", 0))]
        if state_of_cost(entry) != "known":
            assert found == [state_of_cost(entry)]
        elif len(totals) != 1 or not sure(totals[0]) or "planned" in totals[0] or not counted:
            assert found == ["not-computed"]
        else:
            zloty = in_zloty(totals[0], entry)
            assert found == ["no-rate" if zloty is None else band(zloty / int(counted[0]["value"]), limits)]


@DEAR
@given(catalogues())
def test_reach_is_a_sure_number_of_people_that_were_reached(case: Case) -> None:
    limits = {"under-100": 0, "100-1000": 100, "1-10k": 1_000, "over-10k": 10_000}
    for found, entry in values(case, "reach"):
        told = [each for each in entry["indicators"] if each["nature"] in ("output", "target")]
        shown = min(told, key=lambda each: (each["nature"] == "target", each["unit"] != "person"), default=None)
        if shown is None:
            assert found == [unanswered(entry, "indicators")]
        elif shown["nature"] == "target":
            assert found == ["planned"]
        elif not sure(shown):
            assert found == ["disputed"]
        elif shown["unit"] != "person" or "value" not in shown:
            assert found == ["not-people"]
        else:
            assert found == [band(int(shown["value"]), limits)]


@DEAR
@given(catalogues())
def test_what_is_given_is_told_from_what_is_disputed_planned_or_missing(case: Case) -> None:
    for found, entry in values(case, "has_cost"):
        assert found == [state_of_cost(entry)]
    for found, entry in values(case, "has_results"):
        results = [each for each in entry["indicators"] if each["nature"] in ("outcome", "result")]
        expected = "known" if any(map(sure, results)) else "disputed" if results else unanswered(entry, "indicators")
        assert found == [expected]
    for found, entry in values(case, "taken_over"):
        taken = any(each["state"] == "adopted" for each in entry["adoptions"])
        assert found == ["known" if taken else unanswered(entry, "adoptions")]
    for found, entry in values(case, "evidence"):
        level = entry.get("evidence_level")
        assert found == [level["value"] if level else unanswered(entry, "evidence_level")]


def months(text: str | None) -> list[int]:
    """All the months that a date may lie in; none where the year is not known."""
    if text is None or "X" in text:
        return []
    year = int(text[:4]) * 12
    if text == "2021-21":  # the spring, by the calendar or by the sun
        return list(range(year + 3, year + 7))
    return [year + int(text[5:7])] if "-" in text else list(range(year + 1, year + 13))


@DEAR
@given(catalogues() | catalogues(timed()))
def test_a_duration_is_any_that_the_dates_allow(case: Case) -> None:
    limits = {"under-1y": -(10**6), "1-3y": 13, "3-10y": 37, "over-10y": 121}
    for found, entry in values(case, "duration"):
        period = entry.get("period", {})
        if not sure(period):
            assert found == ["disputed"]
        elif "end" in period:
            pairs = product(months(period.get("start")), months(period["end"]))
            possible = {band(last - first + 1, limits) for first, last in pairs}
            assert set(found) == (possible or {"missing"})
        elif entry["lifecycle"] == "running":
            known = months(entry.get("lifecycle_as_of"))
            least = min((b - a + 1 for a, b in product(months(period.get("start")), known)), default=0)
            assert found == (["over-10y", "ongoing"] if least > 120 else ["ongoing"])
        else:
            assert found == [unanswered(entry, "period")]


@DEAR
@given(catalogues())
def test_the_size_of_a_place_is_that_of_where_a_practice_works(case: Case) -> None:
    limits = {"under-20k": 0, "20-100k": 20_000, "100-500k": 100_000, "over-500k": 500_000}
    for found, entry in values(case, "place_size"):
        by_role = {
            role: {use["place"] for use in entry["places"] if use["role"] == role} for role in ("implemented", "reach")
        }
        here = by_role["implemented"] or by_role["reach"]
        sizes = {"wider" if each == "kraina" else band(POPULATIONS[each], limits) for each in here - {"nieznana"}}
        assert set(found) == (sizes or {"missing"})
