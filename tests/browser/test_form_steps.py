"""Each step of the form, wide and narrow, light and dark: it fits the screen, and axe-core finds nothing."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.forms import ready
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE, Scheme
from tests.support.thorough import at_night

from bench.auditing import go_to_step
from goodpractices.publishing import FORM_STEPS

pytestmark = pytest.mark.browser


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
    for number in range(1, len(FORM_STEPS) + 1):
        go_to_step(page, number)
        assert violations(visitor) == [], number
        assert not visitor.scrolls_sideways, number
    page.get_by_role("button", name="Zacznij od nowa").click()
    go_to_step(page, len(FORM_STEPS))
    page.get_by_role("button", name="Sprawdź całość").click()
    for number in (7, 1):
        go_to_step(page, number)
        assert violations(visitor) == [], number
        assert not visitor.scrolls_sideways, number


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
