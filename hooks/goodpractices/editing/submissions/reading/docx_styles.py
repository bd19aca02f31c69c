"""How text of a document looks, as far as that changes what it says: headings, lists, hidden and struck text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from re import Match
from re import compile as pattern
from xml.etree.ElementTree import Element

from .counting import counted
from .package import Package
from .signs import in_letters

_HEADING = pattern(r"(?:heading|nagłówek|nagwek|überschrift|berschrift|titre)\s*([1-9])")
_PLACES = {"superscript": "super", "subscript": "sub"}
_HALF_POINTS = pattern(r"-?\d{1,3}")
_LEAST_MOVED = 4
"""Less than two points is done for the look of a letter."""
_NUMBER_IN_SIGN = pattern(r"%([1-9])")
_PLAIN = pattern(r"(?:%[1-9][.)]?)?")
_BOXES = "☐☒"
_DEEPEST = 20
_LETTERED = {"lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A"}
"""How levels count that do not in figures; texts refer to items by what stands before them (``lit. b``)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text looks: ``level`` of a heading or 0, ``numbered`` the list it is an item of.

    ``place`` is ``super`` above the line, ``sub`` below it.
    """

    level: int = 0
    is_contents: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    is_marked: bool = False
    numbered: tuple[str, str] | None = None
    font: str = ""
    place: str = ""

    @property
    def kind(self) -> str:
        """What such text is instead of text that is plainly there; a key under ``note.``."""
        return "hidden" if self.is_hidden else "struck" if self.is_struck else ""


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids."""

    elements: Mapping[str, Element]

    @classmethod
    def of(cls, package: Package) -> Styles:
        trees = [tree for _, tree in package.related(package.main, "styles")]
        return cls({each.get("styleId", ""): each for tree in trees for each in tree.iter("style")})

    def paragraph(self, paragraph: Element) -> Look:
        properties = paragraph.find("pPr")
        if properties is None:
            return Look()
        style = properties.find("pStyle")
        look = self._style(value_of(style)) if style is not None else Look()
        return _of_paragraph(look, properties)

    def run(self, run: Element, paragraph: Look) -> Look:
        properties = run.find("rPr")
        if properties is None:
            return paragraph
        style = properties.find("rStyle")
        look = self._style(value_of(style)) if style is not None else Look()
        both = replace(
            paragraph,
            is_hidden=paragraph.is_hidden or look.is_hidden,
            is_struck=paragraph.is_struck or look.is_struck,
            is_marked=paragraph.is_marked or look.is_marked,
            font=look.font or paragraph.font,
            place=look.place or paragraph.place,
        )
        return _of_run(both, properties)

    def _style(self, name: str) -> Look:
        """The look of a style, which may be based on others."""
        chain: list[Element] = []
        while (style := self.elements.get(name)) is not None and len(chain) < _DEEPEST:
            chain.append(style)
            based = style.find("basedOn")
            name = value_of(based) if based is not None else ""
        look = Look()
        for style in reversed(chain):
            look = _of_style(look, style)
        return look if chain else _of_name(Look(), name)


def _of_style(look: Look, style: Element) -> Look:
    called = style.find("name")
    look = _of_name(look, value_of(called) if called is not None else "")
    look = _of_name(look, style.get("styleId", ""))
    properties = style.find("pPr")
    look = _of_paragraph(look, properties) if properties is not None else look
    text = style.find("rPr")
    # Headings are bold by their style; what stands out is what somebody made stand out.
    return replace(_of_run(look, text), is_marked=look.is_marked) if text is not None else look


def _of_name(look: Look, name: str) -> Look:
    plain = name.casefold().strip()
    if found := _HEADING.match(plain):
        return replace(look, level=int(found[1]))
    if plain in ("title", "tytuł", "tytu", "titel"):
        return replace(look, level=1)
    if plain.startswith(("toc ", "toc1", "toc2", "toc3", "spis treści", "spistreci")):
        return replace(look, is_contents=True)
    return look


def _of_paragraph(look: Look, properties: Element) -> Look:
    outline = properties.find("outlineLvl")
    if outline is not None and value_of(outline) in tuple("012345678"):
        look = replace(look, level=int(value_of(outline)) + 1)
    numbers = properties.find("numPr")
    if numbers is not None:
        number, depth = numbers.find("numId"), numbers.find("ilvl")
        at = (value_of(number) if number is not None else "", value_of(depth) if depth is not None else "0")
        look = replace(look, numbered=None if at[0] == "0" else at)
    return look


def _of_run(look: Look, properties: Element) -> Look:
    struck = [properties.find(name) for name in ("strike", "dstrike")]
    marks = [properties.find(name) for name in ("b", "u", "highlight")]
    hidden = properties.find("vanish")
    place, fonts, moved = (properties.find(name) for name in ("vertAlign", "rFonts", "position"))
    return replace(
        look,
        is_hidden=look.is_hidden if hidden is None else is_on(hidden),
        is_struck=any(map(is_on, struck)) if any(each is not None for each in struck) else look.is_struck,
        is_marked=any(map(is_on, marks)) if any(each is not None for each in marks) else look.is_marked,
        font=look.font if fonts is None else fonts.get("hAnsi", fonts.get("ascii", look.font)),
        place=look.place if place is None and moved is None else place_of(properties),
    )


def place_of(properties: Element) -> str:
    """``super`` above the line, ``sub`` below it, nothing on it; some move a text there by hand, in half points."""
    if place := _PLACES.get(_value_in(properties, "vertAlign")):
        return place
    moved = _value_in(properties, "position")
    by = int(moved) if _HALF_POINTS.fullmatch(moved) else 0
    return "super" if by >= _LEAST_MOVED else "sub" if by <= -_LEAST_MOVED else ""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: in figures or letters, from which number, with what around it."""

    kind: str = "bullet"
    start: int = 1
    sign: str = ""
    font: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it counts as lists of Markdown do."""
        return self.kind not in _LETTERED and bool(_PLAIN.fullmatch(self.sign))

    @property
    def has_words(self) -> bool:
        return any(letter.isalpha() for letter in _NUMBER_IN_SIGN.sub("", self.sign)) and self.kind != "bullet"

    def counted(self, number: int) -> str:
        return counted(number, _LETTERED.get(self.kind, ""))


@dataclass
class Numbering:
    """The lists of a document: their levels, and how far each has been counted."""

    levels: Mapping[tuple[str, str], _Level]
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Numbering:
        found: dict[tuple[str, str], _Level] = {}
        for _, tree in package.related(package.main, "numbering"):
            kinds: dict[str, dict[str, _Level]] = defaultdict(dict)
            for kind in tree.iter("abstractNum"):
                for level in kind.iter("lvl"):
                    kinds[kind.get("abstractNumId", "")][level.get("ilvl", "0")] = _level(level)
            for number in tree.iter("num"):
                name = number.get("numId", "")
                found |= {(name, at): each for at, each in kinds.get(_value_in(number, "abstractNumId"), {}).items()}
                for own in number.iter("lvlOverride"):
                    at = name, own.get("ilvl", "0")
                    for each in own.iterfind("lvl"):
                        found[at] = _level(each)
                    if start := _value_in(own, "startOverride"):
                        found[at] = replace(found.get(at, _Level()), start=_start(start))
        return cls(found)

    def prefix(self, paragraph: Element, look: Look) -> str:
        """What stands before an item of a list: ``- `` or its number; before a heading only what has words."""
        if look.numbered is None or not any(text.strip() for text in paragraph.itertext()):
            return ""
        depth = int(look.numbered[1][:2]) if look.numbered[1].isdecimal() else 0
        level = self.levels.get(look.numbered, _Level())
        count = self.counts.get(look.numbered, level.start - 1) + 1
        self.counts[look.numbered] = count
        for each in [each for each in self.counts if each[0] == look.numbered[0] and each[1] > look.numbered[1]]:
            del self.counts[each]
        prefix = self._shown(look.numbered, level, "    " * min(depth, 3))
        return prefix if not look.level or level.has_words else ""

    def _shown(self, at: tuple[str, str], level: _Level, indent: str) -> str:
        """A list with words or numbers of its own (``Etap 1:``, ``§ 2``, ``a)``) is told as its signs are."""
        if level.kind in ("bullet", "none"):
            box = in_letters(level.sign, level.font)
            return f"{box} " if box and box in _BOXES else f"{indent}- "
        if level.is_plain:
            return f"{indent}{self.counts[at]}. "

        def number(found: Match[str]) -> str:
            other = at[0], str(int(found[1]) - 1)
            each = self.levels.get(other, level)
            return each.counted(self.counts.get(other, each.start))

        return f"{_NUMBER_IN_SIGN.sub(number, level.sign)} "


def _level(level: Element) -> _Level:
    fonts = level.find("rPr/rFonts")
    font = fonts.get("hAnsi", fonts.get("ascii", "")) if fonts is not None else ""
    kind, start = _value_in(level, "numFmt") or "bullet", _start(_value_in(level, "start"))
    return _Level(kind, start, _value_in(level, "lvlText"), font)


def _start(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 1


def _value_in(element: Element, name: str) -> str:
    found = element.find(name)
    return value_of(found) if found is not None else ""


def value_of(element: Element) -> str:
    return element.get("val", "")


def is_on(element: Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return element is not None and value_of(element).lower() not in ("0", "false", "none", "off")
