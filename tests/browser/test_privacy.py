"""The page about privacy is true: what it says is kept is kept, and nothing else; no cookie, no other host."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.support.pages import BuiltSite
from tests.support.thorough import Few

from bench.auditing import sample_of

pytestmark = pytest.mark.browser

# Cookies are asked for by the browser itself, since a script does not see all of them.
KEPT = """async () => [
  ...document.cookie.split(";").filter(Boolean).map((cookie) => "cookie: " + cookie),
  ...Object.keys(localStorage).map((name) => name.slice(name.indexOf(".") + 1)),
  ...Object.keys(sessionStorage).map((name) => "session: " + name),
  ...(await indexedDB.databases()).map(({ name }) => "database: " + name),
  ...(self.isSecureContext && location.protocol !== "file:" ? await caches.keys() : []).map((name) => "cache: " + name),
].sort()"""
CLAIMED = "[...document.querySelectorAll('[data-kept]')].map((item) => item.dataset.kept).sort()"


def kept_by(page: Page) -> list[str]:
    """What a browser keeps of the site, by names without that of the site's folder."""
    assert page.context.cookies() == []
    names: list[str] = page.evaluate(KEPT)
    return names


@pytest.fixture
def kinds(site: BuiltSite, offline_folder: Path, few: Few) -> Callable[[str], list[str]]:
    """The addresses of the pages that the audit tries, and of the real site a few more, by the address of the site.

    In English the same scripts run on the same elements: of these pages every third, and at night all.
    """

    def addresses(base: str) -> list[str]:
        if base.startswith("file:"):
            sampled = sample_of(offline_folder)
            in_english = [page for page in sampled if page.language == "en"]
            left_out = {*in_english} - {*few.of(in_english, len(in_english) // 3)}
            return [page.address for page in sampled if page not in left_out]
        return sorted({*(page.address for page in sample_of(site.folder)), *one_of_each_kind(site)})

    return addresses


def one_of_each_kind(site: BuiltSite) -> list[str]:
    """An address of each kind: every page of its own, and the first of those that lie in a folder of their kind."""
    first: dict[tuple[str, int], str] = {}
    for address in sorted(site.pages):
        first.setdefault((address.partition("/")[0], address.count("/")), address)
    return [*first.values()]


def test_no_kind_of_page_breaks_the_policy_sets_a_cookie_keeps_anything_or_asks_another_host(
    anywhere: Visit, kinds: Callable[[str], list[str]]
) -> None:
    # Whoever is asked besides, and what the policy forbids, becomes a complaint, which ends the test as failed.
    visitor = anywhere()
    addresses = kinds(visitor.base)
    assert len(addresses) > 40
    kept = {}
    for address in addresses:
        kept[address] = kept_by(visitor.open(address))
        expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    assert {address: names for address, names in kept.items() if names} == {}


def test_the_search_keeps_nothing(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/")
    page.locator("#tresc").get_by_role("searchbox").fill("uchodźcy")
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("młodzież")
    page.locator(".search-panel__item").first.wait_for()
    assert kept_by(page) == []


def test_the_form_keeps_what_the_page_about_privacy_says(anywhere: Visit) -> None:
    visitor = anywhere()
    page = visitor.open("zglos/#krok-1")
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    page.get_by_role("textbox", name="Tytuł").first.fill("Ogród przy szkole")
    visitor.wait_for("Object.keys(localStorage).some((name) => name.includes('.zglos.szkic.'))")
    page.locator("details.form__drafts summary").click()
    page.locator("[data-new]").click()
    page.get_by_role("textbox", name="Tytuł").first.fill("Rower dla każdego")
    page.locator("[data-theme-button]").click()
    visitor.wait_for("Object.keys(localStorage).length === 3")
    visitor.open("praktyki/gdynia-pracownia/").get_by_label("Porównaj").check()
    visitor.wait_for("Object.keys(localStorage).length === 4")
    # Each draft has a name of its own.
    kept = sorted({re.sub(r"(?<=zglos\.szkic)\..*|session: .*(?=zglos\.)", "", name) for name in kept_by(page)})
    claimed: list[str] = visitor.open("prywatnosc/").evaluate(CLAIMED)
    assert kept == claimed
    assert visitor.open("en/privacy/").evaluate(CLAIMED) == claimed
