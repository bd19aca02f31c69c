"""Paper in Firefox, which breaks columns its own way: no heading alone at the foot of one, no rule touching a text."""

import pytest
from tests.browsers.conftest import Visit
from tests.support.pages import BuiltSite
from tests.support.thorough import Few

pytestmark = pytest.mark.browsers

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
  return left.map((each) => each.innerText);
})()"""
DISTANCE = """(() => {
  const columns = document.querySelector(".practice__columns");
  const rule = document.querySelector("[data-field=sources]").getBoundingClientRect().top;
  const range = document.createRange();
  range.selectNodeContents(columns);
  return rule - Math.max(...[...range.getClientRects()].map((line) => line.bottom));
})()"""


@pytest.mark.parametrize("base", ["web"], indirect=True)
class TestPaper:
    browser = "Firefox ESR"

    def test_no_heading_stands_alone_at_the_foot_of_a_column(self, visit: Visit, site: BuiltSite, few: Few) -> None:
        window = visit()
        alone: dict[str, list[str]] = {}
        for practice in few.of([*site.records], 8):
            window.open(f"praktyki/{practice}/")
            with window.on_paper():
                alone |= {f"{practice} {width}": found for width in WIDTHS if (found := window.ask(ALONE % width))}
        assert alone == {}

    def test_the_rule_above_the_sources_keeps_its_distance(self, visit: Visit) -> None:
        window = visit()
        window.open("praktyki/gdynia-pracownia/")
        with window.on_paper():
            assert window.ask(DISTANCE) >= 5
