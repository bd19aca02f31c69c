"""The site on disk: parts of it made and written, each noted with its key."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..catalogue import SLICE, gathered, step, tally
from .planned import Planned, Written

File = tuple[str, int, int]
"""A file of the site as it was written: its address, its size in bytes, its time of change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Made:
    """A part of the site that stands on the disk: the key it was made by, its files, the page readers are led to."""

    key: str
    files: tuple[File, ...]
    page: str | None = None

    @classmethod
    def from_json(cls, value: Any) -> "Made":
        """What :meth:`to_json` gave.

        Raises:
            ValueError: the value has another shape.
        """
        key, files, page = value
        return cls(key, tuple((address, size, time) for address, size, time in files), page)

    def to_json(self) -> Any:
        """The part as JSON values."""
        return [self.key, self.files, self.page]

    def is_there(self, folder: Path) -> bool:
        """Whether all its files lie in a folder as they were written."""
        return all(_is_file(folder, *file) for file in self.files)


def write(
    parts: Sequence[Planned], folder: Path, site: Path | None = None, prepare: Callable[[], None] = lambda: None
) -> dict[str, Made]:
    """Make parts of the site and write them into a folder.

    Args:
        parts: what to make.
        folder: where it goes.
        site: a site that stands already: a file that lies there with the same bytes is not written again.
        prepare: called where parts will be made by several processes, before these go their ways.

    Returns:
        What was made, by the name of the part, in their order.

    Raises:
        UnusablePicture: when a picture cannot be published.
        OSError: when a file cannot be written.
    """

    def made(some: Sequence[Planned]) -> list[Made]:
        return [Made(each.key, _written(each.make(), folder, site), each.page) for each in some]

    if len(parts) > SLICE:
        with step("pages"):
            prepare()
    small, large = ([each for each in parts if each.is_large is is_large] for is_large in (False, True))
    with step("files"):  # first, as they render much of what the pages show
        found = {part.name: each for part, each in zip(large, made(large), strict=True)}
    with step("pages"):
        found |= {part.name: each for part, each in zip(small, gathered(made, small), strict=True)}
    count("made", found)
    return {each.name: found[each.name] for each in parts}


def count(what: str, parts: Mapping[str, Made]) -> None:
    """Tell whoever listens how many pages and files were ``made`` or ``kept``."""
    tally(f"pages.{what}", sum(each.page is not None for each in parts.values()))
    tally(f"files.{what}", sum(len(each.files) for each in parts.values()))


def noted(folder: Path, addresses: Iterable[str]) -> tuple[File, ...]:
    """Files of a folder that something else wrote, as they are now.

    Raises:
        OSError: one of them is not there.
    """
    return tuple(_noted(folder, address) for address in addresses)


def addresses_of(made: Mapping[str, Made]) -> Iterator[str]:
    """The addresses of all files of some parts."""
    return (address for part in made.values() for address, _, _ in part.files)


def _written(files: Iterable[Written], folder: Path, site: Path | None) -> tuple[File, ...]:
    found = []
    for address, pieces in files:
        if site:
            pieces = [b"".join(pieces)]
            if there := _noted_if_same(site, address, pieces[0]):
                found.append(there)
                continue
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        with _named_after(path), path.open("wb") as file:
            file.writelines(pieces)
        found.append(_noted(folder, address))
    return tuple(found)


@contextmanager
def _named_after(path: Path) -> Iterator[None]:
    """Errors of the system name the file: of a write to a full disk it says no more than that the disk is full."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def _noted_if_same(site: Path, address: str, data: bytes) -> File | None:
    try:
        there = _noted(site, address)
        return there if there[1] == len(data) and (site / address).read_bytes() == data else None
    except OSError:
        return None


def _noted(folder: Path, address: str) -> File:
    status = os.stat(f"{folder}/{address}")  # noqa: PTH116 - paths cost more than the question
    return address, status.st_size, status.st_mtime_ns


def _is_file(folder: Path, address: str, size: int, time: int) -> bool:
    try:
        return _noted(folder, address) == (address, size, time)
    except OSError:
        return False
