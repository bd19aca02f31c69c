"""The five questions are read at a glance: no word and no number of an answer is parted, not even on a narrow phone."""

import pytest
from tests.browser.conftest import Visit
from tests.browser.typefaces import IN_BOTH_TYPEFACES

pytestmark = pytest.mark.browser

# A line may end behind a hyphen or at a space, a no-break space included: what is between them stays together.
PARTED = r"""() => {
  const parted = (node) => [...node.data.matchAll(/[^\s–-]+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const middles = [...range.getClientRects()].map(({ top, height }) => top + height / 2);
    return Math.max(...middles) - Math.min(...middles) > 8; // the first letter has a box of its own
  }).map(({ 0: word }) => word);
  return [...document.querySelectorAll(".strip__value > .sentence")].flatMap(({ firstChild }) => parted(firstChild));
}"""
DOUBTS = """() => [...document.querySelectorAll(".strip--page .doubt")].map((mark) => {
  const lines = [...mark.parentElement.querySelector(".sentence").getClientRects()];
  const { top, bottom } = mark.getBoundingClientRect();
  return lines.some((line) => top < line.bottom && line.top < bottom);
})"""
# Wider than half a narrow phone in any type that is still read.
TOO_LONG = {"kilkunastoosobowa"}


@IN_BOTH_TYPEFACES
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_word_and_no_number_of_an_answer_is_parted(visit: Visit, width: int) -> None:
    visitor = visit(width=width, height=900, javascript=False)
    lists = ("praktyki/", "en/practices/")
    pages = ("praktyki/gdynia-pracownia/", "en/practices/gdansk-mieszkalnictwo-spoleczne/", "en/practices/epic/")
    parted = {address: set(visitor.open(address).evaluate(PARTED)) - TOO_LONG for address in (*lists, *pages)}
    assert parted == {address: set() for address in parted}


@IN_BOTH_TYPEFACES
@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("address", ["praktyki/gdynia-pracownia/", "en/practices/gdynia-pracownia/"])
def test_the_mark_of_a_doubt_stands_beside_its_figure(visit: Visit, width: int, address: str) -> None:
    page = visit(width=width, height=844, javascript=False).open(address)
    assert page.evaluate(DOUBTS) == [True]
