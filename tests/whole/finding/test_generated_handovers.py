"""Whatever a catalogue says: what one place gave to another stands on both sides, and nothing else stands there.

What has to be there is worked out a second time, from what was written and as slowly as can be.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.support.entries import practice
from tests.support.properties import DEAR
from tests.support.samples import with_registry

from goodpractices.catalogue import PRACTICE, Catalogue
from goodpractices.finding import Handover, find_handovers

Record = dict[str, Any]
Case = tuple[Catalogue, dict[str, Record]]
Told = tuple[str, str, int | str]
"""A practice, the place at the other end, and which adoption of the practice tells of it, or whose entry."""

TOWNS = ("las", "sad", "staw", "wzgorze")
IDS = ("a", "b", "c")
PLACES = [{"id": name, "name": name.capitalize(), "country": "PL", "level": "town"} for name in TOWNS]
DATES = st.sampled_from([None, "2012", "2012-06", "2014/2015", "201X", "XXXX", "2012~"])


def kept(**fields: Any) -> Record:
    return {name: value for name, value in fields.items() if value is not None}


@st.composite
def adoptions(draw: st.DrawFn) -> Record:
    who = draw(st.sampled_from([("place",), ("org",), ("place", "org"), ("what",), ("what", "place")]))
    known = {
        "place": st.sampled_from(TOWNS),
        "org": st.sampled_from(["um-sopot", "um-gdynia"]),
        "what": st.just("gminy"),
    }
    return kept(
        state=draw(st.sampled_from(["considered", "piloting", "adopted", "adapted", "given-up"])),
        date=draw(DATES),
        as_of=draw(DATES),
        **{name: draw(known[name]) for name in who},
    )


@st.composite
def entries(draw: st.DrawFn, practice_id: str) -> Record:
    roles = st.sampled_from(["implemented", "implemented", "reach", "partner"])
    uses = draw(st.lists(st.tuples(st.sampled_from(TOWNS), roles), min_size=1, max_size=3, unique=True))
    others = st.sampled_from([each for each in IDS if each != practice_id])
    return {
        "places": [{"place": place, "role": role} for place, role in uses],
        "adoptions": draw(st.lists(adoptions(), max_size=3)),
        "relations": [
            {"type": "inspired_by", "target": each} for each in draw(st.lists(others, unique=True, max_size=2))
        ],
        "editorial": {"state": draw(st.sampled_from(["published", "published", "draft"]))},
    }


@cache
def base() -> Catalogue:
    with TemporaryDirectory() as folder:
        return with_registry(Path(folder), {"_registry/places": PLACES}, {})


@st.composite
def catalogues(draw: st.DrawFn) -> Case:
    given = {name: draw(entries(name)) for name in IDS}
    made = {name: PRACTICE({"id": name, **practice(**each)}, None) for name, each in given.items()}
    shown = {name: each for name, each in given.items() if each["editorial"]["state"] == "published"}
    return replace(base(), practices=made), shown


def done_in(entry: Record) -> set[str]:
    return {each["place"] for each in entry["places"] if each["role"] == "implemented"}


def told_by_adoptions(shown: dict[str, Record]) -> Iterator[tuple[str, str, Told]]:
    """Giver, taker and what is told of them, for each adoption by a place that does not have the practice itself."""
    for name, entry in shown.items():
        for n, each in enumerate(entry["adoptions"]):
            if "what" not in each and each.get("place", "") in {*TOWNS} - done_in(entry):
                yield from ((giver, each["place"], (name, each["place"], n)) for giver in done_in(entry))


def told_by_followers(shown: dict[str, Record]) -> Iterator[tuple[str, str, str]]:
    """The model, the follower and a place of the follower that does not have the model itself."""
    for name, entry in shown.items():
        for model in {each["target"] for each in entry["relations"]} & shown.keys():
            yield from ((model, name, place) for place in done_in(entry) - done_in(shown[model]))


def number(handover: Handover) -> int:
    """Which of the adoptions of its practice it is, as they are written."""
    return next(n for n, each in enumerate(handover.practice.adoptions) if each is handover.adoption)


@DEAR
@given(catalogues())
def test_what_a_place_gave_to_another_is_told_of_both(case: Case) -> None:
    found = find_handovers(case[0])
    takers = {taker: some for (kind, taker), some in found.taken.items() if kind == "places"}
    taken = [(giver, taker, id(each)) for taker, some in takers.items() for each in some for giver in each.givers]
    gave = [(giver, taker, id(each)) for giver, some in found.given.items() for each in some for taker in each.takers]
    assert len({(giver, taker) for giver, taker, _ in gave}) == len({(giver, taker) for giver, taker, _ in taken})
    assert {(giver, taker) for giver, taker, _ in gave} == {(giver, taker) for giver, taker, _ in taken}
    assert len(gave) == len(taken)
    assert all(giver != taker for giver, taker, _ in gave)


@DEAR
@given(catalogues())
def test_each_adoption_by_a_place_is_there_once_and_nothing_else_is(case: Case) -> None:
    catalogue, shown = case
    told = [
        (giver, taker, (each.practice.id, taker, number(each)))
        for giver, some in find_handovers(catalogue).given.items()
        for each in some
        if each.adoption
        for taker in each.takers
        if taker == each.adoption.place
    ]
    assert sorted(told) == sorted(told_by_adoptions(shown))


@DEAR
@given(catalogues())
def test_each_practice_modelled_on_another_is_told_of_both_ends_and_its_entry_named_once(case: Case) -> None:
    catalogue, shown = case
    found = find_handovers(catalogue)
    for model, follower, place in told_by_followers(shown):
        for giver in done_in(shown[model]):
            between = [each for each in found.given[giver] if each.practice.id == model and place in each.takers]
            assert between, "the model and a place of the follower are told of"
            own = [
                each for each in found.given[giver] if each.own and (each.practice.id, each.own.id) == (model, follower)
            ]
            assert len(own) <= 1


@DEAR
@given(catalogues())
def test_nobody_is_said_to_have_taken_over_what_no_entry_tells_of(case: Case) -> None:
    catalogue, shown = case
    for some in find_handovers(catalogue).given.values():
        for each in some:
            named = {each.adoption.place} if each.adoption else set()
            if each.own:
                assert {"type": "inspired_by", "target": each.practice.id} in shown[each.own.id]["relations"]
                named |= done_in(shown[each.own.id])
            assert {*each.takers} <= named - done_in(shown[each.practice.id])


@DEAR
@given(catalogues())
def test_many_in_one_line_and_organisations_are_told_of_the_giver_alone(case: Case) -> None:
    catalogue, shown = case
    found = find_handovers(catalogue)
    for name, entry in shown.items():
        for n, each in enumerate(entry["adoptions"]):
            if "what" in each and each.get("place") not in done_in(entry):
                for giver in done_in(entry):
                    told = [one for one in found.given[giver] if one.practice.id == name and one.adoption]
                    assert [one.takers for one in told if number(one) == n] == [()]


@DEAR
@given(catalogues())
def test_the_handovers_of_each_stand_in_order_of_time_with_unknown_times_last(case: Case) -> None:
    found = find_handovers(case[0])
    for some in (*found.taken.values(), *found.given.values()):
        days = [each.date.earliest if each.date else (0, 0, 0) for each in some]
        known = [each for each in days if each[0]]
        assert days[: len(known)] == known
        assert all(one <= other for one, other in pairwise(known))
