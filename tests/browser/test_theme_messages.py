"""What the theme and the worker of its search say to each other: not documented, so each message has a test here.

Our worker takes the place of the theme's; an update that changes a message is noticed by the test of that message.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

SETUP, READY, QUERY, RESULT = range(4)

# Notes every message and holds back those of a type in window.held until window.release() is called.
LISTEN = """
  window.heard = [];
  window.held = null;
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(address) {
      super(address);
      window.address = String(address);
      this.addEventListener("message", (event) => {
        window.heard.push({ from: "worker", ...event.data });
        if (window.held !== event.data.type) return;
        event.stopImmediatePropagation();
        window.release = () => {
          window.held = null;
          this.dispatchEvent(new MessageEvent("message", { data: event.data }));
        };
      });
    }
    postMessage(message) {
      window.heard.push({ from: "theme", ...message });
      super.postMessage(message);
    }
  };
"""
# The policy of the pages forbids Playwright to wait by evaluating a text.
HEAR = """([who, kind]) => new Promise((resolve) => {
  const end = Date.now() + 30000;
  const look = () => {
    const said = window.heard.filter((each) => each.from === who && each.type === kind).map((each) => each.data);
    if (said.length || Date.now() > end) resolve(said);
    else setTimeout(look, 20);
  };
  look();
})"""


@pytest.fixture
def page(visit: Visit) -> Page:
    visitor = visit()
    visitor.page.add_init_script(LISTEN)
    return visitor.open("")


def heard(page: Page, who: str, kind: int) -> list[Any]:
    """What of a kind was said until now, one message."""
    said: list[Any] = page.evaluate(HEAR, [who, kind])
    assert said, f"{who} says nothing of kind {kind}"
    return said


def ask(page: Page, text: str) -> None:
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially(text)


def test_the_theme_starts_our_worker(page: Page) -> None:
    ask(page, "")
    heard(page, "theme", SETUP)
    assert page.evaluate("address").endswith("assets/scripts/search/worker.js")


def test_setup_hands_over_settings_and_no_pages(page: Page) -> None:
    ask(page, "")
    (data,) = heard(page, "theme", SETUP)
    assert {"config", "docs", "options"} <= data.keys()
    assert data["docs"] == []


def test_ready_lets_the_theme_ask(visit: Visit) -> None:
    visitor = visit()
    visitor.page.add_init_script(LISTEN + "window.held = 1;")
    page = visitor.open("")
    ask(page, "gdynia")
    heard(page, "worker", READY)
    assert page.evaluate("heard.filter(({ from, type }) => from === 'theme' && type === 2)") == []
    page.evaluate("release()")
    assert heard(page, "theme", QUERY)[-1] == "gdynia"


def test_a_query_is_what_was_typed(page: Page) -> None:
    ask(page, "okrągłe st")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert heard(page, "theme", QUERY)[-1].strip() == "okrągłe st"


def test_a_result_is_shown_as_a_link_with_its_words_marked(page: Page) -> None:
    ask(page, "uchodzca")
    link = page.locator(".md-search-result__link").first
    expect(link).to_contain_text("Pomorskie spotkania online")
    expect(link.locator("mark").first).to_be_visible()
    item = heard(page, "worker", RESULT)[-1]["items"][0][0]
    assert {"location", "title", "text", "score", "terms"} <= item.keys()
    assert item["location"].partition("?")[0] in (link.get_attribute("href") or "")


def test_a_suggestion_is_shown_behind_what_is_typed(page: Page) -> None:
    ask(page, "gdyńsk")
    suggested = page.locator("[data-md-component=search-suggest]")
    expect(suggested).to_have_text(re.compile("^gdyńsk"))  # answers to the letters before may come first
    expect(suggested).to_have_text(heard(page, "worker", RESULT)[-1]["suggest"][0])
