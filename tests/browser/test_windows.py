"""Windows that several tests use one after the other: each test finds its own as if nobody had been there."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser
from tests.browser.visitor import PHONE, WIDE, Visitor

pytestmark = pytest.mark.browser

# What the page keeps while it goes is kept by nobody who is still there.
KEEP_AT_THE_END = "() => addEventListener('pagehide', () => localStorage.setItem('note', 'kept at the end'))"
KEEP = "() => { for (const place of [localStorage, sessionStorage]) place.setItem('note', 'kept'); }"
KEPT = "[localStorage, sessionStorage].map((place) => place.getItem('note'))"
LOOK = """[
  innerWidth, matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches,
  performance.getEntriesByType("navigation")[0].type, self.mark ?? "no mark",
]"""
ADDRESS = "zglos/#krok-1"


@pytest.fixture
def visitor(browser: Browser, web: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, web)
    yield visitor
    visitor.close()


@pytest.mark.parametrize("address", [ADDRESS, "praktyki/"])
def test_whoever_takes_a_window_finds_nothing_that_was_kept(visitor: Visitor, address: str) -> None:
    page = visitor.open(ADDRESS)
    page.evaluate(KEEP)
    page.evaluate(KEEP_AT_THE_END)
    page.evaluate("() => { self.mark = 'a mark'; }")
    page.emulate_media(media="print")
    assert visitor.returns
    visitor.come(width=PHONE, scheme="dark")
    assert visitor.open(address).evaluate(KEPT) == [None, None]
    assert page.evaluate(LOOK) == [PHONE, False, True, "navigate", "no mark"]


def test_what_is_kept_stays_for_whoever_has_the_window(visitor: Visitor) -> None:
    visitor.open("").evaluate(KEEP)
    assert visitor.open("praktyki/").evaluate(KEPT) == ["kept", "kept"]
    visitor.come(width=WIDE)
    visitor.open("").evaluate(KEEP)
    assert visitor.open("praktyki/").evaluate(KEPT) == ["kept", "kept"]


def test_a_page_after_the_first_loses_nothing_where_the_window_is_still_being_emptied(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Visitor, "_take_back", lambda *_: None)
    visitor.come(width=WIDE)
    visitor.open("").evaluate(KEEP)
    assert visitor.open("praktyki/").evaluate(KEPT) == ["kept", "kept"]


@pytest.mark.parametrize(
    "change",
    [
        lambda visitor: visitor.page.route("**/x", lambda route: route.abort()),
        lambda visitor: visitor.page.on("request", lambda request: None),
        lambda visitor: visitor.page.context.new_page(),
        lambda visitor: visitor.page.context.set_offline(True),
        Visitor.refuse_storage,
        lambda visitor: visitor.prefer_text_of(32),
    ],
    ids=["a route", "a listener", "a second page", "no network", "no storage", "larger text"],
)
def test_a_window_that_is_another_for_good_is_used_by_nobody_else(
    visitor: Visitor, change: Callable[[Visitor], object]
) -> None:
    assert visitor.returns
    change(visitor)
    assert not visitor.returns
