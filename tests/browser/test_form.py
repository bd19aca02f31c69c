"""The form as officials use it: drafts are kept, problems lead to their fields, strangers' words stay words."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import Visit
from tests.browser.forms import FORM, LAST, SHORT, finished_text, read_back, ready, said
from tests.browser.typist import FIELDS, Typist
from tests.support.sites import HostileSite
from tests.support.thorough import Few
from tests.support.ways import RECORD, way

from goodpractices.catalogue import Catalogue

pytestmark = pytest.mark.browser

MISSING = "Wpisz, skąd to wiadomo: tytuł strony, sprawozdania albo artykułu."


def test_what_was_typed_is_there_after_a_reload_and_after_a_step_back(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    title = page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first
    title.fill("Las w „mieście” <b>")
    page.get_by_text("Szkic zapisany").wait_for()
    page.locator("#krok-1").get_by_role("button", name="Dalej").click()
    page.get_by_role("button", name="Przejdź dalej mimo to").click()
    assert visitor.focused == "krok-2-tytul"
    page.go_back()
    visitor.wait_for("document.querySelector('#krok-1').hidden === false")
    assert title.input_value() == "Las w „mieście” <b>"
    page.reload()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    assert title.input_value() == "Las w „mieście” <b>"
    page.get_by_text("Wczytano szkic").wait_for()


def test_a_draft_goes_into_a_file_and_comes_back(anywhere: Visit, tmp_path: Path) -> None:
    visitor = anywhere()
    page = ready(visitor)
    title = page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first
    title.fill("Las")
    page.locator("#krok-1").get_by_label("Kultura i biblioteki").check()
    page.locator(".form__drafts summary").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Zapisz szkic w pliku").click()
    assert started.value.suggested_filename == "szkic-las.json"
    draft = tmp_path / "szkic-las.json"
    started.value.save_as(draft)
    page.get_by_role("button", name="Zacznij od nowa").click()
    assert title.input_value() == ""
    page.get_by_label("Otwórz szkic z pliku").set_input_files(draft)
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las'")
    assert page.locator("#krok-1").get_by_label("Kultura i biblioteki").is_checked()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"version": 1, "entry": []}', '{"version": 2, "entry": {}}', "\0"])
def test_a_file_that_is_no_draft_changes_nothing(visit: Visit, tmp_path: Path, content: str) -> None:
    page = ready(visit())
    title = page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first
    title.fill("Las")
    page.get_by_text("Szkice i poprawki").click()
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    page.get_by_label("Otwórz szkic z pliku").set_input_files(tmp_path / "x.json")
    page.get_by_text("To nie jest szkic z tego formularza").wait_for()
    assert title.input_value() == "Las"


def test_a_hostile_draft_is_only_text(visit: Visit, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    strange: list[Any] = [hostile, 7, None, [], {}, [[hostile]], [{"id": hostile, "__proto__": {"x": hostile}}], True]
    visitor = visit()
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    for value in strange:
        draft = {"version": 1, "opened": "", "entry": dict.fromkeys(FIELDS, value), "added": {"organisations": value}}
        (tmp_path / "x.json").write_text(json.dumps(draft), encoding="utf-8")
        page.get_by_label("Otwórz szkic z pliku").set_input_files(tmp_path / "x.json")
        page.wait_for_timeout(50)
        page.locator(LAST).click()
        page.get_by_role("button", name="Sprawdź całość").click()
        assert page.locator("[data-form] img").count() == 0
        assert page.evaluate("({}).x") is None


def test_a_hostile_catalogue_brings_only_words_into_the_form(
    visit: Visit, hostile: HostileSite, hostile_web: str, few: Few
) -> None:
    visitor = visit(base=hostile_web)
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    for practice_id in few.of([*hostile.payloads], 3):
        page.get_by_label("Popraw praktykę z katalogu").fill(practice_id)
        page.get_by_role("button", name="Otwórz", exact=True).click()
        page.get_by_text("Poprawiasz praktykę:").wait_for()
        page.locator(LAST).click()
        assert page.locator("[data-form]").locator("img, script, svg, [onclick]").count() == 0


def test_an_organisation_that_is_on_no_list_comes_with_the_entry(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit()
    page = ready(visitor)
    entry = said(catalogue.practices["epic"])
    draft = {**entry, "editorial": {**entry["editorial"], "state": "draft"}}
    Typist(page, catalogue).enter({**draft, "id": "nowa", "organisations": []})
    page.locator(".form__steps a[href='#krok-2']").click()
    people = page.locator("#krok-2")
    people.get_by_role("button", name="Dodaj nową organizację").click()
    added = people.locator("[data-name='organisations']").last
    added.get_by_label("Identyfikator").fill("klub-las")
    added.get_by_label("Nazwa (wymagane)").fill("Klub Las")
    added.get_by_label("Rodzaj organizacji").select_option("school-education")
    people.get_by_role("button", name="Dodaj organizację").click()
    used = people.locator("[data-name='organisations']").first
    used.get_by_label("Organizacja (wymagane)").fill("klub las")
    used.get_by_label("Rola").select_option("leader")
    assert "- org: klub-las\n  role: leader\n" in finished_text(visitor)
    proposals = (
        "proposals:\n    organisations:\n    - id: klub-las\n      name: Klub Las\n      kind: school-education\n"
    )
    assert proposals in page.locator("#tresc-pliku").input_value()


@pytest.mark.parametrize("name", ["formularz.md", "rozmowa.md", "import.md", "zgloszenie.md"])
def test_a_file_that_another_way_wrote_is_opened(anywhere: Visit, name: str) -> None:
    visitor = anywhere()
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki", exact=True).or_(page.get_by_text("Szkice", exact=True)).first.click()
    page.get_by_label("Otwórz szkic z pliku").set_input_files(way(name))
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Świetlice nad morzem'")
    places = page.locator("#krok-1 [data-name='places']").first
    assert places.get_by_label("Miejsce (wymagane)").first.input_value() == "Rowy"
    fields, story = read_back(finished_text(visitor))
    assert fields["editorial"]["proposals"] == RECORD["editorial"]["proposals"]
    assert fields["funding"] == RECORD["funding"]
    assert fields["indicators"] == RECORD["indicators"]
    assert story.strip() == f"## Na czym to polega\n\n{RECORD['solution']}"


def test_what_was_removed_can_be_had_back(visit: Visit) -> None:
    page = ready(visit())
    source = page.locator("#krok-1 [data-name='sources']")
    source.get_by_label("Tytuł").fill("Raport")
    source.get_by_role("button", name="Usuń: Źródło 1").click()
    assert source.get_by_label("Tytuł").count() == 0
    source.get_by_role("button", name="Cofnij usunięcie").click()
    assert source.get_by_label("Tytuł").input_value() == "Raport"


def test_problems_lead_to_their_fields(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    page.locator(LAST).click()
    page.get_by_role("button", name="Sprawdź całość").click()
    assert page.evaluate("document.activeElement.matches('[data-summary]')")
    page.get_by_role("link", name=f"Źródła › Źródło 1 › Tytuł: {MISSING}").click()
    focused = page.locator(":focus")
    assert focused.get_attribute("aria-invalid") == "true"
    ids = (focused.get_attribute("aria-describedby") or "").split()
    assert MISSING in [page.locator(f"#{each}").inner_text() for each in ids]
    focused.fill("Raport")
    visitor.wait_for("!document.activeElement.hasAttribute('aria-invalid')")


def test_the_form_can_be_filled_in_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first.focus()
    keys = page.keyboard
    keys.type("Las w mieście")
    keys.press("Tab")
    keys.type("Mieszkańcy sadzą drzewa razem ze szkołami i strażą miejską. Każda klasa opiekuje się lasem.")
    keys.press("Tab")
    keys.type("Proj")
    keys.press("Tab")
    assert page.locator("#krok-1 [data-name='kind'] summary").evaluate("each => each === document.activeElement")
    keys.press("Tab")
    keys.press("Space")
    page.get_by_label("Etap (wymagane)").first.focus()
    keys.type("Trwa")
    keys.press("Tab")
    keys.type("Gdynia")
    page.locator("#krok-1 [data-name='sources']").get_by_label("Tytuł").focus()
    keys.type("Raport")
    page.locator("#krok-1 [data-go]").focus()
    keys.press("Enter")
    assert visitor.focused == "krok-2-tytul"
    text = finished_text(visitor)
    assert "title: Las w mieście\n" in text
    assert "kind: project\nthemes:\n- migrant-integration\nplaces:\n- place: gdynia\nlifecycle: running\n" in text


def test_without_scripts_the_page_says_what_to_do_instead(visit: Visit) -> None:
    page = visit(javascript=False).open(FORM)
    assert page.get_by_text("Formularz działa tylko z włączonym JavaScriptem").is_visible()
    assert page.locator("form[data-form]").is_hidden()


def test_a_spelling_of_ones_own_is_said_as_it_was_understood(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor, f"{SHORT}#krok-4")
    start = page.locator("[data-name=period] [data-name=start]")
    start.locator("input").fill("15 stycznia 2026 r.")
    start.get_by_text("Rozumiem jako: 15 stycznia 2026", exact=True).wait_for()
    page.get_by_role("button", name="Dodaj kwotę").click()
    amount = page.locator("[data-name=funding] [data-name=amount]")
    amount.locator("input").fill("9,2 mln zł")
    amount.get_by_text("Rozumiem jako: 9 200 000 zł").wait_for()
    assert page.evaluate("FormWords && document.querySelector('[data-name=amount] input').value") == "9,2 mln zł"
    amount.locator("input").fill("1.500")
    amount.locator("input").press("Tab")
    amount.get_by_text("można odczytać na kilka sposobów").wait_for()
    assert amount.locator(".field__understood").is_hidden()
