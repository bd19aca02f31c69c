"""One file of a catalogue: from its bytes to a checked record and its problems, each with line and column."""

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from ..wording import ORIGINAL
from . import rules
from .body import SECTIONS, Body, body_problems, read_body, section_headings
from .characters import unwanted_characters, without_control_characters
from .files import (
    MAX_ENTRY_BYTES,
    MAX_REGISTRY_BYTES,
    FrontMatter,
    Unreadable,
    read_text,
    split_front_matter,
)
from .model import Practice, Translation
from .personal_numbers import personal_numbers
from .problems import Location, Problem, first_of
from .registry import problems_between
from .validation import Names, Validator
from .yaml_reader import Place, YamlText, read_yaml

T = TypeVar("T")

# The fields that other files of a practice are checked against.
_SHARED_FIELDS = ("sources", "indicators", "media", "former_ids")

PRACTICE = Validator(Practice)
TRANSLATION = Validator(Translation)

_MAX_ENTRY_NODES = 4_000
_MAX_REGISTRY_NODES = 1_000_000
_FRONT_MATTER_LINE = 2
# A field of a front matter up to the next one: what belongs to it does not begin a line.
_FIELD = re.compile(r".*(?:\n(?![\w\"'?]).*)*")
_ABOUT_THE_KEY = ("unknown_key", "field_belongs_elsewhere", "section_as_field")

# What stands in for a required field that is broken, so that rules still see the rest of the entry.
_STAND_INS: Mapping[str, Any] = {
    "title": "?",
    "summary": "?" * 80,
    "kind": "x",
    "themes": ["x"],
    "places": [{"place": "x"}],
    "lifecycle": "unknown",
    "sources": [{"id": "x", "title": "?"}],
    "editorial": {"state": "draft"},
}

# Some messages only follow from a fault that is told already: in the field named here,
_FOLLOWS_FROM_FIELD = {
    "percent_in_prose": "indicators",
    "published_without_evidence": "evidence_level",
    "published_without_organisations": "organisations",
}
# in a list whose ids are named,
_FOLLOWS_FROM_ID = {"unknown_source": "sources", "unknown_indicator": "indicators"}
# or in a field beside the one that is told, anywhere beside it where none is named.
_FOLLOWS_FROM_NEIGHBOUR = {
    "split_sum": None,
    "grant_above_total": "period",
    "person_without_consent": "consent_until",
    "withdrawn_without_reason": "reason",
}

# Where a field that is missing has a message of its own.
_MISSING = {
    ("indicators", "source"): "figure_without_source",
    ("funding", "source"): "figure_without_source",
    ("claims", "as_of"): "claim_without_date",
}


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """An entry as far as it could be read: the record if nothing is wrong with it, else what is.

    ``raw`` is what other files of the practice are checked against, as it was written, whether or not it is in order;
    ``None`` where the front matter could not be read.
    """

    value: T | None
    problems: list[Problem]
    raw: Mapping[str, Any] | None = None

    def texts(self, name: str, key: str | None = None) -> dict[int, str]:
        """The texts of a list, or those its records have under ``key``, by their position."""
        items = [each.get(key) if key and isinstance(each, dict) else each for each in self._items(name)]
        return {n: item for n, item in enumerate(items) if isinstance(item, str)}

    def size(self, name: str) -> int:
        """How many items a list has."""
        return len(self._items(name))

    def _items(self, name: str) -> list[Any]:
        items = (self.raw or {}).get(name)
        return items if isinstance(items, list) else []


@dataclass(frozen=True, slots=True)
class _EntryKind(Generic[T]):
    """One kind of entry file: the record it becomes and the rules between the record's fields."""

    validator: Validator[T]
    rules: Callable[[T], Iterator[Problem]]

    def load(
        self,
        path: Path,
        names: Names,
        headings: Mapping[str, str],
        given: Mapping[str, Any],
        original: Loaded[Practice] | None = None,
    ) -> Loaded[T]:
        try:
            text = read_text(path, MAX_ENTRY_BYTES)
            halves = split_front_matter(without_control_characters(text))
        except Unreadable as error:
            return Loaded(None, [error.problem])
        document = read_yaml(halves.yaml, first_line=_FRONT_MATTER_LINE, max_nodes=_MAX_ENTRY_NODES)
        body = read_body(halves.body, halves.body_line, headings)
        document.values.update({(section,): (line, 1) for section, line in body.lines.items()})
        facts = original.raw if original else document.value
        unseen = first_of(unwanted_characters(text))
        numbers = named(first_of(personal_numbers(text)), document)
        problems = [*unseen, *numbers, *first_of(document.problems), *first_of(body.problems)]
        problems += first_of(
            problem
            for problem in body_problems(body, _raw_ids(facts, "sources"), names["practices"], _percents(facts))
            if facts is not None or problem.key not in ("unknown_source", "percent_in_prose")
        )
        if not isinstance(document.value, dict):
            if not document.problems:
                problems.append(Problem("front_matter_not_mapping", line=1, column=1))
            return Loaded(None, problems)
        raw, refused = _merged(document.value, body, given, headings)
        value, found = self._validated(raw, names)
        # A value with an unseen character in it is not the one that was meant.
        unsure = {problem.line for problem in unseen}
        found = first_of(placed(_undamaged([*refused, *found], document), document))
        problems += [problem for problem in found if problem.line not in unsure]
        shared = {name: document.value[name] for name in _SHARED_FIELDS if name in document.value}
        return Loaded(None if problems else value, problems, shared)

    def _validated(self, raw: dict[str, Any], names: Names) -> tuple[T | None, list[Problem]]:
        try:
            value = self.validator(raw, names)
        except ValidationError as error:
            problems = [_in_its_own_words(problem) for problem in self.validator.problems(error)]
            return None, problems + self._problems_of_the_rest(raw, problems)
        return value, list(self.rules(value))

    def _problems_of_the_rest(self, raw: dict[str, Any], known: list[Problem]) -> list[Problem]:
        """What the rules say of the fields that are in order, so that an editor hears everything at once."""
        for without in (_without_broken_keys, _without_broken_items):
            rest, positions = without(raw, known)
            try:
                value = self.validator({**_STAND_INS, **rest}, None)
            except ValidationError:
                continue
            gone = {problem.location[0] for problem in known if problem.location} - rest.keys()
            return [
                replace(problem, location=_original(problem.location, positions))
                for problem in self.rules(value)
                if problem.location[0] not in gone and not _follows(problem, known, raw)
            ]
        return []


def _in_its_own_words(problem: Problem) -> Problem:
    key = _MISSING.get((str(problem.location[0]), str(problem.location[-1]))) if problem.key == "missing" else None
    return replace(problem, key=key) if key else problem


def _no_rules(_: Translation) -> Iterator[Problem]:
    return iter(())


_PRACTICES = _EntryKind(PRACTICE, rules.check)
_TRANSLATIONS = _EntryKind(TRANSLATION, _no_rules)


def load_practice(path: Path, practice_id: str, names: Names, headings: Mapping[str, str]) -> Loaded[Practice]:
    """Read and check one entry in Polish.

    Args:
        path: its ``index.md``.
        practice_id: its id, the name of its folder.
        names: the ids that exist, by vocabulary or registry.
        headings: headings of the body by section id.
    """
    return _PRACTICES.load(path, names, headings, {"id": practice_id})


def load_translation(
    path: Path, names: Names, headings: Mapping[str, str], original: Loaded[Practice]
) -> Loaded[Translation]:
    """Read and check one entry in another language; it may cite sources and repeat figures of the Polish one."""
    return _TRANSLATIONS.load(path, names, headings, {}, original)


def placed_in_entry(path: Path, problems: Sequence[Problem], language: str = ORIGINAL) -> list[Problem]:
    """Problems of one entry with line and column of their locations, or with the location of their line.

    The entry is read anew, as far as it takes: positions are not kept for entries in order.
    """
    halves = split_front_matter(without_control_characters(read_text(path, MAX_ENTRY_BYTES)))
    whole = cache(lambda: _whole_entry(halves, language))
    spotted = [each for each in problems if each.line]
    located = [each for each in problems if not each.line]
    return [
        *(named(spotted, whole()) if spotted else ()),
        *(_with_place(each, _field_alone(halves, each.location) or whole()) for each in located),
    ]


def _whole_entry(halves: FrontMatter, language: str) -> YamlText:
    document = read_yaml(halves.yaml, first_line=_FRONT_MATTER_LINE, max_nodes=_MAX_ENTRY_NODES)
    body = read_body(halves.body, halves.body_line, section_headings(language))
    document.values.update({(section,): (line, 1) for section, line in body.lines.items()})
    return document


def _field_alone(halves: FrontMatter, location: Location) -> YamlText | None:
    """The field a location begins with, read by itself, which is quick; ``None`` if that does not lead there."""
    start = f"\n{halves.yaml}".find(f"\n{location[0]}:")
    found = _FIELD.match(halves.yaml, start) if start >= 0 else None
    if found is None:
        return None
    first_line = _FRONT_MATTER_LINE + halves.yaml.count("\n", 0, start)
    field = read_yaml(found[0], first_line=first_line, max_nodes=_MAX_ENTRY_NODES)
    return field if location in field.values and not field.problems else None


@dataclass(frozen=True, slots=True)
class RecordList:
    """The text of a registry or a vocabulary, read but not checked: what it is a list of, and what was wrong so far."""

    name: str
    document: YamlText
    problems: Sequence[Problem]

    def ids(self) -> set[str] | None:
        """The ids it holds, whatever else may be wrong with it; ``None`` where it cannot be read."""
        if self.document.value is None and self.problems:
            return None
        return {str(raw["id"]) for raw in self.document.value or () if isinstance(raw, dict) and "id" in raw}

    def checked(self, validator: Validator[T], names: Names) -> tuple[dict[str, T], list[Problem]]:
        """The records in order, by id in the order of the file, and all that is wrong with the others."""
        records: dict[str, T] = {}
        problems = [*self.problems]
        positions: dict[str, int] = {}
        for n, raw in enumerate(self.document.value or ()):
            try:
                record = validator(raw, names)
            except ValidationError as error:
                found = [replace(each, location=(n, *each.location)) for each in validator.problems(error)]
                problems += placed(_undamaged(found, self.document), self.document)
                continue
            record_id: str = record.id  # type: ignore[attr-defined]  # every record of a registry has one
            if record_id in records:
                problems += placed([Problem("duplicate_id", (n, "id"), {"value": record_id})], self.document)
            records[record_id] = record
            positions[record_id] = n
        found = [
            replace(problem, location=(positions[record_id], *problem.location))
            for record_id, problem in problems_between(records, self.name, names.get(self.name))
        ]
        return records, problems + placed(found, self.document)


def read_list(path: Path) -> RecordList:
    """Read a registry or a vocabulary, which are lists of records."""
    try:
        text = read_text(path, MAX_REGISTRY_BYTES)
    except Unreadable as error:
        key = error.problem.key if os.path.lexists(path) else "missing_vocabulary"
        return RecordList(path.stem, YamlText(), [replace(error.problem, key=key)])
    document = read_yaml(without_control_characters(text), max_nodes=_MAX_REGISTRY_NODES)
    numbers = named(first_of(personal_numbers(text)), document)
    problems = [*first_of(unwanted_characters(text)), *numbers, *first_of(document.problems)]
    if document.value is not None and not isinstance(document.value, list):
        problems.append(Problem("not_a_list", (), line=1, column=1))
        document.value = None
    return RecordList(path.stem, document, problems)


def _merged(
    front_matter: dict[str, Any], body: Body, given: Mapping[str, Any], headings: Mapping[str, str]
) -> tuple[dict[str, Any], list[Problem]]:
    """Front matter, sections and what the file's place says, as one mapping without fields that belong elsewhere."""
    reserved = {*given, *SECTIONS, "translations"} & front_matter.keys()
    refused = [
        Problem("section_as_field", (name,), {"heading": headings[name]})
        if name in SECTIONS
        else Problem("field_belongs_elsewhere", (name,), {"value": name})
        for name in sorted(reserved)
    ]
    kept = {name: value for name, value in front_matter.items() if name not in reserved}
    return {**given, **kept, **body.sections}, refused


def _follows(problem: Problem, known: list[Problem], raw: Mapping[str, Any]) -> bool:
    """Whether a problem is there only because something broken was left out before the rules looked."""
    places = [each.location for each in known]
    here = problem.location
    if any(place[: len(here)] == here for place in places):
        return True  # it is about a record in which something is broken
    if name := _FOLLOWS_FROM_FIELD.get(problem.key):
        return any(place[:1] == (name,) for place in places)
    if name := _FOLLOWS_FROM_ID.get(problem.key):
        unreadable = any(place == (name,) or (place[:1] == (name,) and place[2:] == ("id",)) for place in places)
        return unreadable or problem.params["value"] in _raw_ids(raw, name)
    if problem.key in _FOLLOWS_FROM_NEIGHBOUR:
        neighbour = _FOLLOWS_FROM_NEIGHBOUR[problem.key]
        return any(place[:-1] == here[:-1] and neighbour in (None, place[-1]) for place in places)
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
        elif isinstance(items, dict) and isinstance(stand_in := _STAND_INS.get(name), dict):
            broken = {part[0] for part in inner if part}
            rest[name] = stand_in | {key: value for key, value in items.items() if key not in broken}
    return rest, positions


def _original(location: Location, positions: Positions) -> Location:
    name, *inner = location
    if inner and isinstance(inner[0], int) and str(name) in positions:
        return (name, positions[str(name)][inner[0]], *inner[1:])
    return location


def _undamaged(problems: list[Problem], document: YamlText) -> list[Problem]:
    """Without complaints about values that were refused while reading."""
    return [
        problem
        for problem in problems
        if not any(problem.location[: n + 1] in document.damaged for n in range(len(problem.location)))
    ]


def placed(problems: Iterable[Problem], document: YamlText) -> list[Problem]:
    """The problems with line and column of their locations in a document."""
    return [_with_place(problem, document) for problem in problems]


def named(problems: Iterable[Problem], document: YamlText) -> Iterator[Problem]:
    """The problems that know only their place in the text, with the location of the value that stands there."""
    starts: list[tuple[Place, Location]] = []
    for problem in problems:
        starts = starts or sorted(((place, where) for where, place in document.values.items()), key=_outermost_first)
        before = bisect_right(starts, (problem.line, problem.column), key=itemgetter(0))
        yield replace(problem, location=starts[before - 1][1] if before else ())


def _outermost_first(start: tuple[Place, Location]) -> tuple[Place, int]:
    place, location = start
    return place, len(location)


def _with_place(problem: Problem, document: YamlText) -> Problem:
    """The problem with its place: the value, an unknown key itself, or the mapping that something is missing from."""
    line, column = _place_of(problem.location, document, at_key=problem.key in _ABOUT_THE_KEY)
    return replace(problem, line=line, column=column)


def _place_of(location: Location, document: YamlText, *, at_key: bool) -> Place:
    if at_key and location in document.keys:
        return document.keys[location]
    while location:
        if location in document.values:
            return document.values[location]
        location = location[:-1]
    return (1, 1)


def _raw_ids(front_matter: Any, name: str) -> set[str]:
    items = front_matter.get(name) if isinstance(front_matter, dict) else None
    return (
        {str(each["id"]) for each in items if isinstance(each, dict) and "id" in each}
        if isinstance(items, list)
        else set()
    )


def _percents(front_matter: Any) -> set[str]:
    items = front_matter.get("indicators") if isinstance(front_matter, dict) else None
    found = (
        [each for each in items if isinstance(each, dict) and each.get("unit") == "percent"]
        if isinstance(items, list)
        else []
    )
    return {str(each.get(name)) for each in found for name in ("value", "min", "max")}
