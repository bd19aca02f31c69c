"""Files made before the site is built, which it hands out: sheets of practices, books, the offline edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..catalogue import Practice
from .addresses import ARCHIVE, practice_address
from .planned import Written

BOOKS = ("katalog.pdf", "katalog.epub")
"""The whole catalogue, by the names of its files."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to hand out: its address on the site, and where it lies now."""

    address: str
    path: Path

    @property
    def size(self) -> int:
        """How many bytes there are to fetch."""
        return self.path.stat().st_size

    @property
    def stamp(self) -> tuple[str, int, int]:
        """What tells this file from another one in its place."""
        return self.address, *_stamp(self.path)

    def files(self) -> Iterator[Written]:
        """The file where the site has it."""
        yield self.address, [self.path.read_bytes()]


@dataclass(frozen=True, slots=True)
class Downloads:
    """What a folder has to hand out; it may hold other files as well, and need not hold them all.

    Without a folder there is nothing.
    """

    folder: Path | None = None

    def books(self) -> tuple[Download, ...]:
        """The whole catalogue, in every form that there is."""
        return tuple(self._those((name, name) for name in BOOKS))

    def sheet(self, practice: Practice) -> Download | None:
        """The sheet of a practice."""
        name = sheet_name(practice)
        return next(self._those([(practice_address(practice.id) + name, name)]), None)

    def _those(self, named: Iterable[tuple[str, str]]) -> Iterator[Download]:
        if self.folder:
            found = (Download(address, self.folder / name) for address, name in named)
            yield from (each for each in found if each.path.is_file())


NOTHING = Downloads()
"""What most sites hand out."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A packed edition: its file, and how many bytes there are to fetch."""

    path: Path
    size: int

    @classmethod
    def at(cls, path: Path) -> "Archive":
        """The archive in a file.

        Raises:
            OSError: when it is not there.
        """
        return cls(path, path.stat().st_size)

    @property
    def stamp(self) -> tuple[int, int]:
        """What tells this file from another one in its place."""
        return _stamp(self.path)

    @property
    def checksum(self) -> Path:
        """The file beside it with its SHA-256 checksum."""
        return checksum_file(self.path)

    def files(self) -> Iterator[Written]:
        """The archive and its checksum where the site has them."""
        yield ARCHIVE, [self.path.read_bytes()]
        yield f"{ARCHIVE}.sha256", [self.checksum.read_bytes()]


def checksum_file(archive: Path) -> Path:
    return archive.with_name(f"{archive.name}.sha256")


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def sheet_name(practice: Practice) -> str:
    """What the file with the sheet of a practice is called."""
    return f"{practice.id}.pdf"
