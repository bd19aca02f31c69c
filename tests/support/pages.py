"""A built site as values to ask questions of: pages by address, their elements, what they link to."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.support.covering import covering

from goodpractices.wording import ORIGINAL, languages

# Where addresses are resolved; no host of this name can exist.
BASE = "http://site.invalid/"
# What a server shows for addresses it does not know; nothing leads there, and links begin at the root of the host.
NOT_FOUND = {"404.html", *(f"{language}/404.html" for language in languages() if language != ORIGINAL)}


class Page:
    """One page of a site."""

    def __init__(self, address: str, html: str) -> None:
        self.address = address
        self.html = html

    def __repr__(self) -> str:
        return self.address or "/"

    @property
    def language(self) -> str:
        """The language that the address stands for: Polish at the root, others in a folder of their own."""
        folder = self.address.partition("/")[0]
        return folder if folder in languages() else ORIGINAL

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        found = self.tree.css(selector)
        assert len(found) == 1, f"{self}: {len(found)} × {selector}"
        return found[0]

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.all("[id]")]

    @cached_property
    def text(self) -> str:
        """What the page says between header and footer."""
        return words(self.one("#tresc"))

    def resolve(self, link: str) -> str:
        """The absolute address a link of this page leads to."""
        return urljoin(BASE + self.address, link)


class BuiltSite:
    """A site on disk; pages are read when asked for, once."""

    def __init__(self, folder: Path, log: str = "") -> None:
        self.folder = folder
        self.log = log

    @cached_property
    def files(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every HTML file by address, a folder for its ``index.html``."""
        addresses = {name.removesuffix("index.html"): name for name in sorted(self.files) if name.endswith(".html")}
        return {address: Page(address, self.text(name)) for address, name in addresses.items()}

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def json(self, name: str) -> Any:
        return json.loads((self.folder / name).read_bytes())

    @cached_property
    def cards(self) -> Mapping[str, list[str]]:
        """What the Polish search shows of each practice, by id."""
        return self.cards_in("szukaj")

    def cards_in(self, folder: str) -> Mapping[str, list[str]]:
        """What the search of a language shows of each practice, by id: title, summary, places, rows."""
        names = [Path(name).stem for name in sorted(self.files) if name.startswith(f"{folder}/")]
        parts = {name: self.search_part(name, folder) for name in names}
        parts |= parts["core"]["parts"]
        return {card[0]: card[1:] for name, part in parts.items() if name.startswith("cards-") for card in part}

    def search_part(self, name: str, folder: str = "szukaj") -> Any:
        """What a file of the search index of a language hands over."""
        text = self.text(f"{folder}/{name}.js").strip()
        return json.loads(text.removeprefix(f'katalogPart("{name}",').removesuffix(");"))

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, Any]]:
        """The practices of the open data by id."""
        return {record["id"]: record for record in self.json("dane/praktyki.json")["practices"]}

    def practice(self, practice_id: str) -> Page:
        return self.pages[f"praktyki/{practice_id}/"]

    def file_at(self, address: str) -> str | None:
        """The file that a server gives for an absolute address, if there is one."""
        path = unquote(urlsplit(address).path).lstrip("/")
        return next((name for name in (path, f"{path.rstrip('/')}/index.html".lstrip("/")) if name in self.files), None)


def is_outside(address: str) -> bool:
    """Whether an absolute address is none of the site's own."""
    return not address.startswith((BASE, "data:"))


def attribute_values(page: Page, *pairs: tuple[str, str]) -> Iterator[tuple[LexborNode, str]]:
    """Every element that has one of the attributes, given as (tag, attribute), with its value; ``*`` is any tag."""
    for tag, name in pairs:
        for node in page.all(f"{tag}[{name.replace(':', chr(92) + ':')}]"):
            yield node, node.attributes[name] or ""


def links(site: BuiltSite) -> Iterator[tuple[Page, str]]:
    """Every link that a reader can follow, and where forms lead; a link that holds what it gives leads nowhere."""
    for page in site.pages.values():
        for _, link in attribute_values(page, ("a", "href"), ("form", "action")):
            if not link.startswith("data:"):
                yield page, link


def dead_links(site: BuiltSite) -> list[tuple[Page, str]]:
    """The links to pages and files that the site does not have."""
    inside = ((page, link) for page, link in links(site) if not is_outside(page.resolve(link)))
    return [(page, link) for page, link in inside if site.file_at(page.resolve(link)) is None]


def in_millions(number: str) -> str:
    """A whole number as pages may write a rounded amount of money: ``352000000`` as ``352 mln``, others as they are.

    >>> in_millions("9200000")
    '9,2 mln'
    """
    if not number.endswith("000") or len(number) < len("1000000"):
        return number
    return f"{int(number) / 1_000_000:g} mln".replace(".", ",")


def words(node: LexborNode) -> str:
    """The text of an element with plain single spaces."""
    return " ".join(node.text().split())


def telling(pages: Iterable[Page]) -> list[Page]:
    """Pages among which every element with its classes and its attributes occurs that occurs in any of the pages.

    What follows from the elements of a page alone is then seen without looking at pages that only say other words. The
    page that adds most comes first.
    """
    return covering({page: {_shape(node) for node in page.tree.css("*")} for page in pages})


def _shape(node: LexborNode) -> str:
    attributes = node.attributes
    return " ".join([node.tag or "", *sorted(attributes), *sorted((attributes.get("class") or "").split())])
