"""The real site, built once for all tests that ask it questions, a larger one, and one made of hostile entries."""

import gc
import json
import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import settings
from tests.browsers.table import write_table
from tests.support.builds import Build, build, change_entry, project
from tests.support.hostile import IDENTITY, TAKEN, hostile_practices, telling_texts
from tests.support.once import once
from tests.support.pages import BuiltSite
from tests.support.sites import (
    ADDRESS,
    EASY,
    EASY_IN_ENGLISH,
    FORMERLY,
    LEFT_BEHIND,
    HostileSite,
    built_once,
    changed_practices,
    files_beside,
    some_archive,
    some_books,
)
from tests.support.thorough import AT_NIGHT, OPTION, Few

from goodpractices.publishing import write_archive

# How long an example takes says more of the machine than of the example; what must be quick measures that itself.
settings.register_profile("catalogue", deadline=None, max_examples=40)
# Every night, with --hypothesis-profile=thorough: what forty examples miss, thousands over the weeks find.
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("catalogue")

# The collector of rubbish would look hundreds of times through what stays in memory to the end.
gc.set_threshold(50_000, 10, 10)

# Tests neither read nor fill the cache of whoever runs them, nor make a key for one; the processes that share them have
# one of their own together.
os.environ.setdefault("CATALOGUE_CACHE_KEY", "tests")
if "CATALOGUE_CACHE" not in os.environ:
    _CACHE = tempfile.TemporaryDirectory(prefix="katalog-cache-", ignore_cleanup_errors=True)
    os.environ["CATALOGUE_CACHE"] = _CACHE.name


def pytest_collection_finish() -> None:
    """Tests that were found stay: the collector of rubbish need not look through them."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the night ask for more than a change does."""
    parser.addoption(OPTION, action="store_true", help="asks every page, window and browser, as every night does")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave for the night what is marked so."""
    if config.getoption(OPTION):
        return
    left = [item for item in items if item.get_closest_marker(AT_NIGHT.name)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item.get_closest_marker(AT_NIGHT.name) is None]


@pytest.fixture(scope="session")
def few(request: pytest.FixtureRequest) -> Few:
    """Takes a few of things that are alike, and at night all of them."""
    return Few(bool(request.config.getoption(OPTION)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests recorded for whoever ran them, passed or skipped: a table is worth nothing unseen."""
    reports = [each for group in terminalreporter.stats.values() for each in group]
    shown = [text for each in reports for name, text in getattr(each, "user_properties", ()) if name == "shown"]
    for text in dict.fromkeys(shown):
        terminalreporter.section("do przeczytania")
        terminalreporter.write_line(str(text).rstrip())
    write_table(terminalreporter)


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
def hostile(tmp_path_factory: pytest.TempPathFactory, few: Few) -> HostileSite:
    """A site of entries and an identity whose every text tries to become something else; at night of all such texts."""

    def make(folder: Path) -> Build:
        payloads = hostile_practices(folder / "practices", TAKEN if few.is_night else telling_texts())
        (folder / "payloads.json").write_text(json.dumps(payloads), encoding="utf-8")
        settings = project(folder / "project", **IDENTITY)
        return build(folder / "site", settings=settings, practices=folder / "practices")

    site = built_once(tmp_path_factory, "hostile", make)
    payloads = json.loads((site.folder.parent / "payloads.json").read_text(encoding="utf-8"))
    return HostileSite(site, payloads)


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with an address: the real entries, some in another state or with a text that is easy to read, and copies.

    It hands out what was made beforehand: a book, a sheet and the offline edition.
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
