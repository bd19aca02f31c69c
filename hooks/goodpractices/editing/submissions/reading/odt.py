"""Documents of LibreOffice (ODT): the text as it is seen, deletions left out."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..submission import Note, unusable
from .counting import counted
from .odf_text import Look, TextReader, count_of
from .package import Package
from .values import Aside, Block, Document, DocumentTable, Paragraph, repeated

MAX_SPAN = 30
MAX_NUMBER = 100_000
MAX_REPEATED_ROWS = 20
MAX_CELLS = 50_000
_CONTENTS = (
    "table-of-content",
    "illustration-index",
    "table-index",
    "alphabetical-index",
    "object-index",
    "user-index",
)
_PLAIN_NUMBER = re.compile(r"\d{1,6}[.)]?|\W")
_ROWS = ("table-rows", "table-header-rows", "table-row-group")


def read_document(package: Package) -> Document:
    """What a document says.

    Raises:
        UnusableSubmission: the package is no document.
    """
    tree = package.trees.get("content.xml")
    body = tree.find("body/text") if tree is not None else None
    if body is None:
        raise unusable("submission.broken")
    reader = _Reader(TextReader.of(package))
    blocks = tuple(reader.blocks(body))
    return Document(blocks, tuple(other_parts(package)), tuple(repeated(reader.contents, blocks)))


def other_parts(package: Package) -> Iterator[Note]:
    """Pictures and embedded files, by their names: only a person can look into them."""
    for name in package.others:
        if name.startswith(("Pictures/", "media/")):
            yield Note("picture", "", name)
        elif name.startswith("Object ") or name in package.texts:
            yield Note("embedded", "", name)


class _Reader:
    """Reads the body of one document."""

    def __init__(self, text: TextReader) -> None:
        self.text = text
        self.contents: list[str] = []
        self.cells = 0
        self.counts: dict[tuple[str, int], int] = {}

    def blocks(self, container: Element) -> Iterator[Block]:
        for child in container:
            if child.tag in ("p", "h"):
                yield self._paragraph(child, "")
            elif child.tag == "list":
                yield from self._items(child, child.get("style-name", ""), 1)
            elif child.tag == "table":
                yield self._table(child)
            elif child.tag in _CONTENTS:
                self.contents += self.text.texts(child)
            elif child.tag == "change":
                yield from self._deleted(child)
            elif child.tag == "section" and child.get("display", "true") != "true":
                yield Paragraph("", asides=(Aside("hidden", "\n".join(self.text.texts(child))),))
            elif child.tag in ("frame", "custom-shape", "control"):
                yield self._drawn(child)
            elif child.tag not in ("tracked-changes", "forms", "sequence-decls"):
                yield from self.blocks(child)

    def _drawn(self, element: Element) -> Paragraph:
        if element.tag == "control":
            return Paragraph(self.text.control(element))
        return Paragraph("", asides=(Aside("text_box", "\n".join(self.text.texts(element))),))

    def _paragraph(self, paragraph: Element, prefix: str) -> Paragraph:
        look = self.text.styles.look(paragraph.get("style-name", ""))
        level = count_of(paragraph, "outline-level", 9) if paragraph.tag == "h" else look.level
        line = self.text.line(paragraph, Look(look.is_hidden, look.is_struck, look.is_marked and not level))
        written = "".join(paragraph.findtext("number", "").split("\n")) if level else ""
        prefix = f"{written} " if any(map(str.isalpha, written)) else "" if level else prefix
        text = prefix + line.seen if line.seen.strip() else line.seen
        return Paragraph(text, level, bool(line.is_marked), line.all_asides())

    def _deleted(self, change: Element) -> Iterator[Block]:
        if text := self.text.deleted.get(change.get("change-id", ""), ""):
            yield Paragraph("", asides=(Aside("removed", text),))

    def _items(self, items: Element, style: str, depth: int) -> Iterator[Block]:
        level = self.text.styles.numbered.get((style, str(depth)))
        number = count_of(items, "start-value", MAX_NUMBER) if items.get("start-value") else _start(level)
        if items.get("continue-numbering") == "true":
            number = self.counts.get((style, depth), number - 1) + 1
        for item in (each for each in items if each.tag in ("list-item", "list-header")):
            if item.get("start-value"):
                number = count_of(item, "start-value", MAX_NUMBER)
            prefix = ""
            if item.tag == "list-item":
                prefix = self._sign(item, style, depth, number)
                self.counts[style, depth] = number
                number += 1
            for child in item:
                if child.tag in ("p", "h"):
                    yield self._paragraph(child, prefix)
                elif child.tag == "list":
                    yield from self._items(child, child.get("style-name", style), depth + 1)
                elif child.tag != "number":
                    yield from self.blocks([child])  # type: ignore[arg-type] # elements are what is walked

    def _sign(self, item: Element, style: str, depth: int, number: int) -> str:
        """What stands before an item; a list with words, letters or numbers of its own is told as its signs are."""
        written = item.findtext("number", "").strip()
        if written and not _PLAIN_NUMBER.fullmatch(written):
            return f"{written} "
        level = self.text.styles.numbered.get((style, str(depth)))
        indent = "    " * min(depth - 1, 3)
        by = level.get("num-format", "1") if level is not None else ""
        if level is None or not by:
            return f"{indent}- "
        before, after = level.get("num-prefix", ""), level.get("num-suffix", "")
        above = count_of(level, "display-levels", depth) - 1
        if by == "1" and not above and not any(letter.isalpha() for letter in before + after):
            return f"{indent}{number}. "
        numbers = [self._counted(style, each) for each in range(depth - above, depth)]
        return f"{before}{'.'.join([*numbers, counted(number, by)])}{after} "

    def _counted(self, style: str, depth: int) -> str:
        level = self.text.styles.numbered.get((style, str(depth)))
        by = level.get("num-format", "1") if level is not None else "1"
        return counted(self.counts.get((style, depth), _start(level)), by)

    def _table(self, table: Element) -> DocumentTable:
        rows: list[tuple[tuple[Block, ...], ...]] = []
        for row in rows_in(table):
            cells: list[tuple[Block, ...]] = []
            for cell in row:
                if cell.tag in ("table-cell", "covered-table-cell"):
                    blocks = tuple(self.blocks(cell))
                    cells += [blocks] * count_of(cell, "number-columns-repeated", MAX_SPAN)
            rows += [tuple(cells)] * count_of(row, "number-rows-repeated", MAX_REPEATED_ROWS)
            self.cells += len(cells) * count_of(row, "number-rows-repeated", MAX_REPEATED_ROWS)
            if self.cells > MAX_CELLS:
                raise unusable("submission.too_many_elements")
        return DocumentTable(tuple(rows))


def _start(level: Element | None) -> int:
    return count_of(level, "start-value", MAX_NUMBER) if level is not None else 1


def rows_in(table: Element) -> Iterator[Element]:
    """The rows of a table, those in groups too."""
    for child in table:
        if child.tag == "table-row":
            yield child
        elif child.tag in _ROWS:
            yield from rows_in(child)
