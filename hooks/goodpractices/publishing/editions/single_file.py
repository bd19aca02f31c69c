"""A practice as one HTML file that needs nothing else: to be sent by mail, printed, or put into somebody's archive."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from markupsafe import Markup

from ...catalogue import Identity, Practice
from ...finding import AnalysedCatalogue
from ...wording import Translations
from ..addresses import Links
from ..article import Article
from ..frame import plain_styles
from ..pages import practice_article, practice_inputs
from ..pictures import published_picture
from ..rendering import Renderer

STYLES = ("tokens.css", "lists.css", "practice.css", "prose.css", "print.css")
"""The styles of the site that an article is shown with, in their order."""

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# The way through the site, and what can be done on it alone.
_LEFT_OUT, _LEFT_OUT_CLASSES = {"script", "nav"}, {"practice__take", "cite-files", "easy-link"}
_KINDS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png"}
# Stands for a site whose address is not known; no host of this name can exist.
_NOWHERE = "https://nowhere.invalid/"

Attributes = list[tuple[str, str | None]]


def single_file(practice: Practice, analysed: AnalysedCatalogue, identity: Identity, folder: Path, styles: str) -> str:
    """The page of a practice with its styles and pictures in it, without scripts and without links that lead nowhere.

    ``folder`` has the practices and their pictures. Links to other pages lead to the site if its address is known,
    otherwise their words are left.

    Raises:
        UnusablePicture: when a picture cannot be published.
        OSError: when a picture cannot be read.
    """
    renderer = _renderer()
    related = analysed.related.to(practice)
    article = practice_article(
        practice_inputs(practice, related, analysed.catalogue, identity, renderer.links), renderer
    )
    shown_styles = plain_styles(f"{styles}\n{renderer.source('single.css')}")
    return renderer.render(
        "single.html",
        article.address,
        article=article,
        site_name=identity.name,
        policy=_policy(shown_styles),
        styles=Markup(shown_styles),  # noqa: S704 - our own
        content=Markup(_stand_alone(article, identity.address, folder / practice.id)),  # noqa: S704 - rendered before
    )


@cache
def _renderer() -> Renderer:
    """Templates compiled once for all practices."""
    return Renderer(Translations.load("pl"), Links())


def read_styles(folder: Path) -> str:
    """The text of ``STYLES`` from a folder.

    Raises:
        OSError: when one of them is not there.
    """
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in STYLES)


def _policy(styles: str) -> str:
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _stand_alone(article: Article, site: str | None, pictures: Path) -> str:
    base = f"{site.rstrip('/')}/" if site else _NOWHERE
    anchors = set(re.findall(r'\sid="([^"]+)"', article.content))

    def target(link: str) -> str | None:
        """Where a link leads from a file on its own; ``None`` for nowhere."""
        if link.startswith("#"):
            return link if link[1:] in anchors else None
        address = urljoin(base + article.address, link)
        return None if address.startswith(_NOWHERE) else address

    def picture(name: str) -> str:
        kind = _KINDS.get(Path(name).suffix[1:].lower(), "webp")
        return f"data:image/{kind};base64,{base64.b64encode(published_picture(pictures / name)).decode()}"

    rewriter = _Rewriter(target, picture)
    rewriter.feed(article.content)
    rewriter.close()
    return "".join(rewriter.written)


class _Rewriter(HTMLParser):
    """Writes the HTML it reads, but for links, pictures and parts that only make sense on the site."""

    def __init__(self, target: Callable[[str], str | None], picture: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._target = target
        self._picture = picture
        self._links: list[str] = []  # what the open links became
        self._skipped = 0  # how deep in a part that is left out

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Copy the tag, or change it for what works in a file on its own."""
        if (
            self._skipped
            or tag in _LEFT_OUT
            or not _LEFT_OUT_CLASSES.isdisjoint((dict(attrs).get("class") or "").split())
        ):
            self._skipped += tag not in _VOID
        elif tag == "a":
            self._open_link(attrs)
        elif tag == "img":
            self._write(tag, [(name, self._picture(value or "") if name == "src" else value) for name, value in attrs])
        else:
            self.written.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Copy a tag that closes itself, as drawings have them."""
        if not self._skipped:
            self.written.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if self._skipped:
            self._skipped -= 1
        else:
            self.written.append(f"</{self._links.pop() if tag == 'a' else tag}>")

    def handle_data(self, data: str) -> None:
        """Copy text."""
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        """Copy a named sign."""
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Copy a numbered sign."""
        self._copy(f"&#{name};")

    def _copy(self, text: str) -> None:
        if not self._skipped:
            self.written.append(text)

    def _open_link(self, attrs: Attributes) -> None:
        target = self._target(dict(attrs).get("href") or "")
        if target is None:  # its words stay, and look as they did
            self._links.append("span")
            self._write("span", [(name, value) for name, value in attrs if name in ("class", "id", "lang")])
        else:
            self._links.append("a")
            self._write("a", [(name, target if name == "href" else value) for name, value in attrs])

    def _write(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        written = "".join(f' {name}="{escape(value)}"' if value is not None else f" {name}" for name, value in attrs)
        self.written.append(f"<{tag}{written}>")
