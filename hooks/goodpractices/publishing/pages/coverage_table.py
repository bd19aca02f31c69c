"""Tables of what the catalogue has and lacks, as pages show them.

Each number leads to the practices it counts, each gap to the form, filled in as far as the gap says.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Catalogue
from ...finding import INTERMEDIARIES, Axis, Cell, Coverage, Line
from ..addresses import filled_form_address, narrowed_to
from ..rendering import Renderer
from .colours import family_class

_SIZES = ((10, "large"), (3, "middle"), (0, "small"))


@dataclass(frozen=True, slots=True)
class Head:
    """What a row or a column is called, with the class of its colour."""

    name: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: a number that leads to the practices, or a gap that leads to the form.

    ``state`` is ``counted``, ``described`` or ``gap``; ``level`` is what the strongest evidence is called, and
    ``shade`` its number.
    """

    count: int
    address: str
    column: Head
    state: str
    size: str = ""
    level: str = ""
    shade: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under the names of their columns."""

    caption: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[Field, ...]], ...]

    @property
    def gaps(self) -> int:
        """How many cells are empty."""
        return sum(field.state == "gap" for _, fields in self.rows for field in fields)


def table_of(coverage: Coverage, caption: str, catalogue: Catalogue, renderer: Renderer) -> Table:
    """A table as a page shows it."""
    names = _Names(catalogue, renderer)
    columns = tuple(names.head(coverage.columns, line) for line in coverage.columns.lines)
    rows = []
    for row, cells in zip(coverage.rows.lines, coverage.cells, strict=True):
        places = zip(coverage.columns.lines, columns, cells, strict=True)
        fields = tuple(_field(coverage, row, column, cell, head, renderer) for column, head, cell in places)
        rows.append((names.head(coverage.rows, row), fields))
    return Table(caption, columns, tuple(rows))


def _field(coverage: Coverage, row: Line, column: Line, cell: Cell, head: Head, renderer: Renderer) -> Field:
    lines = {coverage.rows: row, coverage.columns: column}
    if not cell.count:
        given = {axis.dimension: line.term for axis, line in lines.items() if line.term}
        return Field(0, filled_form_address(given), head, "gap")
    address = narrowed_to({axis.facet: line.values for axis, line in lines.items()})
    level = (
        renderer.t.choice("evidence_level", cell.level) if cell.level is not None else renderer.t("coverage.no_level")
    )
    return Field(
        cell.count,
        address,
        head,
        "counted" if cell.has_counted_effects else "described",
        next(size for least, size in _SIZES if cell.count >= least),
        level,
        cell.level or 0,
    )


class _Names:
    """What the lines of tables are called."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._t = renderer.t

    def head(self, axis: Axis, line: Line) -> Head:
        return Head(self._name(axis.dimension, line), family_class(line.family))

    def _name(self, dimension: str, line: Line) -> str:
        if line.id == INTERMEDIARIES:
            return self._t.choice("group_role", "intermediary")
        if dimension == "places":
            return self._catalogue.places[line.id].name
        if line.is_family:
            return self._t(f"coverage.family.{line.id}")
        return self._catalogue.label(dimension, line.id)


def levels_in_words(renderer: Renderer) -> Iterator[tuple[int, str]]:
    """The levels of evidence by their shade."""
    return ((level, renderer.t.choice("evidence_level", level)) for level in range(5))
