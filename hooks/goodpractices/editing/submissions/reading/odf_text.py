"""Text of OpenDocument files (ODT, ODS): what is seen of a paragraph, and beside it what is not or stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from xml.etree.ElementTree import Element

from .package import Package
from .signs import placed
from .values import Aside
from .walk import ADDRESS, is_prompt, tick_of

_DEEPEST = 20
_MAX_SPACES = 100
_UNSEEN = (
    "tracked-changes",
    "number",
    "note-citation",
    "forms",
    "creator",
    "date",
    "creator-initials",
    "initial-creator",
    "title",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, as far as that changes what it says."""

    is_hidden: bool = False
    is_struck: bool = False
    is_marked: bool = False
    level: int = 0
    place: str = ""

    @property
    def kind(self) -> str:
        """What such text is instead of text that is plainly there; a key under ``note.``."""
        return "hidden" if self.is_hidden else "struck" if self.is_struck else ""


@dataclass(frozen=True)
class Styles:
    """The styles of a file by name, and the lists that are numbered."""

    elements: Mapping[str, Element]
    numbered: Mapping[tuple[str, str], Element]

    @classmethod
    def of(cls, package: Package) -> Styles:
        trees = [package.trees[name] for name in ("styles.xml", "content.xml") if name in package.trees]
        numbered = {
            (each.get("name", ""), level.get("level", "1")): level
            for tree in trees
            for each in tree.iter("list-style")
            for level in each.iter("list-level-style-number")
        }
        return cls({each.get("name", ""): each for tree in trees for each in tree.iter("style")}, numbered)

    def look(self, name: str, start: Look = Look()) -> Look:
        """The look of a style, which may be based on others."""
        chain: list[Element] = []
        while (style := self.elements.get(name)) is not None and len(chain) < _DEEPEST:
            chain.append(style)
            name = style.get("parent-style-name", "")
        look = start
        for style in reversed(chain):
            look = _of_style(look, style)
        return look

    def hides(self, name: str, within: str, attribute: str, values: tuple[str, ...]) -> bool:
        """Whether a style of a table, row or column says that it is not shown."""
        style = self.elements.get(name)
        properties = style.find(within) if style is not None else None
        return properties is not None and properties.get(attribute) in values


def _of_style(look: Look, style: Element) -> Look:
    called = style.get("name", "").replace("_20_", " ").casefold()
    level = style.get("default-outline-level", "")
    if level.isdecimal() and level != "0":
        look = replace(look, level=count_of(style, "default-outline-level", 9))
    elif called in ("title", "tytuł"):
        look = replace(look, level=1)
    text = style.find("text-properties")
    if text is None:
        return look
    struck = text.get("text-line-through-style", text.get("text-line-through-type"))
    place = text.get("text-position", "").split(" ")[0]
    weight, line = text.get("font-weight"), text.get("text-underline-style")
    marked = look.is_marked if weight is None and line is None else weight == "bold" or line not in (None, "none")
    if style.get("family") == "paragraph" and look.level:
        marked = look.is_marked  # headings are bold by their style
    return replace(
        look,
        is_hidden=look.is_hidden if text.get("display") is None else text.get("display") == "none",
        is_struck=look.is_struck if struck is None else struck != "none",
        is_marked=marked or text.get("background-color", "transparent") != "transparent",
        place=_place(place) if place else look.place,
    )


def _place(position: str) -> str:
    """Whether a position is above or below the line: ``super``, ``sub`` or so many per cent up or down."""
    number = position.removesuffix("%")
    if position in ("super", "sub"):
        return position
    return "" if number.strip("-") in ("", "0") or position == number else "sub" if number.startswith("-") else "super"


@dataclass
class Line:
    """A paragraph while it is read: pieces of text, each with what kind of text it is; ``""`` is what one sees."""

    pieces: list[tuple[str, str]] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    is_marked: bool | None = None

    def add(self, kind: str, text: str) -> None:
        self.pieces.append((kind, text))

    @property
    def seen(self) -> str:
        return "".join(text for kind, text in self.pieces if not kind)

    def all_asides(self) -> tuple[Aside, ...]:
        together = ((kind, "".join(text for _, text in run)) for kind, run in groupby(self.pieces, key=itemgetter(0)))
        return (*(Aside(kind, text.strip()) for kind, text in together if kind and text.strip()), *self.asides)


@dataclass(frozen=True)
class TextReader:
    """Reads paragraphs; ``deleted`` holds the text of tracked deletions by their ids, ``controls`` what forms show."""

    styles: Styles
    deleted: Mapping[str, str]
    controls: Mapping[str, str]

    @classmethod
    def of(cls, package: Package) -> TextReader:
        tree = package.trees["content.xml"]
        deleted = {
            region.get("id", ""): all_text(deletion)
            for region in tree.iter("changed-region")
            if (deletion := region.find("deletion")) is not None
        }
        forms = (each for form in tree.iter("forms") for each in form.iter() if "id" in each.attrib)
        return cls(Styles.of(package), deleted, {each.get("id", ""): _filled_in(each) for each in forms})

    def control(self, element: Element) -> str:
        """What a field of a form shows where it stands."""
        return self.controls.get(element.get("control", ""), "")

    def line(self, paragraph: Element, look: Look | None = None) -> Line:
        line = Line()
        look = look or self.styles.look(paragraph.get("style-name", ""))
        if any(each.get("is-hidden") == "true" for each in paragraph.iter("hidden-paragraph")):
            look = replace(look, is_hidden=True)
        self._within(paragraph, line, look)
        return line

    def _within(self, element: Element, line: Line, look: Look) -> None:
        self._text(element.text, line, look)
        for child in element:
            self._child(child, line, look)
            self._text(child.tail, line, look)

    def _text(self, text: str | None, line: Line, look: Look) -> None:
        if text:
            line.add(look.kind, placed(" ".join(text.split("\n")), look.place))
            if text.strip() and not look.kind:
                line.is_marked = look.is_marked and line.is_marked is not False

    def _child(self, child: Element, line: Line, look: Look) -> None:
        match child.tag:
            case "s" | "tab" | "line-break":
                line.add(look.kind, {"tab": "\t", "line-break": "\n"}.get(child.tag) or " " * _spaces(child))
            case "a":
                self._link(child, line, look)
            case "annotation" | "note" | "frame" | "custom-shape" | "text-box":
                self.aside(child, line)
            case "change":
                if text := self.deleted.get(child.get("change-id", ""), ""):
                    line.asides.append(Aside("removed", text))
            case "hidden-text" | "hidden-paragraph":
                if text := child.get("string-value", "") or all_text(child):
                    line.add("hidden", text)
            case tag if tag not in _UNSEEN:
                self._other(child, line, look)

    def _other(self, child: Element, line: Line, look: Look) -> None:
        """What stands around text: the reading of the word before, a field of a form, a look, or anything else."""
        if child.tag == "ruby-text":
            line.add(look.kind, " (")
            self._within(child, line, look)
            line.add(look.kind, ")")
            return
        if child.tag in ("fieldmark", "fieldmark-start", "control"):
            line.add(look.kind, self.control(child) if child.tag == "control" else _of_form(child))
        if not is_prompt(child):
            self._within(child, line, self.styles.look(child.get("style-name", ""), look))

    def _link(self, link: Element, line: Line, look: Look) -> None:
        before = line.seen
        self._within(link, line, self.styles.look(link.get("style-name", ""), look))
        address = link.get("href", "")
        if ADDRESS.match(address) and (bare := address.removeprefix("mailto:")) not in line.seen[len(before) :]:
            line.add(look.kind, f" ({bare})")

    def aside(self, element: Element, line: Line) -> None:
        """Put the words of a comment, a footnote or a text box beside a paragraph."""
        kind = {"annotation": "comment", "note": "footnote"}.get(element.tag, "text_box")
        if text := "\n".join(self.texts(element)).strip():
            line.asides.append(Aside(kind, text))

    def texts(self, element: Element) -> Iterator[str]:
        """The texts of all paragraphs within an element, and what stands beside them."""
        for child in element:
            if child.tag in ("p", "h"):
                line = self.line(child)
                yield line.seen
                yield from (aside.text for aside in line.all_asides())
            elif child.tag not in _UNSEEN:
                yield from self.texts(child)


def _filled_in(field: Element) -> str:
    """What a field of a form shows: what was typed or chosen, a box with its words."""
    if field.tag in ("checkbox", "radio"):
        return tick_of(field) + field.get("label", "")
    if field.tag == "listbox":
        chosen = [each for each in field.iter("option") if tick_of(each).startswith("☒")]
        return "; ".join(each.get("label", "") for each in chosen)
    if field.tag == "fixed-text":
        return field.get("label", "")
    return field.get("current-value", "") if field.tag != "button" else ""


def all_text(element: Element) -> str:
    """The text of an element, a line a paragraph."""
    found = [each for each in element.iter() if each.tag in ("p", "h")] or [element]
    return "\n".join(" ".join("".join(each.itertext()).split()) for each in found).strip()


def _of_form(mark: Element) -> str:
    """What a field of a form shows that came from Word: a box, or what was chosen from a list."""
    kind = mark.get("type", "").rpartition(".")[2]
    told = [(each.get("name", ""), each.get("value", "")) for each in mark.iterfind("param")]
    if kind == "FORMCHECKBOX":
        return "☒" if ("Checkbox_Checked", "true") in told else "☐"
    if kind != "FORMDROPDOWN":
        return ""
    entries = [value for name, value in told if name == "Dropdown_ListEntry"]
    chosen = next((value for name, value in told if name == "Dropdown_Selected"), "")
    return entries[int(chosen)] if chosen.isdecimal() and len(chosen) < 5 and int(chosen) < len(entries) else ""


def _spaces(element: Element) -> int:
    return count_of(element, "c", _MAX_SPACES)


def count_of(element: Element, name: str, most: int) -> int:
    """A number of repetitions or columns that an element gives, within reason."""
    text = element.get(name, "1")
    return max(1, min(most, int(text) if len(text) < 9 else most)) if text.isdecimal() else 1
