"""Practices that went from place to place: adoptions and the entries of those who took over, told together."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import with_registry

from goodpractices.catalogue import Catalogue, parse_when
from goodpractices.finding.handovers import Handover, find_handovers, handovers_of, moment_of, places_of

PLACES = [{"id": name, "name": name.title(), "country": "PL", "level": "town"} for name in ("hel", "reda", "puck")]
Told = list[tuple[str, tuple[str, ...], tuple[str, ...], str | None, str | None]]


def catalogue(folder: Path, **entries: Any) -> Catalogue:
    return with_registry(folder, {"_registry/places": PLACES}, entries)


def adoption(**fields: Any) -> dict[str, Any]:
    return {"state": "adopted", **fields}


def follower(place: str, role: str = "implemented", **fields: Any) -> dict[str, Any]:
    links = [{"type": "inspired_by", "target": "las"}]
    return {"title": "Sad", "relations": links, "places": [{"place": place, "role": role}], **fields}


def told(handovers: Any) -> Told:
    return [
        (
            each.practice.id,
            each.givers,
            each.takers,
            each.adoption.state if each.adoption else None,
            each.own.id if each.own else None,
        )
        for each in handovers
    ]


def of(found: Catalogue, *followers: str) -> Told:
    return told(handovers_of(found.practices["las"], [found.practices[each] for each in followers]))


HERE = ("gdynia",)


def test_an_adoption_goes_from_where_a_practice_is_done_to_who_took_it_over(tmp_path: Path) -> None:
    given = [
        adoption(place="hel"),
        adoption(org="um-sopot"),
        adoption(place="gdynia"),
        adoption(place="puck", what="szkoły"),
    ]
    assert of(catalogue(tmp_path, las={"adoptions": given})) == [
        ("las", HERE, ("hel",), "adopted", None),
        ("las", HERE, (), "adopted", None),
        ("las", HERE, (), "adopted", None),
        ("las", HERE, (), "adopted", None),
    ]


@pytest.mark.parametrize(
    ("given", "own", "expected"),
    [
        ({"place": "hel"}, follower("hel"), [("las", HERE, ("hel",), "adopted", "sad")]),
        ({"place": "hel"}, follower("hel", "reach"), [("las", HERE, ("hel",), "adopted", "sad")]),
        (
            {"place": "hel"},
            follower("hel", "partner"),
            [("las", HERE, ("hel",), "adopted", None), ("las", HERE, (), None, "sad")],
        ),
        (
            {"org": "um-sopot"},
            follower("reda", organisations=[{"org": "um-sopot", "role": "leader"}]),
            [("las", HERE, ("reda",), "adopted", "sad")],
        ),
        (
            {"org": "um-sopot"},
            follower("reda", organisations=[{"org": "um-sopot", "role": "partner"}]),
            [("las", HERE, (), "adopted", None), ("las", HERE, ("reda",), None, "sad")],
        ),
        (
            {"place": "hel", "what": "szkoły"},
            follower("hel"),
            [("las", HERE, (), "adopted", None), ("las", HERE, ("hel",), None, "sad")],
        ),
        (
            {"place": "hel"},
            follower("gdynia"),
            [("las", HERE, ("hel",), "adopted", None), ("las", HERE, (), None, "sad")],
        ),
    ],
)
def test_the_entry_of_a_taker_is_told_with_the_adoption_that_is_about_it(
    given: dict[str, str], own: dict[str, Any], expected: Told, tmp_path: Path
) -> None:
    assert of(catalogue(tmp_path, las={"adoptions": [adoption(**given)]}, sad=own), "sad") == expected


def test_an_entry_is_told_with_one_adoption_alone(tmp_path: Path) -> None:
    given = [adoption(place="hel", date="2020"), adoption(place="hel", date="2021")]
    found = of(catalogue(tmp_path, las={"adoptions": given}, sad=follower("hel")), "sad")
    assert [own for *_, own in found] == ["sad", None]


def test_places_are_those_where_a_practice_is_done_each_once(tmp_path: Path) -> None:
    uses = [{"place": "hel"}, {"place": "reda", "role": "reach"}, {"place": "puck"}, {"place": "hel", "role": "host"}]
    assert places_of(catalogue(tmp_path, las={"places": uses}).practices["las"]) == ("hel", "puck")


def handover(folder: Path, own: dict[str, Any] | None = None, **given: Any) -> Handover:
    found = catalogue(folder, las={"adoptions": [adoption(**given)]}, **({"sad": own} if own else {}))
    return next(handovers_of(found.practices["las"], [found.practices["sad"]] if own else []))


def test_it_was_when_the_adoption_says_or_else_when_the_taker_began(tmp_path: Path) -> None:
    own = follower("hel", period={"start": "2019"})
    dated = handover(tmp_path / "a", own, place="hel", as_of="2021")
    assert dated.date == parse_when("2021")
    assert handover(tmp_path / "b", own, place="hel").date == parse_when("2019")
    assert handover(tmp_path / "c", follower("hel"), place="hel").date is None
    assert handover(tmp_path / "d", place="hel").date is None
    assert dated.moment == (False, (2021, 1, 1))


def test_what_was_only_thought_of_is_considered_unless_there_is_an_entry_of_it(tmp_path: Path) -> None:
    assert handover(tmp_path / "a", place="hel", state="considered").is_considered
    assert not handover(tmp_path / "b", place="hel").is_considered
    assert not handover(tmp_path / "c", follower("hel"), place="hel", state="considered").is_considered


def test_what_never_left_its_places_is_within(tmp_path: Path) -> None:
    assert handover(tmp_path / "a", place="gdynia").is_within
    assert not handover(tmp_path / "b", place="hel").is_within
    assert not handover(tmp_path / "c", org="um-sopot").is_within
    assert handover(tmp_path / "d", place="gdynia", what="szkoły").is_within


def test_dates_come_by_their_first_day_and_what_has_none_last() -> None:
    dates = [None, parse_when("2021"), parse_when("XXXX-05"), parse_when("2020-03"), parse_when("../2019")]
    assert sorted(dates, key=moment_of)[:2] == [parse_when("2020-03"), parse_when("2021")]
    assert moment_of(None) == moment_of(parse_when("XXXX-05")) == (True, (0, 0, 0))


def test_both_ends_know_of_a_handover_in_order_of_time(tmp_path: Path) -> None:
    given = [
        adoption(place="hel"),
        adoption(place="reda", org="um-sopot", date="2022"),
        adoption(place="puck", org="um-gdynia", date="2021"),
        adoption(place="gdynia", date="2020"),
    ]
    led = [{"org": "um-gdynia", "role": "leader"}]
    found = find_handovers(
        catalogue(
            tmp_path,
            las={"adoptions": given, "organisations": led},
            sad=follower("sopot", period={"start": "2019"}),
            szkic={**follower("hel"), "editorial": {"state": "draft"}},
        )
    )
    assert {taker: told(some) for taker, some in found.taken.items()} == {
        ("places", "hel"): [("las", HERE, ("hel",), "adopted", None)],
        ("places", "reda"): [("las", HERE, ("reda",), "adopted", None)],
        ("organisations", "um-sopot"): [("las", HERE, ("reda",), "adopted", None)],
        ("places", "puck"): [("las", HERE, ("puck",), "adopted", None)],
        ("places", "sopot"): [("las", HERE, ("sopot",), None, "sad")],
    }
    assert {place: [each.takers for each in some] for place, some in found.given.items()} == {
        "gdynia": [("sopot",), ("puck",), ("reda",), ("hel",)]
    }
