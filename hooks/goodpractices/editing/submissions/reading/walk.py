"""Every piece of text in an office file, found by walking all of its XML and knowing next to nothing about it.

This walk is kept apart from the readers on purpose: what they make of a file is held against it, so a structure that
no reader knows is noticed. It leaves out what programs write for themselves, by a short list; all else counts.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from xml.etree.ElementTree import Element

from .attributes import may_be_said
from .controls import ticked_controls
from .package import Package
from .signs import sign
from .words import words

_UNITS = {"p", "h", "si", "is", "comment", "threadedComment", "property"}
"""Elements whose text is one piece, however many elements it is spread over."""
_SPACES = {"tab", "br", "cr", "line-break", "s", "ptab"}
_APART = {"num", "den", "deg", "sub", "sup", "e", "mfrac", "mn", "mi", "mo", "rt", "ruby-text"}
"""Parts of a formula, and the reading above a word: they stand beside others, and no word goes on in them."""
_MARKS = {"superscript": "^", "subscript": "_"}
"""What says in a question that a text stands above or below the line."""
_TOLD_BY_VALUE = {"tblCaption", "tblDescription"}
SKIPPED = {
    *("posOffset", "align", "pctWidth", "pctHeight", "ClientData", "definedName", "cfRule", "sqref", "f", "binData"),
    *(
        "formatCode",
        "binary-data",
        "automatic-styles",
        "styles",
        "font-face-decls",
        "creationId",
    ),
    *(
        "document-settings",
        "sequence-decls",
        "calculation-settings",
        "change-info",
        "authors",
        "note-citation",
        "table-of-content-source",
    ),
}
SKIPPED_IN_PROPERTIES = {
    *("Template", "TotalTime", "Pages", "Words", "Characters", "Application", "DocSecurity", "Lines", "Paragraphs"),
    *("ScaleCrop", "LinksUpToDate", "CharactersWithSpaces", "SharedDoc", "HyperlinksChanged", "AppVersion", "Company"),
    *("HeadingPairs", "TitlesOfParts", "Manager", "creator", "lastModifiedBy", "created", "modified", "revision"),
    *("lastPrinted", "version", "language", "generator", "initial-creator", "editing-duration", "editing-cycles"),
    *("creation-date", "date", "print-date", "printed-by", "contentStatus", "template"),
}
"""What programs note in a file's properties; names of the people who wrote it are nobody's business here."""
_PROPERTIES = re.compile(r"docProps/|(?:.*/)?meta\.xml$")
_SKIPPED_INSIDE = {
    *(("annotation", "creator"), ("annotation", "date"), ("annotation", "creator-initials")),
    *((each, "number") for each in ("h", "list-item", "list-header", "numbered-paragraph")),
    *(("anchor", "from"), ("anchor", "to")),
    *(("twoCellAnchor", "from"), ("twoCellAnchor", "to"), ("oneCellAnchor", "from")),
}
"""Who wrote a comment and when, numbers of items as a program counted them, the cells that a drawing covers: by the
element around."""
_ATTRIBUTES = {
    *("descr", "title", "string", "tooltip", "prompt", "promptTitle", "error", "errorTitle", "current-value", "label"),
    *("help-text", "alternativeText", "altText", "alt"),
}
_HEADER_CODES = re.compile(r'&(?:[LCRPNDTFAGBIUESXYZHO+]|"[^"]*"|K[0-9A-F]{6}|\d+)')
_HEADERS = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
_NUMBER_OF_PAGE = re.compile(r'(?:&[LCR]|&"[^"]*"|&\d+|\s)*(?:Page|Strona|Seite|str\.)?\s*&P\s*', re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:Page|Strona|Seite)?\s*\d{0,5}\s*", re.IGNORECASE)
"""What programs write below a sheet of their own accord."""
_LABELLED = re.compile(r"AppVersion|MSIP_|ContentTypeId|_dlc_|KSOProductBuildVer|ICV|GrammarlyDocumentId")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_QUOTED = re.compile(r'"([^"]+)"')
_OWN_SHEETS = re.compile(r"(?:Arkusz|Sheet|Tabelle|Feuille|Лист|Аркуш|Hoja|Foglio|List|Blad)\s?\d*", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?|ftp)://[^\s\"'<>]+|mailto:[^\s\"'<>]+", re.IGNORECASE)


PROMPT = re.compile(
    r"(?:(?:kliknij|naciśnij)(?: lub (?:kliknij|naciśnij))?(?: tutaj| tu)?,? (?:aby|żeby) w[^\d.]{1,40}|wybierz element"
    r"|wybierz datę|click(?: or tap)?(?: here)? to enter[^\d.]{1,30}|choose an item"
    r"|klicken(?: oder tippen)? sie(?: hier)?, um[^\d.]{1,50}|wählen sie ein element aus)\.?",
    re.IGNORECASE,
)
"""What Word writes into a control that nobody has filled in yet."""
_SHOWN_BY_FIELD = re.compile(r"\s*(?:MACROBUTTON\s+\S+|QUOTE|FILLIN|ASK\s+\S+|EQ)\s+(.+)", re.DOTALL)
_TOLD = re.compile(r'(\\\S\s*)?"([^"]+)"')
"""What a field is told in quotation marks, and the option it is for, which asks for a format."""
_TICKS_OF_SHAPES = ("Checkbox", "Radio")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T")
_FIRST_DAY = date(1899, 12, 30)
_Pieces = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text: the part it stands in, the texts it consists of, the cell if it is in one.

    A cell without an address is ``#7``, the seventh of its part; the formula of a cell stands at ``=C7``.

    An address of a link is a unit of its own. What is a copy is a unit only where its words stand nowhere else.
    """

    part: str
    pieces: tuple[str, ...]
    cell: str = ""
    is_address: bool = False
    is_copy: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def units(package: Package) -> Iterator[Unit]:
    """Every piece of text in a package, those of its main part first."""
    names = sorted(package.trees, key=lambda name: (name != package.main, name != "content.xml", name))
    strings = _strings(package)
    used: set[int] = set()
    for name in names:
        if not name.endswith("sharedStrings.xml") or not strings:
            yield from _Walk(name, strings, used).of(package.trees[name])
    yield from (Unit(part, (text,)) for part, text in ticked_controls(package))
    for n, text in enumerate(strings):
        if n not in used and words("".join(text)):
            yield Unit("xl/sharedStrings.xml", text)


def _strings(package: Package) -> list[tuple[str, ...]]:
    """The texts that cells of a spreadsheet share."""
    tree = next((tree for name, tree in package.trees.items() if name.endswith("sharedStrings.xml")), None)
    if tree is None or tree.tag != "sst":
        return []
    return [_texts(item) for item in tree.iter("si")]


def _texts(item: Element) -> tuple[str, ...]:
    """The texts of a string of a spreadsheet, run by run; how it is read aloud stands apart."""
    found: list[str] = []
    for run in item:
        found += [_MARKS.get(_place(run), " ")] if run.tag == "rPh" or _place(run) else []
        found += [each.text or "" for each in run.iter("t")]
    return tuple(found)


def _place(run: Element) -> str:
    """Where a run with a digit stands, if not on the line: ``superscript`` or ``subscript``."""
    align = run.find("rPr/vertAlign")
    has_digit = align is not None and any(letter.isdigit() for each in run.iter("t") for letter in each.text or "")
    return align.get("val", "") if align is not None and has_digit else ""


class _Walk:
    """The walk through one part."""

    def __init__(self, part: str, strings: list[tuple[str, ...]], used: set[int]) -> None:
        self.part = part
        self.strings = strings
        self.used = used
        self.skipped = SKIPPED | (SKIPPED_IN_PROPERTIES if _PROPERTIES.match(part) else set())
        self.found: list[Unit] = []
        self.cells = 0

    def of(self, tree: Element) -> list[Unit]:
        if tree.tag == "Relationships":
            self._relations(tree)
        elif tree.tag not in ("Types", "manifest", "RDF"):
            self._element(tree, "", None)
        return self.found

    def _element(self, element: Element, parent: str, unit: _Pieces | None) -> None:
        """Note the text of an element and of all within; ``unit`` collects that of the piece it belongs to."""
        if element.tag == "definedName":
            self._defined(element)
        elif element.tag == "cfRule":
            self._copies([element.get("text", ""), *_QUOTED.findall("".join(element.itertext()))])
        if element.tag in self.skipped or (parent, element.tag) in _SKIPPED_INSIDE or _is_of_a_program(element):
            return
        self._attributes(element, parent)
        match element.tag:
            case "AlternateContent":
                self._alternatives(element, unit)
            case "c" if parent == "row":
                self._cell(element)
            case tag if _HEADERS.fullmatch(tag) and _NUMBER_OF_PAGE.fullmatch("".join(element.itertext())):
                pass
            case "instrText" | "delInstrText":
                self._instruction("".join(element.itertext()))
            case "shape" if tick := _tick_of_shape(element):
                label = (text for each in element if each.tag != "ClientData" for text in each.itertext())
                self._said(f"{tick} {' '.join(label)}")
            case "formula1" | "formula2" | "formula":
                self.found += [Unit(self.part, (text,)) for text in _QUOTED.findall("".join(element.itertext()))]
            case _:
                self._text(element, unit)

    def _text(self, element: Element, unit: _Pieces | None) -> None:
        tag = element.tag
        own: _Pieces = {} if unit is None or tag in _UNITS else unit
        inside = own if unit is not None or tag in _UNITS else None
        _add(own, tag, _MARKS.get(_place(element), "") if tag == "r" else _sign_of(element) or element.text)
        for child in element:
            self._element(child, tag, inside)
            _add(own, tag, child.tail)
        if own is not unit:
            self.found += [Unit(self.part, tuple(each)) for each in own.values() if words("".join(each))]
        elif tag in _SPACES or tag in _APART:
            for each in own.values():
                each.append(" ")

    def _alternatives(self, element: Element, unit: _Pieces | None) -> None:
        """One thing said for new and for old programs: what the older one has beyond the newer counts too."""
        newer = words(" ".join(text for child in element if child.tag == "Choice" for text in child.itertext()))
        for child in element:
            older = words(" ".join(child.itertext()))
            if child.tag != "Fallback" or not set(older) <= set(newer):
                self._element(child, element.tag, unit)

    def _cell(self, cell: Element) -> None:
        """The value of a cell as it is stored, and its formula."""
        self.cells += 1
        place, kind = cell.get("r", "") or f"#{self.cells}", cell.get("t", "n")
        for child in cell:
            pieces = _texts(child) if child.tag == "is" else ("".join(child.itertext()),)
            if child.tag == "v" and kind == "s":
                pieces = self._shared(pieces[0].strip())
            if any(piece.strip() for piece in pieces):
                self.found.append(Unit(self.part, pieces, f"={place}" if child.tag == "f" else place))

    def _shared(self, number: str) -> tuple[str, ...]:
        if not number.isdecimal() or len(number) > 8 or int(number) >= len(self.strings):
            return ()
        self.used.add(int(number))
        return self.strings[int(number)]

    def _attributes(self, element: Element, parent: str) -> None:
        for name, value in element.attrib.items():
            if name == "href" or (name, element.tag) == ("url", "bibliography-mark"):
                self._address(value)
            elif name in ("instr", "formula"):
                self._instruction(value)
            elif name in _ATTRIBUTES and any(letter.isalpha() for letter in value):
                told = tick_of(element) + value if name == "label" else value
                self._copies([told]) if element.tag == "item" else self._said(told)
            elif name in ("condition", "expression"):
                self._copies(_QUOTED.findall(value))
            elif may_be_said(element, parent, name, self.part):
                self._copies([value])
        if element.tag in _TOLD_BY_VALUE:
            self._said(element.get("val", ""))
        if element.tag == "hyperlink" and "id" in element.attrib:  # the place on the page that is linked
            self._copies([element.get("anchor", "") or element.get("location", "")])
        is_sheet = element.tag == "sheet" or (parent, element.tag) == ("spreadsheet", "table")
        if is_sheet and not _OWN_SHEETS.fullmatch(element.get("name", "")):
            self._said(element.get("name", ""))

    def _said(self, text: str) -> None:
        self.found.append(Unit(self.part, (text,)))

    def _copies(self, texts: Iterable[str]) -> None:
        self.found += [Unit(self.part, (text,), is_copy=True) for text in texts if words(text)]

    def _defined(self, element: Element) -> None:
        """A name that somebody gave to cells or to a value: what it is short for, where that is no address."""
        text = element.text or ""
        self._copies([element.get("comment", ""), *_QUOTED.findall(text), *([text] if _NUMBER.fullmatch(text) else [])])

    def _instruction(self, text: str) -> None:
        if shown := _SHOWN_BY_FIELD.fullmatch(text):
            self._said(shown[1])
        elif not text.lstrip().startswith("ADDIN"):
            is_link = text.lstrip().startswith("HYPERLINK")
            told = [(option, said) for option, said in _TOLD.findall(text) if not ADDRESS.match(said)]
            self._copies(said for option, said in told if not option or (is_link and option.startswith("\\o")))
        for found in ADDRESS.finditer(text):
            self._address(found[0])

    def _address(self, address: str) -> None:
        if ADDRESS.match(address):
            self.found.append(Unit(self.part, (address,), is_address=True))

    def _relations(self, tree: Element) -> None:
        for each in tree:
            if each.get("TargetMode") == "External" and each.get("Type", "").rpartition("/")[2] == "hyperlink":
                self.found.append(Unit(self.part, (each.get("Target", ""),), is_address=True))


def _add(pieces: _Pieces, tag: str, text: str | None) -> None:
    """Add text to its piece; what was deleted is one of its own, so that it tears no word apart."""
    if text:
        kept = _HEADER_CODES.sub(" ", text) if _HEADERS.fullmatch(tag) else text
        pieces.setdefault("deleted" if tag == "delText" else "", []).append(kept)


def tick_of(element: Element) -> str:
    """Whether a box or an item of a form is chosen, as a sign; nothing where it is none of them."""
    states = [element.get(name) for name in ("current-state", "current-selected", "state", "selected")]
    state = next(filter(None, states), "☐" if element.tag in ("checkbox", "radio", "option") else "")
    return "☒ " if state in ("checked", "true") else "☐ " if state else ""


def _tick_of_shape(shape: Element) -> str:
    """Whether a box that was drawn on a sheet is ticked; nothing where it is none."""
    about = shape.find("ClientData")
    if about is None or about.get("ObjectType") not in _TICKS_OF_SHAPES:
        return ""
    return "☒" if (about.findtext("Checked") or "0").strip() not in ("0", "") else "☐"


def _sign_of(element: Element) -> str:
    """The sign that an element is, where it has no text."""
    if element.tag == "sym":
        return sign(element.get("font", ""), element.get("char", ""))
    return "-" if element.tag == "noBreakHyphen" else ""


def _is_of_a_program(element: Element) -> bool:
    """Whether an element holds a label or a setting of a program, or a prompt that nobody has answered."""
    if element.tag in ("property", "user-defined"):
        return bool(_LABELLED.match(element.get("name", "")) or element.get("property-name"))
    if element.tag == "p" and element.find("page-number") is not None:
        return bool(_PAGE.fullmatch("".join(element.itertext())))
    return is_prompt(element)


def is_prompt(element: Element) -> bool:
    """Whether a field (of LibreOffice) shows what to do, as nobody has filled it in yet."""
    if element.tag != "content-control" or element.get("showing-place-holder") != "true":
        return False
    return bool(PROMPT.fullmatch("".join(element.itertext()).strip()))


def unaccounted(
    found: Iterator[Unit], carried: str, counts: dict[str, int], shown: Mapping[tuple[str, str], str]
) -> Iterator[Unit]:
    """The pieces of a file with words that were not carried over; the words of all others are taken off ``counts``.

    Args:
        found: the pieces.
        carried: all that was carried over, in which addresses are looked for.
        counts: how often each word was carried over.
        shown: what cells show whose value is stored in another form.
    """
    known, stored = frozenset(counts), set[str]()
    copies: list[Unit] = []
    for unit in found:
        if unit.is_copy:
            copies.append(unit)
            continue
        if _PROPERTIES.match(unit.part):  # they repeat the title
            if not known.issuperset(words(unit.text)):
                yield unit
            continue
        stored.add(unit.text.strip())
        if unit.is_address:
            if unit.text.removeprefix("mailto:") not in carried:
                yield unit
            continue
        if (text := shown.get((unit.part, unit.cell))) is not None:
            unit = replace(unit, pieces=(text,))
        if not _taken(words(unit.text), unit.pieces, counts):
            yield unit
    yield from (each for each in copies if not known.issuperset(words(each.text)) and not _is_stored(each.text, stored))


def _is_stored(text: str, stored: Collection[str]) -> bool:
    """Whether a cell holds a value that a copy of the table holds as well; dates are stored as numbers of days."""
    if _DAY.match(text):
        text = str((date.fromisoformat(text[:10]) - _FIRST_DAY).days)
    return text.strip() in stored


def _taken(wanted: list[str], pieces: tuple[str, ...], counts: dict[str, int]) -> bool:
    """Whether all words could be taken off; where a word is spread over pieces, those may stand apart as well."""
    missing = [word for word in wanted if not _take(word, counts)]
    if missing and len(pieces) > 1:
        parts = [word for piece in pieces for word in words(piece)]
        left = [word for word in parts if word not in wanted]
        missing = [word for word in missing if word in parts] + [word for word in left if not _take(word, counts)]
    return not missing


def _take(word: str, counts: dict[str, int]) -> bool:
    if counts.get(word, 0) > 0:
        counts[word] -= 1
        return True
    return False
