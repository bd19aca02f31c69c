"""The focus of the keyboard: an outline of 3 px on whatever takes it, nothing over it (WCAG 2.4.7, 2.4.11)."""

from pathlib import Path

import pytest
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, WIDE, Visitor
from tests.support.thorough import at_night

pytestmark = pytest.mark.browser

FOCUSING = (Path(__file__).parent / "focusing.js").read_text(encoding="utf-8").strip().rstrip(";")
PAGES = (
    "",
    "praktyki/",
    "praktyki/gdynia-pracownia/",
    "mapa/",
    "os-czasu/",
    "zglos/",
    "dane/",
    "dla-redakcji/pola/",
    "en/practices/",
)
WINDOWS = {
    "wide": {"width": WIDE},
    "four times as large": {"width": PHONE, "height": 256},
    "in forced colours": {"width": WIDE, "forced_colours": True},
}
CLOSEST = "four times as large"
LEAST = 30


@pytest.mark.parametrize(
    ("window", "typeface"),
    [("wide", "wide"), (CLOSEST, "wide"), at_night("in forced colours", "wide"), at_night(CLOSEST, "narrow")],
    indirect=["typeface"],
)
def test_whatever_takes_the_focus_shows_it_and_nothing_is_over_it(visit: Visit, window: str) -> None:
    visitor = visit(**WINDOWS[window])
    faults: dict[str, list[str]] = {}
    for address in PAGES:
        visitor.open(address)
        stops, found = focused(visitor)
        assert stops > LEAST, address
        faults |= {address: found} if found else {}
    assert faults == {}


@pytest.mark.parametrize(
    ("styles", "reported"),
    [
        (":focus-visible { outline-width: 2px !important; }", "no outline"),
        (":focus-visible { outline-color: var(--paper) !important; }", "no outline"),
        (".button { visibility: visible; position: fixed; inset: 0; z-index: 9; }", "covered"),
    ],
)
def test_a_focus_that_cannot_be_seen_would_be_found(visit: Visit, styles: str, reported: str) -> None:
    visitor = visit()
    visitor.open("")
    visitor.put_on(styles)
    _, found = focused(visitor)
    assert [fault for fault in found if fault.startswith(reported)], found


def focused(visitor: Visitor) -> tuple[int, list[str]]:
    """How many elements of the page take the focus, and where it cannot be seen."""
    visitor.page.keyboard.press("Tab")
    stops, faults = visitor.page.evaluate(FOCUSING)
    return stops, faults
