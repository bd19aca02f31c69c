"""Where problems stand: from a location in a value to line and column in its file, and back."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from .problems import Location, Problem
from .yaml_reader import Place, YamlText

_ABOUT_THE_KEY = ("unknown_key", "field_belongs_elsewhere", "section_as_field")


def placed(problems: Iterable[Problem], document: YamlText) -> list[Problem]:
    """The problems with line and column of their locations in a document."""
    return [with_place(problem, document) for problem in problems]


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


def with_place(problem: Problem, document: YamlText) -> Problem:
    """The problem with its place: the value, an unknown key itself, or the mapping that something is missing from."""
    line, column = _place_of(problem.location, document, at_key=problem.key in _ABOUT_THE_KEY)
    return replace(problem, line=line, column=column)


def _place_of(location: Location, document: YamlText, *, at_key: bool) -> Place:
    location = _as_written(location, document)
    if at_key and location in document.keys:
        return document.keys[location]
    while location:
        if location in document.values:
            return document.values[location]
        location = location[:-1]
    return (1, 1)


def _as_written(location: Location, document: YamlText) -> Location:
    """A location without the number of an item that was written alone, in the place of a list of one."""
    written: Location = ()
    for part in location:
        if part != 0 or (*written, part) in document.values or written not in document.values:
            written = (*written, part)
    return written


def undamaged(problems: list[Problem], document: YamlText) -> list[Problem]:
    """Without complaints about values that were refused while reading."""
    return [
        problem
        for problem in problems
        if not any(problem.location[: n + 1] in document.damaged for n in range(len(problem.location)))
    ]
