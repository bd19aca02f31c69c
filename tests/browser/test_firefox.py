"""The core journeys in Firefox, on the edition that opens from a folder, in one with a name that tries everything."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.firefox import Firefox, firefox

from _browsers import FIREFOX

pytestmark = pytest.mark.browser

RESULTS = "[...document.querySelectorAll('[data-rows] [data-result]')].map((row) => row.dataset.result).join(' ')"
STATUS = "document.querySelector('[role=status]').textContent"


@pytest.fixture(scope="module")
def folder(offline_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition from a folder, where somebody unpacked it."""
    return Path(shutil.copytree(offline_folder, tmp_path_factory.mktemp("usb") / "Katalog #1 – 100% żółć"))


@pytest.fixture(scope="module")
def reader() -> Iterator[Firefox]:
    """One window for all journeys: starting it takes longer than they do."""
    program = FIREFOX.find()
    if program is None:
        pytest.fail(FIREFOX.how_to_install, pytrace=False)
    with firefox(program) as window:
        yield window


@pytest.fixture(autouse=True)
def nothing_goes_wrong(reader: Firefox) -> Iterator[None]:
    reader.complaints.clear()
    yield
    reader.ask("1")  # takes in what the browser has told meanwhile
    assert reader.complaints == []


def test_the_catalogue_is_searched_from_its_address(reader: Firefox, folder: Path) -> None:
    reader.open(f"{page(folder, 'praktyki')}?q=uchod%C5%BAcom")
    reader.wait_for("document.querySelector('[data-rows] [data-result]')")
    assert reader.ask(RESULTS).split()[0] == "pomorskie-spotkania-online"
    assert reader.ask("location.search") == "?q=uchod%C5%BAcom"


def test_the_catalogue_is_narrowed_and_walked_back(reader: Firefox, folder: Path) -> None:
    reader.open(page(folder, "praktyki"))
    reader.ask("document.querySelector('input[name=place][value=sopot]').click()")
    reader.wait_for("document.querySelector('[data-rows] [data-result]')")
    narrowed = reader.ask(RESULTS).split()
    assert "sopot-szkola-drugiej-szansy" in narrowed
    assert reader.ask(STATUS).startswith(str(len(narrowed)))
    reader.ask("history.back()")
    reader.wait_for("document.querySelector('[data-whole]')")
    assert reader.ask("document.querySelectorAll('[data-result]').length") == 14


def test_the_search_of_the_header_leads_to_a_practice(reader: Firefox, folder: Path) -> None:
    reader.open(page(folder))
    reader.ask("document.querySelector('[data-search-open]').click()")
    reader.wait_for("document.activeElement.matches('[data-md-component=search-query]')")
    reader.press(*"bytow")
    reader.wait_for("document.querySelector('.md-search-result__item a')")
    assert "bytow-miedzynarodowo" in reader.ask("document.querySelector('.md-search-result__item a').href")
    reader.ask("document.querySelector('.md-search-result__item a').click()")
    reader.wait_for("document.querySelector('article[data-practice]')")
    assert reader.ask("document.querySelector('article[data-practice]').dataset.practice").startswith("bytow")
    reader.wait_for("document.querySelector('article mark')")


def test_the_map_leads_to_the_narrowed_catalogue(reader: Firefox, folder: Path) -> None:
    reader.open(page(folder, "mapa"))
    link = reader.ask("document.querySelector('a[href*=\"?place=sopot\"]').href")
    reader.open(link)
    reader.wait_for("document.querySelector('[data-rows] [data-result]')")
    assert "sopot-szkola-drugiej-szansy" in reader.ask(RESULTS).split()


def test_the_timeline_leads_to_a_practice(reader: Firefox, folder: Path) -> None:
    reader.open(page(folder, "os-czasu"))
    reader.open(reader.ask("document.querySelector('.axis-rows a').href"))
    assert reader.ask("document.querySelector('article[data-practice] h1').textContent")


def page(folder: Path, *path: str) -> str:
    return folder.joinpath(*path, "index.html").as_uri()
