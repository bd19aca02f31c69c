"""Packs the site into one file that opens anywhere: on a memory stick, in a training room, in an archive."""

import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ...catalogue import write_whole
from ..downloads import Archive, checksum_file

# What the archive unpacks to, so that it never scatters files over somebody's desktop.
TOP_FOLDER = "katalog"
# Of every file beside it, as `sha256sum -c` reads them; with an ending that an office computer opens.
CHECKSUMS = "SHA256SUMS.txt"
# The earliest date the format knows: the time of packing would make every archive different.
PACKED_ON = (1980, 1, 1, 0, 0, 0)
HARDEST = 9  # said for each file: an entry made by hand does not take the level of its archive
UNIX = 3
READABLE_FILE = 0o100644

# Characters and names that Windows has no files of, ".." and other dots at an end among them.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\\]|[. ]$")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


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
            archive.writestr(_entry(name), data, compresslevel=HARDEST)
        archive.writestr(_entry(CHECKSUMS), checksums, compresslevel=HARDEST)
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
        if several[name.casefold()] > 1 or any(_UNSAFE.search(part) or _DEVICE.match(part) for part in parts):
            yield name


def _checksum_line(data: bytes, name: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{TOP_FOLDER}/{name}", PACKED_ON)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = READABLE_FILE << 16
    return entry
