"""The tests see pages in typefaces of their own, whatever the machine has."""

import pytest
from tests.browser.conftest import Visit
from tests.browser.typefaces import IN_BOTH_TYPEFACES, Typeface

pytestmark = pytest.mark.browser

# Of the size of the text, for a letter of a usual Polish text.
WIDTHS = {("narrow", 400): 0.39, ("narrow", 700): 0.42, ("wide", 400): 0.53, ("wide", 700): 0.59}
FAMILIES = ("system-ui", "sans-serif", "monospace", "DejaVu Sans, Liberation Sans, Noto Sans")
MEASURED = """([family, weight]) => {
  const text = "Zażółć gęślą jaźń: niepełnosprawnościami w międzynarodowej sieci, 784 uczestników";
  const box = document.createElement("span");
  box.textContent = text;
  box.style.cssText = `position: absolute; white-space: pre; font: ${weight} 100px ${family}`;
  document.body.append(box);
  return box.getBoundingClientRect().width / text.length / 100;
}"""


@IN_BOTH_TYPEFACES
def test_whatever_typeface_is_asked_for_it_is_that_of_the_tests(visit: Visit, typeface: Typeface) -> None:
    page = visit().open("o-katalogu/")
    asked = [(family, weight) for family in FAMILIES for weight in (400, 700)]
    expected = {(family, weight): WIDTHS[typeface, weight] for family, weight in asked}
    assert {each: page.evaluate(MEASURED, each) for each in asked} == pytest.approx(expected, abs=0.015)
