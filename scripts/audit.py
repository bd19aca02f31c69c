"""Tries the whole site for accessibility and writes down what was found: docs/audyt.json, in EARL.

Pages of every kind are opened in Chromium in each of their states (menu, search, form in use), in three widths, light
and dark, in each language, on the web and in the edition for a folder, and axe-core is asked about WCAG 2.2 AA and good
practice. The Nu checker reads the HTML of all pages if it is given. The site tells what was found, so the file is
committed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.browsers import started_chromium
from _shared.environment import ROOT, CommandError, enter, run
from _shared.java import HOW_TO_INSTALL as HOW_TO_INSTALL_JAVA
from _shared.java import install_java
from _shared.progress import Recorder
from _shared.serving import served
from build import commit_time, mkdocs

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bench.auditing import Sample, Trial
    from goodpractices.publishing import Audit, Finding

RESULT = ROOT / "docs" / "audyt.json"
EDITIONS = ("web", "offline")
SHOWN = 4
# Practices differ most of all pages, and each brings together other parts.
PRACTICES = 20
FETCHED = Path()
"""Stands for a Nu checker to be downloaded."""


def main() -> int:
    """Audit and tell; 1 when anything was found, 2 when it could not be tried."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from goodpractices.catalogue import write_whole
    from goodpractices.publishing import audit_to_earl

    options.nu = checker(options.nu)
    with tempfile.TemporaryDirectory(prefix="audyt-") as made:
        folders = {each: getattr(options, each) or built(each, Path(made) / each) for each in options.editions}
        audit = audited(folders, options)
        write_whole(options.result, audit_to_earl(audit).encode())
    tell(audit, options)
    return 1 if audit.findings else 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options as they were typed."""
    parser = argparse.ArgumentParser(
        description="Bada dostępność serwisu (axe-core, WCAG 2.2 AA) i zapisuje wynik, z którego powstaje deklaracja.",
        epilog="Kod wyjścia: 0, gdy nic nie znaleziono; 1, gdy są błędy; 2, gdy zbadać się nie dało.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--web", type=existing_folder, metavar="FOLDER", help="folder gotowej strony; bez tej opcji program ją zbuduje"
    )
    parser.add_argument(
        "--offline",
        type=existing_folder,
        metavar="FOLDER",
        help="folder gotowej wersji do czytania bez internetu; bez tej opcji program ją zbuduje",
    )
    parser.add_argument("--editions", nargs="+", choices=EDITIONS, default=EDITIONS, help="które wydania (oba)")
    parser.add_argument("--pages", nargs="+", metavar="ADRES", help="tylko te strony, na przykład praktyki/ en/map/")
    parser.add_argument("--few", action="store_true", help="tylko dwa okna: szerokie jasne i wąskie ciemne")
    parser.add_argument(
        "--nu",
        nargs="?",
        type=Path,
        const=FETCHED,
        metavar="VNU.JAR",
        help="sprawdź też HTML wszystkich stron programem Nu Html Checker; bez pliku program zostanie pobrany",
    )
    parser.add_argument("--date", type=date.fromisoformat, help="data badania RRRR-MM-DD (dzisiaj)")
    parser.add_argument(
        "--result", type=Path, help="plik wyniku (docs/audyt.json; przy badaniu części trzeba go podać)"
    )
    options = parser.parse_args(arguments)
    if options.result is None and (options.pages or options.few or set(options.editions) != set(EDITIONS)):
        parser.error("to badanie tylko części serwisu, więc podaj inny plik wyniku: --result PLIK")
    options.result = options.result or RESULT
    return options


def checker(path: Path | None) -> Path | None:
    """The file of the Nu checker, if it is asked for.

    Raises:
        CommandError: it cannot be had, or there is no Java.
    """
    from bench.auditing import fetched_checker

    if path is None:
        return None
    if not install_java():
        raise CommandError(HOW_TO_INSTALL_JAVA)
    return fetched_checker() if path == FETCHED else path


def existing_folder(name: str) -> Path:
    """A folder with a built site."""
    folder = Path(name)
    if not (folder / "index.html").is_file():
        raise argparse.ArgumentTypeError(f"w folderze {name} nie ma strony")
    return folder.resolve()


def built(edition: str, folder: Path) -> Path:
    """Build an edition of the site into a folder.

    Raises:
        CommandError: it could not be built.
    """
    print(f"Buduję wydanie: {edition}")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time(ROOT))
    environment = {"CATALOGUE_EDITION": "offline"} if edition == "offline" else {}
    if mkdocs(Recorder(), "generator", "--strict", "--site-dir", str(folder), **environment):
        raise CommandError("Strona się nie zbudowała; co jest nie tak, mówi python3 scripts/build.py")
    return folder.resolve()


def audited(folders: dict[str, Path], options: argparse.Namespace) -> Audit:
    """Try each edition and gather what was found.

    Raises:
        CommandError: a program is missing, or a page did not come into its state.
    """
    from bench.auditing import STATES, axe_findings, axe_version, nu_findings, nu_version
    from goodpractices.publishing import Audit, Tried, design_of

    versions = {"Nu Html Checker": nu_version(options.nu)} if options.nu else {}
    looks: Counter[tuple[str, str, str]] = Counter()
    windows: set[str] = set()
    states: set[str] = set()
    findings: list[Finding] = []
    with started_chromium() as browser:
        versions |= {"axe-core": axe_version(), "Chromium": browser.version}
        for edition, folder in folders.items():
            trials = [*tried(browser, edition, folder, options)]
            looks.update((edition, each.sample.address, each.sample.language) for each in trials)
            windows |= {str(each.window) for each in trials}
            states |= {each.state for each in trials}
            findings += axe_findings(edition, trials)
            findings += nu_findings(edition, options.nu, folder) if options.nu else []
    return Audit(
        day=options.date or date.today(),
        versions=versions,
        states=tuple(state.name for state in STATES if state.name in states),
        windows=tuple(sorted(windows, key=lambda each: (-int(each.partition("-")[0]), each))),
        tried=tuple(Tried(*page, looks=count) for page, count in sorted(looks.items())),
        findings=tuple(sorted(findings)),
        design=design_of(ROOT / "docs"),
    )


def tried(browser: Browser, edition: str, folder: Path, options: argparse.Namespace) -> Iterator[Trial]:
    """Look at the pages of an edition, telling how far it has got."""
    from bench.auditing import try_pages

    samples = chosen(folder, options.pages)
    with opened(edition, folder) as base:
        for number, sample in enumerate(samples, 1):
            trials = [*try_pages(browser, base, folder, [sample], few=options.few)]
            found = sorted({rule["id"] for trial in trials for rule in trial.broken})
            what = ", ".join(found) or "bez uwag"
            print(f"{edition} {number}/{len(samples)} {sample.address or '(strona główna)'}: {what}")
            yield from trials


def chosen(folder: Path, addresses: list[str] | None) -> list[Sample]:
    """The pages at some addresses, or one of every kind.

    Raises:
        CommandError: there is no page at one of the addresses.
    """
    from bench.auditing import pages_of, sample_of

    if addresses is None:
        return sample_of(folder, practices=PRACTICES)
    pages = {page.address: page for page in pages_of(folder)}
    wanted = ["" if each == "/" else each for each in addresses]
    if missing := [each for each in wanted if each not in pages]:
        raise CommandError(
            f"Nie ma stron: {', '.join(missing)}. Adres strony głównej to /, polskiego katalogu praktyki/."
        )
    return [pages[each] for each in wanted]


@contextmanager
def opened(edition: str, folder: Path) -> Iterator[str]:
    """The address of a site: on a server for the web, else that of its folder."""
    if edition == "offline":
        yield f"{folder.as_uri()}/"
    else:
        with served(folder) as server:
            yield server.address


def tell(audit: Audit, options: argparse.Namespace) -> None:
    """Say in few lines what was tried and found."""
    for finding in audit.findings:
        criteria = f" (WCAG {', '.join(finding.criteria)})" if finding.criteria else ""
        print(f"\n{finding.program}: {finding.rule}{criteria}: {finding.edition}, {finding.address or '/'}")
        print(f"  {finding.help}\n  {finding.where}" if finding.help else f"  {finding.where}")
        if finding.states:
            print(f"  {len(finding.states)}: {', '.join(finding.states[:SHOWN])}")
    print(f"\nStron: {len(audit.tried)}, stanów: {audit.looks}, błędów: {len(audit.findings)}. Wynik: {options.result}")
    if options.nu is None:
        print("HTML nie był sprawdzany programem Nu Html Checker (--nu).")


if __name__ == "__main__":
    run(main)
