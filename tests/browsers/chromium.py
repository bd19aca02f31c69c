"""Chromium, Debian's and the one of 2023, driven by Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import playwright.sync_api as playwright
from tests.browsers.window import HEIGHT, WIDE, Browser, ScriptFailed, Window

from _shared.browsers import NO_OTHER_HOST, OPTIONS

# As a browser does whose settings forbid sites to keep anything.
_REFUSE = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(self, name, {
  get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
});"""
# What Playwright leaves out of the browser that people have: pages that wait for the button Back.
_NOT_LEFT_OUT = ["--disable-back-forward-cache"]


class Chromium(Browser):
    """A running Chromium."""

    def __init__(self, driver: playwright.Playwright, program: str | Path, name: str) -> None:
        self.name = name
        self._browser = driver.chromium.launch(
            executable_path=program, args=[*OPTIONS, NO_OTHER_HOST], ignore_default_args=_NOT_LEFT_OUT
        )

    @contextmanager
    def window(
        self, base: str, *, width: int = WIDE, scripts: bool = True, storage: bool = True
    ) -> Iterator["ChromiumWindow"]:
        """A window with a profile of its own."""
        context = self._browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            locale="pl-PL",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        if not storage:
            context.add_init_script(_REFUSE)
        yield ChromiumWindow(context.new_page(), base, scripts=scripts)
        context.close()

    def close(self) -> None:
        self._browser.close()


class ChromiumWindow(Window):
    """A window of Chromium."""

    def __init__(self, page: playwright.Page, base: str, *, scripts: bool) -> None:
        super().__init__(base, scripts=scripts)
        self._page = page
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self._note)

    def go(self, address: str) -> None:
        self._page.goto(address, wait_until="load")

    def run(self, expression: str) -> Any:
        try:
            return self._page.evaluate(f"() => ({expression})")
        except playwright.Error as error:
            raise ScriptFailed(str(error)) from error

    def press_at(self, x: int, y: int) -> None:
        self._page.mouse.click(x, y)

    def keys(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.type(key) if len(key) == 1 else self._page.keyboard.press(key)

    def back(self) -> None:
        self._page.go_back(wait_until="commit")

    def forward(self) -> None:
        self._page.go_forward(wait_until="commit")

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        self._page.emulate_media(media="print")
        yield
        self._page.emulate_media(media="null")  # or it would print what the screen shows

    def print(self) -> bytes:
        return self._page.pdf(prefer_css_page_size=True)

    def listen(self) -> None:
        """Hear what was said until now; Playwright notes it by itself meanwhile."""
        self._page.wait_for_timeout(1)

    def _hear(self, message: playwright.ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text} {message.location.get('url', '')}")

    def _note(self, request: playwright.Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"outside: {request.url}")
