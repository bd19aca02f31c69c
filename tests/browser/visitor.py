"""A reader in a real browser, and the notes taken of everything that goes wrong around them."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request, Response

from bench.auditing import SCROLLS_SIDEWAYS, SHOWN, file_of

Scheme = Literal["light", "dark"]

WIDE, PHONE = 1280, 320
HEIGHT = 800

# As a browser does whose settings forbid sites to keep anything.
_NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  get() { throw new DOMException("refused", "SecurityError"); },
});"""
_PATIENCE = 30  # s
_PAUSE = 20  # ms

# Whoever comes to a window after somebody else finds nothing that a site kept for them: this runs before the scripts of
# the first page that they open, when the last page of the other one has gone with all that it kept while going. It
# names that page, for on a busy machine a page after it may still be given the script that was taken back.
_NOTHING_KEPT = """{
  const first = new URL(%s).pathname;
  if (self === top && [first, `${first}/`].includes(location.pathname)) {
    try { localStorage.clear(); sessionStorage.clear(); } catch { /* a page that may keep nothing has kept nothing */ }
  }
}"""
# Styles that are on already stay: others, even of the same words, would lay the page out anew.
_PUT_ON = """(styles) => {
  const on = document.adoptedStyleSheets[0];
  if ((on?.words ?? "") === styles) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  sheet.words = styles;
  document.adoptedStyleSheets = [sheet];
}"""
# What is asked of a window or of all windows of a reader beyond one page.
_LASTING_IN_PAGE = ("add_init_script", "expose_binding", "expose_function", "on", "once", "remove_listener", "route")
_LASTING = ("add_cookies", "add_init_script", "grant_permissions", "new_cdp_session", "new_page", "route")


@dataclass(frozen=True)
class Window:
    """What a reader sees a site in."""

    width: int = WIDE
    height: int = HEIGHT
    scheme: Scheme = "light"
    forced_colours: bool = False
    reduced_motion: bool = True


class Visitor:
    """A browser window of one width and colour scheme on a site at one address.

    A window that was opened once is used again, since opening one takes as long as opening a page: see ``returns``.
    """

    def __init__(
        self, browser: Browser, base: str, *, javascript: bool = True, offline: bool = False, **window: Any
    ) -> None:
        look = Window(**window)
        self.base = base
        self.complaints: list[str] = []
        self._has_scripts = javascript
        self._text = 16
        self._is_spent = False
        self._is_to_be_emptied = False
        self._context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.scheme,
            locale="pl-PL",
            java_script_enabled=javascript,
            offline=offline,
            forced_colors="active" if look.forced_colours else "none",
            reduced_motion="reduce" if look.reduced_motion else "no-preference",
        )
        self.page = self._context.new_page()
        self._session = self._context.new_cdp_session(self.page)
        self._session.send("Page.enable")
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", self.dismiss)
        self.page.on("request", self._ask)
        self.page.on("requestfailed", self._miss)
        self.page.on("response", self._answer)
        for owner, names in ((self.page, _LASTING_IN_PAGE), (self._context, (*_LASTING, "set_offline"))):
            for name in names:
                setattr(owner, name, self._spending(getattr(owner, name)))

    def _spending(self, method: Callable[..., Any]) -> Callable[..., Any]:
        """The same method, after which nobody else can use the window."""

        def call(*args: Any, **named: Any) -> Any:
            self._is_spent = True
            return method(*args, **named)

        return call

    @property
    def returns(self) -> bool:
        """Whether somebody else can use the window: nothing outlasts the pages that were opened in it."""
        return not self._is_spent and self._context.pages == [self.page]

    def come(self, **window: Any) -> None:
        """Take a window that somebody left, as large and as bright as the next one wants it, and with nothing kept."""
        look = Window(**window)
        self.complaints = []
        self.page.set_viewport_size({"width": look.width, "height": look.height})
        self.page.emulate_media(
            media="null",
            color_scheme=look.scheme,
            forced_colors="active" if look.forced_colours else "none",
            reduced_motion="reduce" if look.reduced_motion else "no-preference",
        )
        self.page.mouse.move(-1, -1)
        self._is_to_be_emptied = True

    def open(self, address: str) -> Page:
        """Open a page and wait until its scripts have come to rest."""
        target = self.base + file_of(address, self.base)
        if self._is_to_be_emptied:
            self._open_emptied(target)
        else:
            self.page.goto(target, wait_until="load")
        if self._has_scripts:
            self.wait_for(SHOWN)
        return self.page

    def _open_emptied(self, target: str) -> None:
        """Open the first page, which finds nothing kept, and keep what pages store from then on."""
        if target.partition("#")[0] == self.page.url.partition("#")[0]:
            self.page.goto("about:blank")  # or the browser would only go to another place of the page it shows
        source = _NOTHING_KEPT % json.dumps(target)
        added = self._session.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        self.page.goto(target, wait_until="load")
        self._is_to_be_emptied = False
        self._take_back(added["identifier"])

    def _take_back(self, script: str) -> None:
        """Take back a script for new pages. A page that leads on at once may take its scripts along before they are
        found: such a window goes to nobody else.
        """
        try:
            self._session.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": script})
        except Error:
            self._is_spent = True

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

    def refuse_storage(self) -> None:
        """Forbid the pages that are opened from now on to keep anything."""
        self.page.add_init_script(_NO_STORAGE)

    def prefer_text_of(self, size: int) -> None:
        """Choose a size of text in the settings of the browser, in pixels; who chose none has 16."""
        if size == self._text:
            return
        self._text = size
        self._is_spent = True
        self._session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size * 13 // 16}})

    def put_on(self, styles: str) -> None:
        """Add a reader's own styles to the page, in the place of those before; the policy of a page lets these in."""
        self.page.evaluate(_PUT_ON, styles)

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

    def dismiss(self, dialog: Dialog) -> None:
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
