"""The pages about the catalogue itself: what there is to do is sorted and narrowed, what changed told since a day."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE, Scheme
from tests.support.pages import BuiltSite
from tests.support.thorough import at_night

pytestmark = pytest.mark.browser

HEALTH = "dla-redakcji/stan/"
CHANGES = "co-sie-zmienilo/"


def column(page: Page, name: str) -> list[int]:
    """The numbers of a column, as the rows stand."""
    cells = page.locator(f".health__table tbody tr:not([hidden]) td[data-kind={name}]")
    numbers: list[int] = cells.evaluate_all("cells => cells.map(cell => Number(cell.dataset.n))")
    return numbers


def test_the_table_is_sorted_by_a_column_and_back_by_keyboard(anywhere: Visit) -> None:
    page = anywhere().open(HEALTH)
    totals = column(page, "total")
    assert totals == sorted(totals, reverse=True) != sorted(totals)
    head = page.get_by_role("columnheader", name="Sporne")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    disputed = column(page, "disputed")
    assert disputed == sorted(disputed, reverse=True)
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert column(page, "disputed") == sorted(disputed)
    titles = page.get_by_role("columnheader", name="Praktyka").get_by_role("button")
    titles.click()
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))
    names = page.locator(".health__table tbody th")
    shown = names.all_inner_texts()
    letters = [name[0] for name in shown if name[0].isascii() and name[0].isupper()]
    assert letters == sorted(letters) != letters[::-1]
    titles.click()
    assert names.all_inner_texts() == shown[::-1]


def test_only_practices_with_one_kind_of_work_are_shown(visit: Visit) -> None:
    page = visit().open(HEALTH)
    every = column(page, "disputed")
    page.get_by_label("Pokaż").select_option("Sporne")
    assert column(page, "disputed") == [number for number in every if number]
    expect(page.get_by_role("status").filter(has_text="Praktyk w tabeli")).to_contain_text(str(sum(map(bool, every))))
    page.get_by_label("Pokaż").select_option("wszystkie praktyki")
    assert column(page, "disputed") == every


def test_a_number_leads_to_its_part_of_the_page_of_the_practice(anywhere: Visit) -> None:
    page = anywhere().open(HEALTH)
    page.locator("td[data-kind=unanswered] a").first.click()
    expect(page.locator("#pytania")).to_be_visible()


def test_without_scripts_the_table_stands_in_the_order_of_most_to_do(visit: Visit) -> None:
    page = visit(javascript=False).open(HEALTH)
    totals = column(page, "total")
    assert totals == sorted(totals, reverse=True)
    expect(page.get_by_label("Pokaż")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), at_night(PHONE, "dark"), at_night(WIDE, "light")])
def test_the_table_has_no_barriers(visit: Visit, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.open(HEALTH)
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []
    page.get_by_label("Pokaż").select_option("Brakuje")
    assert violations(visitor) == []


def days(page: Page) -> list[str]:
    """The days that are shown, as they stand."""
    shown: list[str] = page.locator("[data-day]:visible").evaluate_all("all => all.map(each => each.dataset.day)")
    return shown


@pytest.fixture(scope="module")
def told(site: BuiltSite) -> None:
    """The copy of the repository that the site was built from has a history with more than one day."""
    if len(site.pages[CHANGES].all("[data-day]")) < 2:
        pytest.skip("the history of this copy is too short")


@pytest.mark.usefixtures("told")
def test_a_reader_picks_a_day_and_sees_what_changed_since(visit: Visit) -> None:
    page = visit().open(CHANGES)
    every = page.locator("[data-day]").evaluate_all("all => all.map(each => each.dataset.day)")
    page.get_by_label("Pokaż zmiany od dnia").fill(every[0])
    page.get_by_label("Pokaż zmiany od dnia").dispatch_event("change")
    assert days(page) == every[:1]
    expect(page.get_by_role("status").filter(has_text="Zmian:")).to_contain_text(
        str(page.locator("[data-entry]:visible").count())
    )
    page.get_by_role("button", name="Pokaż wszystkie").press("Enter")
    expect(page.locator("[data-day][hidden]")).to_have_count(0)


@pytest.mark.usefixtures("told")
def test_the_address_keeps_the_day(visit: Visit) -> None:
    page = visit().open(CHANGES)
    every = page.locator("[data-day]").evaluate_all("all => all.map(each => each.dataset.day)")
    page = visit().open(f"{CHANGES}?od={every[0]}")
    assert days(page) == every[:1]
    page = visit().open(f"{CHANGES}?od=2999-01-01")
    assert days(page) == []
    expect(page.get_by_text("Od tego dnia nic się nie zmieniło.")).to_be_visible()
    page = visit().open(f"{CHANGES}?od=%3Cb%3E")
    expect(page.locator("[data-day][hidden]")).to_have_count(0)


@pytest.mark.parametrize("address", ["", "praktyki/"])
@pytest.mark.parametrize("part", ["contentinfo", "main"])
def test_what_changed_is_one_link_away(anywhere: Visit, address: str, part: Literal["contentinfo", "main"]) -> None:
    page = anywhere().open(address)
    page.get_by_role(part).get_by_role("link", name="Co się zmieniło").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Co się zmieniło")


def test_a_phone_shows_the_state_of_a_practice_in_few_lines(visit: Visit) -> None:
    page = visit(width=390, height=844).open(HEALTH)
    rows: list[float] = page.locator(".health__table tbody tr").evaluate_all(
        "rows => rows.map((row) => row.getBoundingClientRect().height)"
    )
    assert sum(rows) <= 150 * len(rows)


@pytest.mark.parametrize("address", [CHANGES, at_night("en/what-changed/")])
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), at_night(WIDE, "light")])
def test_what_changed_has_no_barriers(visit: Visit, address: str, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.open(address)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []
