"""From page to page on a server and in a folder without a network, where each page says itself what it may load."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor
from tests.support.sites import FORMERLY

pytestmark = pytest.mark.browser

KINDS_OF_PAGES = (
    "",
    "praktyki/",
    "praktyki/epic/",
    "tematy/migrant-integration/",
    "mapa/",
    "os-czasu/",
    "o-katalogu/",
    "dla-redakcji/pola/",
)
# What somebody might smuggle into a page: a script, a picture that reports who looks, a question to another host.
SMUGGLED = """async () => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  const picture = new Image();
  picture.src = "https://example.invalid/who.png";
  document.body.append(script, picture);
  const answer = await fetch("https://example.invalid/").then(() => "answered", () => "refused");
  return [window.ran, answer];
}"""


def test_every_kind_of_page_opens_in_a_folder_without_a_complaint(visit: Visit, offline_folder: Path) -> None:
    visitor = visit(base=f"{offline_folder.as_uri()}/")
    for address in KINDS_OF_PAGES:
        page = visitor.open(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_former_address_leads_on_in_a_folder(visit: Visit, offline_folder: Path) -> None:
    page = visit(base=f"{offline_folder.as_uri()}/").open(f"praktyki/{FORMERLY[0]}/")
    page.wait_for_url(f"**/praktyki/{FORMERLY[1]}/index.html")
    expect(page.locator(f"article[data-practice={FORMERLY[1]}]")).to_be_visible()


def test_what_was_smuggled_into_a_page_does_nothing(browser: Browser, offline_folder: Path) -> None:
    visitor = Visitor(browser, f"{offline_folder.as_uri()}/")
    page = visitor.open("praktyki/epic/")
    assert visitor.complaints == []
    assert page.evaluate(SMUGGLED) == [None, "refused"]
    refusals = [complaint for complaint in visitor.complaints if "Content Security Policy" in complaint]
    visitor.close()
    assert [
        rule for rule in ("script-src", "img-src", "connect-src") if not any(rule in each for each in refusals)
    ] == []


def test_the_map_leads_to_the_practices_of_a_place(anywhere: Visit) -> None:
    page = anywhere().open("mapa/")
    page.locator(".place__all[href*='place=sopot']").click()
    page.wait_for_url(re.compile(r"/praktyki/(index\.html)?\?place=sopot$"))
    expect(page.locator("#tresc [role=status]")).to_have_text("4 praktyki")
    expect(page.locator("input[name=place][value=sopot]")).to_be_checked()


def test_the_timeline_leads_to_a_practice(anywhere: Visit) -> None:
    page = anywhere().open("os-czasu/")
    page.locator("#tresc").get_by_role("link", name="Pracownia").first.click()
    expect(page.locator("article[data-practice=gdynia-pracownia]")).to_be_visible()
