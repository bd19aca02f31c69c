"""The sheet with the filters on a narrow screen, in a real browser: opened, folded, counted, closed, enlarged."""

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.catalogue_page import results, status, tick
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import barriers
from tests.browser.test_focus import focused
from tests.browser.visitor import PHONE, Visitor
from tests.support.thorough import Few, at_night

pytestmark = pytest.mark.browser

NARROW, BROADEST = 390, 1039
# What a screen reader hears: changes of live regions that a modal dialog does not hide.
LISTEN = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status], [aria-live]")) {
    new MutationObserver(() => {
      const modal = document.querySelector("dialog[open]");
      if (region.textContent && (!modal || modal.contains(region))) window.heard.push(region.textContent);
    }).observe(region, { childList: true });
  }
}"""
UNFOLD = """for (const each of document.querySelectorAll("dialog details")) each.open = true;
for (const each of document.querySelectorAll(".facet__fold[aria-expanded=false]")) each.click();"""
# A modal dialog takes the focus from what is behind it without a mark that a script could see.
HIDE_BEHIND = """for (let each = document.querySelector("dialog"); each !== document.body; each = each.parentElement) {
  for (const other of each.parentElement.children) if (other !== each) other.inert = true;
}"""
SHIFT = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Filtry")


def opened(page: Page) -> Locator:
    """The sheet, opened."""
    page.locator("[data-filters-toggle]").click()
    expect(sheet(page)).to_be_visible()
    return sheet(page)


def fold(page: Page, name: str) -> Locator:
    return sheet(page).get_by_role("button", name=name)


@pytest.mark.parametrize("width", [NARROW, BROADEST])
def test_on_a_narrow_screen_filters_wait_in_a_sheet_and_its_button_counts_them(anywhere: Visit, width: int) -> None:
    visitor = anywhere(width=width)
    page = visitor.open("praktyki/?theme=migrant-integration")
    results(page)
    toggle = page.get_by_role("button", name="Filtry (1)")
    expect(toggle).to_have_attribute("aria-haspopup", "dialog")
    expect(tick(page, "place", "stralsund")).to_be_hidden()
    toggle.click()
    expect(fold(page, "Pokaż tylko, gdy")).to_have_attribute("aria-expanded", "true")
    expect(fold(page, "Temat integracja migrantów")).to_have_attribute("aria-expanded", "false")
    fold(page, "Miejsce").click()
    tick(page, "place", "stralsund").check()
    expect(fold(page, "Miejsce Stralsund")).to_have_attribute("aria-expanded", "true")
    expect(sheet(page).get_by_role("button", name="Wyczyść (2)")).to_be_visible()
    sheet(page).get_by_role("button", name="Pokaż 3 praktyki").click()
    expect(sheet(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Filtry (2)")).to_be_focused()
    expect(status(page)).to_be_in_viewport()
    assert len(results(page)) == 3
    assert not visitor.scrolls_sideways


def test_a_wide_screen_has_the_filters_beside_the_rows(visit: Visit) -> None:
    page = visit(width=BROADEST + 1).open("praktyki/")
    expect(page.locator("[data-filters-toggle]")).to_be_hidden()
    expect(page.locator("input[name=evidence]").first).to_be_visible()
    expect(page.locator(".facet__fold")).to_have_count(0)


def test_the_sheet_fills_the_screen_and_its_foot_stays(visit: Visit) -> None:
    visitor = visit(width=NARROW)
    page = visitor.open("praktyki/")
    box = opened(page).bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["height"]) == (0, 0, 800)
    for each in page.locator(".facet__fold").all()[1:]:
        each.click()
    page.locator(".filter-sheet__body").hover()
    page.mouse.wheel(0, 5000)
    expect(page.locator("[data-facet] input:visible").last).to_be_in_viewport()
    expect(sheet(page).get_by_role("button", name="Pokaż 46 praktyk")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0, "the page behind stays where it is"


def test_the_sheet_keeps_the_focus_and_gives_it_back(visit: Visit) -> None:
    page = visit(width=NARROW).open("praktyki/")
    toggle = page.locator("[data-filters-toggle]")
    toggle.focus()
    page.keyboard.press("Enter")
    for _ in range(40):
        assert page.evaluate(
            "['BODY', 'DIALOG'].includes(document.activeElement.tagName) || !!document.activeElement.closest('dialog')"
        )
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(sheet(page)).to_be_hidden()
    expect(toggle).to_be_focused()
    opened(page).get_by_role("button", name="Zamknij").click()
    expect(toggle).to_be_focused()


def test_what_is_left_is_said_once(visit: Visit) -> None:
    page = visit(width=NARROW).open("praktyki/")
    results(page)
    page.evaluate(LISTEN)
    opened(page)
    fold(page, "Temat").click()
    page.evaluate(UNFOLD)
    tick(page, "theme", "migrant-integration").check()
    expect(sheet(page).get_by_role("button", name="Pokaż 16 praktyk")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == ["16 praktyk"]
    sheet(page).get_by_role("button", name="Wyczyść (1)").click()
    expect(sheet(page).get_by_role("button", name="Pokaż 46 praktyk")).to_be_visible()
    assert page.evaluate("heard") == ["16 praktyk", "46 praktyk"]
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == ["16 praktyk", "46 praktyk"]


def test_the_sheet_goes_once_the_window_is_wide(visit: Visit) -> None:
    page = visit(width=NARROW).open("praktyki/")
    opened(page)
    page.evaluate(UNFOLD)
    tick(page, "theme", "migrant-integration").check()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(tick(page, "theme", "migrant-integration")).to_be_visible()
    expect(tick(page, "theme", "migrant-integration")).to_be_checked()


def test_nothing_moves_when_the_sheet_opens_and_closes(visit: Visit) -> None:
    page = visit(width=NARROW, reduced_motion=False).open("praktyki/")
    page.locator("[data-filters-toggle]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate(SHIFT) < 0.001


@pytest.mark.parametrize(
    "address", ["praktyki/?theme=migrant-integration&place=gdansk", at_night("en/practices/?kind=project")]
)
def test_nothing_stands_in_the_way_in_the_sheet(visit: Visit, address: str, few: Few) -> None:
    def come(visitor: Visitor) -> None:
        page = visitor.open(address)
        results(page)
        page.locator("[data-filters-toggle]").click()
        page.evaluate(UNFOLD)
        assert page.locator(".filter-sheet").evaluate("each => each.scrollWidth <= each.clientWidth")

    assert barriers(visit, come, few.of([PHONE, NARROW, 768], 2)) == {}


@pytest.mark.parametrize(
    "window", [{"width": PHONE, "height": 256}, {"width": NARROW, "forced_colours": True}], ids=["enlarged", "forced"]
)
def test_whatever_takes_the_focus_in_the_sheet_shows_it(visit: Visit, window: dict[str, int]) -> None:
    visitor = visit(**window)
    page = visitor.open("praktyki/?theme=migrant-integration")
    results(page)
    page.locator("[data-filters-toggle]").focus()
    page.keyboard.press("Enter")
    page.evaluate(HIDE_BEHIND)
    stops, faults = focused(visitor)
    assert stops > 10
    assert faults == []


def test_with_text_twice_as_large_the_sheet_can_be_used(visit: Visit) -> None:
    visitor = visit(width=PHONE, height=480)
    visitor.prefer_text_of(32)
    page = visitor.open("praktyki/?theme=migrant-integration")
    results(page)
    opened(page)
    page.evaluate(UNFOLD)
    assert page.locator(".filter-sheet").evaluate("each => each.scrollWidth <= each.clientWidth")
    tick(page, "theme", "social-inclusion").scroll_into_view_if_needed()
    tick(page, "theme", "social-inclusion").check()
    expect(fold(page, "Temat")).to_contain_text("włączenie społeczne")
    page.locator("[data-filters-close]").click()
    expect(sheet(page)).to_be_hidden()


def test_on_a_phone_the_order_stands_beside_the_button_of_the_filters(visit: Visit) -> None:
    visitor = visit(width=NARROW, height=844)
    page = visitor.open("praktyki/")
    button, order = page.get_by_role("button", name="Filtry", exact=True).bounding_box(), page.get_by_label("Kolejność")
    chosen = order.bounding_box()
    assert button is not None
    assert chosen is not None
    assert (chosen["y"], chosen["height"]) == pytest.approx((button["y"], button["height"]), abs=1)
    assert chosen["x"] > button["x"] + button["width"]
    assert not visitor.scrolls_sideways
