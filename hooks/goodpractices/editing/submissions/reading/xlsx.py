"""Spreadsheets (XLSX): what each cell shows, on every sheet, with links, comments, formulas and what is hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from re import compile as pattern
from xml.etree.ElementTree import Element

from ..submission import Note, unusable
from .number_formats import BUILT_IN, Shown, shown, shown_text
from .package import Package
from .signs import placed
from .values import EMPTY, Aside, Cell, Sheet, Workbook, at_place
from .walk import ADDRESS
from .words import all_words

MAX_SHEETS = 50
MAX_ROWS = 5_000
MAX_COLUMNS = 300
_REFERENCE = pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_NO_SIZE = pattern(r"0(?:\.0+)?")
_TRUTH = {"1": "PRAWDA", "0": "FAŁSZ", "true": "PRAWDA", "false": "FAŁSZ"}


def read_workbook(package: Package) -> Workbook:
    """What a spreadsheet says.

    Raises:
        UnusableSubmission: the package is no spreadsheet, or has more rows or columns than may be read.
    """
    book = package.trees.get(package.main)
    if book is None or book.tag != "workbook":
        raise unusable("submission.broken")
    reader = _Reader(package, book)
    sheets = tuple(reader.sheets())
    pictures = (Note("picture", "", name) for name in package.others if "/media/" in name)
    inserted = (*package.texts, *(name for name in package.others if "/embeddings/" in name or "/activeX/" in name))
    embedded = (Note("embedded", "", name) for name in inserted)
    return Workbook(sheets, (*pictures, *embedded), reader.shown, tuple(reader.passed_over))


@dataclass(frozen=True)
class _Styles:
    """The number format of each style of a cell, and whether its text is struck through."""

    formats: tuple[str, ...] = ()
    struck: tuple[bool, ...] = ()

    @classmethod
    def of(cls, package: Package) -> "_Styles":
        for _, tree in package.related(package.main, "styles"):
            own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in tree.iter("numFmt")}
            fonts = [_is_struck(each) for each in tree.iterfind("fonts/font")]
            cells = tree.findall("cellXfs/xf")
            codes = [own.get(each.get("numFmtId", ""), _built_in(each.get("numFmtId", ""))) for each in cells]
            numbers = [_number(each.get("fontId", "0")) for each in cells]
            return cls(tuple(codes), tuple(number < len(fonts) and fonts[number] for number in numbers))
        return cls()

    def format_of(self, cell: Element) -> str:
        number = _number(cell.get("s", "0"))
        return self.formats[number] if number < len(self.formats) else ""

    def strikes(self, cell: Element) -> bool:
        number = _number(cell.get("s", "0"))
        return number < len(self.struck) and self.struck[number]


class _Reader:
    """Reads one spreadsheet."""

    def __init__(self, package: Package, book: Element) -> None:
        self.package = package
        self.book = book
        self.styles = _Styles.of(package)
        self.strings = [
            (_text(item), _text(item, struck=True))
            for _, tree in package.related(package.main, "sharedStrings")
            for item in tree.iterfind("si")
        ]
        about = book.find("workbookPr")
        self.from_1904 = about is not None and about.get("date1904", "0") in ("1", "true")
        self.shown: dict[tuple[str, str], str] = {}
        self.passed_over: list[str] = []
        self.formulas: dict[str, str] = {}

    def sheets(self) -> Iterator[Sheet]:
        parts = self.package.relations(self.package.main)
        for each in islice(self.book.iterfind("sheets/sheet"), MAX_SHEETS):
            name = parts.get(each.get("id", ""), ("", ""))[1]
            tree = self.package.trees.get(name)
            self.formulas.clear()
            if tree is not None and tree.tag == "worksheet":
                is_hidden = each.get("state", "visible") != "visible"
                yield replace(_OneSheet(self, name, tree, each.get("name", "")).read(), is_hidden=is_hidden)

    def value(self, cell: Element, part: str, number: int) -> tuple[Shown, list[Aside]]:
        """What a cell shows, and what of it is no plain value; ``number`` counts the cells of the part."""
        kind, stored = cell.get("t", "n"), (cell.findtext("v") or "").strip()
        struck = ""
        if kind == "s":
            number = _number(stored) if stored else -1
            text, struck = self.strings[number] if 0 <= number < len(self.strings) else ("", "")
            found = Shown(text)
        elif kind == "inlineStr":
            inline = cell.find("is")
            found = Shown(_text(inline)) if inline is not None else Shown("")
            struck = _text(inline, struck=True) if inline is not None else ""
        else:
            found = self._other_value(kind, cell.findtext("v") or "", cell)
            if found.text.strip():
                self.shown[part, cell.get("r", "") or f"#{number}"] = found.text
        if kind in ("s", "inlineStr", "str") and found.text.strip():
            found = Shown(shown_text(found.text, self.styles.format_of(cell)))
        return self._with_asides(cell, kind, found, struck, stored)

    def _other_value(self, kind: str, stored: str, cell: Element) -> Shown:
        if kind == "b":
            return Shown(_TRUTH.get(stored.strip().lower(), stored))
        if kind == "d":
            return Shown(stored.strip(), stored.strip()[:10])
        if kind in ("str", "e") or not stored.strip():
            return Shown(stored)
        return shown(stored, self.styles.format_of(cell) or "General", from_1904=self.from_1904)

    def _formula(self, cell: Element) -> str:
        """The formula of a cell; one that is shared with a cell before is told as that cell has it."""
        formula = cell.find("f")
        if formula is None:
            return ""
        text, number = (formula.text or "").strip(), formula.get("si", "")
        if text and number:
            self.formulas[number] = text
        return text or self.formulas.get(number, "…")

    def _with_asides(
        self, cell: Element, kind: str, found: Shown, struck: str, stored: str
    ) -> tuple[Shown, list[Aside]]:
        asides = []
        if formula := self._formula(cell):
            asides.append(Aside("formula" if found.text.strip() else "formula_alone", f"={formula}"))
        if kind == "e":
            return Shown(""), [*asides, Aside("error", found.text)]
        if self.styles.strikes(cell) and found.text.strip():
            return Shown(""), [*asides, Aside("struck", found.text)]
        if struck.strip():
            asides.append(Aside("struck", struck))
        if stored and kind == "n" and not found.text.strip("# "):  # a cell of crosses shows no value
            asides.append(Aside("not_shown", stored))
        return found, asides


@dataclass
class _OneSheet:
    """One sheet while it is read."""

    reader: _Reader
    part: str
    tree: Element
    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    count: int = 0

    def read(self) -> Sheet:
        hidden_columns = self._hidden_columns()
        for number, row in enumerate(self.tree.iterfind("sheetData/row")):
            row_number = _number(row.get("r", "")) - 1 if row.get("r") else number
            is_hidden = _is_hidden(row, "ht")
            for n, cell in enumerate(row.iterfind("c")):
                at = place_of(cell.get("r", "")) or (row_number, n)
                self._add(at, cell, is_hidden=is_hidden or at[1] in hidden_columns)
        self._links()
        self._comments()
        return Sheet(self.name, self._rows(), tuple(self._spans()), notes=tuple(self.notes))

    def _add(self, at: tuple[int, int], cell: Element, *, is_hidden: bool) -> None:
        self.count += 1
        value, asides = self.reader.value(cell, self.part, self.count)
        if not (value.text.strip() or asides):
            return
        if at[0] >= MAX_ROWS:
            raise unusable("submission.too_many_rows", max=MAX_ROWS)
        if at[1] >= MAX_COLUMNS:
            raise unusable("submission.too_many_columns", self.name)
        text = value.text
        for aside in asides:
            for found in ADDRESS.finditer(aside.text if aside.kind == "formula" else ""):
                text += f" ({found[0]})" if found[0] not in text else ""
        self.cells[at] = Cell(text, value.date, tuple(asides), is_hidden)

    def _hidden_columns(self) -> frozenset[int]:
        found: set[int] = set()
        for each in self.tree.iterfind("cols/col"):
            if _is_hidden(each, "width"):
                found.update(range(_number(each.get("min", "1")) - 1, min(MAX_COLUMNS, _number(each.get("max", "1")))))
        return frozenset(found)

    def _links(self) -> None:
        targets = self.reader.package.relations(self.part)
        for link in self.tree.iter("hyperlink"):
            at = place_of(link.get("ref", "").partition(":")[0])
            address = targets.get(link.get("id", ""), ("", ""))[1].removeprefix("mailto:")
            address = at_place(address, link.get("location", "")) if address else ""
            if at and address and (cell := self.cells.get(at, EMPTY)) and address not in cell.text:
                self.cells[at] = replace(cell, text=f"{cell.text} ({address})" if cell.text.strip() else address)

    def _comments(self) -> None:
        """Comments at their cells; a newer one comes with a copy for old programs, which is passed over."""
        newer = _comments(self.reader.package, self.part, "threadedComment")
        for at, texts in _comments(self.reader.package, self.part, "comment").items():
            if at in newer and set(all_words(newer[at])) <= set(all_words(texts)):
                self.reader.passed_over += texts
            else:
                newer.setdefault(at, []).extend(texts)
        for at, texts in newer.items():
            cell = self.cells.get(at, EMPTY)
            self.cells[at] = replace(cell, asides=(*cell.asides, *(Aside("comment", text) for text in texts)))

    def _spans(self) -> Iterator[tuple[int, int, int, int]]:
        for each in islice(self.tree.iterfind("mergeCells/mergeCell"), 2_000):
            first, _, last = each.get("ref", "").partition(":")
            start, end = place_of(first), place_of(last)
            if start and end and end[0] < MAX_ROWS and end[1] < MAX_COLUMNS:
                yield start[0], end[0], start[1], end[1]

    def _rows(self) -> tuple[tuple[Cell, ...], ...]:
        return rows_of(self.cells)


def rows_of(cells: Mapping[tuple[int, int], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Cells by row and column as rows, each as long as it has cells."""
    if not cells:
        return ()
    widths: dict[int, int] = {}
    for row, column in cells:
        widths[row] = max(widths.get(row, 0), column + 1)
    last = max(row for row, _ in cells)
    return tuple(
        tuple(cells.get((row, column), EMPTY) for column in range(widths.get(row, 0))) for row in range(last + 1)
    )


def _is_hidden(line: Element, size: str) -> bool:
    """Whether a row or a column is hidden, or was made so small that nobody sees it."""
    return line.get("hidden", "0") in ("1", "true") or _NO_SIZE.fullmatch(line.get(size, "")) is not None


def _comments(package: Package, part: str, tag: str) -> dict[tuple[int, int], list[str]]:
    found: dict[tuple[int, int], list[str]] = {}
    for _, tree in package.related(part, "comments" if tag == "comment" else tag):
        for each in tree.iter(tag):
            at, words = place_of(each.get("ref", "")), "".join(text.text or "" for text in each.iter("t"))
            words = (words or each.findtext("text") or "").strip()
            if at and words and at[0] < MAX_ROWS and at[1] < MAX_COLUMNS:
                found.setdefault(at, []).append(words)
    return found


def place_of(reference: str) -> tuple[int, int] | None:
    """The row and column of an address, counted from 0: ``C7`` is ``(6, 2)``."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _text(item: Element, *, struck: bool = False) -> str:
    """The text of a string of one or several runs; only the struck-through ones if ``struck``, else the others."""
    out = []
    for each in item:
        if each.tag == "t" and not struck:
            out.append(each.text or "")
        elif each.tag == "r":
            look = each.find("rPr")
            if (look is not None and _is_struck(look)) == struck:
                out.append(placed(each.findtext("t") or "", _place(look)))
    return "".join(out)


def _place(look: Element | None) -> str:
    """Whether a run stands above or below the line."""
    align = look.find("vertAlign") if look is not None else None
    return {"superscript": "super", "subscript": "sub"}.get(align.get("val", ""), "") if align is not None else ""


def _is_struck(font: Element) -> bool:
    strike = font.find("strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def _built_in(number: str) -> str:
    return BUILT_IN.get(_number(number), "")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
