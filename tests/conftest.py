"""The real site, built once for all tests that ask it questions, a larger one, and one made of hostile entries."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from tests.browsers.table import write_table
from tests.builds import Build, build, change_entry, copy_practices, files_of, project
from tests.hostile import IDENTITY, hostile_practices
from tests.pages import BuiltSite
from tests.shared import once

from goodpractices.publishing import write_archive

ADDRESS = "https://katalog.example.org/praktyki-miast/"
FORMERLY = ("sds-sopot", "sopot-szkola-drugiej-szansy")
EASY = {
    "text": "To jest szkoła.\nW szkole uczą się dorośli.\n\nNauka nic nie kosztuje.\n",
    "tested_by": "Grupa samorzeczników z Centrum Przykładowego",
    "tested_on": "2026-10",
}
"""A text that is easy to read, made up: nobody has tested one for the real entries."""
EASY_IN_ENGLISH = {"text": "This is a school.\nAdults learn there.", "tested_by": "A self-advocacy group"}
LEFT_BEHIND = ("docs/Thumbs.db", "docs/index.md~", "docs/assets/styles/base.css~", "docs/templates/404.html~")
"""Files that programs leave beside those of a site."""
COPIES = 100
OTHER_PLACES = 30


# How long an example takes says more of the machine than of the example; what must be quick measures that itself.
settings.register_profile("catalogue", deadline=None)
settings.load_profile("catalogue")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests recorded for whoever ran them, passed or skipped: a table is worth nothing unseen."""
    reports = [each for group in terminalreporter.stats.values() for each in group]
    shown = [text for each in reports for name, text in getattr(each, "user_properties", ()) if name == "shown"]
    for text in dict.fromkeys(shown):
        terminalreporter.section("do przeczytania")
        terminalreporter.write_line(str(text).rstrip())
    write_table(terminalreporter)


@dataclass(frozen=True)
class HostileSite:
    """A site, and the payload of each of its practices by id."""

    site: BuiltSite
    payloads: dict[str, str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as ``scripts/build.py`` makes it."""
    return built_once(tmp_path_factory, "site", lambda folder: build(folder / "site"))


@pytest.fixture(scope="session")
def offline_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the real site that opens from a folder, packed and unpacked into one with a difficult name.

    The catalogue has an address, so that links to it would be noticed, and a practice that had another id and has a
    text that is easy to read.
    """

    def make(folder: Path) -> None:
        settings = project(folder / "project", address=ADDRESS)
        entry = folder / "project" / "practices" / FORMERLY[1]
        change_entry(entry / "index.md", former_ids=[FORMERLY[0]], easy_to_read=EASY)
        change_entry(entry / "index.en.md", easy_to_read=EASY_IN_ENGLISH)
        built = build(folder / "site", settings=settings, CATALOGUE_EDITION="offline").finished().folder
        packed = write_archive(built, folder / "katalog-offline.zip")
        with zipfile.ZipFile(packed.path) as archive:
            archive.extractall(folder / "Katalog #1 – 100% żółć")

    return once(tmp_path_factory, "offline", make) / "Katalog #1 – 100% żółć" / "katalog"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """A site of entries and an identity whose every text tries to become something else."""

    def make(folder: Path) -> Build:
        payloads = hostile_practices(folder / "practices")
        (folder / "payloads.json").write_text(json.dumps(payloads), encoding="utf-8")
        settings = project(folder / "project", **IDENTITY)
        return build(folder / "site", settings=settings, practices=folder / "practices")

    site = built_once(tmp_path_factory, "hostile", make)
    payloads = json.loads((site.folder.parent / "payloads.json").read_text(encoding="utf-8"))
    return HostileSite(site, payloads)


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with an address: the real entries, some in another state or with a text that is easy to read, and copies.

    It hands out what was made beforehand: a book, a sheet and the edition to carry about.
    """

    def make(folder: Path) -> Build:
        settings = project(folder / "project", address=ADDRESS)
        books = some_books(folder / "books")
        practices = changed_practices(folder / "practices")
        for left in LEFT_BEHIND:
            (settings.parent / left).write_bytes(b"\xff")
        (practices / "gdynia-pracownia" / "Thumbs.db").write_bytes(b"\xff")
        before = files_beside(settings.parent)
        archive = some_archive(folder)
        built = build(
            folder / "site",
            settings=settings,
            practices=practices,
            CATALOGUE_BOOKS=str(books),
            CATALOGUE_ARCHIVE=str(archive),
        )
        assert files_beside(settings.parent) == before, "a build leaves files beside what it is made from"
        return built

    return built_once(tmp_path_factory, "changed", make)


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Build]) -> BuiltSite:
    """A site that one process builds for all: ``make`` builds it into ``site`` of the folder it is given."""

    def build_and_note(folder: Path) -> None:
        (folder / "build.log").write_text(make(folder).finished().log, encoding="utf-8")

    folder = once(factory, name, build_and_note)
    return BuiltSite(folder / "site", (folder / "build.log").read_text(encoding="utf-8"))


def some_books(folder: Path) -> Path:
    folder.mkdir()
    for name in ("katalog.epub", f"{FORMERLY[1]}.pdf", "notatki.pdf"):
        (folder / name).write_bytes(name.encode() * 5000)
    return folder


def some_archive(folder: Path) -> Path:
    path = folder / "katalog-offline.zip"
    path.write_bytes(b"PK" * 5000)
    path.with_name(f"{path.name}.sha256").write_text(f"{'0' * 64}  {path.name}\n", encoding="utf-8")
    return path


def files_beside(folder: Path) -> set[str]:
    """The files of a project but for what a build keeps for the next one."""
    return {name for name in files_of(folder) if not name.startswith(".cache/")}


def changed_practices(folder: Path) -> Path:
    copy_practices(folder)
    change(folder, "gdynia-pracownia", "needs_update", reason="Brakuje danych za 2024 rok.")
    change(folder, "kultura-wlacza", "withdrawn", reason="Projekt nie doszedł do skutku.")
    change(folder, "epic", "draft")
    change(folder, "markaryd-jezyk-i-praca", "in_review")
    change(folder, "stralsund-okragle-stoly", "changes_requested")
    change_entry(
        folder / "sopot-szkola-drugiej-szansy" / "index.md", former_ids=["sds-sopot", "szkola_2008"], easy_to_read=EASY
    )
    change_entry(folder / "sopot-szkola-drugiej-szansy" / "index.en.md", easy_to_read=EASY_IN_ENGLISH)
    change_entry(folder / "gdynia-pracownia" / "index.md", easy_to_read=EASY)
    change_entry(folder / "omggs-standard-minimum" / "index.en.md", easy_to_read=EASY_IN_ENGLISH)
    change_entry(folder / "kultura-wlacza" / "index.md", former_ids=["kultura-dawna"], easy_to_read=EASY)
    towns = (f"\n- {{id: wies-{n}, name: Wieś {n}, country: DE, level: town}}\n" for n in range(OTHER_PLACES))
    with (folder / "_registry" / "places.yml").open("a", encoding="utf-8") as registry:
        registry.writelines(towns)
    entry = (folder / "barth-quartiersbuero" / "index.md").read_text(encoding="utf-8")
    for n in range(COPIES):
        copy = folder / f"kopia-{n}" / "index.md"
        copy.parent.mkdir()
        copy.write_text(entry, encoding="utf-8")
        places = [{"place": "barth", "role": "implemented"}, {"place": f"wies-{n % OTHER_PLACES}", "role": "reach"}]
        change_entry(copy, title=f"Kopia numer {n}", places=places)
    return folder


def change(folder: Path, practice_id: str, state: str, **editorial: str) -> None:
    change_entry(folder / practice_id / "index.md", editorial={"state": state, **editorial})
