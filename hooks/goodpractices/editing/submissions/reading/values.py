"""What a file says, whatever its format: paragraphs and tables as the person saw them, and what stood beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..submission import Note

_PAGE = re.compile(r"[\s.…]*\d{1,4}\s*$")


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that belong to no answer as they are: ``kind`` is a key of the wording under ``note.``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words on one or more lines.

    ``level`` is that of a heading, 0 for text; ``is_marked`` whether all of it stands out, as bold text does.
    """

    text: str
    level: int = 0
    is_marked: bool = False
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table of a document: rows of cells, each of which holds blocks as a document does."""

    rows: tuple[tuple["tuple[Block, ...]", ...], ...]


Block = Paragraph | DocumentTable


@dataclass(frozen=True, slots=True)
class Document:
    """A text document in the order in which it is read.

    ``notes`` stand at no paragraph; ``passed_over`` are words that the program of the office wrote, or that stand in
    the document twice: prompts of empty controls, tables of contents. ``moved`` are texts at their new places.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    passed_over: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: ``text`` is what it shows, ``date`` the same date in the catalogue's notation where it shows one."""

    text: str
    date: str = ""
    asides: tuple[Aside, ...] = ()
    is_hidden: bool = False


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a spreadsheet. ``spans`` are merged cells: first and last row and column, counted from 0."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...] = ()
    is_hidden: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A spreadsheet; ``notes`` stand on no sheet, ``shown`` says what became of values stored in another form.

    The keys of ``shown`` are the name of a part and the address of a cell: ``("xl/worksheets/sheet1.xml", "C7")``.
    """

    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()
    shown: Mapping[tuple[str, str], str] = field(default_factory=dict)
    passed_over: tuple[str, ...] = ()


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of some blocks, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell)


def at_place(address: str, place: str) -> str:
    """The address of a place on a page."""
    return f"{address}#{place}" if place and "#" not in address else address


def repeated(contents: Iterable[str], blocks: tuple[Block, ...]) -> list[str]:
    """Of the lines of a table of contents those that a paragraph repeats, page numbers and all."""
    texts = {" ".join(each.text.split()) for each in paragraphs(blocks)}
    return [line for line in contents if " ".join(_PAGE.sub("", line).split()) in texts]
