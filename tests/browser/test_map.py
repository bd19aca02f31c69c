"""The map: one family of themes at a time, without a script, and a list that is soon read on a phone."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations

from goodpractices.catalogue import Catalogue

pytestmark = pytest.mark.browser

KINDS = "lines => lines.filter((line) => line.checkVisibility()).map((line) => line.className)"


@pytest.mark.parametrize(("address", "name"), [("mapa/", "młodzież"), ("en/map/", "young people")])
def test_a_family_is_shown_alone_and_no_script_is_needed(
    visit: Visit, catalogue: Catalogue, address: str, name: str
) -> None:
    page = visit(javascript=False).open(address)
    all_places = page.locator(".place:visible").count()
    page.get_by_role("radio", name=name).check(force=True)
    theirs = {
        use.place
        for practice in catalogue.published
        for use in practice.places
        if catalogue.term("themes", practice.themes[0]).family == "youth"
    }
    shown = page.locator(".place:visible")
    assert {each.removeprefix("miejsce-") for each in shown.evaluate_all("all => all.map(each => each.id)")} == theirs
    assert {*page.locator(".place__practices > li").evaluate_all(KINDS)} == {"family-youth", "place__more"}
    assert page.locator(".map--wide .map__pin:visible:not([data-families~=youth])").count() == 0
    assert page.locator(".map-page__country:visible").count() < page.locator(".map-page__country").count()
    page.locator(".map-families input").first.check(force=True)
    assert shown.count() == all_places


def test_each_place_names_a_practice_of_the_family_that_is_chosen(visit: Visit) -> None:
    page = visit(javascript=False).open("mapa/")
    before = page.locator(".place__practices > li:visible").count()
    families = page.locator(".map-families input")
    for family in families.evaluate_all("all => all.map((each) => each.value)")[1:]:
        page.locator(f".map-families input[value={family}]").check(force=True)
        named = f".place__practices > .family-{family}:visible"
        places = page.locator(".place:visible")
        assert places.filter(has=page.locator(named)).count() == places.count() > 0
    families.first.check(force=True)
    assert page.locator(".place__practices > li:visible").count() == before


@pytest.mark.parametrize("width", [320, 1280])
def test_the_choice_of_a_family_has_no_barriers(visit: Visit, width: int) -> None:
    visitor = visit(width=width)
    page = visitor.open("mapa/")
    page.locator(".map-families input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".map-families input:checked")).to_have_value("labour")
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []


def test_the_list_is_soon_read_on_a_phone(visit: Visit) -> None:
    page = visit(width=390, height=844).open("mapa/")
    assert page.locator(".site-footer").evaluate("foot => foot.getBoundingClientRect().bottom + scrollY") <= 6500
