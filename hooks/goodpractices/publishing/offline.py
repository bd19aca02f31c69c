"""Packs the site into one file that opens anywhere: on a memory stick, in a training room, in an archive."""

import zipfile
from pathlib import Path

# What the archive unpacks to, so that it never scatters files over somebody's desktop.
TOP_FOLDER = "katalog"
# The earliest date the format knows: the time of packing would make every archive different.
PACKED_ON = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE_FILE = 0o100644


def write_archive(folder: Path, target: Path) -> None:
    """Pack the built site in ``folder`` into ``target``: the same site gives the same bytes.

    Raises:
        FileNotFoundError: the folder has no ``index.html``, so it is no site.
    """
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(f"Brak strony głównej: {folder / 'index.html'}")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()):
            archive.writestr(_entry(name), (folder / name).read_bytes())
    unfinished.replace(target)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{TOP_FOLDER}/{name}", PACKED_ON)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = READABLE_FILE << 16
    return entry
