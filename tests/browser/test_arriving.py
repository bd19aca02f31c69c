"""A page that arrives in pieces stands still for whoever reads the first of them already."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.typefaces import Typeface
from tests.support.pages import BuiltSite
from tests.support.thorough import at_night

from _shared.serving import running

pytestmark = pytest.mark.browser

PAGES = ["", "praktyki/", "praktyki/gdynia-pracownia/", "en/"]
# How much of its main part has come when it is shown for the first time.
PIECES = [0.05, 0.2]
# What Lighthouse writes as 0.000.
STILL = 0.0005
WATCH = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.moved += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""


class InTwo(SimpleHTTPRequestHandler):
    """Sends a page as far as it is told to, and the rest once that was shown."""

    def __init__(self, share: float, shown: Event, *args: Any, **named: Any) -> None:
        self.share = share
        self.shown = shown
        super().__init__(*args, **named)

    def do_GET(self) -> None:
        if not self.path.endswith("/"):
            super().do_GET()
            return
        html = Path(self.translate_path(self.path), "index.html").read_bytes()
        main = html.index(b"<main")
        end = main + int((len(html) - main) * self.share)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(html[:end])
        self.shown.wait(30)
        self.wfile.write(html[end:])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class gave it
        pass


@contextmanager
def in_two(site: BuiltSite, share: float) -> Iterator[tuple[str, Event]]:
    """The address of the site on such a server, and what lets it go on."""
    shown = Event()
    with running(partial(InTwo, share, shown, directory=str(site.folder))) as address:
        try:
            yield address, shown
        finally:
            shown.set()


@pytest.fixture(scope="module", params=["wide", at_night("narrow")])
def with_scroll_bars(
    request: pytest.FixtureRequest,
    launch_browser: Callable[..., Browser],
    environments: Mapping[Typeface, dict[str, str]],
) -> Iterator[Browser]:
    """A browser as people have it on a desk, where Playwright's own hides the bars."""
    browser = launch_browser(env=environments[request.param], ignore_default_args=["--hide-scrollbars"])
    yield browser
    browser.close()


@pytest.mark.parametrize("width", [1280, 412])
@pytest.mark.parametrize("address", PAGES)
def test_what_is_read_already_stays_where_it_is(
    with_scroll_bars: Browser, site: BuiltSite, address: str, width: int
) -> None:
    moved = {share: moved_on_arrival(with_scroll_bars, site, address, width, share) for share in PIECES}
    assert {share: value for share, value in moved.items() if value >= STILL} == {}


def moved_on_arrival(browser: Browser, site: BuiltSite, address: str, width: int, share: float) -> float:
    """How far a page moved by itself (CLS) when the rest of it came after the first piece was shown."""
    with in_two(site, share) as (base, shown):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.add_init_script(WATCH)
        page.goto(base + address, wait_until="commit")
        wait_for_paint(page)
        assert page.evaluate("document.readyState") == "loading"
        shown.set()
        page.wait_for_load_state("load")
        wait_for_frames(page)
        moved = float(page.evaluate("window.moved"))
        page.close()
    return moved


def wait_for_paint(page: Page) -> None:
    # Playwright's own wait evaluates a text on the page, which the policy of a page forbids.
    while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length > 0"):
        page.wait_for_timeout(20)
    wait_for_frames(page)


def wait_for_frames(page: Page) -> None:
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )
