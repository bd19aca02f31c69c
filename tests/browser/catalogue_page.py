"""The parts of the catalogue page that tests of it ask for."""

from playwright.sync_api import Locator, Page, expect

UNFOLD = (
    "box => { for (let each = box; each; each = each.parentElement) if (each.matches('details')) each.open = true; }"
)


def results(page: Page) -> list[str]:
    """The ids of the practices that are shown, in order, once they are."""
    page.wait_for_load_state("load")  # a press may have led here: what is parsed so far is not busy yet
    expect(page.locator("[data-catalogue]")).not_to_have_attribute("aria-busy", "true")
    shown: list[str] = page.locator("[data-result]:visible").evaluate_all("rows => rows.map(row => row.dataset.result)")
    return shown


def status(page: Page) -> Locator:
    return page.locator("#tresc [role=status]")


def box(page: Page) -> Locator:
    return page.locator("input[type=search][name=q]")


def tick(page: Page, facet: str, value: str) -> Locator:
    """The box of a value; whatever it is folded in is opened first."""
    box_of_value = page.locator(f'input[name="{facet}"][value="{value}"]')
    box_of_value.evaluate(UNFOLD)
    return box_of_value
