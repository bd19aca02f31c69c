"""YAML from strangers: text values only, every key and value with its line and column, nothing that YAML can be abused
for.

PyYAML's C parser delivers the events; this module builds plain dictionaries, lists and texts of them. Scalars stay
text, so that ``2003``, ``no``, ``0123`` and ``12:30`` never change meaning on the way. Anchors, aliases, tags, merge
keys, repeated keys and texts that a comment cuts are reported, and so are documents that are nested too deep or hold
too many values; what can still be read is read on.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from .characters import CONTROL, STACKED_MARKS, code_of, marks_params
from .office_signs import OFFICE, blank_after_colon, blank_in_key, faults_of_layout, lines_of, list_marks, torn_number
from .problems import Location, Problem

MAX_DEPTH = 8

# Ends the second key of a pair of equal ones, so that its values keep out of the way of the first one's.
_AGAIN = "\0"

# A sign that belongs to a text, as in "Las #1"; comments are written with a blank behind it. Looked for from the first
# of several blanks only: from each of them it would take the square of their number.
_CUT = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#])")

Place = tuple[int, int]

# Faults that come to light far behind the place that causes them; these are told where it began.
_TOLD_WHERE_IT_BEGAN = ("no_colon", "open_quote", "open_bracket")

# What libyaml says, in words that an editor can act on; anything else is shown as it comes.
_KNOWN_FAULTS = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no_colon"),
    ("cannot start any token", "bad_start"),
    ("unexpected end of stream", "open_quote"),
    ("did not find expected key", "indentation"),
    ("did not find expected <block end>", "indentation"),
    ("did not find expected '-' indicator", "indentation"),
    ("did not find expected ',' or", "open_bracket"),
    ("did not find expected node content", "open_bracket"),
)


@dataclass(slots=True)
class YamlText:
    """A read document: its plain value, where each part of it stands, and what was wrong on the way.

    ``keys`` and ``values`` give line and column, from 1, of each location; ``damaged`` holds the locations whose value
    was refused, so that nobody complains about them twice.
    """

    value: Any = None
    keys: dict[Location, Place] = field(default_factory=dict)
    values: dict[Location, Place] = field(default_factory=dict)
    damaged: set[Location] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(text: str, *, first_line: int = 1, max_nodes: int) -> YamlText:
    """Read one YAML document whose first line is line ``first_line`` of its file.

    Never raises for what the text holds: ``problems`` says what was wrong, and ``value`` is ``None`` where nothing
    could be read.
    """
    reader = _Reader(first_line, max_nodes)
    try:
        reader.read(text)
    except _Stop as stop:
        reader.result.value = None
        reader.result.problems.append(stop.problem)
    except yaml.YAMLError as error:
        reader.result.value = None
        reader.result.problems = reader.faults(error, text)
    return reader.result


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class _Reader:
    """Turns parser events into values without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, first_line: int, max_nodes: int) -> None:
        self.result = YamlText()
        self._offset = first_line
        self._nodes_left = max_nodes
        self._documents = 0
        # Each open collection with its location; beside it the key that waits for a value, if it is a mapping.
        self._open: list[tuple[Location, dict[str, Any] | list[Any]]] = []
        self._keys: list[str | None] = []
        self._last: yaml.Event | None = None
        self._lines: Sequence[str] = ()
        self._has_office = False
        self._text = ""

    def read(self, text: str) -> None:
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        self._has_office = bool(OFFICE.search(text))
        if self._has_office or _CUT.search(text):
            self._lines = lines_of(text)  # else there is nothing to look for in them
        self._text = text
        parser = yaml.CSafeLoader(text)
        while event := parser.get_event():
            if handler := handlers.get(type(event)):
                handler(event)
            self._last = event

    def faults(self, error: yaml.YAMLError, text: str) -> list[Problem]:
        """Why a text could not be read: the signs that keep it from being YAML, or what the parser says."""
        said = self.quote_that_swallowed(error) or _syntax_problem(error, self._offset)
        found = faults_of_layout(text, self._offset, said.line) or [said]
        lines = {each.line for each in found}
        return [*(each for each in self.result.problems if each.line not in lines), *found]

    def quote_that_swallowed(self, error: yaml.YAMLError) -> Problem | None:
        """The quote that was not closed, if an error comes from that: it ended lines below, at the next one's quote."""
        last, mark = self._last, getattr(error, "problem_mark", None)
        if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
            return None
        start, end = last.start_mark, last.end_mark
        swallowed = mark and start and end and start.line < end.line == mark.line
        return self._problem("yaml_open_quote", (), last) if swallowed else None

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _Stop(self._problem("several_documents", (), event))

    def _mapping(self, event: yaml.MappingStartEvent) -> None:
        self._start(event, {})

    def _sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._start(event, [])

    def _end(self, _: yaml.CollectionEndEvent) -> None:
        self._open.pop()
        self._keys.pop()

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        if self._wants_key():
            self._key(event, event.value)
            return
        location = self._next_location()
        self._refuse_extras(location, event)
        if self._lines:
            self._refuse_cut(location, event)
        if self._has_office and not event.style:
            self._refuse_office(location, event)
        self._add(location, event.value, event)

    def _refuse_cut(self, location: Location, event: yaml.ScalarEvent) -> None:
        """Report a text that goes on behind ``#``: of ``Las #1`` without quotes YAML leaves ``Las``, unsaid."""
        end = event.end_mark
        if event.style or not end or end.line >= len(self._lines):
            return
        if found := _CUT.match(self._lines[end.line], end.column):
            line, column = end.line + self._offset, found.end()
            self.result.problems.append(Problem("yaml_comment", location, line=line, column=column))
            self.result.damaged.add(location)

    def _refuse_office(self, location: Location, event: yaml.ScalarEvent) -> None:
        """Report list marks and blanks of an office program that YAML takes for letters of a text."""
        (line, column), end = self._place(event), event.end_mark
        first = line - self._offset
        if first >= len(self._lines):
            return  # a value that nobody wrote, where the text ends
        own_line = not self._lines[first][: column - 1].strip()
        found = list_marks(location, self._lines, first + (not own_line), end.line if end else first, self._offset)
        if self._open and isinstance(self._open[-1][1], list):
            found += blank_after_colon(location, event.value, line, column)
        if found:
            self.result.problems += found
            self.result.damaged.add(location)

    def _is_torn(self, mapping: dict[str, Any], event: yaml.ScalarEvent) -> bool:
        """Report a number with a comma between braces, where YAML ends the value and begins a field at the comma."""
        last, mark = self._last, event.start_mark
        if not event.value[:1].isdigit() or not mapping or not isinstance(last, yaml.ScalarEvent) or not mark:
            return False
        if self._text[mark.index - 1 : mark.index] != ",":
            return False
        location, name = self._open[-1][0], next(reversed(mapping))
        problem = torn_number(name, last.value, event.value)
        if problem:
            line, column = self._place(last)
            self.result.problems.append(replace(problem, location=(*location, name), line=line, column=column))
            self.result.damaged.add(location)
        return problem is not None

    def _start(self, event: yaml.CollectionStartEvent, collection: dict[str, Any] | list[Any]) -> None:
        self._count(event)
        location = self._open[-1][0] if self._wants_key() else self._next_location()
        if len(self._open) >= MAX_DEPTH:
            raise _Stop(self._problem("too_deep", location, event, max=MAX_DEPTH))
        if self._wants_key():
            raise _Stop(self._problem("bad_key", location, event))
        self._refuse_extras(location, event)
        self._add(location, collection, event)
        self._open.append((location, collection))
        self._keys.append(None)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._count(event)
        if self._wants_key():
            raise _Stop(self._problem("alias", self._open[-1][0], event))
        location = self._next_location()
        self.result.problems.append(self._problem("alias", location, event))
        self.result.damaged.add(location)
        self._add(location, "", event)

    def _key(self, event: yaml.ScalarEvent, key: str) -> None:
        location, mapping = self._open[-1]
        here = (*location, key)
        if key == "<<":
            self.result.problems.append(self._problem("merge_key", here, event))
            self.result.damaged.add(here)
        elif key in mapping:
            self.result.problems.append(self._problem("duplicate_key", here, event, value=key))
            key += _AGAIN
        elif isinstance(mapping, dict) and self._is_torn(mapping, event):
            key += _AGAIN
        else:
            self.result.keys[here] = self._place(event)
        if self._has_office and (found := blank_in_key(here, key, *self._place(event))):
            self.result.problems += found
            self.result.damaged.add(here)
        self._refuse_extras(here, event)
        self._keys[-1] = key

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][1], dict) and self._keys[-1] is None

    def _next_location(self) -> Location:
        if not self._open:
            return ()
        location, collection = self._open[-1]
        return (*location, len(collection) if isinstance(collection, list) else str(self._keys[-1]))

    def _add(self, location: Location, value: Any, event: yaml.Event) -> None:
        if not self._open:
            self.result.value = value
        elif isinstance(collection := self._open[-1][1], list):
            collection.append(value)
        else:
            key = self._keys[-1]
            self._keys[-1] = None
            if key is not None and not key.endswith(_AGAIN):
                collection[key] = value
        self.result.values[location] = self._place(event)

    def _refuse_extras(self, location: Location, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        escaped = _escaped(event.value) if isinstance(event, yaml.ScalarEvent) and event.style == '"' else {}
        if event.anchor is None and event.tag is None and not escaped:
            return
        named = {"anchor": event.anchor, "tag": event.tag}
        found = {key: {"value": str(name)} for key, name in named.items() if name} | escaped
        for key, params in found.items():
            self.result.problems.append(self._problem(key, location, event, **params))
            self.result.damaged.add(location)

    def _count(self, event: yaml.Event) -> None:
        self._nodes_left -= 1
        if self._nodes_left < 0:
            raise _Stop(self._problem("too_many_nodes", (), event))

    def _problem(self, key: str, location: Location, event: yaml.Event, **params: Any) -> Problem:
        line, column = self._place(event)
        return Problem(key, location, params, line=line, column=column)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return (mark.line + self._offset, mark.column + 1) if mark else (self._offset, 1)


def _escaped(text: str) -> dict[str, dict[str, Any]]:
    """What a text in double quotes may hold by way of escapes, where a look at the file does not find it."""
    found: dict[str, dict[str, Any]] = {}
    if control := CONTROL.search(text):
        found["control_character"] = {"value": code_of(control[0])}
    if marks := STACKED_MARKS.search(text):
        found["stacked_marks"] = marks_params(marks[0])
    return found


def _syntax_problem(error: yaml.YAMLError, first_line: int) -> Problem:
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    known = next((key for words, key in _KNOWN_FAULTS if words in detail), None)
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    mark = next(filter(None, reversed(marks) if known in _TOLD_WHERE_IT_BEGAN else marks), None)
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    params = {} if known else {"detail": detail}
    return Problem(f"yaml_{known}" if known else "yaml_syntax", (), params, line=line, column=column)
