"""A reader in a real browser, and the notes taken of everything that goes wrong around them."""

import time
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request, Response

from auditing import SCROLLS_SIDEWAYS, SHOWN, file_of

Scheme = Literal["light", "dark"]

WIDE, PHONE = 1280, 320
HEIGHT = 800

_PATIENCE = 30  # s
_PAUSE = 20  # ms


class Visitor:
    """A browser window of one width and colour scheme on a site at one address."""

    def __init__(
        self, browser: Browser, base: str, *, width: int = WIDE, scheme: Scheme = "light", javascript: bool = True
    ) -> None:
        self.base = base
        self.complaints: list[str] = []
        self._has_scripts = javascript
        self._context = browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            locale="pl-PL",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        self.page = self._context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", self._ask)
        self.page.on("requestfailed", self._miss)
        self.page.on("response", self._answer)

    def open(self, address: str) -> Page:
        """Open a page and wait until its scripts have come to rest."""
        self.page.goto(self.base + file_of(address, self.base), wait_until="load")
        if self._has_scripts:
            self.wait_for(SHOWN)
        return self.page

    def wait_for(self, condition: str) -> None:
        """Wait until a condition holds; Playwright's own wait evaluates a text, which the policy of a page forbids."""
        end = time.monotonic() + _PATIENCE
        while not self._holds(condition):
            assert time.monotonic() < end, f"still not: {condition}"
            self.page.wait_for_timeout(_PAUSE)

    def _holds(self, condition: str) -> bool:
        try:
            return bool(self.page.evaluate(condition))
        except Error:
            return False  # the page led on to another one meanwhile

    def close(self) -> None:
        self._context.close()

    @property
    def scrolls_sideways(self) -> bool:
        wide: bool = self.page.evaluate(SCROLLS_SIDEWAYS)
        return wide

    @property
    def focused(self) -> str:
        """The element that has the focus: its id, else its text."""
        said: str = self.page.evaluate("document.activeElement.id || document.activeElement.innerText")
        return said.strip()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text} {message.location.get('url', '')}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _ask(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"outside: {request.url}")

    def _miss(self, request: Request) -> None:
        # A page that is left while something of it still loads stops that request itself.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")
