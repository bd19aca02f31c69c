"""The figures as a table: ours beside Material's, and what the project asks of itself."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of both sites; without ``stock`` there is nothing like it on the other one."""

    measure: str
    ours: float
    stock: float | None = None
    goal: float | None = None
    decimals: int = 2


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of the values that at least this share of them does not exceed.

    >>> percentile(range(1, 101), 0.95)
    95
    """
    ranked = sorted(values)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]


def goal_for(count: int, goals: Mapping[int, float]) -> float | None:
    """The goal for the smallest catalogue that is named and not smaller; none beyond the largest."""
    return next((goals[most] for most in sorted(goals) if count <= most), None)


def table(title: str, rows: Sequence[Row]) -> Table:
    """A row for each measure."""
    from rich.table import Table

    shown = Table(title=title)
    shown.add_column("miara")
    for heading in ("nasza", "Material", "nasza ÷ Material", "cel"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        shown.add_row(row.measure, *cells(row))
    return shown


def in_words(row: Row) -> str:
    """A row as one line of text."""
    ours, theirs, ratio, goal = cells(row)
    beside = f", Material {theirs}, stosunek {ratio}" if row.stock is not None else ""
    return f"{row.measure}: {ours}{beside}{f' ({goal})' if goal else ''}"


def cells(row: Row) -> tuple[str, str, str, str]:
    """Ours, theirs, the ratio and the goal, as they are printed."""
    theirs = "–" if row.stock is None else f"{row.stock:.{row.decimals}f}"
    ratio = f"{row.ours / row.stock:.2f}" if row.stock else "–"
    return f"{row.ours:.{row.decimals}f}", theirs, ratio, "" if row.goal is None else said_goal(row.ours, row.goal)


def said_goal(value: float, goal: float) -> str:
    """The goal and whether it is reached."""
    return f"≤ {goal:g} {'tak' if value <= goal else 'nie'}"
