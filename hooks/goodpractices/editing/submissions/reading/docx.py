"""Documents (DOCX): the text as Word shows it when all changes are accepted, and what that view leaves out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from xml.etree.ElementTree import Element

from ..submission import Note, unusable
from .docx_styles import Look, Numbering, Styles, is_on, value_of
from .formulas import formula
from .package import Package
from .signs import in_letters, placed, sign
from .values import Aside, Block, Document, DocumentTable, Paragraph, at_place, paragraphs, repeated
from .walk import ADDRESS, PROMPT

MAX_SPAN = 30
_INSERTED = (".html", ".htm", ".mht", ".rtf", ".txt", ".docx", ".odt", ".pdf")
_NOTES = {"comment": "comments", "footnote": "footnotes", "endnote": "endnotes"}
_MOVED = {"moveFrom": "moved", "del": "removed"}


def read_document(package: Package) -> Document:
    """What a document says.

    Raises:
        UnusableSubmission: the package is no document.
    """
    tree = package.trees.get(package.main)
    body = tree.find("body") if tree is not None else None
    if body is None:
        raise unusable("submission.broken")
    reader = _Reader(package)
    blocks = tuple(reader.blocks(body))
    passed_over = (*reader.passed_over, *repeated(reader.contents, blocks))
    return Document(blocks, tuple(_other_parts(package)), passed_over, frozenset(filter(None, reader.moved_to)))


def _other_parts(package: Package) -> Iterator[Note]:
    """Pictures and embedded files, by their names: only a person can look into them."""
    for name in package.others:
        folder = name.rpartition("/")[0]
        if folder.endswith(("media", "Pictures")):
            yield Note("picture", "", name)
        elif folder.endswith(("embeddings", "activeX")) or name in package.texts or name.lower().endswith(_INSERTED):
            yield Note("embedded", "", name)


@dataclass
class _Field:
    """A field while it is read: what it is told to do, where what it shows begins, and its own sign if it has one."""

    instruction: str = ""
    start: int = 0
    own: int | None = None


@dataclass
class _Line:
    """A paragraph while it is read: pieces of text, each with what kind of text it is; ``""`` is what one sees."""

    pieces: list[tuple[str, str]] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    is_marked: bool | None = None

    def add(self, kind: str, text: str) -> None:
        self.pieces.append((kind, text))

    def add_address(self, kind: str, address: str, start: int) -> None:
        """Put the address of a link behind its words, unless they say it themselves."""
        address = address.removeprefix("mailto:")
        if address not in "".join(text for _, text in self.pieces[start:]):
            self.add(kind, f" ({address})")

    def hide_from(self, start: int) -> None:
        """Hide what stands inside the instruction of a field, as another field may: it shows what came of it."""
        self.pieces[start:] = [(kind or "hidden", text) for kind, text in self.pieces[start:]]

    @property
    def seen(self) -> str:
        return "".join(text for kind, text in self.pieces if not kind)

    def all_asides(self) -> tuple[Aside, ...]:
        together = ((kind, "".join(text for _, text in run)) for kind, run in groupby(self.pieces, key=itemgetter(0)))
        return (*(Aside(kind, text.strip()) for kind, text in together if kind and text.strip()), *self.asides)


class _Reader:
    """Reads the body of one document."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles.of(package)
        self.numbering = Numbering.of(package)
        self.links = package.relations(package.main)
        self.passed_over: list[str] = []
        self.moved_to: list[str] = []
        self.contents: list[str] = []
        self.notes: dict[str, dict[str | None, tuple[Aside, ...]]] = {kind: {} for kind in _NOTES}
        for kind, part in _NOTES.items():
            found = (each for _, tree in package.related(package.main, part) for each in tree)
            self.notes[kind] = {each.get("id"): self._beside(kind, each) for each in found}

    def blocks(self, container: Element, kind: str = "") -> Iterator[Block]:
        """The blocks in a body, a cell or a text box; ``kind`` is set where they are all deleted or moved away."""
        joined: _Line | None = None
        for child in container:
            if child.tag == "p":
                line = self._paragraph(child, kind, joined)
                joined = line if _has_no_end(child) else None
                if joined is None:
                    yield self._finished(child, line)
            elif child.tag == "tbl":
                yield self._table(child, kind)
            elif child.tag == "sdt":
                yield from self.blocks(self._control(child), kind)
            elif child.tag == "AlternateContent":
                yield from self.blocks(_chosen(child), kind)
            elif child.tag == "oMathPara":
                yield Paragraph(formula(child))
            elif child.tag not in ("sectPr", "sdtPr", "tcPr"):
                yield from self.blocks(child, _MOVED.get(child.tag, kind))
        if joined is not None:
            yield Paragraph(joined.seen, asides=joined.all_asides())

    def _table(self, table: Element, kind: str) -> DocumentTable:
        rows = []
        for row in _inside(table, "tr"):
            properties = row.find("trPr")
            gone = "removed" if properties is not None and properties.find("del") is not None else kind
            hidden = "hidden" if properties is not None and is_on(properties.find("hidden")) else gone
            cells: list[tuple[Block, ...]] = []
            for cell in _inside(row, "tc"):
                about = cell.find("tcPr")
                lost = about is not None and about.find("cellDel") is not None
                cells.append(tuple(self.blocks(cell, "removed" if lost else hidden)))
                cells += [()] * (_span(about) - 1)
            rows.append(tuple(cells))
        return DocumentTable(tuple(rows))

    def _paragraph(self, paragraph: Element, kind: str, joined: _Line | None) -> _Line:
        line = joined or _Line()
        before = line.seen
        look = self.styles.paragraph(paragraph)
        if not joined and (prefix := self.numbering.prefix(paragraph, look)):
            line.add(kind, prefix)
        self._within(paragraph, line, look, kind)
        if joined or _has_no_end(paragraph):  # a word may go on in the next paragraph
            self.passed_over.append(line.seen[len(before) :])
        return line

    def _finished(self, paragraph: Element, line: _Line) -> Paragraph:
        look = self.styles.paragraph(paragraph)
        text = line.seen
        if look.is_contents:
            self.contents.append(text)
            text = ""
        return Paragraph(text, look.level, bool(line.is_marked), line.all_asides())

    def _within(self, element: Element, line: _Line, look: Look, kind: str) -> None:
        """Read what is inside a paragraph, a link, a change, a control, or an element that nobody thought of."""
        for child in element:
            match child.tag:
                case "r":
                    self._run(child, line, look, kind)
                case "hyperlink":
                    self._link(child, line, look, kind)
                case "fldSimple":
                    self._simple_field(child, line, look, kind)
                case "oMath" | "oMathPara":
                    line.add(kind, formula(child))
                case "sdt":
                    self._inline_control(child, line, look, kind)
                case "AlternateContent":
                    self._within(_chosen(child), line, look, kind)
                case "moveTo":
                    self._moved_here(child, line, look, kind)
                case "pPr" | "rPr" | "sdtPr" | "smartTagPr" | "customXmlPr":
                    pass
                case tag:
                    before, after = ("(", ") ") if tag == "rt" else ("", "")  # how the word behind is read
                    line.add(kind, before)
                    self._within(child, line, look, _MOVED.get(tag, kind))
                    line.add(kind, after)

    def _simple_field(self, child: Element, line: _Line, look: Look, kind: str) -> None:
        start = len(line.pieces)
        self._within(child, line, look, kind)
        for found in ADDRESS.finditer(child.get("instr", "")):
            line.add_address(kind, found[0], start)

    def _moved_here(self, child: Element, line: _Line, look: Look, kind: str) -> None:
        start = len(line.pieces)
        self._within(child, line, look, kind)
        self.moved_to.append("".join(text for _, text in line.pieces[start:]).strip())

    def _link(self, link: Element, line: _Line, look: Look, kind: str) -> None:
        start = len(line.pieces)
        self._within(link, line, look, kind)
        relation, address = self.links.get(link.get("id", ""), ("", ""))
        if relation == "hyperlink" and ADDRESS.match(address):
            line.add_address(kind, at_place(address, link.get("anchor", "")), start)

    def _inline_control(self, control: Element, line: _Line, look: Look, kind: str) -> None:
        box = control.find("sdtPr/checkbox")
        content = self._control(control)
        if box is None:
            self._within(content, line, look, kind)
        else:
            checked = box.find("checked")
            line.add(kind, "☒" if checked is not None and value_of(checked) in ("1", "true") else "☐")
            if len(sign := _all_text(content)) <= 1:
                self.passed_over.append(sign)
            else:
                self._within(content, line, look, kind)

    def _control(self, control: Element) -> Element:
        """What a content control holds; a prompt that nobody answered is no text of anybody."""
        content = control.find("sdtContent")
        if content is None:
            return Element("sdtContent")
        prompt = _all_text(content)
        if control.find("sdtPr/showingPlcHdr") is not None and PROMPT.fullmatch(prompt):
            self.passed_over.append(prompt)
            return Element("sdtContent")
        return content

    def _run(self, run: Element, line: _Line, look: Look, kind: str) -> None:
        own = self.styles.run(run, look)
        kind = kind or own.kind
        for child in run:
            self._of_run(child, line, own, kind)

    def _of_run(self, child: Element, line: _Line, look: Look, kind: str) -> None:
        text = _TEXT_OF.get(child.tag)
        if child.tag in ("t", "delText"):
            letters = in_letters(child.text or "", look.font)
            if letters != child.text:
                self.passed_over.append(child.text or "")
            words = placed(letters, look.place)
            line.add("removed" if child.tag == "delText" and not kind else kind, words)
            if words.strip() and not kind and not (line.is_marked and words.lstrip().startswith("(")):
                line.is_marked = look.is_marked and line.is_marked is not False
        elif text is not None:
            line.add(kind, text)
        elif child.tag == "sym":
            self._sign(child, line, kind)
        elif child.tag in ("fldChar", "instrText"):
            self._field(child, line, kind)
        elif child.tag in ("commentReference", "footnoteReference", "endnoteReference"):
            self._reference(child, line)
        elif child.tag != "rPr":
            self._drawn(child, line, look, kind)

    def _sign(self, element: Element, line: _Line, kind: str) -> None:
        font, code = element.get("font", ""), element.get("char", "")
        if found := sign(font, code):
            line.add(kind, found)
        elif not line.seen.strip():  # it may say whether what follows was chosen
            line.add(kind, f"[{font} {code}] ")
        else:
            line.asides.append(Aside("sign", f"{font} {code}"))

    def _drawn(self, element: Element, line: _Line, look: Look, kind: str) -> None:
        """Text boxes in a drawing stand beside the text; anything else is read as text."""
        element = _chosen(element) if element.tag == "AlternateContent" else element
        if element.tag in ("Choice", "Fallback"):
            for child in element:
                self._of_run(child, line, look, kind)
        elif element.tag in ("drawing", "pict", "object"):
            for box in _boxes(element):
                line.asides += self._beside("text_box", box)
        else:
            self._within(element, line, look, kind)
            if element.text and element.text.strip():
                line.add(kind, element.text)

    def _reference(self, element: Element, line: _Line) -> None:
        line.asides += self.notes[element.tag.removesuffix("Reference")].get(element.get("id"), ())

    def _beside(self, kind: str, container: Element) -> tuple[Aside, ...]:
        """What stands in a text box or a note: its words, and beside them what is not seen of it."""
        blocks = tuple(self.blocks(container))
        asides = tuple(aside for each in paragraphs(blocks) for aside in each.asides)
        text = "\n".join(_texts_of(blocks)).strip()
        return (Aside(kind, text), *asides) if text else asides

    def _field(self, element: Element, line: _Line, kind: str) -> None:
        if element.tag == "instrText":
            if line.fields:
                line.fields[-1].instruction += element.text or ""
            return
        match element.get("fldCharType"):
            case "begin":
                own = _of_old_form(element)
                line.fields.append(_Field(start=len(line.pieces) + 1, own=len(line.pieces) if own else None))
                line.add(kind, own)
            case "separate" if line.fields:
                line.hide_from(line.fields[-1].start)
                line.fields[-1].start = len(line.pieces)
            case "end" if line.fields:
                ended = line.fields.pop()
                if ended.own is not None and any(text.strip() for _, text in line.pieces[ended.start :]):
                    line.pieces[ended.own] = (kind, "")  # some programs write out what was chosen
                for found in ADDRESS.finditer(ended.instruction):
                    line.add_address(kind, found[0], ended.start)


_TEXT_OF = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def _of_old_form(begin: Element) -> str:
    """What a field of an old form shows where that is no text: a box, or what was chosen from a list."""
    box = begin.find("ffData/checkBox")
    if box is not None:
        state = box.find("checked") if box.find("checked") is not None else box.find("default")
        return "☒" if is_on(state) else "☐"
    choice = begin.find("ffData/ddList")
    if choice is None:
        return ""
    entries = [value_of(each) for each in choice.iter("listEntry")]
    result = next((each for each in (choice.find("result"), choice.find("default")) if each is not None), None)
    number = value_of(result) if result is not None else "0"
    return entries[int(number)] if number.isdecimal() and len(number) < 5 and int(number) < len(entries) else ""


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a drawing; one within another is read with that."""
    for child in element:
        if child.tag == "txbxContent":
            yield child
        else:
            yield from _boxes(child)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom", "smartTag"):
            yield from _inside(child, tag)


def _span(about: Element | None) -> int:
    """How many columns a cell takes, within reason."""
    span = about.find("gridSpan") if about is not None else None
    number = value_of(span) if span is not None else "1"
    return max(1, min(MAX_SPAN, int(number))) if number.isdecimal() and len(number) < 9 else 1


def _has_no_end(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted, or it is a large first letter, so that the next one goes on in it."""
    frame = paragraph.find("pPr/framePr")
    is_first_letter = frame is not None and frame.get("dropCap", "none") != "none"
    return is_first_letter or paragraph.find("pPr/rPr/del") is not None


def _chosen(alternatives: Element) -> Element:
    """Of one thing said for new and for old programs what the newer says."""
    for tag in ("Choice", "Fallback"):
        if (found := alternatives.find(tag)) is not None and words_in(found):
            return found
    return alternatives.find("Choice") or Element("Choice")


def words_in(element: Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _all_text(element: Element) -> str:
    """The text of an element, a line a paragraph."""
    lines = [element] if element.tag == "p" else [*element.iter("p")] or [element]
    return "\n".join("".join(each.text or "" for each in line.iter("t")) for line in lines).strip()


def _texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield " | ".join(" ".join(_texts_of(cell)) for cell in row)
