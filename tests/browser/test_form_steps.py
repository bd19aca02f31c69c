"""Each step of the form, wide and narrow, light and dark: it fits the screen, and axe-core finds nothing."""

import pytest
from tests.browser.conftest import Visit
from tests.browser.forms import LAST, ready
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE, Scheme

from goodpractices.publishing import FORM_STEPS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (PHONE, "dark")])
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
        page.locator(f".form__steps a[href='#krok-{number}']").click()
        assert violations(visitor) == [], number
        assert not visitor.scrolls_sideways, number
    page.get_by_role("button", name="Zacznij od nowa").click()
    page.locator(LAST).click()
    page.get_by_role("button", name="Sprawdź całość").click()
    for number in (7, 1):
        page.locator(f".form__steps a[href='#krok-{number}']").click()
        assert violations(visitor) == [], number
        assert not visitor.scrolls_sideways, number
