"""Hostile entries in a real browser: nothing runs, nothing is asked of another host."""

import itertools
from collections.abc import Iterable, Sequence

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.site.test_hostile import ELEMENTS_ONLY_HERE, ONLY_HERE
from tests.support.pages import BuiltSite
from tests.support.sites import HostileSite
from tests.support.thorough import Few

from bench.auditing import sample_of

pytestmark = pytest.mark.browser

INJECTED = "#tresc img, #tresc script:not([src]), [onclick]"
QUERIES = ["alert", "onclick", "onmouseover"]
# Pages as the browser itself reads them; nothing of them runs meanwhile.
READ = """(texts) => {
  const parser = new DOMParser();
  const found = new Map();
  for (const text of texts) {
    for (const node of parser.parseFromString(text, "text/html").querySelectorAll("*")) {
      if (!found.has(node.localName)) found.set(node.localName, new Set());
      for (const name of node.getAttributeNames()) found.get(node.localName).add(name);
    }
  }
  return [...found].flatMap(([tag, names]) => [tag, ...[...names].map((name) => `${tag} ${name}`)]);
}"""
PAGES_AT_ONCE = 200
A_THIRD = 800
"""Of the pages of the hostile site, about."""


def names_in(texts: Sequence[str], page: Page) -> set[str]:
    """The elements and attributes of pages, as a browser reads them."""
    parts = [texts[start : start + PAGES_AT_ONCE] for start in range(0, len(texts), PAGES_AT_ONCE)]
    return {name for part in parts for name in page.evaluate(READ, part)}


def first_with(word: str, pages: Iterable[str]) -> list[str]:
    """The first pages with a word in them."""
    return [*itertools.islice((html for html in pages if word in html), 3)]


def test_no_practice_with_hostile_words_runs_any_of_them(
    visit: Visit, hostile: HostileSite, hostile_web: str, few: Few
) -> None:
    visitor = visit(base=hostile_web)
    # The browser finds no element and no attribute on the others either (below).
    for practice_id in few.of([*hostile.payloads], 13):
        # Until everything is loaded, scripts too; that the theme comes to rest changes nothing here.
        visitor.page.goto(f"{hostile_web}praktyki/{practice_id}/", wait_until="load")
        assert visitor.page.locator(f"article[data-practice={practice_id}]").is_visible()


def test_no_other_kind_of_page_runs_any_of_them(visit: Visit, hostile: HostileSite, hostile_web: str) -> None:
    visitor = visit(base=hostile_web)
    sections = ("tematy", "grupy", "rodzaje", "formy-wsparcia", "miejsca", "organizacje", "programy")
    some = [*hostile.payloads][::30]  # the same templates with other words, which the test below reads all of
    members = [f"{section}/{practice_id}/" for section in sections for practice_id in some]
    lists = [address for address in hostile.site.pages if address.count("/") < 2]
    for address in (*lists, *members, "praktyki/opis-0/"):
        visitor.open(address)


def test_a_browser_reads_no_element_and_no_attribute_that_the_real_site_has_not(
    visit: Visit, site: BuiltSite, hostile: HostileSite, few: Few
) -> None:
    page = visit().open("")
    # Of all of them another reader of HTML says the same (tests/site/test_hostile.py).
    read = names_in([each.html for each in few.of([*hostile.site.pages.values()], A_THIRD)], page)
    assert len(read) > 100
    read -= {*(f"{tag} {name}".strip() for tag, name in ONLY_HERE), *ELEMENTS_ONLY_HERE}
    # A page of each kind has most of them; others are looked for where their names stand, and at last everywhere.
    read -= names_in([site.pages[sample.address].html for sample in sample_of(site.folder)], page)
    pages = [each.html for each in site.pages.values()]
    read -= names_in([first for name in read for first in first_with(name.split()[-1], pages)], page)
    assert read - (names_in(pages, page) if read else set()) == set()


def test_hostile_words_among_the_results_of_a_search_stay_words(visit: Visit, hostile_web: str) -> None:
    page = visit(base=hostile_web).open("")
    page.locator("[data-search-open]").click()
    field = page.get_by_role("dialog").get_by_role("textbox")
    for query in QUERIES:
        field.clear()
        field.press_sequentially(query)
        expect(page.locator(".search-panel__item").first).to_be_visible()
        assert (
            page.locator(".search-panel__list [onclick], .search-panel__list img, .search-panel__list script").count()
            == 0
        )


@pytest.mark.parametrize("query", QUERIES)
def test_hostile_words_among_the_results_of_the_catalogue_stay_words(
    visit: Visit, hostile_web: str, query: str
) -> None:
    page = visit(base=hostile_web).open(f"praktyki/?q={query}")
    expect(page.locator("[data-result]:visible mark").first).to_be_visible()
    assert page.locator(INJECTED).count() == 0


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "'-alert(1)-'", "%"])
def test_a_hostile_question_stays_a_question(visit: Visit, query: str) -> None:
    page = visit().open("")
    page.locator("#tresc").get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("#tresc").get_by_role("searchbox")).to_have_value(query)
    expect(page.locator("[data-catalogue]")).not_to_have_attribute("aria-busy", "true")
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(query + " gdyn")
    expect(page.locator(".search-panel__item").first).to_be_visible()
