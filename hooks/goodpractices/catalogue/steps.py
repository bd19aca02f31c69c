"""The steps of a long piece of work: which one is under way, how far it is, what was made and what was kept.

Whoever does the work says so here, and whoever started it may listen, as with a log. Without a listener this costs next
to nothing. What a listener measures is for people who wait: no page and no key follows from it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Listener(Protocol):
    """Hears of steps; a step may begin within another one, which goes on when the inner one has ended."""

    def begin(self, name: str) -> None:
        """A step has begun."""

    def end(self) -> None:
        """The step that began last has ended."""

    def expect(self, total: int) -> None:
        """So many things are to be done next in this step."""

    def advance(self, count: int) -> None:
        """So many of them are done."""

    def tally(self, name: str, count: int) -> None:
        """So many more things of a kind were made or kept."""


_listener: Listener | None = None


def listen(listener: Listener | None) -> None:
    """Let a listener hear of all steps of this process from now on, in the place of an earlier one."""
    global _listener
    _listener = listener


@contextmanager
def step(name: str) -> Iterator[None]:
    """A step of the work.

    Args:
        name: ``steps.<name>`` among the words of the site says what is done.
    """
    listener = _listener
    if listener is None:
        yield
        return
    listener.begin(name)
    try:
        yield
    finally:
        listener.end()


def expect(total: int) -> None:
    """Say how many things are to be done next in the step that is under way."""
    if _listener:
        _listener.expect(total)


def advance(count: int) -> None:
    """Say that so many more of them are done."""
    if _listener:
        _listener.advance(count)


def tally(name: str, count: int) -> None:
    """Say that so many things of a kind were made or kept: ``entries.read``, ``files.kept``."""
    if _listener and count:
        _listener.tally(name, count)
