"""From the file of a collection to rows of text: CSV, XLSX, ODS, a JSON list, JSON lines, a list inside JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...wording import Translations
from ..submissions.asked import Asked
from ..submissions.delimited import DELIMITERS, cells_of, decoded
from ..submissions.reading import ods, xlsx
from ..submissions.reading.package import opened
from ..submissions.reading.values import Cell, Sheet
from ..submissions.submission import unusable
from .collection_map import TableSettings

MAX_BYTES = 40 * 1024 * 1024
MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_CELL = 20_000
_MAX_DEPTH = 8
_ROWS_SEARCHED = 30
_READERS = {".xlsx": xlsx.read_workbook, ".ods": ods.read_workbook}
_TEXTS = (".csv", ".tsv")
_JSON = (".json", ".jsonl", ".ndjson")
ENDINGS = (*_TEXTS, *_READERS, *_JSON)
"""The endings of names of files that are read."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a person counts, and its cells by column, without those that are empty."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a collection; ``beside`` are texts that stand in no row: above the headers, on other sheets."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    settings: TableSettings
    beside: tuple[str, ...] = ()


def read_table(data: bytes, ending: str, settings: TableSettings, t: Translations) -> Table:
    """The table in the bytes of a file.

    Args:
        data: the bytes.
        ending: the ending of the name of the file, with its dot, in small letters.
        settings: how it is read; what they leave open is found out, and said by the settings of the table.
        t: the wording, for the places of what stands beside.

    Raises:
        UnusableSubmission: nothing can be made of it.
    """
    if ending not in ENDINGS:
        raise unusable("collection.unknown_kind", known=", ".join(ENDINGS))
    if len(data) > MAX_BYTES:
        raise unusable("submission.too_large", max=MAX_BYTES // 1024 // 1024)
    if ending in _JSON:
        return _limited(_of_records(records_in(json_in(data), settings.path), settings))
    if ending in _TEXTS:
        separator, grid = _csv(decoded(data, Asked(t)), settings.separator)
        return _limited(_of_grid(grid, TableSettings(settings.header, separator)))
    return _limited(_of_workbook(data, ending, settings, t))


def json_in(data: bytes) -> Any:
    """The value of a JSON file, or the list of the values on the lines of one.

    Raises:
        UnusableSubmission: it is neither.
    """
    try:
        text = data.decode("utf-8-sig")
        json.dumps(text).encode()
        try:
            value = json.loads(text)
        except ValueError:
            value = [json.loads(line) for line in text.splitlines() if line.strip()]
        json.dumps(value, ensure_ascii=False).encode()  # halves of letters, which no file can hold
    except (ValueError, RecursionError) as error:
        raise unusable("collection.bad_json", detail=str(error)[:200]) from error
    return value


def records_in(value: Any, path: str) -> list[Any]:
    """The list of records: the value, or what a path of names leads to (``data.items``).

    Raises:
        UnusableSubmission: there is none.
    """
    for name in filter(None, path.split(".")):
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise unusable("collection.no_list", known=", ".join(_paths_to_lists(value)) or "–")
    return value


def _paths_to_lists(value: Any, way: str = "", depth: int = 0) -> Iterator[str]:
    for name, each in value.items() if isinstance(value, dict) and depth < _MAX_DEPTH else ():
        if isinstance(each, list):
            yield f"{way}{name}"
        yield from _paths_to_lists(each, f"{way}{name}.", depth + 1)


def _of_records(records: Sequence[Mapping[str, Any]], settings: TableSettings) -> Table:
    rows, columns = [], dict[str, None]()
    for number, record in enumerate(records, 1):
        cells: dict[str, str] = {}
        for name, text in _flat(record, "", 0):
            cells[name] = f"{cells[name]}\n{text}" if name in cells else text
        columns |= dict.fromkeys(cells)
        rows.append(Row(number, cells))
    return Table(tuple(columns), tuple(rows), settings)


def _flat(value: Any, name: str, depth: int) -> Iterator[tuple[str, str]]:
    """The single values in a record with the names that lead to them; items of a list share theirs."""
    if depth > _MAX_DEPTH:
        yield name, json.dumps(value, ensure_ascii=False)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _flat(each, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from ((way, " ".join(text.split())) for way, text in _flat(each, name, depth + 1))
    elif value not in (None, "") and (text := _shown(value)).strip():
        yield name, text


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _csv(text: str, separator: str) -> tuple[str, list[list[str]]]:
    """The separator and the cells: of those that can be, the one that parts most rows into equally many cells.

    Raises:
        UnusableSubmission: what is said to part them is no single sign.
    """
    if len(separator) > 1:
        raise unusable("submission.bad_csv", separator=separator)
    best: tuple[tuple[int, int], str, list[list[str]]] | None = None
    for each in [separator] if separator else DELIMITERS:
        grid = cells_of(text, each, MAX_BYTES)
        widths = Counter(len(row) for row in grid if len(row) > 1)
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        if best is None or (count, width) > best[0]:
            best = (count, width), each, grid
    assert best is not None  # one separator is tried at least  # noqa: S101
    return best[1], best[2]


def _of_workbook(data: bytes, ending: str, settings: TableSettings, t: Translations) -> Table:
    book = _READERS[ending](opened(data))
    sheets = [sheet for sheet in book.sheets if any(cell.text.strip() for row in sheet.rows for cell in row)]
    named = [sheet for sheet in sheets if sheet.name == settings.sheet]
    if not sheets or (settings.sheet and not named):
        raise unusable("collection.no_sheet", sheet=settings.sheet, known=", ".join(each.name for each in sheets))
    sheet = named[0] if named else next((each for each in sheets if not each.is_hidden), sheets[0])
    grid = [[_with_asides(cell) for cell in row] for row in sheet.rows]
    others = [t("collection.other_sheet", sheet=each.name, n=len(each.rows)) for each in sheets if each is not sheet]
    notes = [f"{note.place}: {note.words}" for note in (*book.notes, *sheet.notes)]
    return _of_grid(grid, TableSettings(settings.header, sheet=sheet.name), (*others, *notes, *_merged(sheet)))


def _merged(sheet: Sheet) -> Iterator[str]:
    for first, _, left, _ in sheet.spans:
        text = sheet.rows[first][left].text if first < len(sheet.rows) and left < len(sheet.rows[first]) else ""
        if first and text.strip():
            yield text


def _with_asides(cell: Cell) -> str:
    """What a cell shows, and below it what stands beside its text: links, comments."""
    text = cell.date or cell.text
    return "\n".join([text, *(aside.text for aside in cell.asides)]).strip("\n")


def _of_grid(grid: Sequence[Sequence[str]], settings: TableSettings, beside: Sequence[str] = ()) -> Table:
    head = settings.header - 1 if settings.header else _header_row(grid)
    if head >= len(grid):
        raise unusable("submission.empty")
    names = _names(grid[head])
    rows = []
    for number, cells in enumerate(grid[head + 1 :], head + 2):
        given = {names[n] if n < len(names) else f"#{n + 1}": cell for n, cell in enumerate(cells) if cell.strip()}
        if given:
            rows.append(Row(number, given))
    above = [" | ".join(filter(None, map(str.strip, row))) for row in grid[:head]]
    used = dict.fromkeys(name for row in rows for name in row.cells)
    columns = dict.fromkeys([*(name for name in names if not name.startswith("#")), *used])
    found = TableSettings(head + 1, settings.separator, settings.sheet, settings.path)
    return Table(tuple(columns), tuple(rows), found, (*filter(None, above), *beside))


def _header_row(grid: Sequence[Sequence[str]]) -> int:
    """The first row that names nearly as many columns as any of the first rows fills."""
    filled = [len({cell.strip() for cell in row if cell.strip()}) for row in grid[:_ROWS_SEARCHED]]
    most = max(filled, default=0)
    return next((n for n, count in enumerate(filled) if count * 4 >= most * 3), 0)


def _names(cells: Sequence[str]) -> list[str]:
    """The names of the columns: ``#3`` of one without, ``Kwota (2)`` of a second one of that name."""
    counts = Counter[str]()
    names = []
    for n, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"#{n}"
        counts[name] += 1
        names.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return names


def _limited(table: Table) -> Table:
    """The table, if it is of a size that a collection has.

    Raises:
        UnusableSubmission: it has none, or too many rows, columns or letters.
    """
    if not table.rows:
        raise unusable("submission.empty")
    for key, count, most in (
        ("collection.too_many_rows", len(table.rows), MAX_ROWS),
        ("collection.too_many_columns", len(table.columns), MAX_COLUMNS),
    ):
        if count > most:
            raise unusable(key, max=most)
    for row in table.rows:
        for name, text in row.cells.items():
            if len(text) > MAX_CELL:
                raise unusable("collection.long_cell", row=row.number, column=name, max=MAX_CELL)
    return table
