"""Spreadsheets of LibreOffice (ODS): what each cell shows, and beside it comments, formulas and what is hidden."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from xml.etree.ElementTree import Element

from ..submission import unusable
from .odf_text import Line, TextReader, count_of
from .odt import other_parts, rows_in
from .package import Package
from .values import Aside, Cell, Sheet, Workbook
from .xlsx import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, rows_of

MAX_CELLS = 100_000
_HIDDEN = ("collapse", "filter")
_STORED = ("value", "date-value", "time-value", "boolean-value", "string-value")
_YEAR = re.compile(r"\d{4}(?: ?r\.?)?")
_MONTH = re.compile(r"(?:\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}|[^\W\d]+\.? ?'?\d{2,4})(?: ?r\.?)?")
_ERROR = re.compile(r"#\w+[!?/]?\w*!?|(?:Err|Błąd):\d+")


def read_workbook(package: Package) -> Workbook:
    """What a spreadsheet says.

    Raises:
        UnusableSubmission: the package is no spreadsheet, or has more rows or columns than may be read.
    """
    tree = package.trees.get("content.xml")
    body = tree.find("body/spreadsheet") if tree is not None else None
    if body is None:
        raise unusable("submission.broken")
    text = TextReader.of(package)
    sheets = tuple(_OneSheet(text, each).read() for each in islice(body.iterfind("table"), MAX_SHEETS))
    return Workbook(sheets, tuple(other_parts(package)))


class _OneSheet:
    """One sheet while it is read."""

    def __init__(self, text: TextReader, table: Element) -> None:
        self.text = text
        self.table = table
        self.name = table.get("name", "")
        self.cells: dict[tuple[int, int], Cell] = {}
        self.spans: list[tuple[int, int, int, int]] = []

    def read(self) -> Sheet:
        hidden_columns = frozenset(self._hidden_columns())
        row_number = 0
        for row in rows_in(self.table):
            repeated = count_of(row, "number-rows-repeated", 2_000_000)
            is_hidden = row.get("visibility", "visible") in _HIDDEN
            if self._row(row, row_number, hidden_columns, is_hidden=is_hidden):
                self._repeat(row_number, min(repeated, MAX_ROWS))
            row_number += repeated
        styles = self.text.styles
        is_hidden = styles.hides(self.table.get("style-name", ""), "table-properties", "display", ("false",))
        return Sheet(self.name, rows_of(self.cells), tuple(self.spans), is_hidden)

    def _row(self, row: Element, number: int, hidden: frozenset[int], *, is_hidden: bool) -> bool:
        """Note the cells of a row; whether it has any."""
        column, found = 0, False
        for each in row:
            if each.tag not in ("table-cell", "covered-table-cell"):
                continue
            repeated = count_of(each, "number-columns-repeated", 20_000)
            cell = self._cell(each)
            if cell is not None:
                found = True
                self._refuse_too_much(number, column + repeated)
                lost = is_hidden or each.tag == "covered-table-cell"
                for n in range(column, column + repeated):
                    self.cells[number, n] = replace(cell, is_hidden=lost or n in hidden)
            self._span(each, number, column)
            column += repeated
        return found

    def _refuse_too_much(self, row: int, columns: int) -> None:
        if len(self.cells) > MAX_CELLS:
            raise unusable("submission.too_many_elements")
        if row >= MAX_ROWS:
            raise unusable("submission.too_many_rows", max=MAX_ROWS)
        if columns > MAX_COLUMNS:
            raise unusable("submission.too_many_columns", self.name)

    def _repeat(self, row: int, times: int) -> None:
        same = {column: cell for (at, column), cell in self.cells.items() if at == row}
        for n in range(row + 1, row + times):
            self._refuse_too_much(n, 0)
            self.cells.update({(n, column): cell for column, cell in same.items()})

    def _span(self, cell: Element, row: int, column: int) -> None:
        rows, columns = (count_of(cell, f"number-{name}-spanned", 1_000) for name in ("rows", "columns"))
        if rows > 1 or columns > 1:
            self.spans.append((row, row + rows - 1, column, column + columns - 1))

    def _cell(self, cell: Element) -> Cell | None:
        look = self.text.styles.look(cell.get("style-name", ""))
        styles = self.text.styles
        lines = [self.text.line(each, styles.look(each.get("style-name", ""), look)) for each in cell.iterfind("p")]
        text = "\n".join(line.seen for line in lines)
        asides = [aside for line in lines for aside in line.all_asides()]
        beside = Line()
        for each in cell:
            if each.tag in ("annotation", "frame", "custom-shape"):
                self.text.aside(each, beside)
        asides += beside.asides
        stored = next(filter(None, (cell.get(name) for name in _STORED)), "")
        if not text.strip() and stored and not lines:
            asides.append(Aside("not_shown", stored))
        if formula := cell.get("formula", ""):
            asides.append(Aside("formula" if text.strip() else "formula_alone", formula.partition(":")[2] or formula))
        if _ERROR.fullmatch(text.strip()):
            asides, text = [*asides, Aside("error", text)], ""
        if not text.strip() and not asides:
            return None
        return Cell(text, _notation(cell.get("date-value", ""), text.strip()), tuple(asides))

    def _hidden_columns(self) -> Iterator[int]:
        column = 0
        for each in self.table.iter("table-column"):
            repeated = count_of(each, "number-columns-repeated", 20_000)
            if each.get("visibility", "visible") in _HIDDEN:
                yield from range(column, min(MAX_COLUMNS, column + repeated))
            column += repeated


def _notation(stored: str, seen: str) -> str:
    """A date in the catalogue's notation, as far as the cell shows it: a year, a month or a day."""
    if not re.match(r"\d{4}-\d{2}-\d{2}", stored):
        return ""
    return stored[:4] if _YEAR.fullmatch(seen) else stored[:7] if _MONTH.fullmatch(seen) else stored[:10]
