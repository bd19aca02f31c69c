"""Each step of the form, wide and narrow, light and dark: it fits the screen, and axe-core finds nothing."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.forms import ready
from tests.browser.test_accessibility import sideways, violations
from tests.browser.visitor import PHONE, WIDE, Scheme, Visitor
from tests.support.thorough import at_night

from bench.auditing import go_to_step
from goodpractices.publishing import FORM_STEPS

pytestmark = pytest.mark.browser


# Looking through a page takes as long for what is hidden on it: one look at all the steps instead of one at each.
SHOW_ALL = "document.querySelectorAll('.form__step[id^=krok-]').forEach(each => { each.hidden = false; })"


@pytest.mark.parametrize(("width", "scheme"), [at_night(WIDE, "light"), (PHONE, "dark")])
def test_nothing_stands_in_the_way_on_any_step(visit: Visit, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = ready(visitor)
    assert violations(visitor) == []
    page.get_by_text("Szkice i poprawki").click()
    page.get_by_label("Popraw praktykę z katalogu").fill("gdynia-pracownia")
    page.get_by_role("button", name="Otwórz", exact=True).click()
    page.get_by_text("Poprawiasz praktykę").wait_for()
    page.evaluate("document.querySelectorAll('.form details').forEach(each => each.open = true)")
    assert barriers_of_steps(visitor, range(1, len(FORM_STEPS) + 1)) == {}
    page.get_by_role("button", name="Zacznij od nowa").click()
    go_to_step(page, len(FORM_STEPS))
    page.get_by_role("button", name="Sprawdź całość").click()
    assert barriers_of_steps(visitor, (7, 1)) == {}


def barriers_of_steps(visitor: Visitor, numbers: Iterable[int]) -> dict[str, list[str]]:
    """Which steps are wider than the window, each by itself, and what stands in the way on any, one below another."""
    found: dict[str, list[str]] = {}
    for number in numbers:
        go_to_step(visitor.page, number)
        found[f"step {number}"] = sideways(visitor)
    visitor.page.evaluate(SHOW_ALL)
    assert visitor.page.locator(".form__step[id^=krok-]:visible").count() == len(FORM_STEPS)
    found["all steps"] = violations(visitor)
    return {name: faults for name, faults in found.items() if faults}


def test_on_a_phone_the_list_of_steps_stands_behind_the_name_of_the_one_shown(visit: Visit) -> None:
    page = ready(visit(width=390, height=844))
    steps, name = page.locator(".form__steps"), page.locator("[data-step-fold] > summary")
    expect(steps).to_be_hidden()
    expect(name).to_have_text("Krok 1 z 7: Najważniejsze")
    name.press("Enter")
    expect(steps).to_be_visible()
    page.locator(".form__steps a[href='#krok-2']").click()
    expect(name).to_have_text("Krok 2 z 7: Dla kogo i kto")
    expect(steps).to_be_hidden()
    page.set_viewport_size({"width": WIDE, "height": 844})
    expect(steps).to_be_visible()
    expect(name).to_be_hidden()
