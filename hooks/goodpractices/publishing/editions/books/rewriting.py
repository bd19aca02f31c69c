"""The article of a practice, made to stand in a book: well-formed, without what only a website has, its links re-aimed.

A book holds several pages of the site in one file or folder. So links lead to another place, ids of one practice must
not meet those of another, and readers of XML take nothing but well-formed text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

_BASE = "https://site.invalid/"
_VOID = {"br", "hr", "img", "input", "wbr"}
_LEFT_OUT_TAGS = {"script"}
_LEFT_OUT_CLASSES = {"crumbs", "practice__take", "cite-files", "easy-link"}
_IDS = ("id", "aria-labelledby", "aria-describedby")
# What only a window has: it scrolls, loads late, takes the focus.
_LEFT_OUT_ATTRIBUTES = {"loading", "tabindex", "focusable"}
# The parser reads names of attributes in small letters, in which SVG does not know them.
_SVG_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


@dataclass(frozen=True, slots=True)
class Aims:
    """Where links and pictures of a practice lead in the book."""

    page: Callable[[str, str], str | None]
    """For the address of a page of the site, and an anchor on it, perhaps empty: the link, or nothing."""
    picture: Callable[[str], str]
    """For the name of a picture beside the practice: its address."""


def rewrite(html: str, here: str, aims: Aims, *, prefix: str = "", left_out: frozenset[str] = frozenset()) -> str:
    """The article as well-formed XHTML.

    Args:
        html: The article as the site has it.
        here: Its address on the site.
        aims: Where its links lead.
        prefix: What every id begins with, so that several articles can stand in one document.
        left_out: Classes whose elements this book leaves out, beside those that only a website has.
    """
    rewriter = _Rewriter(here, aims, prefix, _LEFT_OUT_CLASSES | left_out)
    rewriter.feed(html)
    rewriter.close()
    return "".join(rewriter.parts)


class _Rewriter(HTMLParser):
    def __init__(self, here: str, aims: Aims, prefix: str, left_out: frozenset[str] | set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._here = _BASE + here
        self._aims = aims
        self._prefix = prefix
        self._left_out = left_out
        # The tag written for each open element; nothing for one that is left out with all that is in it.
        self._open: list[tuple[str, str]] = []

    @property
    def _is_left_out(self) -> bool:
        return bool(self._open) and not self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value if value is not None else name for name, value in attrs}
        written = "" if self._is_left_out or self._goes(tag, given) else self._written(tag, given)
        if tag not in _VOID:
            self._open.append((tag, written))
        if not written:
            return
        self.parts.append(f"<{written}{self._attributes(tag, given)}{'/>' if tag in _VOID else '>'}")
        if tag == "svg" and (label := given.get("aria-label")):
            # What draws PDF takes the words for a drawing from here alone.
            self.parts.append(f"<title>{escape(label, quote=False)}</title>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not any(name == tag for name, _ in self._open):
            return
        while self._open:
            name, written = self._open.pop()
            if written:
                self.parts.append(f"</{written}>")
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._is_left_out:
            self.parts.append(escape(data, quote=False))

    def _goes(self, tag: str, given: dict[str, str]) -> bool:
        return tag in _LEFT_OUT_TAGS or not self._left_out.isdisjoint(given.get("class", "").split())

    def _written(self, tag: str, given: dict[str, str]) -> str:
        return "span" if tag == "a" and self._link(given) is None else tag

    def _link(self, given: dict[str, str]) -> str | None:
        href = given.get("href", "")
        if href.startswith("#"):
            return f"#{self._prefix}{href[1:]}"
        if href.startswith(("http://", "https://", "mailto:")):
            return href
        page, anchor = urldefrag(urljoin(self._here, href))
        return self._aims.page(page.removeprefix(_BASE), anchor)

    def _attributes(self, tag: str, given: dict[str, str]) -> str:
        kept = {name: value for name, value in given.items() if name not in _LEFT_OUT_ATTRIBUTES and name != "href"}
        for name in _IDS:
            if name in kept:
                kept[name] = " ".join(self._prefix + each for each in kept[name].split())
        if tag == "a" and (link := self._link(given)) is not None:
            kept["href"] = link
        if tag == "img":
            kept["src"] = self._aims.picture(kept.get("src", ""))
        if tag == "svg":
            kept["xmlns"] = "http://www.w3.org/2000/svg"
        return "".join(f' {_SVG_NAMES.get(name, name)}="{escape(value)}"' for name, value in kept.items())
