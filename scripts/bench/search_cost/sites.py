"""The two sites that are compared: this catalogue, and the same practices as plain pages with Material's own search."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from _shared.environment import ROOT, CommandError
from bench.measure_growth import complaints

from .queries import Query

_HOOK = Path(__file__).with_name("stock_hook.py")
_SECONDS = "search_seconds.txt"


@dataclass(frozen=True, slots=True)
class Side:
    """A site by its name, the page that searches, what shows that a result is there, and the words it is asked for."""

    name: str
    page: str
    result: str
    asked: Callable[[Query], str]


OURS = Side("nasza", "praktyki/", "[data-rows] > *", lambda query: query.other)
STOCK = Side("Material", "", ".md-search-result__item", lambda query: query.said)


def build_site(side: Side, folder: Path, practices: Path, project: Path) -> None:
    """Build a side strictly into a folder; ``project`` is that of the plain pages.

    Raises:
        CommandError: the build failed; its last lines say why.
    """
    settings = ROOT / "mkdocs.yml" if side is OURS else _timed(project)
    build_strictly(side.name, settings, folder, PRACTICES_DIR=str(practices), SEARCH_SECONDS=str(project / _SECONDS))


def build_strictly(name: str, settings: Path, folder: Path, **environment: str) -> None:
    """Build the site that has these settings into a folder; ``name`` is what it is called.

    Raises:
        CommandError: the build failed; its last lines say why.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings), "-d", str(folder)]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", **environment}
    done = subprocess.run(
        command, cwd=settings.parent, env=variables, capture_output=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        raise CommandError(f"Budowa „{name}” się nie udała:\n{complaints(done.stdout + done.stderr)}")


def stock_index_seconds(project: Path) -> float:
    """What the search plugin took of the build of the plain pages, done before."""
    return float((project / _SECONDS).read_text(encoding="ascii"))


def _timed(project: Path) -> Path:
    """Settings beside those of the project: the same build, with a clock at its search plugin."""
    settings = project / "timed.yml"
    settings.write_text(f"INHERIT: mkdocs.yml\nhooks: ['{_HOOK.as_posix()}']\n", encoding="utf-8")
    return settings
