"""What the pages are made with, as a mark: an audit of other pages says nothing of these."""

from hashlib import sha256
from pathlib import Path

from ...catalogue import is_left_behind
from ..rendering import TEMPLATES

_IN_DOCS = ("templates", "assets/styles", "assets/scripts")


def design_of(docs: Path) -> str:
    """The SHA-256 digest of templates, styles and scripts; the same on any system, whatever the practices say.

    ``docs`` is the folder of the pages written by hand.
    """
    folders = (TEMPLATES, *(docs / name for name in _IN_DOCS))
    total = sha256()
    for folder in folders:
        # Systems put paths in different orders, and a checkout may have lines of its own system.
        paths = (path for path in folder.rglob("*") if path.is_file() and not is_left_behind(path.name))
        files = {path.relative_to(folder).as_posix(): path for path in paths}
        for name, path in sorted(files.items()):
            content = path.read_text(encoding="utf-8").encode()
            total.update(f"{name} {sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()
