"""Firefox, driven by its own protocol, WebDriver BiDi (W3C), since Debian's needs no other program for that."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from time import monotonic, sleep
from typing import Any

from websockets.sync.client import ClientConnection, connect

from auditing import SHOWN

_PATIENCE = 30  # s
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_EVENTS = ["log.entryAdded", "network.beforeRequestSent"]
_KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c"}


class Firefox:
    """A window of Firefox on pages in a folder, and the notes taken of what goes wrong around it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.complaints: list[str] = []
        self._socket = socket
        self._ids = count(1)
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=_EVENTS)
        self._window: str = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str) -> None:
        """Open a page and wait until it shows what its address asks for."""
        self.wait_for(
            "document.readyState === 'complete'"
        )  # or the end of the page before is taken for that of this one
        self._ask("browsingContext.navigate", context=self._window, url=address, wait="complete")
        self.wait_for(f"location.href.startsWith({json.dumps(address.partition('?')[0])})")
        self.ask(SHOWN)

    def ask(self, expression: str) -> Any:
        """What an expression is worth on the page; text, numbers and truth only.

        Raises:
            AssertionError: the expression failed.
        """
        answer = self._ask(
            "script.evaluate", expression=expression, target={"context": self._window}, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression is true.

        Raises:
            AssertionError: it never was.
        """
        end = monotonic() + _PATIENCE
        while not self.ask(f"Boolean({condition})"):
            assert monotonic() < end, f"never true: {condition}"
            sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: letters, or one of the names in ``_KEYS``."""
        strokes = [{"type": kind, "value": _KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": strokes}
        self._ask("input.performActions", context=self._window, actions=[source])

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv(timeout=_PATIENCE))
            if said.get("id") == number:
                assert said["type"] == "success", said
                return said["result"]
            self._note(said)

    def _note(self, event: dict[str, Any]) -> None:
        told = event["params"]
        if event["method"] == "log.entryAdded" and told["level"] == "error":
            self.complaints.append(f"console: {told['text']}")
        elif event["method"] == "network.beforeRequestSent":
            address = told["request"]["url"]
            if not address.startswith(("file:", "data:", "blob:", "about:", "http://127.0.0.1:")):
                self.complaints.append(f"outside: {address}")


@contextmanager
def firefox(program: str) -> Iterator[Firefox]:
    """A Firefox that has seen nothing yet, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            with connect(f"{_address_of(process)}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _address_of(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if found := _LISTENING.search(line):
            return found[1]
    raise AssertionError("Firefox ended before it listened")
