"""The article of a practice for another place than the site: parts left out, links and pictures led elsewhere."""

from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

from markupsafe import escape

Attributes = Mapping[str, str | None]

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Of a link that leads nowhere the words stay, and look as they did.
_KEPT_WITHOUT_LINK = ("class", "id", "lang")
# The parser reads names of attributes in small letters, in which SVG does not know them.
_SVG_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


class Rewriter(HTMLParser):
    """Writes the HTML it reads, but for what an edition changes: each edition is a class of its own."""

    left_out_tags: frozenset[str] = frozenset({"script"})
    left_out_classes: frozenset[str] = frozenset(
        {"practice__take", "contents", "cite-files", "easy-link", "stub__related"}
    )
    is_xml = False

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._parts: list[str] = []
        # The tag written for each open element; nothing for one that is left out with all that is in it.
        self._open: list[tuple[str, str]] = []

    def link(self, href: str) -> str | None:
        """Where a link leads in this edition; ``None`` for nowhere."""
        raise NotImplementedError

    def picture(self, name: str) -> str:
        """The address of a picture that stands beside the practice."""
        raise NotImplementedError

    def attributes(self, tag: str, attributes: Attributes) -> Attributes:
        """The attributes of an element, its link and picture changed already, as this edition has them."""
        return attributes

    def text(self, written: str) -> str:
        """Text as it stands in the page, references among it, as this edition writes it."""
        return written

    def rewritten(self, html: str) -> str:
        """The whole of a page, rewritten."""
        self.feed(html)
        self.close()
        return "".join(self._parts)

    def write(self, markup: str) -> None:
        """Add markup where the reading stands, unless this part is left out."""
        if not self._is_left_out():
            self._parts.append(markup)

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """Open an element, or begin to leave out."""
        written = self._begin(tag, dict(attrs), ">")
        if tag not in _VOID:
            self._open.append((tag, written))

    def handle_startendtag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """An element that closes itself, as drawings have them."""
        self._begin(tag, dict(attrs), "/>")

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and with it those in it that nobody closed."""
        if tag in _VOID or not any(name == tag for name, _ in self._open):
            return
        name = ""
        while name != tag:
            name, written = self._open.pop()
            if written:
                self._parts.append(f"</{written}>")

    def handle_data(self, data: str) -> None:
        """Text between the tags."""
        self.write(self.text(data))

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self.handle_data(f"&#{name};")

    def _is_left_out(self) -> bool:
        return bool(self._open) and not self._open[-1][1]

    def _begin(self, tag: str, given: Attributes, end: str) -> str:
        """Write a tag; the name it has now, nothing where it is left out."""
        classes = (given.get("class") or "").split()
        if self._is_left_out() or tag in self.left_out_tags or not self.left_out_classes.isdisjoint(classes):
            return ""
        name, changed = self._led(tag, given)
        attributes = "".join(self._attribute(*each) for each in self.attributes(tag, changed).items())
        self._parts.append(f"<{name}{attributes}{'/>' if self.is_xml and tag in _VOID else end}")
        return name

    def _led(self, tag: str, given: Attributes) -> tuple[str, Attributes]:
        """The element with its link or picture as this edition has it."""
        if tag == "img":
            return tag, {**given, "src": self.picture(given.get("src") or "")}
        if tag != "a":
            return tag, given
        link = self.link(given.get("href") or "")
        if link is None:
            return "span", {name: value for name, value in given.items() if name in _KEPT_WITHOUT_LINK}
        return tag, {**given, "href": link}

    def _attribute(self, name: str, value: str | None) -> str:
        if value is None:
            return f' {name}="{name}"' if self.is_xml else f" {name}"
        return f' {_SVG_NAMES.get(name, name)}="{escape(value)}"'
