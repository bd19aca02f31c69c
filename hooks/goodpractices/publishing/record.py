"""What stands in the folder of a built site: parts and the keys they were made by, and what a generator put there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .pages import SourcePage
from .writer import File, Made


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A built site.

    Attributes:
        ground: the hash of what the generator made the rest of the site from.
        icon: the address of the icon that the settings of the generator name.
        pages: the pages written by hand, as the generator read them.
        parts: what the catalogue made, by name.
        rest: all other files.
    """

    ground: str
    icon: str
    pages: tuple[SourcePage, ...]
    parts: Mapping[str, Made]
    rest: tuple[File, ...] = ()

    def to_json(self) -> Any:
        """The record as JSON values."""
        pages = [page.to_json() for page in self.pages]
        parts = {name: made.to_json() for name, made in self.parts.items()}
        return [self.ground, self.icon, pages, parts, self.rest]

    @classmethod
    def from_json(cls, value: Any) -> "SiteRecord | None":
        """What :meth:`to_json` gave; ``None`` for a value of another shape."""
        try:
            ground, icon, pages, parts, rest = value
            made = {name: Made.from_json(each) for name, each in parts.items()}
            files = tuple((address, size, time) for address, size, time in rest)
            return cls(ground, icon, tuple(map(SourcePage.from_json, pages)), made, files)
        except (AttributeError, TypeError, ValueError):
            return None


def files_in(folder: Path) -> Iterator[str]:
    """The addresses of all files of a folder but hidden ones at its top, which no build makes."""
    for path in folder.rglob("*"):
        address = path.relative_to(folder).as_posix()
        if path.is_file() and not address.startswith("."):
            yield address
