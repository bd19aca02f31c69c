"""New places, organisations and terms, proposed at the field that asks for them, on the web and from a folder."""

from typing import Any

import pytest
from tests.browser.conftest import Visit
from tests.browser.forms import ready
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

_ADDED = """() => Object.assign({}, ...Object.keys(localStorage).filter(name => name.includes('.zglos.szkic.'))
    .map(name => JSON.parse(localStorage.getItem(name)).added))"""


def added(visitor: Visitor, registry: str) -> Any:
    visitor.wait_for(f"({_ADDED})()['{registry}']")
    return visitor.page.evaluate(_ADDED)[registry]


def test_places_of_one_name_are_found_and_told_apart(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    place = page.locator("#krok-1 [data-name='places']").first
    place.get_by_label("Miejsce (wymagane)").fill("dobra")
    place.get_by_text("licencja CC BY 4.0").wait_for()
    offered = place.get_by_role("group", name="„dobra” nie ma na liście").get_by_role("listitem").all_inner_texts()
    assert offered[0] == "Dobra – województwo małopolskie, Polska, niedaleko: Bochnia, mieszkańców: 3\xa0100"
    assert "Dobra – województwo zachodniopomorskie, Polska, niedaleko: Szczecin, mieszkańców: 950" in offered
    assert not visitor.scrolls_sideways
    place.get_by_role("button", name="niedaleko: Szczecin").focus()
    page.keyboard.press("Enter")
    assert place.get_by_label("Miejsce (wymagane)").input_value() == "Dobra"
    assert added(visitor, "places") == [
        {
            **{"id": "dobra", "name": "Dobra", "country": "PL", "level": "town"},
            **{"lat": "53.48835", "lon": "14.38617", "geonames": "3100364"},
            "parent": "zachodniopomorskie",
        }
    ]


def test_a_place_of_a_known_region_lies_in_it_and_has_polish_names(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    place = page.locator("#krok-1 [data-name='places']").first
    place.get_by_label("Miejsce (wymagane)").fill("Puck")
    place.get_by_role("button", name="Puck – województwo pomorskie").click()
    assert added(visitor, "places")[0]["parent"] == "pomorskie"
    place.get_by_label("Miejsce (wymagane)").fill("Drezno")
    place.get_by_role("button", name="Drezno – Dresden, Saksonia, Niemcy").click()
    visitor.wait_for(f"({_ADDED})().places.length === 2")
    assert added(visitor, "places")[1]["name"] == "Drezno"


def test_a_place_that_geonames_lacks_is_proposed_with_what_has_to_be_known(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    place = page.locator("#krok-1 [data-name='places']").first
    place.get_by_label("Miejsce (wymagane)").fill("Zawory Górne")
    panel = place.get_by_role("group", name="„Zawory Górne” nie ma na liście.")
    panel.get_by_role("button", name="Zaproponuj „Zawory Górne”").click()
    assert page.locator(":focus").get_attribute("aria-invalid") == "true"
    panel.get_by_label("Kraj").fill("Polska")
    panel.get_by_label("Rodzaj miejsca").select_option("town")
    panel.get_by_role("button", name="Zaproponuj „Zawory Górne”").click()
    assert added(visitor, "places") == [
        {"id": "zawory-gorne", "name": "Zawory Górne", "country": "Polska", "level": "town"}
    ]


def test_an_organisation_and_a_term_are_proposed_where_they_are_asked_for(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    themes = page.locator("#krok-1 [data-name='themes']")
    themes.get_by_text("Brakuje tu hasła?").click()
    themes.get_by_label("Nowe hasło").fill("Opieka nad  seniorami")
    page.keyboard.press("Enter")
    assert themes.get_by_label("Opieka nad seniorami").is_checked()
    assert added(visitor, "terms") == [
        {"vocabulary": "themes", "id": "opieka-nad-seniorami", "pl": "Opieka nad seniorami"}
    ]
    page.locator(".form__steps a[href='#krok-2']").click()
    people = page.locator("#krok-2")
    people.get_by_role("button", name="Dodaj organizację").click()
    asked = people.locator("[data-name='organisations']").first
    asked.get_by_label("Organizacja (wymagane)").fill("Klub Las")
    asked.get_by_role("group", name="„Klub Las” nie ma na liście.").get_by_label("Rodzaj").select_option("business")
    asked.get_by_role("button", name="Zaproponuj „Klub Las”").click()
    assert asked.get_by_label("Organizacja (wymagane)").input_value() == "Klub Las"
    assert added(visitor, "organisations") == [{"id": "klub-las", "name": "Klub Las", "kind": "business"}]
    page.reload()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    page.locator(".form__steps a[href='#krok-1']").click()
    assert themes.get_by_label("Opieka nad seniorami").is_checked()
