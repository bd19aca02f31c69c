"""Builds of the site as a visitor gets them: strictly, in a process of their own, outside the repository."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.paths import PRACTICES, ROOT

from goodpractices.catalogue import ADDRESS_VARIABLE

# Entries that name no others than these, of six kinds: enough where the number of entries makes no difference.
SOME_ENTRIES = (
    *("caritas-druga-szansa", "epic", "gdynia-pracownia", "helsinki-ohjaamo", "jaworzno-mlodziez-solidarna"),
    *("norwegia-ips", "omggs-standard-minimum", "pomorskie-spotkania-online", "sopot-szkola-drugiej-szansy"),
)

# What the environment of the tests may say of an edition is none of theirs.
_NOT_FROM_OUTSIDE = {"PRACTICES_DIR", "CATALOGUE_EDITION", "CATALOGUE_ARCHIVE", "CATALOGUE_BOOKS", ADDRESS_VARIABLE}
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)


@dataclass(frozen=True)
class Build:
    """A finished build: where it was to be written, how it ended, what it said."""

    folder: Path
    code: int
    log: str

    def finished(self) -> "Build":
        """The same build, if it went well; otherwise the test fails with what it complained of."""
        if self.code:
            complaints = [line for line in self.log.splitlines() if line and not line.startswith("INFO")]
            pytest.fail("\n".join(["the site was not built", *complaints]), pytrace=False)
        return self


def build(
    folder: Path,
    *,
    settings: Path = ROOT / "mkdocs.yml",
    practices: Path | None = None,
    generator: str = "mkdocs",
    cwd: Path = ROOT,
    **environment: str,
) -> Build:
    """Build the site into a folder, whatever comes of it: of the practices given or, without any, of those beside the
    settings; beside the project's own stand the entries of the tests.
    """
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", **environment}
    for name in _NOT_FROM_OUTSIDE - environment.keys():
        variables.pop(name, None)
    if practices or settings.parent == ROOT:
        variables["PRACTICES_DIR"] = str(practices or PRACTICES)
    command = [sys.executable, "-m", generator, "build", "--strict", "--config-file", str(settings)]
    done = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=cwd,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return Build(folder, done.returncode, done.stdout)


def project(folder: Path, *entries: str, **identity: Any) -> Path:
    """Another metropolis: a copy of the settings and hand-written pages with its own identity, and this same code.

    It has the entries with these ids, or all of them.

    Returns:
        Its settings.
    """
    folder.mkdir()
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "hooks").symlink_to(ROOT / "hooks")
    copy_practices(folder / "practices", *entries)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    named = folder / "docs" / "katalog.yml"
    given: dict[str, Any] = yaml.load(named.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    named.write_text(yaml.safe_dump({**given, **identity}, allow_unicode=True), encoding="utf-8")
    return folder / "mkdocs.yml"


def copy_practices(folder: Path, *ids: str) -> Path:
    """A copy of the vocabularies, the registries and the entries with these ids, or of all entries."""
    folder.mkdir()
    for path in PRACTICES.iterdir():
        if not path.is_dir():
            shutil.copy2(path, folder)
        elif not ids or path.name.startswith("_") or path.name in ids:
            shutil.copytree(path, folder / path.name)
    return folder


def change_entry(path: Path, **fields: Any) -> None:
    """Write an entry anew with some of its fields changed; mappings are merged, so that one key of one can be given."""
    found = _FRONT_MATTER.fullmatch(path.read_text(encoding="utf-8"))
    assert found, path
    given: dict[str, Any] = yaml.load(found[1], yaml.BaseLoader)  # noqa: S506 - text only, as the catalogue reads it
    for name, value in fields.items():
        given[name] = {**given.get(name, {}), **value} if isinstance(value, Mapping) else value
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{text}---\n{found[2]}", encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
