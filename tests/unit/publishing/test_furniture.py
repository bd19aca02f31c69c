"""What only scripts use leaves the pages once for each language and comes back with their scripts."""

import pytest

from goodpractices.publishing import lift_around, lift_furniture
from goodpractices.publishing.furniture import CARRIED, PAGE_SCRIPTS, carried, carried_script, furnished, page_script

PAGE = "<header>{before}<!-- furniture {language} -->\n  <p>\n    {text}</p>\n<!-- /furniture -->\n</header>"


def page(*, language: str = "pl", text: str = "Szukaj", before: str = "") -> str:
    return PAGE.format(language=language, text=text, before=before)


def test_it_is_kept_once_for_each_language() -> None:
    kept: dict[str, str] = {}
    assert lift_furniture(page(before="Las"), kept) == "<header>Las</header>"
    assert lift_furniture(page(before="Łąka"), kept) == "<header>Łąka</header>"
    assert lift_furniture(page(language="en", text="Search"), kept) == "<header></header>"
    assert kept == {"pl": "<p>\nSzukaj</p>", "en": "<p>\nSearch</p>"}


def test_pages_of_one_language_have_the_same() -> None:
    kept: dict[str, str] = {}
    lift_furniture(page(), kept)
    with pytest.raises(ValueError, match="pl differs"):
        lift_furniture(page(text="Szukaj tutaj"), kept)


def test_a_page_without_any_is_refused() -> None:
    with pytest.raises(ValueError, match="furniture"):
        lift_furniture("<header></header>", {})


def test_the_first_script_gets_it_before_the_others_run() -> None:
    told, *texts = furnished(["place", "use", "start"], '<p title="a">Żółw</p>\n', "assets/theme.js")
    assert told == 'self.KatalogThemeAddress="assets/theme.js";'
    assert texts == ["place", r'katalogFurniture("<p title=\"a\">\u017b\u00f3\u0142w</p>\n");', "use", "start"]
    assert PAGE_SCRIPTS[0].endswith("/furniture.js")
    assert page_script("uk") == "assets/scripts/site.uk.js"


AROUND = "<body><!-- around {language} header -->\n  <header>\n   {text}</header><!-- /around -->\n<main></main></body>"


def test_what_stands_around_every_page_is_kept_once_for_each_language() -> None:
    kept: dict[str, dict[str, str]] = {}
    for language, text in (("pl", "Katalog"), ("pl", "Katalog"), ("en", "Catalogue")):
        assert lift_around(AROUND.format(language=language, text=text), kept) == "<body><main></main></body>"
    assert kept == {"pl": {"header": "<header>\nKatalog</header>"}, "en": {"header": "<header>\nCatalogue</header>"}}
    with pytest.raises(ValueError, match="header of pages in pl differs"):
        lift_around(AROUND.format(language="pl", text="Inny"), kept)


def test_a_page_of_the_web_keeps_what_stands_around_it() -> None:
    kept: dict[str, dict[str, str]] = {}
    assert lift_around("<body><header></header></body>", kept) == "<body><header></header></body>"
    assert kept == {}


def test_the_script_gets_what_it_puts_around_pages() -> None:
    assert [*carried("place", {"header": "Żółw"})] == ["place", 'katalogAround({"header": "Żółw"});']
    assert (CARRIED, carried_script("en")) == ("assets/scripts/around.js", "assets/scripts/around.en.js")
