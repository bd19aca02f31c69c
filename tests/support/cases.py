"""The case files of ``tests/cases``, laid out on disk as what they describe; the README there says what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.support.entries import CASES, PRACTICE, add, entry, practices_folder, with_shared
from tests.support.shelf import shelf

INDEX = f"{PRACTICE}/index.md"
FILES = sorted(path for path in CASES.glob("*/*.yml") if not path.parent.name.startswith("_"))


@dataclass(frozen=True)
class Case:
    """A case file; the README beside the cases says what its fields mean."""

    claim: str
    problems: list[str]
    practice: Mapping[str, Any] | None = None
    lines: str | None = None
    body: str = ""
    without: tuple[str, ...] = ()
    file: str | None = None
    files: Mapping[str, str] | None = None
    folders: tuple[str, ...] = ()
    links: Mapping[str, str] | None = None
    remove: tuple[str, ...] = ()
    encoding: str = "utf-8"
    padding: int = 0

    def write(self, parent: Path) -> Path:
        """Lay the case out as a folder of practices, which is that of others too where it is one entry alone."""
        if not (self.remove or self.files or self.folders or self.links):
            return shelf().hold(with_shared({INDEX: self._index()}))
        folder = practices_folder(parent)
        add(folder, INDEX, self._index())
        for name in self.remove:
            (folder / name).unlink()
        for name, content in (self.files or {}).items():
            add(folder, name, content)
        for name in self.folders:
            (folder / name).mkdir(parents=True)
        for name, target in (self.links or {}).items():
            (folder / name).symlink_to(target)
        return folder

    def _index(self) -> bytes:
        given = self.lines or self.practice or ""
        text = self.file if self.file is not None else entry(given, self.body, tuple(self.without))
        return text.encode(self.encoding) + b"x" * self.padding

    def expected(self) -> list[str]:
        return [line if line.startswith("practices") else f"practices/{INDEX}:{line}" for line in self.problems]


@cache
def read(path: Path) -> Case:
    return Case(**yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
