"""One file of a catalogue: from its bytes to a checked record and its problems, each with line and column."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from . import rules
from .body import Body, body_problems, read_body
from .files import (
    MAX_ENTRY_BYTES,
    MAX_REGISTRY_BYTES,
    Unreadable,
    control_characters,
    read_text,
    split_front_matter,
    without_control_characters,
)
from .model import Practice, Translation
from .problems import Location, Problem
from .validation import Names, Validator
from .yaml_reader import Place, YamlText, read_yaml

T = TypeVar("T")

PRACTICE = Validator(Practice)
TRANSLATION = Validator(Translation)

_MAX_ENTRY_NODES = 4_000
_MAX_REGISTRY_NODES = 1_000_000
_FRONT_MATTER_LINE = 2

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

# A message that only follows from a fault in the field named here is not worth repeating.
_FOLLOWS_FROM = {
    "unknown_source": "sources",
    "unknown_indicator": "indicators",
    "published_without_evidence": "evidence_level",
    "published_without_organisations": "organisations",
}

Loaded = tuple[T | None, list[Problem]]


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
        sources: Collection[str] | None = None,
    ) -> Loaded[T]:
        try:
            text = read_text(path, MAX_ENTRY_BYTES)
            halves = split_front_matter(without_control_characters(text))
        except Unreadable as error:
            return None, [error.problem]
        document = read_yaml(halves.yaml, first_line=_FRONT_MATTER_LINE, max_nodes=_MAX_ENTRY_NODES)
        body = read_body(halves.body, halves.body_line, headings)
        known = _raw_ids(document.value, "sources") if sources is None else sources
        problems = [*control_characters(text), *document.problems, *body.problems]
        problems += body_problems(body, known, names["practices"], _percents(document.value))
        if not isinstance(document.value, dict):
            if not document.problems:
                problems.append(Problem("front_matter_not_mapping", line=1, column=1))
            return None, problems
        document.values.update({(section,): (line, 1) for section, line in body.lines.items()})
        raw, refused = _merged(document.value, body, given)
        value, found = self._validated(raw, names)
        problems += placed(_undamaged([*refused, *found], document), document)
        return (None if problems else value), problems

    def _validated(self, raw: dict[str, Any], names: Names) -> Loaded[T]:
        try:
            value = self.validator(raw, names)
        except ValidationError as error:
            problems = list(self.validator.problems(error))
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
            broken = {problem.location[0] for problem in known if problem.location}
            gone = broken - rest.keys()
            return [
                replace(problem, location=_original(problem.location, positions))
                for problem in self.rules(value)
                if _FOLLOWS_FROM.get(problem.key) not in broken and problem.location[0] not in gone
            ]
        return []


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


def load_translation(path: Path, names: Names, headings: Mapping[str, str], sources: Iterable[str]) -> Loaded[Translation]:
    """Read and check one entry in another language; it may cite the ``sources`` of the Polish one."""
    return _TRANSLATIONS.load(path, names, headings, {}, set(sources))


def place_in_entry(path: Path, problem: Problem) -> Problem:
    """The problem with line and column of its location, read anew: positions are not kept for entries in order."""
    halves = split_front_matter(without_control_characters(read_text(path, MAX_ENTRY_BYTES)))
    return _with_place(problem, read_yaml(halves.yaml, first_line=_FRONT_MATTER_LINE, max_nodes=_MAX_ENTRY_NODES))


def load_records(path: Path, validator: Validator[T], names: Names) -> tuple[dict[str, T], list[Problem]]:
    """Read and check a registry or a vocabulary: a list of records, by id in the order of the file."""
    document, problems = _read_list(path)
    records: dict[str, T] = {}
    for n, raw in enumerate(document.value or ()):
        try:
            record = validator(raw, names)
        except ValidationError as error:
            found = [replace(each, location=(n, *each.location)) for each in validator.problems(error)]
            problems += placed(_undamaged(found, document), document)
            continue
        record_id: str = record.id  # type: ignore[attr-defined]  # every record of a registry has one
        if record_id in records:
            problems += placed([Problem("duplicate_id", (n, "id"), {"value": record_id})], document)
        records[record_id] = record
    return records, problems


def record_ids(path: Path) -> set[str]:
    """The ids a registry or vocabulary holds, whatever else may be wrong with it."""
    document, _ = _read_list(path)
    return {str(raw["id"]) for raw in document.value or () if isinstance(raw, dict) and "id" in raw}


def _read_list(path: Path) -> tuple[YamlText, list[Problem]]:
    try:
        text = read_text(path, MAX_REGISTRY_BYTES)
    except Unreadable as error:
        return YamlText(value=[]), [error.problem]
    problems = list(control_characters(text))
    document = read_yaml(without_control_characters(text), max_nodes=_MAX_REGISTRY_NODES)
    problems += document.problems
    if document.value is not None and not isinstance(document.value, list):
        problems.append(Problem("not_a_list", (), line=1, column=1))
        document.value = []
    return document, problems


def _merged(front_matter: dict[str, Any], body: Body, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """Front matter, body sections and what the file's place says, as one mapping; fields that belong elsewhere are refused."""
    reserved = {*given, *body.sections, "translations"} & front_matter.keys()
    refused = [Problem("field_belongs_elsewhere", (name,), {"value": name}) for name in sorted(reserved)]
    kept = {name: value for name, value in front_matter.items() if name not in reserved}
    return {**given, **kept, **body.sections}, refused


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
    """The mapping without broken fields and broken items of lists, and for each such list the positions of the items kept."""
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


def _with_place(problem: Problem, document: YamlText) -> Problem:
    """Line and column of a problem: its value, for an unknown key the key, for a missing one the mapping it is missing from."""
    line, column = _place_of(problem.location, document, at_key=problem.key in ("unknown_key", "field_belongs_elsewhere"))
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
    return {str(each["id"]) for each in items if isinstance(each, dict) and "id" in each} if isinstance(items, list) else set()


def _percents(front_matter: Any) -> set[str]:
    items = front_matter.get("indicators") if isinstance(front_matter, dict) else None
    found = [each for each in items if isinstance(each, dict) and each.get("unit") == "percent"] if isinstance(items, list) else []
    return {str(each.get("value")) for each in found}
