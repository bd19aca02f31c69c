"""Whatever a catalogue says: trails, matrices and the lists of places show all of it, both ways, and nothing else.

What has to be there is worked out a second time, from what was written.
"""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as Tree
from selectolax.lexbor import LexborNode
from tests.support.entries import practice
from tests.support.properties import DEAR
from tests.support.samples import IDENTITY, PL, plain, renderer, with_registry

from goodpractices.catalogue import PRACTICE, Catalogue, parse_date
from goodpractices.finding import Related
from goodpractices.publishing.pages import practice_article, practice_inputs
from goodpractices.publishing.pages.taken_over import TakenOver
from goodpractices.publishing.phrasing import doubtful

Record = dict[str, Any]

TOWNS = ("las", "sad", "staw")
HERE, ELSEWHERE = TOWNS[0], TOWNS[1:]
PLACES = [{"id": name, "name": name.capitalize(), "country": "PL", "level": "town"} for name in TOWNS]
COMPONENTS = ("Kursy", "Porady", "Szkoły")
STATES = ("considered", "piloting", "adopted", "adapted", "given-up")
PROGRESS = ("done", "partly", "planned", "not-done")
DATES = st.sampled_from([None, "2012", "2015", "2015-06", "XXXX"])


@st.composite
def adoptions(draw: st.DrawFn) -> Record:
    given_elements = draw(st.dictionaries(st.sampled_from(COMPONENTS), st.sampled_from(PROGRESS)))
    fields = {
        "state": draw(st.sampled_from(STATES)),
        "place": draw(st.sampled_from(TOWNS)),
        "date": draw(DATES),
        "confirmed": draw(st.sampled_from([None, "2016"])),
        "changes": draw(st.sampled_from([None, "Mniej grup."])),
        "result": draw(st.sampled_from([None, "Zabrakło pieniędzy."])),
        "disputed": draw(st.sampled_from([None, {"what": "Radny przeczy."}])),
        "elements": [{"element": name, "state": state} for name, state in given_elements.items()],
    }
    return {name: value for name, value in fields.items() if value}


@cache
def base() -> Catalogue:
    with TemporaryDirectory() as folder:
        return with_registry(Path(folder), {"_registry/places": PLACES}, {})


CASES = st.tuples(st.lists(adoptions(), max_size=5), st.booleans())
"""The adoptions of a practice that is done in one of the towns, and whether one in another town is modelled on it."""


def catalogue(adopted: list[Record], is_followed: bool) -> Catalogue:
    own = {"places": [{"place": HERE}], "adoptions": adopted, "components": [{"name": name} for name in COMPONENTS]}
    entries: dict[str, Record] = {"wzor": own}
    if is_followed:
        relations = [{"type": "inspired_by", "target": "wzor"}]
        entries["uczen"] = {"title": "Uczeń", "places": [{"place": ELSEWHERE[0]}], "relations": relations}
    state = {"editorial": {"state": "published"}}
    made = {name: PRACTICE({"id": name, **practice(**state, **each)}, None) for name, each in entries.items()}
    return replace(base(), practices=made)


def page(found: Catalogue, unconfirmed: tuple[int, ...] = ()) -> Tree:
    related = [Related(found.practices["uczen"], "inspired")] if "uczen" in found.practices else []
    inputs = practice_inputs(
        found.practices["wzor"], related, found, IDENTITY, renderer().links, unconfirmed=unconfirmed
    )
    return Tree(practice_article(inputs, renderer()).content)


def stops(tree: Tree) -> list[LexborNode]:
    return [each for each in tree.css(".trail__stop") if "trail__stop--none" not in (each.attributes["class"] or "")]


def lines(stop: LexborNode) -> list[str]:
    return [plain(each.text().replace("\xa0", " ")) for each in stop.css("p")]


def is_same_as_the_follower(adoption: Record, is_followed: bool) -> bool:
    return is_followed and adoption["place"] == ELSEWHERE[0]


def words(adoption: Record, is_long: bool) -> list[str]:
    """What a stop has to say, piece by piece."""
    state = PL.choice("adoption_state", adoption["state"]) + (" ?" if "disputed" in adoption else "")
    unsaid = PL("trail.long_unconfirmed") if is_long else PL("practice.unconfirmed")
    said = "potwierdzono na miejscu: 2016" if "confirmed" in adoption else unsaid
    told = [f"{state}, {said}", adoption.get("changes", "")]
    reason = adoption.get("result")
    if adoption["state"] == "given-up":
        told.append(f"Dlaczego: {reason}" if reason else "Dlaczego, nie wiemy.")
    elif reason:
        told.append(reason)
    return [each for each in told if each]


@DEAR
@given(CASES, st.sets(st.integers(0, 4)))
def test_the_trail_tells_each_adoption_once_with_all_that_is_said_of_it(
    case: tuple[list[Record], bool], unconfirmed: set[int]
) -> None:
    adopted, is_followed = case
    shown = stops(page(catalogue(*case), tuple(unconfirmed)))
    expected = [
        (each["place"].capitalize(), *words(each, n in unconfirmed), "disputed" in each)
        for n, each in enumerate(adopted)
    ]
    told = []
    for stop in shown:
        who, *rest = lines(stop)
        place, is_disputed = who.rpartition(", ")[2], bool(stop.css(".dispute"))
        rest = [each.partition(": Uczeń")[0] for each in rest if not each.startswith("Niepewne: Radny")]
        told.append((place, *(each for each in rest if each != PL("dispute.not_counted")), is_disputed))
    alone = is_followed and not any(is_same_as_the_follower(each, is_followed) for each in adopted)
    others = [("Las", "ta praktyka", False)] if adopted or is_followed else []
    others += [("Sad", "powstała z inspiracji tą praktyką", False)] if alone else []
    assert Counter(told) == Counter(expected + others)


@DEAR
@given(CASES)
def test_marks_are_filled_for_those_who_did_it_for_sure(case: tuple[list[Record], bool]) -> None:
    adopted, is_followed = case
    sure = [e for e in adopted if e["state"] in ("adopted", "adapted") and "confirmed" in e and "disputed" not in e]
    alone = is_followed and not any(is_same_as_the_follower(each, is_followed) for each in adopted)
    tree = page(catalogue(*case))
    assert len(tree.css(".trail__stop--sure")) == len(sure) + bool(adopted or is_followed) + alone
    assert len(tree.css(".trail__stop--none")) == 1


@DEAR
@given(CASES)
def test_the_trail_stands_in_order_of_time(case: tuple[list[Record], bool]) -> None:
    by_words = {"2012": "2012", "2015": "2015", "czerwiec 2015": "2015-06"}
    told = [lines(stop)[0].rpartition(", ")[0] for stop in stops(page(catalogue(*case)))]
    days = [parse_date(by_words[each]).earliest if each in by_words else (9999, 0, 0) for each in told]
    assert days == sorted(days)


@DEAR
@given(CASES)
def test_the_matrix_has_what_adopters_are_said_to_have_and_says_no_where_it_was_said_alone(
    case: tuple[list[Record], bool],
) -> None:
    adopted = case[0]
    told = sorted((each for each in adopted if "elements" in each), key=day_of)
    tables = page(catalogue(*case)).css("[data-field=adoptions] table")
    assert len(tables) == bool(told)
    for table in tables:
        rows = [[plain(cell.text()) for cell in row.css("th, td")] for row in table.css("tr")]
        assert rows[0] == ["Część", *(each["place"].capitalize() for each in told)]
        for row, name in zip(rows[1:], COMPONENTS, strict=True):
            known = [{has["element"]: has["state"] for has in each["elements"]} for each in told]
            said = [PL.choice("element_state", has[name]) if name in has else "nie wiadomo" for has in known]
            assert row == [name, *said]
        assert len(table.css("td .visually-hidden")) == sum(len(COMPONENTS) - len(each["elements"]) for each in told)


def day_of(adoption: Record) -> tuple[bool, tuple[int, int, int]]:
    earliest = parse_date(adoption["date"]).earliest if "date" in adoption else (0, 0, 0)
    return earliest[0] == 0, earliest


@DEAR
@given(CASES)
def test_the_pages_of_both_places_say_the_same_of_what_went_between_them(case: tuple[list[Record], bool]) -> None:
    adopted, is_followed = case
    told = TakenOver(catalogue(*case), PL)
    given_away = [end for each in told.given(("places", HERE)) for end in each.exchanges]
    for town in ELSEWHERE:
        taken = [end for each in told.taken(("places", town)) for end in each.exchanges]
        assert all([who.text for who in end.others] == ["Las"] for end in taken)
        there = [end for end in given_away if [who.text for who in end.others] == [town.capitalize()]]
        assert Counter((end.words, end.own) for end in taken) == Counter((end.words, end.own) for end in there)
        said = [(PL.choice("adoption_state", each["state"]), each) for each in adopted if each["place"] == town]
        expected = [doubtful(words, PL) if each.get("disputed") else words for words, each in said]
        if is_followed and town == ELSEWHERE[0] and not expected:
            expected = [PL("adoption.modelled")]
        assert Counter(end.words.partition(", ")[0] for end in taken) == Counter(expected)
    assert told.taken(("places", HERE)) == ()
    assert all(told.given(("places", town)) == () for town in ELSEWHERE)
