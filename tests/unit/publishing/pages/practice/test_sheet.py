"""The head of the printed sheet: whose, as of when, and a code that leads to the page."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import segno
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, PL, plain, practice_page, published

from goodpractices.catalogue import Identity
from goodpractices.publishing.pages.practice.sheet import sheet_head

ADDRESS = "https://katalog.example.org/praktyki/las/"
DAY: dict[str, Any] = {"editorial": {"state": "published", "created": "2026-11-20"}}


def page(parent: Path, identity: Identity = IDENTITY, **given: Any) -> LexborHTMLParser:
    return LexborHTMLParser(practice_page(published(parent, {"las": given}), identity=identity).content)


def test_a_sheet_says_whose_it_is_and_as_of_when(tmp_path: Path) -> None:
    [words] = page(tmp_path, **DAY).css(".sheet__words")
    assert plain(words.text()) == f"Katalog Stan na 20 listopada 2026 {ADDRESS}"


def test_the_code_holds_the_address_of_the_page(tmp_path: Path) -> None:
    [svg] = page(tmp_path).css(".sheet svg")
    [path] = svg.css("path")
    size = int((svg.attributes["viewBox"] or "").split()[-1])
    expected = segno.make_qr(ADDRESS, error="m", mask=3).matrix
    assert drawn(path.attributes["d"] or "", size) == [list(row) for row in expected]
    assert ADDRESS in (svg.attributes["aria-label"] or "")
    assert svg.attributes["role"] == "img"


def test_without_an_address_there_is_no_code_and_a_script_fills_in_where_the_page_is_read(tmp_path: Path) -> None:
    tree = page(tmp_path, replace(IDENTITY, address=None))
    assert tree.css(".sheet svg") == []
    assert [plain(node.text()) for node in tree.css(".sheet [data-print-address]")] == [""]


def test_an_address_of_the_site_may_go_without_its_last_slash(tmp_path: Path) -> None:
    practice = published(tmp_path, {"las": {}}).practices["las"]
    head = sheet_head(practice, replace(IDENTITY, address="https://katalog.example.org"), "praktyki/las/", PL)
    assert head.address == ADDRESS


def drawn(path: str, size: int) -> list[list[int]]:
    """The modules that a pen one module wide covers, row by row; each run begins where the one before it ended."""
    runs = re.findall(r"m(-?\d+) (\d+)h(\d+)", path)
    assert path == "M0 .5" + "".join(f"m{right} {down}h{width}" for right, down, width in runs)
    grid = [[0] * size for _ in range(size)]
    x = y = 0
    for right, down, width in (map(int, run) for run in runs):
        x, y = x + right, y + down
        grid[y][x : x + width] = [1] * width
        x += width
    return grid
