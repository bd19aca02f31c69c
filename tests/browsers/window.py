"""What every browser can do for a reader, whatever drives it: a journey is written once, against this."""

import json
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from time import monotonic, sleep
from typing import Any

from bench.auditing import SHOWN, file_of

WIDE, PHONE = 1280, 390
HEIGHT = 800

_PATIENCE = 30  # s
_PAUSE = 0.03  # s
_STILL = 3  # looks at a place that has not moved; what a press before has brought may still push it away

# Where to press an element: its middle, if it is in sight and nothing covers it. Otherwise it is brought into sight.
# Before a page is loaded whole its scripts may not listen yet.
_PLACE = """(() => {
  if (document.readyState !== "complete") return "its page is being loaded";
  const all = [...document.querySelectorAll(%s)];
  if (!all.length) return "it is not there";
  const found = all.find((each) => each.getClientRects().length);
  if (!found) return "it is hidden";
  const box = found.getBoundingClientRect();
  const x = Math.floor(box.x + box.width / 2), y = Math.floor(box.y + box.height / 2);
  if (found.contains(document.elementFromPoint(x, y))) return [x, y];
  found.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  return "something covers it, or it is out of sight";
})()"""
_IS_SHOWN = """(() => {
  const found = document.querySelector(%s);
  return Boolean(found) && found.getClientRects().length > 0 && getComputedStyle(found).visibility === "visible";
})()"""


class LeftOut(Exception):
    """What a browser cannot do for a test; its text says why."""


class ScriptFailed(Exception):
    """An expression failed on the page, or the page went away meanwhile."""


class Window(ABC):
    """A window of a browser on the site at ``base``, and the notes taken of what goes wrong around it."""

    base: str
    has_scripts: bool

    def __init__(self, base: str, *, scripts: bool) -> None:
        self.base = base
        self.has_scripts = scripts
        self.complaints: list[str] = []

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an absolute address and wait until it is loaded."""

    @abstractmethod
    def run(self, expression: str) -> Any:
        """What an expression is worth on the page: text, a number, a truth or None; a promise is waited for.

        Raises:
            ScriptFailed: it failed.
        """

    @abstractmethod
    def press_at(self, x: int, y: int) -> None:
        """Press the mouse at a place of the window, in CSS pixels."""

    @abstractmethod
    def keys(self, *keys: str) -> None:
        """Press keys one after the other: letters, or ``Enter``, ``Escape``, ``Tab``, ``ArrowRight``."""

    @abstractmethod
    def back(self) -> None:
        """Go back as the button of the browser does."""

    @abstractmethod
    def forward(self) -> None:
        """Go forward as the button of the browser does."""

    @abstractmethod
    def on_paper(self) -> AbstractContextManager[None]:
        """Show the page as it is printed, as long as the block lasts."""

    @abstractmethod
    def print(self) -> bytes:
        """The page on A4, as a PDF.

        Raises:
            LeftOut: this browser cannot print by command.
        """

    @abstractmethod
    def listen(self) -> None:
        """Take in what the browser has told meanwhile, into ``complaints``."""

    def open(self, address: str) -> None:
        """Open a page of the site and wait until it shows what its address asks for."""
        self.go(self.base + file_of(address, self.base))
        if self.has_scripts:
            self.ask(SHOWN)

    def ask(self, expression: str) -> Any:
        """What an expression is worth on the page: anything that JSON can say; a promise is waited for.

        Raises:
            ScriptFailed: it failed.
        """
        if self.has_scripts:
            text = self.run(f"Promise.resolve({expression}).then((worth) => JSON.stringify(worth ?? null))")
        else:  # where scripts are off, nothing would ever come of a promise
            text = self.run(f"JSON.stringify({expression} ?? null)")
        return json.loads(text)

    def wait_for(self, condition: str) -> None:
        """Wait until an expression is true.

        Raises:
            AssertionError: it never was.
        """
        self.wait_until(f"Boolean({condition})", True)

    def wait_until(self, expression: str, expected: Any) -> None:
        """Wait until an expression is worth what is expected.

        Raises:
            AssertionError: it never was; it says what it was at last.
        """
        end = monotonic() + _PATIENCE
        while (found := self._asked(expression)) != expected and monotonic() < end:
            sleep(_PAUSE)
        assert found == expected, expression

    def _asked(self, expression: str) -> Any:
        try:
            return self.ask(expression)
        except ScriptFailed as failed:  # the page may be leading on to another one
            return failed

    def click(self, selector: str) -> None:
        """Press the first such element that is shown with the mouse, once it is there, stands still and can be pressed.

        Raises:
            AssertionError: it never could.
        """
        end = monotonic() + _PATIENCE
        before = None
        still = 0
        while True:
            place = self._asked(_PLACE % json.dumps(selector))
            still = still + 1 if isinstance(place, list) and place == before else 0
            if still == _STILL:
                self.press_at(*place)
                return
            assert monotonic() < end, f"{selector}: {place}"
            before = place
            sleep(_PAUSE)

    def type(self, selector: str, text: str) -> None:
        """Press a field, then the keys of a text."""
        self.click(selector)
        self.keys(*text)

    def text(self, selector: str) -> str:
        """The words of the first such element."""
        words: str = self.ask(f"document.querySelector({json.dumps(selector)}).innerText")
        return " ".join(words.split())

    def is_shown(self, selector: str) -> bool:
        """Whether the first such element can be seen."""
        shown: bool = self.ask(_IS_SHOWN % json.dumps(selector))
        return shown

    @property
    def in_folder(self) -> bool:
        return self.base.startswith("file:")


class Browser(ABC):
    """A running browser that opens windows which know nothing of each other."""

    name: str

    @abstractmethod
    def window(
        self, base: str, *, width: int = WIDE, scripts: bool = True, storage: bool = True
    ) -> AbstractContextManager[Window]:
        """A window on a site for as long as the block lasts; scripts and what pages keep may be refused in it."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""
