"""Packs the site into one file that opens anywhere: on a memory stick, in a training room, in an archive."""

import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ...catalogue import is_windows_device, write_whole, zip_entry
from ..downloads import Archive, checksum_file

# What the archive unpacks to, so that it never scatters files over somebody's desktop.
TOP_FOLDER = "katalog"
# Of every file beside it, as `sha256sum -c` reads them; with an ending that an office computer opens.
CHECKSUMS = "SHA256SUMS.txt"
_HARDEST = 9  # said for each file: an entry made by hand does not take the level of its archive

# Characters that no name of a file has on Windows, ".." and other dots at an end among them.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\\]|[. ]$")


def write_archive(folder: Path, target: Path) -> Archive:
    """Pack the built site in ``folder`` into ``target`` and write its checksum beside; the same site, the same bytes.

    Raises:
        FileNotFoundError: the folder has no ``index.html``, so it is no site.
        ValueError: a file has a name that does not unpack everywhere to a place of its own, or is a link.
    """
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(f"Brak strony głównej: {folder / 'index.html'}")
    names = _names(folder)
    if unsafe := [*_unsafe_names(names), *(name for name in names if (folder / name).is_symlink())]:
        raise ValueError(f"Tych plików nie da się bezpiecznie spakować: {', '.join(unsafe)}")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    try:
        checksum = _checksum_line(_packed(folder, names, unfinished), target.name)
        # A checksum may be missing for a moment, but never be that of another archive.
        checksum_file(target).unlink(missing_ok=True)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    write_whole(checksum_file(target), checksum.encode())
    return Archive.at(target)


def _packed(folder: Path, names: Iterable[str], target: Path) -> bytes:
    """Write files of a folder into an archive; what it holds."""
    checksums = ""
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            data = (folder / name).read_bytes()
            checksums += _checksum_line(data, name)
            archive.writestr(zip_entry(f"{TOP_FOLDER}/{name}"), data, compresslevel=_HARDEST)
        archive.writestr(zip_entry(f"{TOP_FOLDER}/{CHECKSUMS}"), checksums, compresslevel=_HARDEST)
    return target.read_bytes()


def _names(folder: Path) -> list[str]:
    """The files of a site in the order of their names; checksums of another packing are none of them."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return sorted(name for name in paths if name != CHECKSUMS)


def _unsafe_names(names: Iterable[str]) -> Iterator[str]:
    """Names that could leave the folder they are unpacked to, or that some system refuses or takes for another."""
    several = Counter(name.casefold() for name in names)
    for name in names:
        parts = PurePosixPath(name).parts
        if several[name.casefold()] > 1 or any(_UNSAFE.search(part) or is_windows_device(part) for part in parts):
            yield name


def _checksum_line(data: bytes, name: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n"
