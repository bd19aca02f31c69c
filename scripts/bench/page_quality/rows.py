"""The readings as a table: our pages, and the plain page of the same entry below ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .reports import CATEGORIES, LEAST

if TYPE_CHECKING:
    from rich.table import Table

    from .pages import Page
    from .reports import Reading


@dataclass(frozen=True, slots=True)
class Row:
    """A page, what Lighthouse pretended to be, and what it said."""

    page: Page
    form: str
    reading: Reading


def table(rows: Sequence[Row]) -> Table:
    """A row for each page and form."""
    from rich.table import Table

    shown = Table(title="Lighthouse")
    for heading in ("strona", "język", "ekran"):
        shown.add_column(heading)
    for heading in (*CATEGORIES.values(), "przesunięcie", "kB", "s do treści", "ms blokady", "maszyna"):
        shown.add_column(heading, justify="right")
    for row in rows:
        shown.add_row(*cells(row))
    return shown


def cells(row: Row) -> tuple[str, ...]:
    """A row as it is printed."""
    reading = row.reading
    scores = (str(reading.scores[name]) for name in CATEGORIES)
    figures = (f"{reading.shift:.3f}", f"{reading.size / 1000:.1f}", f"{reading.shown:.2f}", f"{reading.blocked:.0f}")
    return row.page.name, row.page.language, row.form, *scores, *figures, f"{reading.machine:.0f}"


def in_words(row: Row) -> str:
    """A row as one line of text."""
    scores = ", ".join(f"{word} {row.reading.scores[name]}" for name, word in CATEGORIES.items())
    return f"{row.page.name} ({row.page.language}, {row.form}): {scores}"


def too_low(rows: Iterable[Row]) -> Iterator[str]:
    """The rows of our pages with a score below the least, in words, and what took points away."""
    for row in rows:
        if row.page.is_ours and min(row.reading.scores.values()) < LEAST:
            yield f"{in_words(row)}\n" + "\n".join(f"  {each}" for each in row.reading.lost)
