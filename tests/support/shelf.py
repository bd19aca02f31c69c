"""One folder of practices for all small catalogues of a process: from one to the next only what differs is written.

A catalogue of the same files is read once; nothing in a catalogue can be changed.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from goodpractices.catalogue import Catalogue, load_catalogue

Files = Mapping[str, bytes]
"""What each file holds, by its path from the folder of practices."""


class Shelf:
    """A folder that holds the files of one catalogue at a time."""

    def __init__(self) -> None:
        self._place = TemporaryDirectory(prefix="katalog-", ignore_cleanup_errors=True)
        self._there: dict[str, bytes] = {}
        self.folder = Path(self._place.name) / "practices"

    def hold(self, files: Files) -> Path:
        """The folder, with these files alone."""
        for name in self._there.keys() - files.keys():
            self._remove(name)
        for name, data in files.items():
            if self._there.get(name) != data:
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                self._there[name] = data
        return self.folder

    def _remove(self, name: str) -> None:
        path = self.folder / name
        path.unlink()
        del self._there[name]
        if not any(each.startswith(f"{path.parent.name}/") for each in self._there):
            path.parent.rmdir()  # a folder without an entry would be a fault


@cache
def shelf() -> Shelf:
    return Shelf()


_READ: dict[frozenset[tuple[str, bytes]], Catalogue] = {}


def catalogue_of(files: Files) -> Catalogue:
    """The catalogue of some files.

    Raises:
        InvalidCatalogue: they are not in order.
    """
    key = frozenset(files.items())
    if key not in _READ:
        _READ[key] = load_catalogue(shelf().hold(files))
    return _READ[key]
