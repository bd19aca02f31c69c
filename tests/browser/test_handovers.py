"""From the home page to what a place took over from others, by keyboard, on a server and in a folder."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE

pytestmark = pytest.mark.browser


def test_what_a_place_took_over_is_a_press_and_a_result_away(anywhere: Visit) -> None:
    page = anywhere().open("")
    page.get_by_role("button", name="Szukaj").first.press("Enter")
    page.keyboard.type("Lublin")
    every = page.get_by_role("dialog").get_by_role("link", name=re.compile("^Wszystkie wyniki"))
    expect(every).to_have_attribute("href", re.compile("[?]q=Lublin$"))  # the first letters are answered too
    found = page.get_by_role("link", name="Lublin: co przejęto od innych")
    expect(found).to_be_visible()
    for _ in range(20):
        if found.evaluate("link => link === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lublin")
    expect(page.get_by_role("heading", name="Przejęte od innych")).to_be_in_viewport()
    expect(page.locator("#przejete + ul a", has_text="Panel obywatelski")).to_be_in_viewport()


@pytest.mark.parametrize("forced_colours", [False, True])
def test_marks_of_a_trail_differ_without_colours_too(visit: Visit, *, forced_colours: bool) -> None:
    page = visit(forced_colours=forced_colours).open("praktyki/gdansk-panel-obywatelski/")
    edges = page.locator("#wdrozenia ~ .trail > li").evaluate_all(
        "stops => stops.map(stop => {const mark = getComputedStyle(stop, '::after');"
        " return [mark.borderTopStyle, parseFloat(mark.borderTopWidth) * 2 >= parseFloat(mark.height) - 1]})"
    )
    assert edges == [["solid", True], ["solid", False], ["dashed", False]]


def test_a_trail_goes_down_the_page_on_a_phone_and_across_it_elsewhere(visit: Visit) -> None:
    for width, goes_down in ((PHONE, True), (1280, False)):
        page = visit(width=width).open("praktyki/gdansk-panel-obywatelski/")
        if goes_down:
            page.get_by_role("button", name="Kto jeszcze tak robił").press("Enter")
        first, second = (page.locator(".trail > li").nth(n).bounding_box() for n in (0, 1))
        assert first
        assert second
        assert (second["x"] == first["x"], second["y"] > first["y"]) == (goes_down, goes_down)


def test_words_hidden_in_a_table_that_scrolls_do_not_widen_the_page(visit: Visit) -> None:
    visitor = visit(width=PHONE)
    visitor.open("praktyki/gdansk-panel-obywatelski/").evaluate(
        """() => {
          const cell = "<td>w planie <span class='visually-hidden'>nie wiadomo</span></td>";
          const table = `<div class="table-scroll"><table class="data"><tr>${cell.repeat(27)}</tr></table></div>`;
          document.querySelector(".practice__story").insertAdjacentHTML("beforeend", table);
        }"""
    )
    assert not visitor.scrolls_sideways
