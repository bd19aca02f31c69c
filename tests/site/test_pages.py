"""What every page of the real site is made of: one heading, one language, names for everything, nothing that runs."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborNode
from tests.support.pages import BuiltSite, Page, attribute_values, words
from tests.support.paths import ENTRIES

pytestmark = pytest.mark.site

OWN_SCRIPTS = "assets/scripts/"


def test_the_build_has_nothing_to_warn_of(site: BuiltSite) -> None:
    assert [line for line in site.log.splitlines() if line.startswith(("WARNING", "ERROR"))] == []


def test_each_entry_has_its_page(site: BuiltSite) -> None:
    assert len(ENTRIES) >= 14
    assert {page.one("article[data-practice]").attributes["data-practice"] for page in practice_pages(site)} == ENTRIES
    for entry in ENTRIES:
        assert site.practice(entry).one("article[data-practice]").attributes["data-practice"] == entry


def test_ids_are_unique_on_each_page(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert [each for each, n in Counter(page.ids).items() if n > 1] == [], page


def test_each_page_has_one_main_heading_and_skips_no_level(site: BuiltSite) -> None:
    for page in site.pages.values():
        levels = [int((node.tag or "h0")[1]) for node in page.all("h1, h2, h3, h4, h5, h6")]
        assert (levels[0], levels.count(1)) == (1, 1), page
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], page


def test_no_heading_is_empty(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert [node.html for node in page.all("h1, h2, h3, h4, h5, h6") if not words(node)] == [], page


def test_each_page_and_each_article_name_their_language(site: BuiltSite) -> None:
    for page in site.pages.values():
        language = page.language
        assert page.one("html").attributes["lang"] == language, page
        articles = page.all("article[data-practice]")
        assert [node for node in articles if node.attributes.get("lang") != language] == [], page


def test_each_page_has_a_title_of_its_own(site: BuiltSite) -> None:
    titles = {page.address: words(page.one("head > title")) for page in site.pages.values()}
    assert [address for address, title in titles.items() if not title.removesuffix("– Katalog dobrych praktyk")] == []
    assert {title: n for title, n in Counter(titles.values()).items() if n > 1} == {}


def test_each_page_describes_itself_to_search_engines(site: BuiltSite) -> None:
    for page in site.pages.values():
        description = page.one("meta[name=description]").attributes["content"]
        assert description
        assert len(description.split()) > 2, page


def test_a_practice_is_described_by_its_summary(site: BuiltSite) -> None:
    for practice_id, record in site.records.items():
        assert site.practice(practice_id).one("meta[name=description]").attributes["content"] == record["summary"]


def test_nothing_on_a_page_runs_but_the_scripts_of_the_site(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert page.all("script:not([src], [type='application/ld+json'])") == [], page
        loaded = [value for name in ("src", "data-theme") for _, value in attribute_values(page, ("script", name))]
        sources = [site.file_at(page.resolve(address)) for address in loaded]
        assert [name for name in sources if not (name or "").startswith(OWN_SCRIPTS)] == [], page
        assert handlers(page) == [], page
        assert scripted_links(page) == [], page
        assert page.all("iframe, object, embed, base, applet, frame") == [], page


def test_no_element_says_the_same_twice(site: BuiltSite) -> None:
    for page in site.pages.values():
        for tag in re.findall(r"<[a-z][^<>]*>", page.html):
            names = re.findall(r"\s([a-z:-]+)=", re.sub(r'"[^"]*"', "", tag))
            assert len(names) == len(set(names)), f"{page}: {tag}"


def test_every_picture_has_a_text_or_is_hidden_from_readers_of_text(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert [node.html for node in page.all("img:not([alt])")] == [], page
        for node in page.all("svg"):
            has_name = node.attributes.get("aria-label") or node.attributes.get("aria-labelledby")
            named = node.attributes.get("role") in ("img", "group") and has_name
            assert named or node.attributes.get("aria-hidden") == "true", f"{page}: {node.html}"


def test_every_table_has_a_name_and_headers_with_a_direction(site: BuiltSite) -> None:
    tables = 0
    for page in site.pages.values():
        for table in page.all("table"):
            tables += 1
            assert [words(node) for node in table.css("caption") if words(node)] or is_in_named_part(table), page
            headers = table.css("th")
            assert headers, page
            assert [node.html for node in headers if node.attributes.get("scope") not in ("col", "row")] == [], page
    assert tables > 1


def test_what_is_named_by_an_id_is_there(site: BuiltSite) -> None:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
    for page in site.pages.values():
        pairs = attribute_values(page, *(("*", name) for name in names))
        assert [value for _, value in pairs if not set(value.split()) <= set(page.ids)] == [], page


def test_every_link_and_button_says_something(site: BuiltSite) -> None:
    for page in site.pages.values():
        silent = [node.html for node in page.all("a, button") if not (words(node) or node.attributes.get("aria-label"))]
        assert silent == [], page


def test_the_menu_marks_where_the_reader_is(site: BuiltSite) -> None:
    for address, label in (("praktyki/", "Praktyki"), ("praktyki/epic/", "Praktyki"), ("o-katalogu/", "O katalogu")):
        for menu in site.pages[address].all(".menu-list"):
            assert [words(node) for node in menu.css("[aria-current]")] == [label], address
    assert site.pages["organizacje/"].all(".menu-list [aria-current]") == []


def practice_pages(site: BuiltSite) -> list[Page]:
    return [page for page in site.pages.values() if page.all("article[data-practice]")]


def is_in_named_part(node: LexborNode) -> bool:
    """Whether a table stands in a region that says what it is, or among the prose of a section that has a heading.

    Markdown has no captions.
    """
    above, is_prose = node.parent, False
    while above is not None and not {"aria-label", "aria-labelledby"} & above.attributes.keys():
        is_prose = is_prose or "prose" in (above.attributes.get("class") or "").split()
        above = above.parent
    if above is None:
        return False
    if not (above.attributes.get("aria-label") or is_prose or "prose" in (above.attributes.get("class") or "").split()):
        return False
    return above.attributes.get("role", above.tag) in ("region", "section")


def handlers(page: Page) -> list[str]:
    return [f"{node.tag} {name}" for node in page.all("*") for name in node.attributes if name.startswith("on")]


def scripted_links(page: Page) -> list[str]:
    values = (value or "" for node in page.all("*") for value in node.attributes.values())
    return [value for value in values if is_scripted(value)]


def is_scripted(value: str) -> bool:
    return "".join(value.split()).lower().startswith(("javascript:", "vbscript:", "data:text"))
