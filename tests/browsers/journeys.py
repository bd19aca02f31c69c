"""What a reader does on the site, said once and tried in every browser people have, on the web and from a folder.

Names and numbers are those of the entries that ``tests/support/paths.py`` names.
"""

import json
from collections.abc import Callable
from io import BytesIO
from typing import ClassVar

import pikepdf
import pytest
from tests.browsers.asked import (
    BOX,
    CATCH_FILES,
    CHOOSE,
    COLOUR,
    FIRST,
    FOUND,
    GIVE_FILE,
    ICONS,
    READY,
    RESULTS,
    RICH,
    SAVED,
    SEARCH,
    SIDEWAYS,
    STATUS,
    THEME_BUTTON,
    TITLE,
    open_filters,
    open_form,
    results,
    said,
    tick,
    value_of,
)
from tests.browsers.conftest import Visit
from tests.browsers.window import PHONE, LeftOut
from tests.support.pages import BuiltSite

from goodpractices.wording import polish_order


class Journeys:
    """The journeys; a class below it names the browser."""

    browser: ClassVar[str]

    @pytest.mark.journey("katalog: szukanie")
    def test_typing_finds_practices_in_any_form_of_a_word(self, visit: Visit) -> None:
        window = visit()
        window.open("praktyki/")
        assert len(results(window)) == 46
        window.type(BOX, "uchodzca")
        window.wait_until(said(STATUS), "13 praktyk")
        window.wait_until(FIRST, "pomorskie-spotkania-online")
        window.wait_until(said("[data-result] mark"), "uchodźcom")
        window.wait_until("location.search", "?q=uchodzca")

    @pytest.mark.journey("katalog: polskie litery")
    def test_polish_letters_can_be_typed(self, visit: Visit) -> None:
        window = visit()
        window.open("praktyki/")
        window.type(BOX, "młodzież")
        window.wait_until("location.search", "?q=m%C5%82odzie%C5%BC")
        assert "sopot-szkola-drugiej-szansy" in results(window)

    @pytest.mark.journey("katalog: kolejność")
    def test_results_stand_in_the_order_that_was_asked_for(self, visit: Visit, site: BuiltSite) -> None:
        window = visit()
        window.open("praktyki/?q=okr%C4%85g%C5%82e+sto%C5%82y+integracji+mlodzeiz")
        results(window)
        matches = window.ask(f"{FOUND}.map((row) => row.dataset.match)")
        assert matches == sorted(matches)
        assert set(matches) == {"exact", "similar"}
        window.open("praktyki/")
        window.ask(CHOOSE % '"title"')
        window.wait_until("location.search", "?sort=title")
        titles = [site.records[each]["title"] for each in results(window)]
        assert titles == sorted(titles, key=polish_order)

    @pytest.mark.journey("katalog: filtry")
    def test_filters_add_up_and_narrow_each_other(self, visit: Visit) -> None:
        window = open_filters(visit)
        for facet, value, left in (
            ("place", "sopot", "4 praktyki"),
            ("place", "stralsund", "7 praktyk"),
            ("theme", "migrant-integration", "3 praktyki"),
        ):
            window.click(tick(facet, value))
            window.wait_until(said(STATUS), left)
        assert {"stralsund-okragle-stoly", "stralsund-kdw-nachbarschaftszentrum"} < set(results(window))
        window.click("[data-chips] li:last-child button")
        window.wait_until(said(STATUS), "46 praktyk")

    @pytest.mark.journey("katalog: adres")
    def test_the_address_brings_everything_back(self, visit: Visit) -> None:
        window = visit()
        asked = "?q=praca&theme=migrant-integration&theme=language-learning&kind=project&sort=title"
        window.open(f"praktyki/{asked}")
        results(window)
        assert window.ask(value_of(BOX)) == "praca"
        assert window.ask(value_of("select[name=sort]")) == "title"
        chosen = window.ask("[...document.querySelectorAll('[data-facet] input:checked')].map((each) => each.value)")
        assert sorted(chosen) == ["language-learning", "migrant-integration", "project"]
        assert window.ask("location.search") == asked

    @pytest.mark.journey("katalog: wstecz i dalej")
    def test_back_and_forward_walk_through_the_steps(self, visit: Visit) -> None:
        window = open_filters(visit)
        window.type(BOX, "szkoła")
        window.wait_until("location.search", "?q=szko%C5%82a")
        with_word = results(window)
        window.click(tick("place", "sopot"))
        window.wait_until(said(STATUS), "4 praktyki")
        narrowed = results(window)
        window.click("[data-result] a")
        window.wait_for("document.querySelector('article[data-practice]')")
        window.back()
        window.wait_until(RESULTS, narrowed)
        window.wait_for("document.readyState === 'complete'")  # until when a browser puts controls back by itself
        window.back()
        window.wait_until(RESULTS, with_word)
        window.wait_until(f"document.querySelector({json.dumps(tick('place', 'sopot'))}).checked", False)
        window.back()
        window.wait_until(said(STATUS), "46 praktyk")
        assert window.ask(value_of(BOX)) == ""
        window.forward()
        window.wait_until(value_of(BOX), "szkoła")
        window.wait_until(RESULTS, with_word)

    @pytest.mark.journey("szukanie w nagłówku")
    def test_the_search_of_the_header_leads_to_a_practice(self, visit: Visit) -> None:
        window = visit()
        window.open("")
        window.click("[data-search-open]")
        window.wait_for(f"document.activeElement.matches({json.dumps(SEARCH)})")
        window.keys(*"bytow")
        window.click(".search-panel__link[href*='/bytow']")  # the first letters are answered too, with other practices
        window.wait_for("document.querySelector('article[data-practice]')")
        assert window.ask("document.querySelector('article[data-practice]').dataset.practice").startswith("bytow")
        window.wait_for("document.querySelector('article mark')")

    @pytest.mark.journey("szukanie ze strony głównej")
    def test_what_is_typed_on_the_home_page_is_searched_for(self, visit: Visit) -> None:
        window = visit()
        window.open("")
        window.type("#tresc input[type=search]", "Pracownia")
        window.keys("Enter")
        window.wait_for("document.querySelector('[data-catalogue]') && location.search === '?q=Pracownia'")
        window.wait_until(FIRST, "gdynia-pracownia")
        assert window.ask(value_of(BOX)) == "Pracownia"

    @pytest.mark.journey("formularz: szkic")
    def test_a_draft_is_there_after_a_reload_and_after_a_step_back(self, visit: Visit) -> None:
        window = open_form(visit)
        window.type(TITLE, "Las w „mieście” <b>")
        window.wait_for(SAVED)
        window.click("#krok-1 [data-go]")
        window.click("[data-go-anyway]")
        window.wait_for("document.querySelector('#krok-1').hidden")
        window.back()
        window.wait_for("!document.querySelector('#krok-1').hidden")
        assert window.ask(value_of(TITLE)) == "Las w „mieście” <b>"
        window.open("zglos/#krok-1")
        window.wait_for(READY)
        window.wait_until(value_of(TITLE), "Las w „mieście” <b>")

    @pytest.mark.journey("formularz: plik ze szkicem")
    def test_a_draft_goes_into_a_file_and_comes_back(self, visit: Visit) -> None:
        window = open_form(visit)
        window.type(TITLE, "Żółć")
        window.wait_for(SAVED)  # which moves what stands below it
        window.ask(CATCH_FILES)
        window.click(".form__drafts summary")
        window.click("[data-save-file]")
        window.wait_for("caught.length")
        text = window.ask("caught[0].text()")
        assert json.loads(text)["entry"]["title"] == "Żółć"
        window.click("[data-new]")
        window.wait_until(value_of(TITLE), "")
        window.ask(GIVE_FILE % json.dumps(text))
        window.wait_until(value_of(TITLE), "Żółć")

    @pytest.mark.journey("formularz: sprawdzenie i tekst")
    def test_the_form_checks_an_entry_and_writes_its_file(self, visit: Visit) -> None:
        window = open_form(visit)
        window.type(TITLE, "Las")
        window.click(".form__steps a[href='#krok-7']")
        window.click("#krok-7 [data-check]")
        window.wait_for("document.activeElement.matches('[data-summary]')")
        problems = window.ask("[...document.querySelectorAll('[data-summary-list] li')].map((each) => each.innerText)")
        assert any("Źródła" in problem and "Wpisz, skąd to wiadomo" in problem for problem in problems)
        assert "title: Las\n" in window.ask("FormYaml.entryText({ id: 'las', title: 'Las' })")

    @pytest.mark.journey("mapa")
    def test_the_map_leads_to_the_practices_of_a_place(self, visit: Visit) -> None:
        window = visit()
        window.open("mapa/")
        window.click(".map__pin[href='#miejsce-sopot'] .map__number")
        window.wait_for("document.querySelector('#miejsce-sopot').matches(':target')")
        window.click(".place__all[href*='place=sopot']")
        window.wait_for("document.querySelector('[data-catalogue]')")
        window.wait_until(said(STATUS), "4 praktyki")
        assert "sopot-szkola-drugiej-szansy" in results(window)

    @pytest.mark.journey("oś czasu")
    def test_the_timeline_leads_to_a_practice(self, visit: Visit) -> None:
        window = visit()
        window.open("os-czasu/")
        assert window.ask("document.querySelector('.axis-row .axis rect, .axis-row .axis circle').getBBox().width > 0")
        window.click(".axis-row a[href*='gdynia-pracownia']")
        window.wait_for("document.querySelector('article[data-practice=gdynia-pracownia]')")

    @pytest.mark.journey("wydruk")
    def test_paper_has_the_content_and_nothing_to_click(self, visit: Visit, without: Callable[[LeftOut], None]) -> None:
        window = visit()
        window.open(RICH)
        with window.on_paper():
            window.wait_for("getComputedStyle(document.querySelector('.site-header')).display === 'none'")
            for left_out in (".site-footer", ".crumbs", ".practice__take", "[data-field=relations]", "details.more"):
                assert not window.is_shown(left_out), left_out
            for field in ("title", "summary", "evidence_level", "indicators", "funding", "sources"):
                assert window.is_shown(f"[data-field={field}]"), field
            assert "Stan na 29 listopada 2026" in window.text(".sheet")
        assert window.is_shown(".site-header")
        try:
            with pikepdf.open(BytesIO(window.print())) as document:
                sizes = [(round(page.mediabox[2]), round(page.mediabox[3])) for page in document.pages]
        except LeftOut as reason:
            without(reason)
        else:
            assert 1 <= len(sizes) <= 2
            assert all(abs(width - 595) < 2 and abs(height - 842) < 2 for width, height in sizes), sizes

    @pytest.mark.journey("język")
    def test_a_reader_changes_the_language_and_comes_back(self, visit: Visit) -> None:
        window = visit()
        window.open("praktyki/epic/")
        window.click(".tools > .tool--language")
        window.wait_for("document.documentElement.lang === 'en' && document.querySelector('h1')")
        assert "European" in window.text("h1")
        window.click(".tools > .tool--language")
        window.wait_for(
            "document.documentElement.lang === 'pl' && document.querySelector('article[data-practice=epic]')"
        )

    @pytest.mark.journey("szukanie po angielsku")
    def test_the_english_catalogue_finds_forms_of_english_words(self, visit: Visit) -> None:
        window = visit()
        window.open("en/practices/")
        window.type(BOX, "refugee")
        window.wait_for("document.querySelector('[data-result] mark')")
        window.wait_until(FIRST, "pomorskie-spotkania-online")
        window.click("[data-result] a")
        window.wait_for("document.querySelector('article[data-practice=pomorskie-spotkania-online][lang=en]')")

    @pytest.mark.journey("kolory i wstecz")
    def test_the_page_one_comes_back_to_has_the_colours_chosen_since(self, visit: Visit) -> None:
        window = visit()
        window.open("o-katalogu/")
        light = window.ask(COLOUR)
        window.click(".site-nav a[href*='mapa']")
        window.wait_for("document.querySelector('.map-page')")
        window.click(THEME_BUTTON)
        window.wait_for("document.body.dataset.scheme === 'dark'")
        assert window.ask(COLOUR) != light
        window.back()
        window.wait_for("!document.querySelector('.map-page') && document.querySelector('h1')")
        window.wait_until("document.body.dataset.scheme", "dark")
        assert window.ask(COLOUR) != light

    @pytest.mark.journey("ikony nagłówka")
    def test_the_icons_of_the_header_are_drawn(self, visit: Visit) -> None:
        window = visit()
        window.open("")
        assert window.ask(ICONS) == ["url(", "url("]

    @pytest.mark.journey("telefon")
    def test_a_phone_has_the_menu_and_the_filters_behind_buttons(self, visit: Visit) -> None:
        window = visit(width=PHONE)
        window.open("praktyki/")
        assert window.ask("innerWidth") == PHONE
        window.click("[data-filters-toggle]")
        window.click("[data-facet=place] .facet__fold")
        window.click(tick("place", "sopot"))
        window.wait_until(said("[data-filters-close]"), "Pokaż 4 praktyki")
        window.keys("Escape")
        window.wait_for("document.activeElement.innerText === 'Filtry (1)'")
        assert not window.ask(SIDEWAYS)
        window.click("details.menu summary")
        window.wait_for("document.querySelector('details.menu').open")
        window.keys("Escape")
        window.wait_for("!document.querySelector('details.menu').open")
        window.click("details.menu summary")
        window.click("details.menu a[href*='tematy']")
        window.wait_until(said("h1"), "Tematy")
        assert not window.ask(SIDEWAYS)

    @pytest.mark.journey("pamięć zabroniona: szukanie")
    def test_where_nothing_may_be_kept_the_search_finds_and_marks(self, visit: Visit) -> None:
        window = visit(storage=False)
        window.open("praktyki/?q=uchod%C5%BAcom")
        window.wait_until(FIRST, "pomorskie-spotkania-online")
        window.click("[data-result] a")
        window.wait_for("document.querySelector('article[data-practice=pomorskie-spotkania-online] mark')")
        window.open("")
        window.click("[data-search-open]")
        window.wait_for(f"document.activeElement.matches({json.dumps(SEARCH)})")
        window.keys(*"bytow")
        window.wait_for("document.querySelector('.search-panel__link')")

    @pytest.mark.journey("pamięć zabroniona: nagłówek")
    def test_where_nothing_may_be_kept_the_header_works(self, visit: Visit) -> None:
        window = visit(storage=False, width=PHONE)
        window.open("")
        window.click("details.menu summary")
        window.wait_for("document.querySelector('details.menu').open")
        window.keys("Escape")
        window.wait_for("!document.querySelector('details.menu').open")
        window.click("[data-theme-button]")
        window.wait_until("document.body.dataset.scheme", "dark")

    @pytest.mark.journey("pamięć zabroniona: formularz")
    def test_where_nothing_may_be_kept_the_form_says_so_and_works(self, visit: Visit) -> None:
        window = visit(storage=False)
        window.open("zglos/#krok-1")
        window.wait_for(READY)
        window.type(TITLE, "Las")
        window.wait_for("document.querySelector('[data-saved]').innerText.startsWith('Ta przeglądarka nie zapisze')")
        window.click(".form__steps a[href='#krok-7']")
        window.click("#krok-7 [data-check]")
        window.wait_for("document.activeElement.matches('[data-summary]')")

    @pytest.mark.journey("bez skryptów: katalog")
    def test_without_scripts_the_catalogue_is_a_list_that_says_how_to_search(self, visit: Visit) -> None:
        window = visit(scripts=False)
        window.open("")
        window.type("#tresc input[type=search]", "Pracownia")
        window.keys("Enter")
        window.wait_for("document.querySelector('[data-catalogue]') && document.readyState === 'complete'")
        assert len(window.ask(RESULTS)) == 46
        assert not window.is_shown(".filters")
        text = window.text("#tresc .catalogue").lower()
        assert "javascript" in text or "skrypt" in text, "nothing says why the word was not searched for"

    @pytest.mark.journey("bez skryptów: strony")
    def test_without_scripts_pages_can_be_read_and_walked(self, visit: Visit) -> None:
        window = visit(scripts=False, width=PHONE)
        window.open("zglos/")
        assert "Formularz działa tylko z włączonym JavaScriptem" in window.text("#tresc")
        assert not window.is_shown("form[data-form]")
        assert not window.is_shown("[data-theme-button]")
        if window.in_folder:  # where a script brings the header
            window.click(".crumbs a")
            window.wait_for("document.querySelector('#tresc input[type=search]')")
        else:
            window.click("details.menu summary")
            window.click("details.menu a[href*='mapa']")
            window.wait_for("document.querySelector('.map-page')")
            assert window.is_shown("#miejsce-sopot")
