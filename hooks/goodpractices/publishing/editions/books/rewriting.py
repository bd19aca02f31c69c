"""The article of a practice, made to stand in a book: well-formed, without what only a website has, its links re-aimed.

A book holds several pages of the site in one file or folder. So links lead to another place, ids of one practice must
not meet those of another, and readers of XML take nothing but well-formed text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import urldefrag, urljoin

from ..rewriting import Attributes, Rewriter

_BASE = "https://site.invalid/"
_IDS = ("id", "aria-labelledby", "aria-describedby")
# What only a window has: it scrolls, loads late, takes the focus.
_LEFT_OUT_ATTRIBUTES = {"loading", "tabindex"}


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
    return _ForBook(here, aims, prefix, left_out).rewritten(html)


class _ForBook(Rewriter):
    left_out_classes = Rewriter.left_out_classes | {"crumbs"}
    is_xml = True

    def __init__(self, here: str, aims: Aims, prefix: str, left_out: frozenset[str]) -> None:
        super().__init__()
        self.left_out_classes |= left_out
        self._here = _BASE + here
        self._aims = aims
        self._prefix = prefix

    def link(self, href: str) -> str | None:
        if href.startswith("#"):
            return f"#{self._prefix}{href[1:]}"
        if href.startswith(("http://", "https://", "mailto:")):
            return href
        page, anchor = urldefrag(urljoin(self._here, href))
        return self._aims.page(page.removeprefix(_BASE), anchor)

    def picture(self, name: str) -> str:
        return self._aims.picture(name)

    def attributes(self, tag: str, attributes: Attributes) -> Attributes:
        kept = {name: value for name, value in attributes.items() if name not in _LEFT_OUT_ATTRIBUTES}
        for name in _IDS:
            if value := kept.get(name):
                kept[name] = " ".join(self._prefix + each for each in value.split())
        # In a book nothing opens at a press.
        added = {"svg": {"xmlns": "http://www.w3.org/2000/svg"}, "details": {"open": "open"}}
        return {**kept, **added.get(tag, {})}

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        given = [*attrs]
        super().handle_starttag(tag, given)
        if tag == "svg" and (label := dict(given).get("aria-label")):
            # What draws PDF takes the words for a drawing from here alone.
            self.write(f"<title>{escape(label, quote=False)}</title>")

    def text(self, written: str) -> str:
        return escape(unescape(written), quote=False)
