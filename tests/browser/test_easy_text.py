"""A text that is easy to read, as readers meet it: from a folder, on a telephone, on paper, through the search."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import barriers
from tests.browser.visitor import WIDE
from tests.support.sites import EASY, FORMERLY

pytestmark = pytest.mark.browser

PRACTICE = f"praktyki/{FORMERLY[1]}/"
TEXT = f"{PRACTICE}etr/"
# In CSS a point is a 72nd and a pixel a 96th of an inch.
FOURTEEN_POINTS = 14 * 96 / 72


def test_a_reader_goes_to_the_text_and_back_in_a_folder(visit: Visit, offline_folder: Path) -> None:
    visitor = visit(base=f"{offline_folder.as_uri()}/")
    visitor.page.context.set_offline(True)
    page = visitor.open(PRACTICE)
    page.get_by_role("link", name="Ten opis w tekście łatwym do czytania (ETR)").click()
    page.wait_for_url(f"**/{TEXT}index.html")
    expect(page.locator(".easy__block p")).to_have_text([line for line in EASY["text"].splitlines() if line])
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url(f"**/en/practices/{FORMERLY[1]}/etr/index.html")
    page.get_by_role("link", name="Back to the full entry").first.click()
    expect(page.locator(f"article[data-practice={FORMERLY[1]}]")).to_be_visible()


def test_nothing_stands_in_the_way_of_a_reader(visit: Visit, changed_web: str) -> None:
    assert barriers(visit, lambda visitor: visitor.open(TEXT), base=changed_web) == {}


def test_lines_are_large_and_short(visit: Visit, changed_web: str) -> None:
    page = visit(base=changed_web, width=WIDE).open(TEXT)
    size, width = page.locator(".easy__text").evaluate("e => [parseFloat(getComputedStyle(e).fontSize), e.clientWidth]")
    assert size >= 24
    assert width / size < 30  # some sixty characters


def test_on_paper_there_are_the_text_and_those_who_tested_it(visit: Visit, changed_web: str) -> None:
    page = visit(base=changed_web).open(TEXT)
    page.emulate_media(media="print")
    for part in (".easy__text p", ".easy__made dd"):
        expect(page.locator(part).first).to_be_visible()
        size = page.locator(part).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size >= FOURTEEN_POINTS
    assert page.locator(".easy a:visible, .site-header:visible, .site-footer:visible").count() == 0
    page = visit(base=changed_web).open(PRACTICE)
    page.emulate_media(media="print")
    expect(page.locator(".easy-link")).to_be_hidden()


def test_who_looks_for_such_texts_finds_the_practices_that_have_one(visit: Visit, changed_web: str) -> None:
    page = visit(base=changed_web).open("praktyki/?q=ETR")
    expect(page.locator("#tresc [role=status]")).to_have_text("2 praktyki")
    expect(page.locator(f"[data-result={FORMERLY[1]}]")).to_be_visible()
