"""What the preview shows at an address: the file of the last whole site, or what is rendered ahead of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

Problems = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What a renderer says of a file.

    Attributes:
        content: the file as it is today; ``None`` where it is not made alone, so that the last site has to do.
        is_gone: whether it was in that site and there is none any more.
        faults: why it could not be made.
    """

    content: bytes | None = None
    is_gone: bool = False
    faults: Problems = ()


AS_BEFORE = Answer()
Ask = Callable[[str], Answer]
"""Gives the file at an address."""


@dataclass(frozen=True)
class Shown:
    """A file as it is shown, or ``None`` where there is none; the faults that keep it from being the one of today."""

    content: bytes | None
    faults: Problems = ()


class Pages:
    """The files of the preview. Several threads may ask at once; what whoever looks has seen is remembered."""

    def __init__(self) -> None:
        self.root: Path | None = None
        """The folder of the last whole site."""
        self.ahead: Ask | None = None
        """Renders what has changed since that site was made, as long as something has."""
        self._lock = threading.Lock()
        self._seen: dict[str, str] = {}
        self._rendered: dict[str, bytes] = {}

    def at(self, address: str) -> Shown:
        """The file at an address from the root of the site."""
        while True:
            root, ahead = self.root, self.ahead
            shown = self._found(address, root, ahead)
            with self._lock:
                if (root, ahead) == (self.root, self.ahead):  # else there is something newer by now
                    self._seen[address] = _digest(shown.content)
                    return shown

    def reload(self) -> None:
        """Take it that every page is loaded anew from here on."""
        with self._lock:
            self._seen.clear()

    def catch_up(self, root: Path) -> bool:
        """Show a whole site that nothing is ahead of.

        Returns:
            Whether it differs in any file from what was shown since the last reload.
        """
        with self._lock:
            self.root, self.ahead = root, None
            seen = [*self._seen.items()]
            self._rendered.clear()
        return any(_digest(_on_disk(root, address)) != before for address, before in seen)

    def _found(self, address: str, root: Path | None, ahead: Ask | None) -> Shown:
        answer = ahead(address) if ahead else AS_BEFORE
        if answer.content is not None:
            with self._lock:
                self._rendered[address] = answer.content
            return Shown(answer.content)
        if answer.is_gone:
            return Shown(None)
        with self._lock:
            rendered = self._rendered.get(address) if answer.faults else None
        return Shown(rendered if rendered is not None else _on_disk(root, address), answer.faults)


def _on_disk(root: Path | None, address: str) -> bytes | None:
    if root is None:
        return None
    with suppress(OSError, ValueError):
        path = (root / address).resolve()
        return path.read_bytes() if path.is_relative_to(root.resolve()) else None
    return None


def _digest(content: bytes | None) -> str:
    return "" if content is None else blake2b(content, digest_size=16).hexdigest()
