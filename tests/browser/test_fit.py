"""The page "does it fit us": groups and counts by the conditions of entries, kept in the address; its sheets."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.paper import printed
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE, Visitor
from tests.support.thorough import Few

from goodpractices.catalogue import Catalogue
from goodpractices.finding import FITS, Municipality, conditions_of, fit_counts, municipality_of

pytestmark = pytest.mark.browser

FIT = "czy-pasuje/"
READY = "document.querySelector('[data-fit-page]').dataset.state === 'ready'"
CHANGED = """conditions => {
  const { practices } = self.KatalogPasuje;
  const { html } = practices.find((each) => each.html.includes("fit-row"));
  const words = { size: "do 20 000", kind: "gmina wiejska" };
  for (const practice of practices) practice.conditions = {};
  conditions.forEach((each, n) => Object.assign(practices[n], { html, conditions: each, ...words }));
}"""


def ready(visitor: Visitor, search: str = "") -> Page:
    page = visitor.open(FIT + search)
    visitor.wait_for(READY)
    return page


def counts(page: Page) -> dict[str, int]:
    """The counts in the order of the page, once they are there."""
    expect(page.locator(".fit__counts > li")).to_have_count(4)
    found: list[list[str]] = page.locator(".fit__counts > li").evaluate_all(
        "items => items.map(item => [item.dataset.fit, item.querySelector('b').textContent])"
    )
    return {fit: int(number) for fit, number in found}


@pytest.mark.parametrize(
    ("search", "municipality"),
    [
        ("?population=18000&kind=urban-rural", Municipality(18000, "urban-rural")),
        ("?population=0", Municipality(0)),
        ("?kind=city-county", Municipality(kind="city-county")),
    ],
)
def test_the_groups_are_those_of_the_program_and_add_up_to_all(
    anywhere: Visit, catalogue: Catalogue, search: str, municipality: Municipality
) -> None:
    page = ready(anywhere(), search)
    assert counts(page) == fit_counts(catalogue.published, municipality)
    assert tuple(counts(page)) == FITS
    rows = page.locator("[data-result] :is(.fit-row, .line)")
    assert rows.count() == len(catalogue.published)
    expect(page.get_by_role("status")).to_have_text(f"Sprawdziliśmy {len(catalogue.published)} praktyk.")


def test_a_municipality_of_the_registry_brings_its_size_and_kind(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit()
    page = ready(visitor)
    page.get_by_label("Gmina z katalogu").select_option("sopot")
    assert counts(page) == fit_counts(catalogue.published, municipality_of(catalogue.places["sopot"]))
    assert page.url.endswith("?place=sopot")
    assert page.get_by_label("Liczba mieszkańców").input_value() == "35049"
    expect(page.get_by_label("Rodzaj gminy")).to_have_value("urban")
    page.get_by_label("Liczba mieszkańców").fill("18 000")
    page.keyboard.press("Tab")
    visitor.wait_for("location.search === '?population=18000&kind=urban'")
    expect(page.get_by_label("Gmina z katalogu")).to_have_value("")
    page.go_back()
    expect(page.get_by_label("Gmina z katalogu")).to_have_value("sopot")


def test_each_group_says_why(visit: Visit) -> None:
    page = ready(visit(), "?population=18000&kind=urban-rural")
    counts(page)
    small, rural = {"most": 20000}, {"kinds": ["rural"]}
    tried = {**rural, "most": 100, "tried": True}
    page.evaluate(CHANGED, [small, {**small, "further": True}, rural, {**rural, "most": 100}, {}, tried])
    page.get_by_label("Liczba mieszkańców").fill("18001")
    page.get_by_role("button", name="Sprawdź").click()
    expect(page.get_by_role("status")).to_be_focused()
    fits = page.locator("section[data-fit=fits] [data-verdict]")
    expect(fits).to_have_text(["Ta wielkość pasuje."])
    expect(page.locator("section[data-fit=does-not-fit] [data-verdict]")).to_have_text(
        [
            "Opis mówi o gminach innego rodzaju (gmina wiejska).",
            "Opis mówi o gminach innej wielkości (do 20 000). Opis mówi o gminach innego rodzaju (gmina wiejska).",
        ]
    )
    both = page.locator("section[data-fit=may-fit]").get_by_text("Ta wielkość pasuje. Sprawdź warunki:")
    assert both.count() == 1
    untried = "Nie wiemy, czy działała w gminie tej wielkości. Nie wiemy, czy działała w gminie tego rodzaju."
    expect(page.locator("section[data-fit=may-fit] [data-verdict]").last).to_have_text(untried)


def test_what_is_no_number_is_said_and_changes_nothing(visit: Visit) -> None:
    page = ready(visit(), "?population=18000")
    before = counts(page)
    page.get_by_label("Liczba mieszkańców").fill("dużo")
    page.get_by_role("button", name="Sprawdź").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("cyframi"))
    expect(page.get_by_label("Liczba mieszkańców")).to_have_attribute("aria-invalid", "true")
    assert (page.url.endswith("?population=18000"), counts(page)) == (True, before)


def test_before_a_municipality_is_chosen_the_groups_are_closed_and_say_how_many(
    anywhere: Visit, catalogue: Catalogue
) -> None:
    page = ready(anywhere(width=390, height=844))
    assert page.locator(".site-footer").evaluate("foot => foot.getBoundingClientRect().bottom + scrollY") <= 2000
    groups = page.locator(".fit__all")
    assert page.locator(":is(.fit-row, .line):visible").count() == 0
    for group in groups.all():
        group.locator("summary").click()
        said = re.match(r"Pokaż (\d+) ", group.locator("summary").inner_text())
        assert said is not None
        assert group.locator(":is(.fit-row, .line):visible").count() == int(said[1])
    assert page.locator(":is(.fit-row, .line):visible").count() == len(catalogue.published)


@pytest.mark.parametrize("address", ["czy-pasuje/", "en/fit/"])
def test_without_scripts_all_practices_stand_there_with_their_conditions(
    visit: Visit, catalogue: Catalogue, address: str
) -> None:
    page = visit(javascript=False).open(address)
    assert page.locator("form.fit__ask").is_hidden()
    assert page.locator(":is(.fit-row, .line):visible").count() == len(catalogue.published)
    said = [each for each in catalogue.published if conditions_of(each).say_something]
    assert page.locator(".fit-row").count() == len(said)


@pytest.mark.parametrize("search", ["", "?population=18000&kind=rural"])
def test_a_phone_shows_it_without_scrolling_sideways_and_without_barriers(visit: Visit, search: str) -> None:
    visitor = visit(width=PHONE)
    page = ready(visitor, search)
    if search:
        counts(page)
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []


def test_a_row_leads_to_the_sheet_for_a_meeting_and_that_to_the_practice(visit: Visit) -> None:
    page = ready(visit(), "?population=18000")
    counts(page)
    page.locator("section[data-fit=may-fit] summary").click()
    page.get_by_role("link", name="Arkusz na spotkanie Otwarty Kraków").click()
    expect(page.locator(".meeting__question")).to_have_count(6)
    expect(page.get_by_text("Pieniądze w budżecie miasta co roku")).to_be_visible()
    page.get_by_role("link", name="Do strony praktyki").click()
    page.locator(".practice__take").get_by_role("link", name="Arkusz na spotkanie").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Program „Otwarty Kraków”")


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_a_sheet_has_no_barriers(visit: Visit, width: int) -> None:
    visitor = visit(width=width, scheme="dark")
    visitor.open("praktyki/gramatneusiedl-magma/na-spotkanie/")
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []


def test_a_sheet_is_one_page_of_paper(visit: Visit, catalogue: Catalogue, few: Few) -> None:
    visitor = visit()
    for practice in few.of(catalogue.published, 8):
        page = visitor.open(f"praktyki/{practice.id}/na-spotkanie/")
        assert len(printed(page, "A4")) == 1, practice.id
