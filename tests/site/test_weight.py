"""A page is light: all that its first view loads, packed as servers pack it."""

import gzip
import re
from collections.abc import Mapping

import pytest
from tests.support.pages import NOT_FOUND, BuiltSite, Page
from tests.support.paths import ENTRIES

from goodpractices.publishing.styles import FOR_ALL, FOR_PAPER, STYLE_FILES, Kind, styles_of

pytestmark = pytest.mark.site

MOST = 30 * 1024
HEAVIER = {
    **dict.fromkeys(("zglos/", "en/submit/"), 112_000),
    **dict.fromkeys(("praktyki/", "en/practices/"), 66_500),
    "dla-redakcji/pola/": 40_000,
}
"""The form and the catalogue, which come with all that their scripts do, and the list of all fields, for editors."""

LOADED = {
    "script[src]": "src",
    "link[rel=stylesheet]:not([media=print])": "href",  # no screen waits for the styles of paper
    "link[rel=icon]": "href",
    "img[src]": "src",
}
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def loaded_by(page: Page) -> set[str]:
    """The addresses of the files that a page has the browser load at once."""
    named = (page.resolve(node.attributes[name] or "") for kind, name in LOADED.items() for node in page.all(kind))
    return {address.partition("site.invalid/")[2] for address in named}


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def weight(site: BuiltSite, page: Page) -> int:
    return packed(page.html.encode()) + sum(packed((site.folder / address).read_bytes()) for address in loaded_by(page))


def is_redirect(page: Page) -> bool:
    return bool(page.all("meta[http-equiv=refresh]"))


def whole_pages(site: BuiltSite) -> Mapping[str, Page]:
    return {address: page for address, page in site.pages.items() if not is_redirect(page)}


def test_the_first_view_of_every_page_is_30_kb_at_most(site: BuiltSite) -> None:
    weights = {address: weight(site, page) for address, page in whole_pages(site).items()}
    assert len(weights) > 4 * len(ENTRIES)  # practices and their sheets, each in Polish and in English
    assert min(weights.values()) > 5_000
    assert {address: kb for address, kb in weights.items() if kb > HEAVIER.get(address, MOST)} == {}


def sheets_of(page: Page) -> list[str]:
    named = [page.resolve(node.attributes["href"] or "") for node in page.all("link[rel=stylesheet]")]
    return [address.partition("site.invalid/")[2] for address in named]


def test_a_page_loads_three_files_of_styles_and_one_of_them_for_paper(site: BuiltSite) -> None:
    for page in whole_pages(site).values():
        if page.address in NOT_FOUND:  # whose links begin at the root of the host
            continue
        first, _, last = sheets_of(page)
        assert (first, last) == (FOR_ALL, FOR_PAPER)
        assert [node.attributes.get("media") for node in page.all("link[rel=stylesheet]")] == [None, None, "print"]


def classes_in(styles: str) -> set[str]:
    """The classes that some rule of a sheet is about."""
    return set(CLASS.findall(re.sub(r'\{[^{}]*\}|"[^"]*"', " ", styles)))


def test_a_page_loads_the_styles_of_every_class_that_it_has(site: BuiltSite) -> None:
    styled = {name: classes_in(site.text(name)) for name in (FOR_ALL, *STYLE_FILES)}
    known = set().union(*styled.values())
    for page in whole_pages(site).values():
        if page.address in NOT_FOUND:
            continue
        had = {each for node in page.all("[class]") for each in (node.attributes["class"] or "").split()}
        loaded = set().union(*(styled[name] for name in sheets_of(page)))
        assert (had & known) - loaded == set(), page


SCRIPTS = {"form/form.js": "form", "catalogue/page.js": "catalogue", "fit/fit.js": "choosing"}


@pytest.mark.parametrize(("script", "kind"), SCRIPTS.items(), ids=SCRIPTS)
def test_a_script_makes_nothing_that_its_page_has_no_styles_for(site: BuiltSite, script: str, kind: Kind) -> None:
    given = re.findall(r'class(?:Name)?\s*[:=]\s*"([^"]*)"', site.text(f"assets/scripts/{script}"))
    made = {each for classes in given for each in classes.split()}
    known = set().union(*(classes_in(site.text(name)) for name in STYLE_FILES))
    loaded = classes_in(site.text(FOR_ALL)) | classes_in(site.text(styles_of(kind)))
    assert made
    assert (made & known) - loaded == set()


def test_no_reader_loads_what_only_authors_of_styles_read(site: BuiltSite) -> None:
    styles = [*(site.folder / "assets" / "styles").rglob("*.css")]
    assert {path.relative_to(site.folder).as_posix() for path in styles} == {FOR_ALL, *STYLE_FILES}
    assert [path.name for path in styles if "/*" in path.read_text(encoding="utf-8")] == []
