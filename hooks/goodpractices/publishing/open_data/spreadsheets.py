"""Tables as files that open right where officials open them: Polish Excel and LibreOffice, with a double click.

That takes what Polish spreadsheets expect: semicolons, since the comma is the decimal sign there; a byte order mark,
without which Excel reads Polish letters wrongly; decimal commas, since ``1.2`` becomes the first of February. Lines
end as RFC 4180 has it. ``datapackage.json`` says all this to programs.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from .tables import Cell, Table

DELIMITER = ";"
DECIMAL = ","
ENCODING = "utf-8-sig"
LINE_END = "\r\n"

# A spreadsheet runs a cell that begins with one of these (OWASP, CSV Injection); the wide ones count in some of them.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_GUARD = "'"


def write_table(table: Table, lines: str) -> bytes:
    """A table as a CSV file.

    Args:
        table: has the names of the columns.
        lines: what :func:`table_lines` gives of its rows.
    """
    return (_lines([[column.name for column in table.columns]]) + lines).encode(ENCODING)


def table_lines(rows: Iterable[list[Cell]]) -> str:
    """Rows as lines of a CSV file.

    A text that a spreadsheet would run has an apostrophe put before it; numbers are no texts and stay as they are.
    """
    return _lines([_shown(cell) for cell in row] for row in rows)


def formula_safe_table(names: Sequence[str], rows: Iterable[list[Cell]]) -> bytes:
    """A table that is none of the open data as a CSV file of the same form."""
    return (_lines([[*names]]) + table_lines(rows)).encode(ENCODING)


def _lines(rows: Iterable[list[str]]) -> str:
    out = StringIO(newline="")
    csv.writer(out, delimiter=DELIMITER, lineterminator=LINE_END).writerows(rows)
    return out.getvalue()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return _plain_number(cell).replace(".", DECIMAL)
    return _GUARD + cell if cell.lstrip(" \u00a0").startswith(_STARTS_A_FORMULA) else cell


def _plain_number(value: float) -> str:
    """Without an exponent, which a spreadsheet in another language would read as text."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"
