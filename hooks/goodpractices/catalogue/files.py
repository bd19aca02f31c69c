"""Files from strangers: their text within limits, and refusals that say what to do."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from .ignored import is_left_behind
from .invalid import InvalidCatalogue
from .problems import Problem

MAX_ENTRY_BYTES = 256 * 1024
MAX_REGISTRY_BYTES = 16 * 1024 * 1024
MAX_PICTURE_BYTES = 10 * 1024 * 1024

_FENCE = "---"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two halves of an entry and the line on which the body begins; the front matter begins on line 2."""

    yaml: str
    body: str
    body_line: int


class Unreadable(Exception):
    """A file whose text cannot be used; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """What a file holds.

    Raises:
        Unreadable: when it is no plain file, too large, or the system refuses.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Problem("symlink" if stat.S_ISLNK(status.st_mode) else "not_a_file"))
        if status.st_size > max_bytes:
            raise Unreadable(
                Problem("file_too_large", params={"size": status.st_size // 1024, "max": max_bytes // 1024})
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(not_readable(error)) from error


def read_text(path: Path, max_bytes: int) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, line ends as line feeds, composed characters (NFC).

    Raises:
        Unreadable: when the file is no plain file, too large, empty, or not UTF-8.
    """
    data = read_bytes(path, max_bytes)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Unreadable(_not_utf8(data, error.start)) from error
    if "\0" in text[:4]:
        raise Unreadable(Problem("not_utf8", line=1, column=1))  # UTF-16 without its mark is UTF-8 full of NUL
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable(Problem("empty_file", line=1, column=1))
    return unicodedata.normalize("NFC", text)  # the same text where it is composed already


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file whole or not at all: beside, and then in the place of the one that is there; folders are made.

    Args:
        path: the file.
        data: all of it.
        mode: who may read and write it, from its first byte on, as far as the system allows.

    Raises:
        OSError: the system refuses; then the file is what it was.
    """
    path = path.resolve()  # a link stays one
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a pipe or a device, which nothing may take the place of
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name[:100]}.{uuid4().hex[:8]}.part")
    try:
        unfinished.touch(mode, exist_ok=False)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def split_front_matter(text: str) -> FrontMatter:
    """Split an entry into front matter and body.

    Raises:
        Unreadable: when the first line is no ``---``, or no later line closes the front matter.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise Unreadable(Problem("no_front_matter", line=1, column=1))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise Unreadable(Problem("unclosed_front_matter", line=1, column=1))
    return FrontMatter("\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2)


def refuse_symlinks(folder: Path) -> None:
    """Make sure that a folder holds no symbolic link: it could bring files from outside the repository into the
    published site. What programs leave behind is not published.

    Raises:
        InvalidCatalogue: naming every link.
    """
    found = [
        Problem("symlink", path=f"{folder.name}/{link.relative_to(folder).as_posix()}")
        for link in _symlinks_below(folder)
    ]
    if found:
        raise InvalidCatalogue(found)


def _symlinks_below(folder: Path) -> Iterator[Path]:
    for entry in sorted_entries(folder):
        if is_left_behind(entry.name):  # as Emacs links to whoever edits a file
            continue
        if entry.is_symlink():
            yield Path(entry.path)
        elif entry.is_dir(follow_symlinks=False):
            yield from _symlinks_below(Path(entry.path))


def sorted_entries(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, by name, so that no file system's order shows."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def not_readable(error: OSError) -> Problem:
    """What to say where the system refuses to read."""
    return Problem("cannot_read", params={"detail": error.strerror or type(error).__name__})


def _not_utf8(data: bytes, position: int) -> Problem:
    before = data[:position]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    return Problem("not_utf8", line=line, column=column)
