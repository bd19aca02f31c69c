"""Firefox, driven by its own protocol, WebDriver BiDi (W3C): Debian's needs no other program for that, and Playwright
asks it for what no Firefox ESR knows yet.
"""

import base64
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from time import monotonic
from typing import Any

from tests.browsers.window import HEIGHT, WIDE, Browser, ScriptFailed, Window
from websockets.sync.client import ClientConnection, connect

_PATIENCE = 60  # s
_STARTS = 3  # of twenty starts about one comes to nothing
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_EVENTS = ["log.entryAdded", "network.beforeRequestSent"]
_KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "ArrowRight": "\ue014"}
_INSIDE = ("file:", "data:", "blob:", "about:", "resource:", "moz-extension:", "chrome:")
_SCRIPTS = ("javascript.enabled", "Bool", "false")
_STORAGE = ("network.cookie.cookieBehavior", "Int", "2")  # sites may keep nothing
_A4 = {"width": 21, "height": 29.7}  # cm


class Firefox(Browser):
    """A running Firefox, whose settings can be changed meanwhile."""

    def __init__(self, program: str, name: str) -> None:
        self.name = name
        self._opened = ExitStack()
        self._socket = _started(program, self._opened)
        self._ids = count(1)
        self._window: FirefoxWindow | None = None
        self.tell("session.new", capabilities={})
        self.tell("session.subscribe", events=_EVENTS)
        self._settings = self.tell("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"][0]["context"]

    @contextmanager
    def window(
        self, base: str, *, width: int = WIDE, scripts: bool = True, storage: bool = True
    ) -> Iterator["FirefoxWindow"]:
        """A tab of a container of its own, which keeps what is kept from the others."""
        refused = [each for each, allowed in ((_SCRIPTS, scripts), (_STORAGE, storage)) if not allowed]
        for name, kind, value in refused:
            self.set(f"Services.prefs.set{kind}Pref({json.dumps(name)}, {value})")
        container = self.tell("browser.createUserContext")["userContext"]
        tab = self.tell("browsingContext.create", type="tab", userContext=container)["context"]
        self.tell("browsingContext.setViewport", context=tab, viewport={"width": width, "height": HEIGHT})
        self._window = FirefoxWindow(self, tab, base, scripts=scripts)
        yield self._window
        self._window = None
        self.tell("browser.removeUserContext", userContext=container)
        for name, _, _ in refused:
            self.set(f"Services.prefs.clearUserPref({json.dumps(name)})")

    def close(self) -> None:
        self._opened.close()

    def set(self, expression: str) -> None:
        """Change a setting of the browser itself."""
        done = self.tell(
            "script.evaluate", expression=expression, target={"context": self._settings}, awaitPromise=False
        )
        assert done["type"] == "success", done

    def tell(self, method: str, **params: Any) -> Any:
        """The answer of the browser to a command.

        Raises:
            ScriptFailed: it could not do it.
        """
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        end = monotonic() + _PATIENCE
        while True:
            said = json.loads(self._socket.recv(timeout=max(0.1, end - monotonic())))
            if said.get("id") == number:
                if said["type"] != "success":
                    raise ScriptFailed(f"{method}: {said['error']}: {said['message']}")
                return said["result"]
            if self._window and "method" in said:
                self._window.note(said["method"], said["params"])


class FirefoxWindow(Window):
    """A tab of Firefox."""

    def __init__(self, browser: Firefox, tab: str, base: str, *, scripts: bool) -> None:
        super().__init__(base, scripts=scripts)
        self._browser = browser
        self._tab = tab

    def go(self, address: str) -> None:
        self._browser.tell("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, expression: str) -> Any:
        target = {"context": self._tab}
        done = self._browser.tell(
            "script.evaluate", expression=expression, target=target, awaitPromise=self.has_scripts
        )
        if done["type"] != "success":
            raise ScriptFailed(done["exceptionDetails"]["text"])
        return done["result"].get("value")

    def press_at(self, x: int, y: int) -> None:
        strokes = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": strokes})

    def keys(self, *keys: str) -> None:
        strokes = [{"type": kind, "value": _KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": strokes})

    def _act(self, source: dict[str, Any]) -> None:
        self._browser.tell("input.performActions", context=self._tab, actions=[source])

    def back(self) -> None:
        self._browser.tell("browsingContext.traverseHistory", context=self._tab, delta=-1)

    def forward(self) -> None:
        self._browser.tell("browsingContext.traverseHistory", context=self._tab, delta=1)

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        self._show_as("print")
        yield
        self._show_as("")

    def _show_as(self, medium: str) -> None:
        self._browser.set(
            f"for (const each of gBrowser.browsers) each.browsingContext.mediumOverride = {json.dumps(medium)}"
        )

    def print(self) -> bytes:
        done = self._browser.tell("browsingContext.print", context=self._tab, page=_A4, background=True)
        return base64.b64decode(done["data"])

    def listen(self) -> None:
        self.run("1")  # what was told before the answer is taken in with it

    def note(self, event: str, data: dict[str, Any]) -> None:
        """Write down what is wrong about an event."""
        if event == "log.entryAdded" and data["level"] == "error" and data["source"].get("context") == self._tab:
            self.complaints.append(f"console: {data['text']}")
        elif event == "network.beforeRequestSent" and data["context"] == self._tab:
            address = data["request"]["url"]
            if not address.startswith((self.base, *_INSIDE)):
                self.complaints.append(f"outside: {address}")


def _started(program: str, opened: ExitStack) -> ClientConnection:
    """The line to a new Firefox, which ends when what was opened is closed.

    Raises:
        AssertionError: it did not start, however often it was tried.
    """
    failures: list[str] = []
    for _ in range(_STARTS):
        with ExitStack() as attempt:
            try:
                address = _address_of(attempt.enter_context(_process(program)))
                socket = attempt.enter_context(connect(f"{address}/session", max_size=None, open_timeout=_PATIENCE))
            except (OSError, TimeoutError, _DidNotStart) as trouble:
                failures.append(str(trouble))
                continue
            opened.push(attempt.pop_all())
            return socket
    raise AssertionError(f"Firefox did not start: {failures}")


@contextmanager
def _process(program: str) -> Iterator[subprocess.Popen[str]]:
    options = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--remote-allow-system-access"]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *options, "--profile", profile]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        try:
            yield process
        finally:
            process.kill()
            process.wait(_PATIENCE)


class _DidNotStart(Exception):
    """Firefox ended before it listened."""


def _address_of(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if found := _LISTENING.search(line):
            return found[1]
    raise _DidNotStart("it ended before it listened")
