"""What the catalogue has and what it lacks: how many practices are about a row and a column of a table at once.

A row or a column may stand for several values of a facet: a family of themes, a group of people with the narrower ones.
Each number is that of the catalogue narrowed to these values: OR within a facet, AND between two.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue, Practice, Term
from .facets import FACET_OF_DIMENSION
from .groups import Groups, Members, members_in

COUNTED = 2
"""From which level of evidence on effects were counted, and not only described."""

MOST_PLACES = 24
"""How many places a table has beside the members of the metropolis; a longer one nobody reads."""

INTERMEDIARIES = "intermediaries"
"""The row of all who help others, where they stand as one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: the values of a facet that count as one in it, as far as some practice has them.

    ``term`` is the value an entry would have that filled a gap of the line, ``family`` that of its themes, and
    ``is_family`` says that the line is all of it.
    """

    id: str
    values: tuple[str, ...]
    term: str | None = None
    family: str | None = None
    is_family: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The rows or the columns of a table, all of one dimension."""

    dimension: str
    lines: tuple[Line, ...]

    @property
    def facet(self) -> str:
        """The facet by which the catalogue is narrowed to a line."""
        return FACET_OF_DIMENSION[self.dimension]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many practices there are, and the strongest evidence of any of them, if the level of one is known."""

    count: int = 0
    level: int | None = None

    @property
    def has_counted_effects(self) -> bool:
        """Whether at least one of the practices counted its effects."""
        return self.level is not None and self.level >= COUNTED


@dataclass(frozen=True, slots=True)
class Coverage:
    """A table of the published practices; ``cells`` are its rows in order, each a cell a column."""

    rows: Axis
    columns: Axis
    cells: tuple[tuple[Cell, ...], ...]


def cover(catalogue: Catalogue, rows: Axis, columns: Axis) -> Coverage:
    """Count the published practices of every row and column in one walk over them."""
    of_row, of_column = _line_of(rows), _line_of(columns)
    counts: Counter[tuple[int, int]] = Counter()
    levels: dict[tuple[int, int], int] = {}
    of_practice, level = counted_in(catalogue)
    for practice in catalogue.published:
        members = of_practice[practice.id]
        down = {of_row[each] for each in members.get(rows.dimension, ()) if each in of_row}
        across = {of_column[each] for each in members.get(columns.dimension, ()) if each in of_column}
        for place in ((row, column) for row in down for column in across):
            counts[place] += 1
            if level[practice.id] >= 0:
                levels[place] = max(level[practice.id], levels.get(place, 0))
    return Coverage(rows, columns, _table(rows, columns, counts, levels))


def counted_in(catalogue: Catalogue) -> tuple[Mapping[str, Members], Mapping[str, int]]:
    """All that tables are counted from, by practice: what it belongs to, and how strong its evidence is."""
    return members_in(catalogue), _levels_in(catalogue)


def _levels_in(catalogue: Catalogue) -> Mapping[str, int]:
    return catalogue.noted("evidence", _level_of, lambda kept: type(kept) is int)


def _level_of(practice: Practice) -> int:
    """The level of the evidence, or a number below all of them where none is given."""
    return practice.evidence_level.value if practice.evidence_level else -1


def _line_of(axis: Axis) -> Mapping[str, int]:
    return {value: number for number, line in enumerate(axis.lines) for value in line.values}


def _table(
    rows: Axis, columns: Axis, counts: Mapping[tuple[int, int], int], levels: Mapping[tuple[int, int], int]
) -> tuple[tuple[Cell, ...], ...]:
    def cell(row: int, column: int) -> Cell:
        return Cell(counts.get((row, column), 0), levels.get((row, column)))

    return tuple(tuple(cell(row, column) for column in range(len(columns.lines))) for row in range(len(rows.lines)))


def group_axis(catalogue: Catalogue, *, intermediaries_apart: bool) -> Axis:
    """The groups of people in their broad terms, each with the narrower ones; who helps others comes last, term by term
    or all in one line.
    """
    terms = catalogue.vocabularies["target_groups"]
    used = _used("target_groups", catalogue)
    below: dict[str, list[str]] = {}
    for term in terms.values():
        below.setdefault(_broadest(term, terms), []).append(term.id)
    helped = [each for each in below if terms[each].role != "intermediary"]
    helping = [each for each in below if terms[each].role == "intermediary"]
    lines = [_line(each, below[each], used) for each in (*helped, *(helping if intermediaries_apart else ()))]
    if helping and not intermediaries_apart:
        among = [value for each in helping for value in below[each]]
        lines.append(Line(INTERMEDIARIES, _only(among, used)))
    return Axis("target_groups", tuple(lines))


def family_axis(catalogue: Catalogue) -> Axis:
    """The families of themes in the order of the vocabulary; themes without a family share a line."""
    used = _used("themes", catalogue)
    lines = []
    for family, themes in themes_by_family(catalogue).items():
        lines.append(Line(family or "other", _only(themes, used), themes[0], family or None, is_family=True))
    return Axis("themes", tuple(lines))


def theme_axis(catalogue: Catalogue, family: str) -> Axis:
    """The themes of a family, a line each."""
    used = _used("themes", catalogue)
    themes = themes_by_family(catalogue)[family]
    return Axis("themes", tuple(Line(each, _only([each], used), each, family or None) for each in themes))


def themes_by_family(catalogue: Catalogue) -> dict[str, list[str]]:
    """The ids of themes by their family, in the order of the vocabulary; those without one come last, under nothing."""
    found: dict[str, list[str]] = {}
    for term in catalogue.vocabularies["themes"].values():
        found.setdefault(term.family or "", []).append(term.id)
    without = found.pop("", [])
    return {**found, "": without} if without else found


def place_axis(catalogue: Catalogue, groups: Groups) -> Axis:
    """The members of metropolitan areas, with practices or without, then the places with the most practices."""
    places = catalogue.places
    own = [member.place for each in places.values() for member in each.members if member.place in places]
    count = {place: len(groups.of("places", place)) for place in places}
    others = sorted((place for place in places if count[place] and place not in own), key=lambda each: -count[each])
    shown = [*dict.fromkeys(own), *others[:MOST_PLACES]]
    return Axis("places", tuple(Line(each, (each,) if count[each] else (), each) for each in shown))


def _line(term: str, values: Iterable[str], used: Collection[str]) -> Line:
    return Line(term, _only(values, used), term)


def _only(values: Iterable[str], used: Collection[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value in used)


def _used(dimension: str, catalogue: Catalogue) -> set[str]:
    return {value for members in members_in(catalogue).values() for value in members.get(dimension, ())}


def _broadest(term: Term, terms: Mapping[str, Term]) -> str:
    """The broadest term above a term, or itself; vocabularies hold no circles."""
    while above := terms.get(term.broader or ""):
        term = above
    return term.id
