"""The words of a message that was saved as programs send it: letters written as codes, or a page of HTML.

Of a page all words are kept in their order; where a link leads somewhere else than its words say, its address follows.
Only the standard library takes a page apart, and nothing that it names is fetched.
"""

import quopri
import re
from html.parser import HTMLParser

_PAGE = re.compile(
    r"\s*(?:<!doctype html|<html|<head|<body|<meta|<style|<div|<p|<span|<table|<ol|<ul|<font|<b>)[\s>]", re.IGNORECASE
)
_APART = frozenset(
    (
        *("address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "ol", "p", "pre"),
        *("section", "table", "td", "th", "title", "tr", "ul"),
    )
)
"""Elements that begin a line."""
_UNSEEN = frozenset(("script", "style"))


def without_codes(text: str) -> str:
    """A text whose letters were written as codes (``=C5=82``), with the letters; unchanged where that cannot be."""
    try:
        return quopri.decodestring(text.encode()).decode()
    except UnicodeDecodeError:
        return text


def is_page(text: str) -> bool:
    """Whether a text begins as a page of HTML does, or a piece of one that was pasted."""
    return _PAGE.match(text.removeprefix("\ufeff")) is not None


def text_of_page(page: str) -> str:
    """The words of a page, a line for each of its paragraphs, cells and items; a quotation with its usual sign.

    >>> text_of_page("<p>Dzie&#324; dobry</p><ol><li>seniorzy</li></ol><blockquote>Pytanie</blockquote>").split(chr(10))
    ['Dzień dobry', '', '1. seniorzy', '> Pytanie']
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_line()
    return "\n".join(reader.lines)


class _Reader(HTMLParser):
    """Reads one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.words = ""
        self.quoted = 0
        self.unseen = 0
        self.counts: list[int | None] = []
        self.link = ""
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        if tag in _APART:
            self._break(is_gap=tag == "br" and not self.words.strip())
        if tag == "blockquote":
            self.quoted += 1
        elif tag in ("ol", "ul"):
            self.counts.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._item()
        elif tag == "a":
            self.link, self.said = dict(attrs).get("href") or "", ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if tag in _APART:
            self._break(is_gap=tag == "p")
        if tag == "blockquote":
            self.quoted = max(0, self.quoted - 1)
        elif tag in ("ol", "ul") and self.counts:
            self.counts.pop()
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words += data
            self.said += data

    def end_line(self) -> None:
        """End the line that was begun, if there is one."""
        if words := " ".join(self.words.split()):
            self.lines.append("> " * self.quoted + words)
        self.words = ""

    def _break(self, *, is_gap: bool) -> None:
        """End the line; an empty one follows a paragraph, and so does a line that is nothing but a break."""
        self.end_line()
        if is_gap and self.lines and self.lines[-1]:
            self.lines.append("")

    def _item(self) -> None:
        """The number of an item, or the sign before it."""
        if self.counts and (count := self.counts[-1]) is not None:
            self.counts[-1] = count + 1
            self.words = f"{count + 1}. "
        else:
            self.words = "- "

    def _end_link(self) -> None:
        address = self.link.removeprefix("mailto:")
        if address and not address.startswith("#") and address not in self.said:
            self.words += f" ({address})"
        self.link = ""
