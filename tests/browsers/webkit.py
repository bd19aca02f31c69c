"""WebKit, which Safari is made of: that of GTK, driven by Selenium on a screen that nobody sees."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from tests.browsers.window import HEIGHT, WIDE, Browser, LeftOut, ScriptFailed, Window

from _shared.other_browsers import WebKit as Programs

_OPTIONS = ("--automation", "--javascript-can-open-windows-automatically=true")
_REFUSED = {"scripts": "--enable-javascript=false", "storage": "--enable-html5-local-storage=false"}
_KEYS = {"Enter": Keys.ENTER, "Tab": Keys.TAB, "Escape": Keys.ESCAPE, "ArrowRight": Keys.ARROW_RIGHT}
# It shows no console to who drives it, so errors are noted by the page itself, from the moment it is loaded.
_NOTE_ERRORS = """(() => {
  self.wentWrong = [];
  addEventListener("error", (event) => wentWrong.push(event.message || String(event.target.src)), true);
  addEventListener("unhandledrejection", (event) => wentWrong.push(String(event.reason)));
  return true;
})()"""
# A link to a style sheet is put out, and its sheet put in again as paper has it.
_ON_PAPER = """((sheets) => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) link.disabled = true;
  document.adoptedStyleSheets = sheets.map((text) => {
    const one = new CSSStyleSheet();
    one.replaceSync(text);
    return one;
  });
  return true;
})(%s)"""
_ON_SCREEN = """(() => {
  document.adoptedStyleSheets = [];
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) link.disabled = false;
  return true;
})()"""
_SHEETS = "[...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.href)"
_MEDIA = re.compile(r"@media[^{]*")


class WebKit(Browser):
    """WebKit: one program for ordinary windows, another for each thing that is refused."""

    def __init__(self, programs: Programs, name: str) -> None:
        self.name = name
        self._programs = programs
        self._running: dict[tuple[str, ...], WebKitGTK] = {}
        self._screen = subprocess.Popen(
            [programs.screen, "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self._screen.stdout
        self._display = f":{self._screen.stdout.readline().strip()}"

    @contextmanager
    def window(
        self, base: str, *, width: int = WIDE, scripts: bool = True, storage: bool = True
    ) -> Iterator["WebKitWindow"]:
        """A window; what its pages kept is gone afterwards."""
        refused = [_REFUSED[name] for name, allowed in (("scripts", scripts), ("storage", storage)) if not allowed]
        driver = self._driver(*refused)
        driver.set_window_size(WIDE, HEIGHT + 62)  # the bar with the address is part of the window
        main = driver.current_window_handle
        if width < WIDE:
            _open_narrow(driver, width)
        window = WebKitWindow(driver, base, scripts=scripts)
        yield window
        if scripts and storage:
            driver.execute_script("localStorage.clear(); sessionStorage.clear();")
        if width < WIDE:
            driver.close()
            driver.switch_to.window(main)

    def _driver(self, *refused: str) -> WebKitGTK:
        if refused not in self._running:
            options = Options()
            options.binary_location = self._programs.window
            for option in (*_OPTIONS, *refused):
                options.add_argument(option)
            service = Service(self._programs.driver, env={**os.environ, "DISPLAY": self._display})
            self._running[refused] = WebKitGTK(options=options, service=service)
        return self._running[refused]

    def close(self) -> None:
        for driver in self._running.values():
            driver.quit()
        self._screen.terminate()
        self._screen.wait()


def _open_narrow(driver: WebKitGTK, width: int) -> None:
    """Go on in a window that a page opens: one with a bar cannot be narrower than 447 pixels."""
    before = set(driver.window_handles)
    driver.execute_script(f"window.open('about:blank', '', 'popup,width={width},height={HEIGHT}')")
    (opened,) = set(driver.window_handles) - before
    driver.switch_to.window(opened)


class WebKitWindow(Window):
    """A window of WebKit."""

    def __init__(self, driver: WebKitGTK, base: str, *, scripts: bool) -> None:
        super().__init__(base, scripts=scripts)
        self._driver = driver

    def go(self, address: str) -> None:
        self.listen()
        self._driver.get(address)
        if self.has_scripts:
            self.run(_NOTE_ERRORS)

    def run(self, expression: str) -> Any:
        try:
            return self._driver.execute_script(f"return {expression}")
        except WebDriverException as error:
            raise ScriptFailed(str(error)) from error

    def press_at(self, x: int, y: int) -> None:
        actions = ActionBuilder(self._driver)
        actions.pointer_action.move_to_location(x, y)  # type: ignore[no-untyped-call]
        actions.pointer_action.click()
        actions.perform()

    def keys(self, *keys: str) -> None:
        ActionChains(self._driver).send_keys(*(_KEYS.get(key, key) for key in keys)).perform()

    def back(self) -> None:
        self._driver.back()

    def forward(self) -> None:
        self._driver.forward()

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """Styles as paper has them, by rules that change places: this driver knows no other medium than the screen."""
        sheets = [_for_paper(_text_at(address)) for address in self.ask(_SHEETS)]
        self.ask(_ON_PAPER % json.dumps(sheets))
        yield
        self.ask(_ON_SCREEN)

    def print(self) -> bytes:
        raise LeftOut("WebKitGTK nie drukuje na polecenie: sprawdzone są same style wydruku")

    def listen(self) -> None:
        if self.has_scripts:
            for trouble in self._driver.execute_script("return self.wentWrong || []"):
                self.complaints.append(f"error: {trouble}")


def _for_paper(styles: str) -> str:
    """Style rules with those for the screen and for paper in each other's place."""
    return _MEDIA.sub(lambda found: found[0].replace("screen", "not all").replace("print", "all"), styles)


def _text_at(address: str) -> str:
    if address.startswith("file:"):
        return Path(unquote(urlsplit(address).path)).read_text(encoding="utf-8")
    with urlopen(address) as answer:  # noqa: S310 - a page of ours, on this machine
        text: str = answer.read().decode("utf-8")
    return text
