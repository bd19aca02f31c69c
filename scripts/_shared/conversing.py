"""A conversation at a terminal: an answer may have several lines, and whoever stops it, or hangs up, loses nothing."""

from __future__ import annotations

import errno
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# So long after a line the rest of what was pasted is there, in seconds.
_PAUSE = 0.1
_SEVERAL, _END, _EDITOR = "+", ".", "!"
_HANGING_UP = ("SIGHUP", "SIGTERM", "SIGBREAK")


def prompt(words: str) -> str:
    """What the person types or pastes, with all its lines; Ctrl+C and the end of input stop the conversation.

    A plus alone begins an answer of several lines that a full stop alone ends; an exclamation mark opens an editor.
    """
    import click  # only the environment of the command has it

    answer: str = click.prompt(words.rstrip(), default="", show_default=False, prompt_suffix=" ")
    if answer.strip() == _EDITOR:
        return (click.edit("", extension=".md") or "").strip("\n")
    if answer.strip() == _SEVERAL:
        return "\n".join(_typed_lines())
    return "\n".join([answer, *_pasted_lines()])


def _typed_lines() -> Iterator[str]:
    import click

    while (line := click.prompt("", default="", show_default=False, prompt_suffix="")).strip() != _END:
        yield line


def _pasted_lines() -> Iterator[str]:
    """The lines that came together with the one before; the last of them ends with the key of the person."""
    while sys.stdin.isatty() and _is_waiting():
        yield input()


def _is_waiting() -> bool:
    """Whether more was pasted than one line, be its end there or not."""
    if sys.platform == "win32":
        import msvcrt
        import time

        time.sleep(_PAUSE)
        return msvcrt.kbhit()
    import termios

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    letters = [*before]
    letters[3] &= ~termios.ICANON  # else only whole lines are seen
    termios.tcsetattr(terminal, termios.TCSANOW, letters)
    try:
        return bool(select.select([terminal], [], [], _PAUSE)[0])
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


@contextmanager
def stopped_when_hung_up() -> Iterator[None]:
    """Has a closed terminal, or a request to end, stop a conversation as Ctrl+C does."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [name for name in _HANGING_UP if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), stop) for name in names}
    try:
        yield
    except OSError as error:
        if error.errno != errno.EIO:  # what a terminal says that is gone
            raise
        raise KeyboardInterrupt from error
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def tell(words: str) -> None:
    """Say something on the way out, if anybody still hears it."""
    import click

    try:
        click.echo(words, err=True)
    except OSError as gone:
        if gone.errno not in (errno.EIO, errno.EPIPE):
            raise
