"""Pages written by hand: what a generator made of their text, with headings, tables and the parts that we generate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from markupsafe import Markup

from ..addresses import PRACTICES
from ..article import Article
from ..rendering import Renderer


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its anchor, and its words as HTML."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page written by hand as a generator made HTML of its text.

    Attributes:
        source: its file, from the folder of these pages.
        url: where it stands on the site.
        language: that of the page.
        title: its title as HTML.
        html: its text as HTML, without what the catalogue adds.
        headings: anchor and words, as HTML, of the headings of the first level below the title.
        meta: what stands at the head of its file, as JSON values.
    """

    source: str
    url: str
    language: str
    title: str
    html: str
    headings: tuple[tuple[str, str], ...]
    meta: Mapping[str, Any]

    @property
    def file(self) -> str:
        """Where its file stands on the site."""
        return f"{self.url}index.html" if not self.url or self.url.endswith("/") else self.url

    def to_json(self) -> list[Any]:
        return [getattr(self, each.name) for each in fields(self)]

    @classmethod
    def from_json(cls, value: Any) -> "SourcePage":
        """What :meth:`to_json` gave.

        Raises:
            ValueError: the value has another shape.
        """
        *texts, headings, meta = value
        source, url, language, title, html = texts
        anchors = tuple((anchor, words) for anchor, words in headings)
        return cls(source, url, language, title, html, anchors, dict(meta))


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page as a generator hands it over.

    ``address`` is its Polish one, ``content`` HTML, ``title`` HTML too, ``headings`` those of the first level below the
    title, and ``meta`` what stands at the head of its file.
    """

    address: str
    title: str
    content: str
    headings: Sequence[Heading] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_home(self) -> bool:
        """Whether this is the home page of its language."""
        return not self.address


@dataclass(frozen=True, slots=True)
class HomeParts:
    """What the catalogue adds to the home page: ``hero`` beside the search box, ``overview`` below it, both HTML, and
    what is said of a copy that nobody brings up to date.
    """

    hero: str
    overview: str
    state: str | None = None
    edition: str | None = None


def prose_article(page: HandWritten, description: str, renderer: Renderer) -> Article:
    """A page of text, with a table of contents if it has several headings."""
    content = renderer.render(
        "frame/prose.html",
        page.address,
        title=_plain(page.title),
        needs_title="<h1" not in page.content,
        content=Markup(_scrolling(page.content, renderer.t("chrome.table"))),  # noqa: S704 - made by the generator
        contents=[{"id": each.id, "title": Markup(each.title)} for each in page.headings],  # noqa: S704
    )
    return _article(page, description, content)


def home_article(page: HandWritten, description: str, parts: HomeParts, renderer: Renderer) -> Article:
    """The home page: its text, the search, and what the catalogue adds."""
    content = renderer.render(
        "frame/home.html",
        page.address,
        title=_plain(page.title),
        content=Markup(page.content),  # noqa: S704 - made by the generator
        search=PRACTICES,
        examples=page.meta.get("examples", ()),
        state=parts.state,
        edition=parts.edition,
        hero=Markup(parts.hero),  # noqa: S704 - finished fragments
        overview=Markup(parts.overview),  # noqa: S704
    )
    return _article(page, description, content, has_bands=True)


def _article(page: HandWritten, description: str, content: str, *, has_bands: bool = False) -> Article:
    return Article(
        page.address,
        _plain(page.title),
        str(page.meta.get("description") or description),
        content,
        str(page.meta.get("section", "")),
        styles="home" if has_bands else "text",
        leads_home=False,
        has_bands=has_bands,
    )


def _plain(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704 - tags go


def _scrolling(html: str, label: str) -> str:
    """Wide tables and code in a place of their own that scrolls, also by keyboard."""
    html = html.replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')
    html = html.replace("<th ", '<th scope="col" ').replace("<th>", '<th scope="col">')
    first, *others = html.split("<table>")
    frame = '<div class="table-scroll" role="region" tabindex="0" aria-label="{} {}"><table>'
    return first + "".join(frame.format(label, number) + part for number, part in enumerate(others, start=1))
