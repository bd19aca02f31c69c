"""The core journeys in Firefox, on the edition from a folder, in one with a name that tries everything; and paper."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.firefox import Firefox, firefox
from tests.pages import BuiltSite

from _browsers import FIREFOX

pytestmark = pytest.mark.browser

RESULTS = "[...document.querySelectorAll('[data-rows] [data-result]')].map((row) => row.dataset.result).join(' ')"
STATUS = "document.querySelector('[role=status]').textContent"


# Firefox shows no page as on paper, so the rules for paper become those for the screen.
AS_ON_PAPER = """[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.media && rule.media.mediaText === "print")
  .forEach((rule) => { rule.media.mediaText = "all"; })"""
WIDTHS = range(600, 720, 15)
ALONE = """(() => {
  document.querySelector(".practice").style.width = "%dpx";
  const start = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [line] = range.getClientRects();
    return line ? line.left : NaN; // hidden on paper
  };
  const isLeft = (heading) => Math.abs(start(heading) - start(heading.nextElementSibling)) > 100;
  const headings = [...document.querySelectorAll(".practice__columns h2")];
  const left = headings.filter((each) => each.nextElementSibling && isLeft(each));
  return JSON.stringify(left.map((each) => each.innerText));
})()"""
DISTANCE = """(() => {
  const columns = document.querySelector(".practice__columns");
  const rule = document.querySelector("[data-field=sources]").getBoundingClientRect().top;
  const range = document.createRange();
  range.selectNodeContents(columns);
  return rule - Math.max(...[...range.getClientRects()].map((line) => line.bottom));
})()"""


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


def test_on_paper_no_heading_stands_alone_at_the_foot_of_a_column(reader: Firefox, web: str, site: BuiltSite) -> None:
    alone: dict[str, list[str]] = {}
    for practice in site.records:
        reader.open(f"{web}praktyki/{practice}/")
        reader.ask(AS_ON_PAPER)
        alone |= {f"{practice} {width}": found for width in WIDTHS if (found := json.loads(reader.ask(ALONE % width)))}
    assert alone == {}


def test_on_paper_the_rule_above_the_sources_keeps_its_distance(reader: Firefox, web: str) -> None:
    reader.open(f"{web}praktyki/gdynia-pracownia/")
    reader.ask(AS_ON_PAPER)
    assert reader.ask(DISTANCE) >= 5


def page(folder: Path, *path: str) -> str:
    return folder.joinpath(*path, "index.html").as_uri()
