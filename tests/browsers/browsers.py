"""The browsers that journeys are tried in, by the names that the table shows."""

from collections.abc import Callable

from playwright.sync_api import Playwright
from tests.browsers.chromium import Chromium
from tests.browsers.firefox import Firefox
from tests.browsers.webkit import WebKit
from tests.browsers.window import Browser, LeftOut

from _shared.browsers import CHROMIUM, FIREFOX
from _shared.other_browsers import JOURNEY_BROWSERS, find_chromium_109, find_webkit

_HOW_TO_INSTALL = {each.name: each.how_to_install for each in JOURNEY_BROWSERS}


class Browsers:
    """Starts each browser once."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._started: dict[str, Browser] = {}

    def started(self, name: str) -> Browser:
        """The running browser of a name.

        Raises:
            LeftOut: it is not installed; the text says how to get it.
        """
        if name not in self._started:
            self._started[name] = self._start(name)
        return self._started[name]

    def _start(self, name: str) -> Browser:
        starts: dict[str, Callable[[], Browser | None]] = {
            "Chromium": lambda: Chromium(self._playwright, path, name) if (path := CHROMIUM.find()) else None,
            "Firefox ESR": lambda: Firefox(path, name) if (path := FIREFOX.find()) else None,
            "WebKit": lambda: WebKit(programs, name) if (programs := find_webkit()) else None,
            "Chromium 109": lambda: Chromium(self._playwright, path, name) if (path := find_chromium_109()) else None,
        }
        browser = starts[name]()
        if browser is None:
            raise LeftOut(_HOW_TO_INSTALL[name])
        return browser

    def close(self) -> None:
        """End all of them."""
        for browser in self._started.values():
            browser.close()
