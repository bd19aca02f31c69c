"""One entry of a catalogue: from the bytes of a file to a checked record and its problems, each with its place."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from ..wording import ORIGINAL
from . import rules
from .body import SECTIONS, Body, body_problems, read_body, section_headings
from .characters import unwanted_characters, without_control_characters
from .files import (
    MAX_ENTRY_BYTES,
    FrontMatter,
    Unreadable,
    read_text,
    split_front_matter,
)
from .model import Practice, Translation
from .partial import ids_in, problems_of_the_rest, records_in
from .personal_numbers import personal_numbers_in, personal_numbers_of
from .placing import named, placed, undamaged, with_place
from .problems import Location, Problem, first_of
from .proposals import proposed_ids
from .validation import Names, Validator
from .validators import PRACTICE, TRANSLATION
from .yaml_reader import YamlText, read_yaml

T = TypeVar("T")

# The fields that other files of a practice are checked against.
_SHARED_FIELDS = ("sources", "indicators", "media", "former_ids")


_MAX_ENTRY_NODES = 4_000
_FRONT_MATTER_LINE = 2
# A field of a front matter up to the next one: what belongs to it does not begin a line.
_FIELD = re.compile(r".*(?:\n(?![\w\"'?]).*)*")

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
            file = _read(path, headings)
        except Unreadable as error:
            return Loaded(None, [error.problem])
        document = file.document
        facts = original.raw if original else document.value
        problems = [*file.problems, *first_of(_story_problems(file.body, facts, names))]
        if not isinstance(document.value, dict):
            fault = [] if document.problems else [Problem("front_matter_not_mapping", line=1, column=1)]
            return Loaded(None, [*problems, *fault])
        problems += placed(personal_numbers_in(dict(given)), document)
        raw, refused = _merged(document.value, file.body, given, headings)
        value, found = self._validated(raw, with_proposed(names, raw))
        found = first_of(placed(undamaged([*refused, *found], document), document))
        problems += [problem for problem in found if problem.line not in file.unsure]
        shared = {name: document.value[name] for name in _SHARED_FIELDS if name in document.value}
        return Loaded(None if problems else value, problems, shared)

    def _validated(self, raw: dict[str, Any], names: Names) -> tuple[T | None, list[Problem]]:
        try:
            value = self.validator(raw, names)
        except ValidationError as error:
            problems = [_in_its_own_words(problem) for problem in self.validator.problems(error)]
            return None, problems + problems_of_the_rest(self.validator, self.rules, raw, problems)
        return value, list(self.rules(value))


@dataclass(frozen=True, slots=True)
class _EntryFile:
    """An entry as it lies there: its front matter and its body, and what is wrong with them as texts.

    A value in an ``unsure`` line has an unseen character in it, so it is not the one that was meant, or the number of
    a person, which no other message may repeat.
    """

    document: YamlText
    body: Body
    problems: list[Problem]
    unsure: set[int]


def _read(path: Path, headings: Mapping[str, str]) -> _EntryFile:
    text = read_text(path, MAX_ENTRY_BYTES)
    document, body = _parsed(split_front_matter(without_control_characters(text)), headings)
    unseen = first_of(unwanted_characters(text))
    numbers = personal_numbers_of(text, document)
    problems = [*unseen, *numbers, *first_of(document.problems), *first_of(body.problems)]
    return _EntryFile(document, body, problems, {problem.line for problem in (*unseen, *numbers)})


def _parsed(halves: FrontMatter, headings: Mapping[str, str]) -> tuple[YamlText, Body]:
    document = read_yaml(halves.yaml, first_line=_FRONT_MATTER_LINE, max_nodes=_MAX_ENTRY_NODES)
    body = read_body(halves.body, halves.body_line, headings)
    document.values.update({(section,): (line, 1) for section, line in body.lines.items()})
    return document, body


def _story_problems(body: Body, facts: Any, names: Names) -> Iterator[Problem]:
    """What is wrong in the story, as far as that can be said where the facts could not be read."""
    for problem in body_problems(body, ids_in(facts, "sources"), names["practices"], _percents(facts)):
        if facts is not None or problem.key not in ("unknown_source", "percent_in_prose"):
            yield problem


def _in_its_own_words(problem: Problem) -> Problem:
    key = _MISSING.get((str(problem.location[0]), str(problem.location[-1]))) if problem.key == "missing" else None
    return replace(problem, key=key) if key else problem


def with_proposed(names: Names, raw: Mapping[str, Any]) -> Names:
    """The ids that exist, with those that an entry proposes itself."""
    proposed = proposed_ids(raw)
    return {**names, **{name: {*names.get(name, ()), *ids} for name, ids in proposed.items()}} if proposed else names


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
    whole = cache(lambda: _parsed(halves, section_headings(language))[0])
    spotted = [each for each in problems if each.line]
    located = [each for each in problems if not each.line]
    return [
        *(named(spotted, whole()) if spotted else ()),
        *(with_place(each, _field_alone(halves, each.location) or whole()) for each in located),
    ]


def entry_as_written(text: str) -> dict[str, Any]:
    """What the text of an entry says, its sections by their fields, whether or not it is in order.

    What cannot be read at all is not there.
    """
    headings = section_headings(ORIGINAL)
    try:
        document, body = _parsed(split_front_matter(without_control_characters(text)), headings)
    except Unreadable:
        return {}
    return {**document.value, **body.sections} if isinstance(document.value, dict) else {}


def lines_of_field(text: str, *location: str) -> tuple[int, int]:
    """The lines of an entry that hold one field of its front matter: the first one, and the one behind the last.

    Args:
        text: an entry that is in order and has the field.
        location: the field, or the names that lead to it.
    """
    halves = split_front_matter(without_control_characters(text))
    document = read_yaml(halves.yaml, first_line=_FRONT_MATTER_LINE, max_nodes=_MAX_ENTRY_NODES)
    others = (line for each, (line, _) in document.keys.items() if each[: len(location)] != location)
    starts = sorted(others)
    first, _ = document.keys[location]
    end = _FRONT_MATTER_LINE + halves.yaml.rstrip("\n").count("\n") + 1
    return first, next((line for line in starts if line > first), end)


def _field_alone(halves: FrontMatter, location: Location) -> YamlText | None:
    """The field a location begins with, read by itself, which is quick; ``None`` if that does not lead there."""
    start = f"\n{halves.yaml}".find(f"\n{location[0]}:")
    found = _FIELD.match(halves.yaml, start) if start >= 0 else None
    if found is None:
        return None
    first_line = _FRONT_MATTER_LINE + halves.yaml.count("\n", 0, start)
    field = read_yaml(found[0], first_line=first_line, max_nodes=_MAX_ENTRY_NODES)
    return field if location in field.values and not field.problems else None


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


def _percents(front_matter: Any) -> set[str]:
    found = [each for each in records_in(front_matter, "indicators") if each.get("unit") == "percent"]
    own = {str(each.get(name)) for each in found for name in ("value", "min", "max")}
    others = [*found, *(each["disputed"] for each in found if isinstance(each.get("disputed"), dict))]
    beside = (other for each in others for name in ("others", "former_values") for other in records_in(each, name))
    return own | {str(each.get("value")) for each in beside}
