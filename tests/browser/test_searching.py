"""The search of the header, and the way from the box of the home page to the catalogue."""

import re
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

# What changes in a live region, as a screen reader would read it out.
LISTEN = """() => {
  window.announced = [];
  const region = document.querySelector("[data-announce]");
  new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true });
}"""
# Text that comes without a key: pasted with the mouse, dictated, or chosen by a helper.
INSERT = """(text) => {
  const field = document.querySelector("[data-search-panel] input");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}"""

# How much wider than its place the words of an empty field are, in pixels.
TOO_WIDE = """(field) => {
  const words = document.createElement("span");
  const { font } = getComputedStyle(field, "::placeholder");
  const { paddingLeft, paddingRight } = getComputedStyle(field);
  Object.assign(words.style, { font, position: "absolute", whiteSpace: "pre" });
  words.textContent = field.placeholder;
  document.body.append(words);
  const place = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const { width } = words.getBoundingClientRect();
  words.remove();
  return Math.max(width - place, 0);
}"""


def searched(page: Page, text: str) -> None:
    """Open the search of the header and type."""
    page.locator("[data-search-open]").click()
    page.keyboard.type(text)


def field(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("textbox")


def links(page: Page) -> Locator:
    return page.locator(".search-panel__link")


def answered(page: Page, text: str) -> Locator:
    """The link to all results, once they are those of the whole text and not of its first letters."""
    every = page.get_by_role("dialog").get_by_role("link", name=re.compile("^Wszystkie wyniki"))
    expect(every).to_have_attribute("href", re.compile(f"[?]q={re.escape(quote_plus(text))}$"))
    return every


def status(page: Page) -> Locator:
    return page.locator("[data-search-status]")


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_search_of_the_header_finds_a_practice(anywhere: Visit, width: int) -> None:
    visitor = anywhere(width=width)
    page = visitor.open("")
    page.get_by_role("button", name="Szukaj").first.click()
    panel = page.get_by_role("dialog")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Pracownia")
    result = panel.locator("a", has_text="Gdyński System Aktywizacji Społeczno-Zawodowej").first
    expect(result).to_be_visible()
    assert not visitor.scrolls_sideways
    result.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pracownia")


def test_the_search_closes_by_keyboard_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit().open("")
    opener = page.locator("[data-search-open]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_focus_stays_in_the_open_search(visit: Visit) -> None:
    page = visit().open("")
    page.locator("[data-search-open]").click()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('.search-panel').contains(document.activeElement)")


def test_what_is_typed_on_the_home_page_is_searched_for(anywhere: Visit) -> None:
    page = anywhere().open("")
    page.locator("#tresc").get_by_role("searchbox").fill("Pracownia")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/praktyki/(index\.html)?\?q=Pracownia$"))
    expect(page.locator("#tresc").get_by_role("searchbox")).to_have_value("Pracownia")
    expect(page.locator("[data-result]:visible").first).to_contain_text("Gdyński System Aktywizacji")
    expect(page.locator(".search-panel")).to_be_hidden()


def test_the_search_of_the_header_completes_the_word_being_typed(anywhere: Visit) -> None:
    page = anywhere().open("")
    page.locator("[data-search-open]").click()
    page.keyboard.type("gdyński prac")
    expect(page.locator("[data-search-suggest]")).to_have_text("gdyński praca")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("gdyński praca")


def test_no_suggestion_stands_behind_words_that_have_moved_on(visit: Visit) -> None:
    page = visit(width=PHONE).open("")
    suggested = page.locator("[data-search-suggest]")
    page.locator("[data-search-open]").click()
    page.keyboard.type("gdyński prac")
    expect(suggested).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.type("zatrudnienie socjalne ")
    expect(suggested).to_be_hidden()


def test_without_scripts_a_search_ends_at_the_list_of_practices(visit: Visit) -> None:
    page = visit(javascript=False).open("")
    page.locator("#tresc").get_by_role("searchbox").fill("Pracownia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/praktyki/?q=Pracownia")
    expect(page.locator("[data-result=gdynia-pracownia]")).to_be_visible()


def test_the_search_is_fetched_when_a_reader_turns_to_it(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/gdynia-pracownia/")
    engine = page.locator("script[src*='scripts/search.js']")
    expect(engine).to_have_count(0)
    page.locator("[data-search-open]").click()
    page.keyboard.type("Pracownia", delay=0)
    expect(page.locator(".search-panel__item").first).to_be_visible()
    expect(engine).to_have_count(1)


def test_the_list_of_practices_fetches_the_engine_once(visit: Visit) -> None:
    visitor = visit()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open("praktyki/?q=praca")
    searched(page, "Pracownia")
    expect(links(page).first).to_be_visible()
    assert [url for url in asked if url.endswith("scripts/search.js")] == []
    assert len([url for url in asked if url.endswith("core.js")]) == 1


def test_an_address_with_a_query_opens_the_search(visit: Visit) -> None:
    page = visit().open("o-katalogu/?q=Pracownia")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("Pracownia")
    expect(page.locator(".search-panel__item").first).to_be_visible()


def test_single_letters_start_nothing(visit: Visit) -> None:
    page = visit().open("")
    panel = page.locator(".search-panel")
    searched(page, "Pracownia")
    expect(links(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    for key in ("f", "s", "/", "n", "p", ",", "."):
        page.keyboard.press(key)
    expect(panel).to_be_hidden()


def test_a_closed_search_is_there_for_nobody(visit: Visit) -> None:
    page = visit().open("")
    panel = page.locator(".search-panel")
    expect(panel).to_have_attribute("inert", "")
    page.locator("[data-search-open]").click()
    expect(panel).not_to_have_attribute("inert", re.compile(""))
    panel.get_by_role("button", name="Zamknij").click()
    expect(panel).to_have_attribute("inert", "")


def test_what_is_pasted_or_dictated_is_searched_for(anywhere: Visit) -> None:
    page = anywhere().open("")
    page.locator("[data-search-open]").click()
    page.evaluate(INSERT, "Pracownia")
    expect(links(page).first).to_contain_text("Gdyński System Aktywizacji")


def test_words_are_marked_where_they_were_found(visit: Visit) -> None:
    page = visit().open("")
    searched(page, "uchodzca")
    expect(links(page).first.locator("mark").first).to_have_text(re.compile("^uchodźc"))
    links(page).first.click()
    expect(page.locator("article[data-practice] mark").first).to_be_visible()


def test_all_results_are_shown_by_the_list_of_practices_with_the_words_typed(anywhere: Visit) -> None:
    page = anywhere().open("o-katalogu/")
    searched(page, "młodzież bez pracy")
    every = answered(page, "młodzież bez pracy")
    found = re.findall("[0-9]+", every.inner_text())
    every.click()
    page.wait_for_url(re.compile(r"/praktyki/(index\.html)?\?q="))
    expect(page.locator("#tresc").get_by_role("searchbox")).to_have_value("młodzież bez pracy")
    expect(page.locator("#tresc [data-count]")).to_have_text(re.compile(f"^{found[0]} "))


def test_what_may_have_been_meant_is_one_press_away(visit: Visit) -> None:
    page = visit().open("")
    searched(page, "bibliotkea ")
    page.get_by_role("dialog").get_by_role("button", name="biblioteka").click()
    expect(field(page)).to_have_value("biblioteka")
    expect(field(page)).to_be_focused()
    expect(links(page).first).to_be_visible()
    expect(page.get_by_role("dialog").get_by_text("Czy chodziło o")).to_have_count(0)


def test_the_arrows_walk_through_the_results_and_back(visit: Visit) -> None:
    page = visit().open("")
    searched(page, "sopot")
    expect(links(page).first).to_be_visible()  # perhaps of the first letters alone
    page.keyboard.press("ArrowDown")
    expect(links(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_enter_leads_to_all_results_where_they_can_be_narrowed(anywhere: Visit) -> None:
    page = anywhere().open("")
    searched(page, "Pracownia")
    answered(page, "Pracownia")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/praktyki/(index\.html)?\?q=Pracownia$"))
    expect(page.locator("[data-result=gdynia-pracownia]:visible")).to_be_visible()
    expect(page.locator("[data-facet]").first).to_be_visible()


def test_enter_opens_a_page_written_by_hand_where_no_practice_was_found(anywhere: Visit) -> None:
    page = anywhere().open("")
    searched(page, "deklaracja")
    expect(links(page)).to_have_count(1)
    expect(links(page)).to_have_attribute("href", re.compile("/dla-redakcji/"))  # the beginning of a word may find none
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/dla-redakcji/"))


def test_the_way_to_all_results_stays_in_sight(visit: Visit) -> None:
    page = visit(width=PHONE, height=600).open("")
    searched(page, "praca")
    expect(answered(page, "praca")).to_be_in_viewport(ratio=1)
    assert links(page).count() > 10
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(
        """() => {
          const { left, bottom } = document.activeElement.getBoundingClientRect();
          return document.activeElement.contains(document.elementFromPoint(left + 20, bottom - 4));
        }"""
    ), "what has the focus is not under it"


def test_enter_before_there_are_results_leads_to_the_list_of_practices(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("")
    page.locator("[data-search-open]").click()
    expect(status(page)).to_have_text("Zacznij pisać, aby szukać.")
    page.evaluate("document.querySelector('[data-search-panel] input').value = 'Pracownia'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/praktyki/?q=Pracownia")


def test_results_are_announced_once_after_a_pause(visit: Visit) -> None:
    page = visit().open("")
    page.evaluate(LISTEN)
    page.locator("[data-search-open]").click()
    page.keyboard.type("sopot", delay=150)
    expect(page.locator("[data-announce]")).to_have_text(re.compile("^[0-9]+ wynik"))
    page.wait_for_timeout(300)
    assert page.evaluate("announced.length") == 1
    assert page.evaluate("announced[0]") == status(page).inner_text()


def test_no_zero_is_shown_or_announced_while_parts_of_the_index_are_on_their_way(visit: Visit) -> None:
    visitor = visit()
    seen: list[str] = []
    held: list[Route] = []
    visitor.page.route("**/szukaj/core.js", lambda route: held.append(route))
    page = visitor.open("")
    searched(page, "sopot")
    for _ in range(10):
        seen.append(status(page).inner_text())
        page.wait_for_timeout(150)
    held[0].continue_()
    expect(links(page).first).to_be_visible()
    assert set(seen) == {"Zacznij pisać, aby szukać."}


def test_what_is_not_found_is_said_with_a_way_on(anywhere: Visit) -> None:
    page = anywhere().open("")
    searched(page, "qwxzv")
    expect(status(page)).to_have_text("Nic nie znaleziono.")
    expect(links(page)).to_have_count(2)
    expect(links(page).first).to_have_attribute("href", re.compile("q=qwxzv$"))  # not of its beginning
    expect(links(page).last).to_have_attribute("href", re.compile("/zglos/(index.html)?#szukam=qwxzv$"))
    links(page).first.click()
    expect(page.locator("[data-empty] a[href*='theme=']")).to_have_count(5)
    page.get_by_role("link", name="Zgłoś, czego szukasz").click()
    page.wait_for_url(re.compile("/zglos/"))
    expect(page.locator("#krotko-1").get_by_label("Jak to się nazywa?")).to_have_value("qwxzv")


@pytest.mark.parametrize("start", ["", "en/"])
def test_the_words_stand_in_the_form_as_they_were_typed(anywhere: Visit, start: str) -> None:
    words = 'qwxzv <wxqz zxqw="vqxw"> & #%'
    page = anywhere().open(start)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    searched(page, words)
    way = links(page).last
    expect(way).to_have_attribute("href", re.compile("#szukam=.*%23%25$"))  # the first letters are answered too
    way.click()
    page.wait_for_url(re.compile("/(zglos|submit)/"))
    title = page.locator("#krotko-1").get_by_label(re.compile("Jak to się nazywa|What is it called"))
    expect(title).to_have_value(words)
    assert [url for url in requests if "qwxzv" in url.split("#")[0]] == []


def test_near_names_lead_on_where_nothing_is_found(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/?q=sopot&place=stralsund")
    near = page.locator("[data-near] a")
    expect(near.first).to_have_text("Sopot")
    near.first.click()
    page.wait_for_url(re.compile("[?]place=sopot$"))
    expect(page.locator("[data-rows] > li").first).to_be_visible()
    expect(page.locator("[data-chips] li")).to_have_count(2)  # one condition, and what takes all away


def test_a_search_that_cannot_be_fetched_says_so_and_is_tried_again(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("")
    page.route("**/scripts/search.js", lambda route: route.abort())
    searched(page, "sopot")
    expect(status(page)).to_contain_text("nie działa w tej chwili")
    page.unroute("**/scripts/search.js")
    page.keyboard.press("Escape")
    page.locator("[data-search-open]").click()
    expect(links(page).first).to_be_visible()
    visitor.complaints.clear()


def test_the_field_is_emptied_by_its_button(visit: Visit) -> None:
    page = visit().open("")
    searched(page, "sopot")
    expect(links(page).first).to_be_visible()
    page.get_by_role("button", name="Wyczyść").click()
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    expect(links(page)).to_have_count(0)
    expect(status(page)).to_have_text("Zacznij pisać, aby szukać.")


def test_the_scripts_of_the_theme_are_nowhere(visit: Visit) -> None:
    visitor = visit()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open("")
    searched(page, "sopot")
    expect(links(page).first).to_be_visible()
    assert [url for url in asked if "javascripts" in url] == []


@pytest.mark.parametrize("address", ["", "praktyki/", "en/", "en/practices/"])
def test_a_phone_shows_all_that_the_empty_field_says(visit: Visit, address: str) -> None:
    page = visit(width=PHONE).open(address)
    empty = page.locator("#tresc").get_by_role("searchbox").first
    assert empty.get_attribute("placeholder")
    assert empty.evaluate(TOO_WIDE) == 0
