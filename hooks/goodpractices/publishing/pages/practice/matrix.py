"""Which elements of a standard its adopters have: a table in which what is not known is no "no"."""

from dataclasses import dataclass

from ....catalogue import Adoption, Practice
from ....finding import moment_of
from ..values import Value
from .labels import Labels


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Whether an adopter has an element, in words, as of when, and where that is said."""

    words: str
    as_of: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An element, and what each adopter has of it; nothing where that is not known."""

    element: str
    cells: tuple[MatrixCell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What ``parts/trail.html`` prints as a table: the adopters that are said to have any element, in order of time."""

    adopters: tuple[tuple[Value, ...], ...]
    rows: tuple[MatrixRow, ...]


def matrix_of(practice: Practice, labels: Labels) -> Matrix | None:
    """The elements of a practice by adopters; nothing where no adopter is said to have any."""
    told = [each for each in practice.adoptions if each.elements]
    told.sort(key=lambda each: moment_of(each.when))
    if not told:
        return None
    return Matrix(
        adopters=tuple(labels.adopter(each) for each in told),
        rows=tuple(
            MatrixRow(component.name, tuple(_cell(each, component.name, labels) for each in told))
            for component in practice.components
        ),
    )


def _cell(adoption: Adoption, element: str, labels: Labels) -> MatrixCell | None:
    for each in adoption.elements:
        if each.element == element:
            words = labels.t.choice("element_state", each.state)
            return MatrixCell(words, labels.when(each.as_of), each.source or adoption.source)
    return None
