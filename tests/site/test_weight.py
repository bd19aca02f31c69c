"""A page is light: all that its first view loads, packed as servers pack it."""

import gzip

import pytest
from tests.support.pages import BuiltSite, Page
from tests.support.paths import ENTRIES

pytestmark = pytest.mark.site

MOST = 45_000
LOADED = {"script[src]": "src", "link[rel=stylesheet]": "href", "link[rel=icon]": "href", "img[src]": "src"}


def loaded_by(page: Page) -> set[str]:
    """The addresses of the files that a page has the browser load at once."""
    named = (page.resolve(node.attributes[name] or "") for kind, name in LOADED.items() for node in page.all(kind))
    return {address.partition("site.invalid/")[2] for address in named}


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_the_first_view_of_a_practice_is_45_kb_at_most(site: BuiltSite) -> None:
    weights = {
        page.address: packed(page.html.encode())
        + sum(packed((site.folder / address).read_bytes()) for address in loaded_by(page))
        for page in site.pages.values()
        if page.all("article[data-practice]")
    }
    assert len(weights) == 2 * len(ENTRIES)  # each in Polish and in English
    assert min(weights.values()) > 10_000
    assert {address: weight for address, weight in weights.items() if weight > MOST} == {}


def test_no_reader_loads_what_only_authors_of_styles_read(site: BuiltSite) -> None:
    styles = [*(site.folder / "assets" / "styles").rglob("*.css")]
    assert styles
    assert [path.name for path in styles if "/*" in path.read_text(encoding="utf-8")] == []
