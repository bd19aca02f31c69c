"""What the rules say of an entry that is broken in places: they are asked about the rest of it."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from .model import Practice
from .problems import Location, Problem
from .shapes import record_shape, stand_in
from .validation import Validator

T = TypeVar("T")

FOLLOWS: Mapping[str, tuple[Literal["field", "id", "neighbour"], str | None]] = {
    "percent_in_prose": ("field", "indicators"),
    "published_without_evidence": ("field", "evidence_level"),
    "published_without_organisations": ("field", "organisations"),
    "unknown_source": ("id", "sources"),
    "unknown_indicator": ("id", "indicators"),
    "unknown_element": ("field", "components"),
    "split_sum": ("neighbour", None),
    "grant_above_total": ("neighbour", "period"),
    "person_without_consent": ("neighbour", None),
    "contact_without_consent": ("neighbour", None),
    "picture_without_consent": ("neighbour", None),
    "withdrawn_without_reason": ("neighbour", "reason"),
}
"""Messages that only follow from a fault that is reported already: anywhere in a ``field``, in a list of which an
``id`` is meant, or in a ``neighbour``, a field beside theirs, whichever it is where none has a name here.
"""


def problems_of_the_rest(
    validator: Validator[T], check: Callable[[T], Iterator[Problem]], raw: dict[str, Any], known: list[Problem]
) -> list[Problem]:
    """What the rules say of the fields that are in order, so that an editor hears everything at once.

    Args:
        validator: that of the record which ``raw`` would be if nothing in it were wrong.
        check: its rules.
        raw: the whole entry as it was written.
        known: what was found wrong with its fields.
    """
    for without in (_without_broken_keys, _without_broken_items):
        rest, positions = without(raw, known)
        try:
            value = validator({**_stand_ins(), **rest}, None)
        except ValidationError:
            continue
        gone = {problem.location[0] for problem in known if problem.location} - rest.keys()
        return [
            replace(problem, location=_original(problem.location, positions))
            for problem in check(value)
            if problem.location[0] not in gone and not _follows(problem, known, raw)
        ]
    return []


@cache
def _stand_ins() -> Mapping[str, Any]:
    """What stands in for a required field that is broken, so that rules still see the rest of the entry."""
    stand_ins: Mapping[str, Any] = stand_in(record_shape(Practice))
    return {name: value for name, value in stand_ins.items() if name != "id"}  # the folder has a name in any case


def _follows(problem: Problem, known: list[Problem], raw: Mapping[str, Any]) -> bool:
    """Whether a problem is there only because something broken was left out before the rules looked."""
    places = [each.location for each in known]
    here = problem.location
    if any(place[: len(here)] == here for place in places):
        return True  # it is about a record in which something is broken
    how, name = FOLLOWS.get(problem.key, (None, None))
    if how == "field":
        return any(place[:1] == (name,) for place in places)
    if how == "id" and name:
        unreadable = any(place == (name,) or (place[:1] == (name,) and place[2:] == ("id",)) for place in places)
        return unreadable or problem.params["value"] in ids_in(raw, name)
    if how == "neighbour":
        beside = [place for place in places if len(place) >= len(here) and place[: len(here) - 1] == here[:-1]]
        return any(name in (None, place[len(here) - 1]) for place in beside)
    return False


Positions = dict[str, list[int]]


def _without_broken_keys(raw: dict[str, Any], known: list[Problem]) -> tuple[dict[str, Any], Positions]:
    """The mapping without the very keys that are broken; enough where none of them was required."""
    rest = deepcopy(raw)
    for problem in known:
        node: Any = rest
        for part in problem.location[:-1]:
            reachable = isinstance(node, list) or (isinstance(node, dict) and part in node)
            node = node[part] if reachable else None
        if isinstance(node, dict):
            node.pop(problem.location[-1], None)
    return rest, {}


def _without_broken_items(raw: dict[str, Any], known: list[Problem]) -> tuple[dict[str, Any], Positions]:
    """The mapping without broken fields and items, and for each list that lost some the positions of those kept."""
    rest = dict(raw)
    positions: Positions = {}
    for name in {str(problem.location[0]) for problem in known if problem.location}:
        items = rest.pop(name, None)
        inner = [problem.location[1:2] for problem in known if problem.location[:1] == (name,)]
        if isinstance(items, list) and all(part and isinstance(part[0], int) for part in inner):
            dropped = {part[0] for part in inner}
            positions[name] = [n for n in range(len(items)) if n not in dropped]
            if positions[name]:
                rest[name] = [items[n] for n in positions[name]]
        elif isinstance(items, dict) and isinstance(stand_in := _stand_ins().get(name), dict):
            broken = {part[0] for part in inner if part}
            rest[name] = stand_in | {key: value for key, value in items.items() if key not in broken}
    return rest, positions


def _original(location: Location, positions: Positions) -> Location:
    name, *inner = location
    if inner and isinstance(inner[0], int) and str(name) in positions:
        return (name, positions[str(name)][inner[0]], *inner[1:])
    return location


def ids_in(front_matter: Any, name: str) -> set[str]:
    """The ids in a list of records as it was written, whatever else may be wrong with it."""
    return {str(each["id"]) for each in records_in(front_matter, name) if "id" in each}


def records_in(front_matter: Any, name: str) -> list[dict[str, Any]]:
    """The records in a list as it was written."""
    items = front_matter.get(name) if isinstance(front_matter, dict) else None
    return [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
