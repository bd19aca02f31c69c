"""From the Markdown of an entry to the HTML of its page, whoever wrote it.

Python-Markdown reads the blocks: paragraphs, lists, tables, quotes, headings. What stands inside a block is read here,
in one pass. Python-Markdown's own patterns for it go over each text once per pattern, which takes most of its time, and
ten thousand opening brackets keep them busy for half a minute. markdown-it-py, tried with rules for sources and links,
reads the same from the entries and survives hostile texts, but takes four times as long (0.35 s more for 1,000 of
them), writes Polish letters of addresses as codes and knows no places in a text, by which abbreviations are found.

HTML is not read at all, so what looks like it stays text. The result goes through nh3 all the same: a mistake made here
should not reach a reader.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableProcessor
from markupsafe import Markup

from ...wording import bind_short_words

Cite = Callable[[str], str]
Link = Callable[[str], str]
Explain = Callable[[str, int, int], str]

# Everything begins with one of a few signs, and quantifiers give nothing back: the time is linear, whatever the text.
_INLINE = re.compile(
    r"""[\\`\[<*_\ ](?:
        (?<=\\) (?P<escaped> [\\`*_{}\[\]()\#+\-.!|<>^~] )
      | (?<=`)  (?P<code> [^`\n]++ ) `
      | (?<=\[) \^ (?P<source> [A-Za-z0-9_-]{1,80}+ ) \]
      | (?<=\[) (?P<label> (?: [^\[\]\\]++ | \\. )++ ) \] \( \s*+
                (?: < (?P<quoted> [^<>\n]++ ) > | (?P<target> (?: [^()\s<>]++ | \( [^()\s<>]*+ \) )++ ) )
                (?: \s++ (?: "[^"]*+" | '[^']*+' ) )? \s*+ \)
      | (?<=<)  (?P<address> (?: https?:// | mailto: ) [^\s<>]++ ) >
      | (?<=\*) (?P<stars> \**+ )
      | (?<=_)  (?P<underscores> _*+ )
      | (?<= (?<!\ ) \  ) (?P<line_end> \ ++ \n )
    )""",
    re.VERBOSE,
)
_CELL_END = re.compile(r"(?<!\\)\|")
_BLANK_LINE = re.compile(r"\n +(?=\n)")
_PRACTICE = re.compile(r"\.\./(?P<id>[a-z0-9_-]+)/(?:index\.md)?(?P<part>#[A-Za-z0-9_-]+)?")
_OUTSIDE = re.compile(r"(?:https?://|mailto:)\S+")

_SOURCE = re.compile(r"\[\^[A-Za-z0-9_-]{1,80}+\]")
_BLOCK_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_EMPHASIS = {"*": "em", "_": "em", "**": "strong", "__": "strong"}
# The title of the page is h1, and the headings of an entry that name its sections are h2.
_TAGS = {"h1": "h3", "h2": "h3"}
_HEADINGS = ("h3", "h4", "h5", "h6", "th")

_SAFE = nh3.Cleaner(
    tags={
        *("p", "abbr", "ul", "ol", "li", "blockquote", "br", "em", "strong", "code", "a", "sup"),
        *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    },
    attributes={"a": {"href", "id", "aria-label", "aria-describedby"}, "abbr": {"title"}, "ol": {"start"}},
    tag_attribute_values={"a": {"rel": {"noopener"}}, "th": {"scope": {"col"}}},
    allowed_classes={"a": {"abbr"}, "sup": {"ref"}, "th": {"num"}, "td": {"num"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def to_html(text: str, cite: Cite, link: Link, explain: Explain | None = None) -> Markup:
    """The HTML of a section of an entry.

    Args:
        text: Markdown as an editor wrote it.
        cite: gives the markup of a reference to the source with this id; called in the order of the text.
        link: gives the address of the page of the practice with this id, or nothing where readers find none.
        explain: gives the HTML of what stands between two places of a text, in the order of the text; not asked about
            headings, links and code.
    """
    return Markup("").join(block.html() for block in html_blocks(text, cite, link, explain))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table or heading of a section; its HTML is made when it is asked for, so in that order."""

    element: Element
    inline: "_Inline"

    @property
    def is_heading(self) -> bool:
        return self.element.tag in _BLOCK_HEADINGS

    @property
    def text(self) -> str:
        """What is read of it, with the marks of emphasis and links, without those of sources."""
        return _SOURCE.sub("", "".join(self.element.itertext())).strip()

    def html(self) -> Markup:
        parts: list[str] = []
        _write(self.element, self.inline, parts)
        return Markup(_SAFE.clean("".join(parts)))  # noqa: S704 - just cleaned


def html_blocks(text: str, cite: Cite, link: Link, explain: Explain | None = None) -> tuple[Block, ...]:
    """What ``to_html`` gives at once, in its blocks."""
    inline = _Inline(cite, link, explain or _escaped_part)
    blocks = _blocks(_BLANK_LINE.sub("\n", text.replace("\r\n", "\n").expandtabs(4)))
    return tuple(Block(each, inline) for each in blocks)


def _blocks(text: str) -> list[Element]:
    try:
        return list(_block_reader().parser.parseDocument(text.split("\n")).iterfind("*"))
    except RecursionError:
        # Hundreds of lists within lists are no list that anyone meant to write.
        _block_reader.cache_clear()  # it was left in the middle of one, and would take the next text for a part of it
        return [_paragraph(block) for block in text.split("\n\n")]


def _paragraph(text: str) -> Element:
    element = Element("p")
    element.text = text
    return element


@lru_cache
def _block_reader() -> Markdown:
    """Python-Markdown, made once and asked for blocks only.

    Without code blocks, since a paragraph set in by four spaces is meant as a paragraph; without rules and underlined
    headings, since a row of dashes is neither here; without link definitions, which would take a line out of the text.
    """
    markdown = Markdown(extensions=["sane_lists"])
    for name in ("code", "hr", "setextheader", "reference"):
        markdown.parser.blockprocessors.deregister(name)
    markdown.parser.blockprocessors.register(_Tables(markdown.parser, {"use_align_attribute": False}), "table", 75)
    return markdown


class _Tables(TableProcessor):
    """Tables whose rows are split at every bar not escaped; the original looks for code first, over and over."""

    def _split(self, row: str) -> list[str]:
        return _CELL_END.split(row)


def _write(element: Element, inline: "_Inline", parts: list[str]) -> None:
    tag = _TAGS.get(element.tag, element.tag)
    parts.append(f"<{tag}{_attributes(element)}>")
    if element.text and (text := element.text.strip()):
        parts.append(inline(bind_short_words(text), is_prose=tag not in _HEADINGS))
    for child in element:
        _write(child, inline, parts)
    parts.append(f"</{tag}>")
    if element.tail and (tail := element.tail.strip()):
        parts.append(inline(bind_short_words(tail)))


def _escaped_part(text: str, start: int, end: int) -> str:
    return escape(text[start:end], quote=False)


def _attributes(element: Element) -> str:
    if element.tag in ("th", "td"):
        scope = ' scope="col"' if element.tag == "th" else ""
        return scope + (' class="num"' if "right" in element.get("style", "") else "")
    start = element.get("start", "")
    return f' start="{start}"' if start.isdecimal() else ""


class _Inline:
    """Turns the text of a block into HTML: emphasis, links, references to sources, line ends."""

    def __init__(self, cite: Cite, link: Link, explain: Explain) -> None:
        self._cite = cite
        self._link = link
        self._explain = explain

    def __call__(self, text: str, *, in_link: bool = False, is_prose: bool = True) -> str:
        written = self._explain if is_prose and not in_link else _escaped_part
        parts: list[str] = []
        emphasis = _Emphasis(parts)
        end = 0
        for found in _INLINE.finditer(text):
            parts.append(written(text, end, found.start()))
            end = found.end()
            if found.lastgroup in ("stars", "underscores"):
                emphasis.read(found[0], before=text[: found.start()][-1:], after=text[end : end + 1])
            else:
                parts.append(self._piece(found, in_link=in_link))
        parts.append(written(text, end, len(text)))
        return "".join(parts)

    def _piece(self, found: re.Match[str], *, in_link: bool) -> str:
        match found.lastgroup:
            case "escaped":
                return escape(found["escaped"], quote=False)
            case "code":
                return f"<code>{escape(found['code'], quote=False)}</code>"
            case "line_end":
                return "<br>"
            case "source":
                return self._cite(found["source"])
            case "address" if not in_link:
                return self._anchor(found["address"], escape(found["address"].removeprefix("mailto:"), quote=False))
            case "quoted" | "target":
                return self._anchor(found["quoted"] or found["target"], self(found["label"], in_link=True))
            case _:
                return escape(found[0], quote=False)

    def _anchor(self, target: str, label: str) -> str:
        """A link, or its label alone where the target is neither a practice nor an outside page nor a mailbox."""
        if practice := _PRACTICE.fullmatch(target):
            address = self._link(practice["id"])
            return f'<a href="{escape(address + (practice["part"] or ""))}">{label}</a>' if address else label
        if _OUTSIDE.fullmatch(target):
            return f'<a href="{escape(target)}" rel="noopener">{label}</a>'
        return label


class _Emphasis:
    """Pairs the marks of emphasis; what finds no partner stays as it was written."""

    def __init__(self, parts: list[str]) -> None:
        self._parts = parts
        self._open: dict[str, int] = {}

    def read(self, run: str, *, before: str, after: str) -> None:
        """Take in a run of equal marks between two characters, of which either may be missing."""
        if len(run) > 3:
            self._parts.append(run)
            return
        marks = [run] if len(run) < 3 else [run[:2], run[:1]]
        opens, closes = _can_open(run, before, after), _can_open(run, after, before)
        for mark in sorted(marks, key=lambda mark: -self._open.get(mark, 0)):
            if closes and mark in self._open:
                self._close(mark)
            else:
                if opens and mark not in self._open:
                    self._open[mark] = len(self._parts)
                self._parts.append(mark)

    def _close(self, mark: str) -> None:
        tag, start = _EMPHASIS[mark], self._open[mark]
        self._parts[start] = f"<{tag}>"
        self._parts.append(f"</{tag}>")
        # Marks opened since then would now cross the border of this pair.
        self._open = {other: place for other, place in self._open.items() if place < start}


def _can_open(run: str, before: str, after: str) -> bool:
    """Whether a run can open; seen from the other side, whether it can close. Underscores inside a word do neither."""
    return bool(after.strip()) and not (run[0] == "_" and before.isalnum())
