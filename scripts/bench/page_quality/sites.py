"""The two sites with the addresses they are served at: only then their pages name a canonical address to judge."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from _shared.environment import ROOT
from bench.search_cost import build_strictly


def build_ours(folder: Path, practices: Path, address: str, work: Path) -> None:
    """Build the catalogue into a folder, from a copy that differs in its address alone.

    Raises:
        CommandError: the build failed.
    """
    for part in ("docs", "hooks"):
        shutil.copytree(ROOT / part, work / part, ignore=shutil.ignore_patterns("__pycache__"))
    settings = Path(shutil.copy(ROOT / "mkdocs.yml", work))
    (work / "practices").mkdir()  # the settings name it
    identity = work / "docs" / "katalog.yml"
    given = yaml.safe_load(identity.read_text(encoding="utf-8"))
    identity.write_text(yaml.safe_dump({**given, "address": address}, allow_unicode=True), encoding="utf-8")
    build_strictly("nasza", settings, folder, PRACTICES_DIR=str(practices))


def build_plain(folder: Path, project: Path, address: str) -> None:
    """Build the project of plain pages, which scripts/_shared/plain_pages.py wrote, into a folder.

    Raises:
        CommandError: the build failed.
    """
    settings = project / "addressed.yml"
    settings.write_text(f"INHERIT: mkdocs.yml\nsite_url: {address}\n", encoding="utf-8")
    build_strictly("Material", settings, folder)
