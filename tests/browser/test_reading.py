"""Reading the site: on wide and narrow screens, in both schemes, by keyboard, without scripts, on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, WIDE, Scheme

pytestmark = pytest.mark.browser

RICH = "praktyki/gdynia-pracownia/"
PAGES = ["", RICH, "praktyki/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_from_a_folder_without_a_server(
    visit: Visit, offline_folder: Path, address: str, width: int, scheme: Scheme
) -> None:
    visitor = visit(base=f"{offline_folder.as_uri()}/", width=width, scheme=scheme)
    page = visitor.open(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not visitor.scrolls_sideways


def test_links_lead_from_page_to_page_in_a_folder(visit: Visit, offline_folder: Path) -> None:
    page = visit(base=f"{offline_folder.as_uri()}/").open("")
    page.locator(".site-nav").get_by_role("link", name="Praktyki").click()
    page.get_by_role("link", name="Jaworznicka młodzież solidarna w działaniu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jaworznicka młodzież solidarna w działaniu")
    page.locator("[data-field=themes] a").first.click()
    expect(page.locator("[data-practice-card=jaworzno-mlodziez-solidarna]")).to_be_visible()
    page.locator(".brand").click()
    assert page.url == f"{offline_folder.as_uri()}/index.html"


def test_a_colour_scheme_of_the_system_is_followed(visit: Visit) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = visit(scheme=scheme).open("")
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert lightness(grounds[0]) > 200
    assert lightness(grounds[1]) < 60


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open(RICH)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Przejdź do treści")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert visitor.focused.startswith("tresc")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#tresc').contains(document.activeElement)")


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit(width=PHONE).open("")
    menu = page.locator("details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    link = menu.get_by_role("link", name="Tematy")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Praktyki")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


@pytest.mark.parametrize("address", PAGES)
def test_everything_can_be_read_without_scripts(visit: Visit, address: str) -> None:
    visitor = visit(width=PHONE, javascript=False)
    page = visitor.open(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-theme-button]").first).to_be_hidden()
    assert page.locator("#tresc a:visible").count() > 5


def test_the_menu_of_a_phone_opens_without_scripts(visit: Visit) -> None:
    page = visit(width=PHONE, javascript=False).open("")
    page.locator("details.menu summary").focus()
    page.keyboard.press("Enter")
    page.locator("details.menu").get_by_role("link", name="Tematy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tematy")


def test_the_theme_button_changes_the_colours_and_is_remembered(visit: Visit) -> None:
    page = visit().open("")
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.locator("[data-theme-button]").click()
    expect(page.locator("body")).to_have_attribute("data-scheme", "dark")
    dark = page.evaluate(colour)
    assert dark != before
    page.goto(page.url + "o-katalogu/")
    expect(page.locator("body")).to_have_attribute("data-scheme", "dark")
    assert page.evaluate(colour) == dark
    page.locator("[data-theme-button]").press("Enter")
    page.locator("[data-theme-button]").press("Enter")
    assert page.evaluate(colour) == before


def test_a_reference_leads_to_its_source_and_the_source_back(anywhere: Visit) -> None:
    page = anywhere().open(RICH)
    reference = page.locator("[data-indicator=took_job] .ref a")
    anchor = reference.get_attribute("id")
    reference.click()
    source = page.locator("#zrodlo-s1")
    expect(source).to_be_in_viewport()
    source.locator(f"a[href='#{anchor}']").click()
    expect(reference).to_be_in_viewport()
    assert page.url.endswith(f"#{anchor}")


def test_what_a_link_leads_to_is_not_hidden_under_the_header(visit: Visit) -> None:
    page = visit().open(f"{RICH}#partnerzy")
    expect(page.locator("#partnerzy")).to_be_in_viewport()
    header = page.locator(".site-header").bounding_box()
    heading = page.locator("#partnerzy").bounding_box()
    assert header
    assert heading
    assert heading["y"] >= max(0, header["y"] + header["height"] if header["y"] >= 0 else 0)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_figures_open_as_a_table(visit: Visit, javascript: bool) -> None:
    page = visit(width=PHONE, javascript=javascript).open(RICH)
    table = page.locator("[data-field=indicators] table")
    expect(table).to_be_hidden()
    page.get_by_text("Liczby w tabeli").click()
    expect(table).to_be_visible()
    expect(table.get_by_role("row").filter(has_text="uczestnicy: kobiety")).to_contain_text("445")


def test_paper_has_the_content_and_nothing_to_click(anywhere: Visit) -> None:
    page = anywhere().open(RICH)
    page.emulate_media(media="print")
    for chrome in (".site-header", ".site-footer", ".crumbs", ".practice__take", ".skip"):
        expect(page.locator(chrome).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-indicator=participants]")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    in_folder = page.url.startswith("file:")  # whose place says nothing to whom the sheet is given
    expect(page.locator(".print-address")).to_have_text(page.title() if in_folder else page.url)


def lightness(colour: str) -> float:
    """From 0 to 255, of a colour as ``rgb(1, 2, 3)``."""
    parts = [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    return sum(parts) / 3
