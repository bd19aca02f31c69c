"""Texts that are easy to read: their pages in the languages that have one, in the data, and nowhere else."""

import pytest
from jsonschema import Draft202012Validator
from tests.support.pages import BuiltSite, words
from tests.support.sites import ADDRESS, EASY, EASY_IN_ENGLISH

pytestmark = pytest.mark.site

BOTH, POLISH, ENGLISH = "sopot-szkola-drugiej-szansy", "gdynia-pracownia", "omggs-standard-minimum"
SWITCH = "a.tool--language"
LINK = ".easy-link a"


def test_no_real_entry_has_a_text_that_nobody_tested(site: BuiltSite) -> None:
    assert [address for address in site.pages if "etr" in address.split("/")] == []
    assert [page for page in site.pages.values() if page.all("[data-field=easy_to_read]")] == []


def test_a_text_has_a_page_in_each_language_that_has_it(changed: BuiltSite) -> None:
    pages = {address.removesuffix("etr/") for address in changed.pages if address.endswith("/etr/")}
    published = {address for address in pages if "article class" in changed.pages[f"{address}etr/"].html}
    assert published == {
        f"praktyki/{BOTH}/",
        f"en/practices/{BOTH}/",
        f"praktyki/{POLISH}/",
        f"en/practices/{ENGLISH}/",
    }
    assert pages - published == {"praktyki/sds-sopot/", "praktyki/szkola_2008/"}  # which lead on


@pytest.mark.parametrize("start", ["praktyki/", "en/practices/"])
def test_a_practice_leads_to_its_text_and_the_text_leads_back(changed: BuiltSite, start: str) -> None:
    for practice_id in (BOTH, POLISH, ENGLISH):
        page = changed.pages[f"{start}{practice_id}/"]
        led = [page.resolve(node.attributes["href"] or "").partition("site.invalid/")[2] for node in page.all(LINK)]
        assert led == [address for address in [f"{start}{practice_id}/etr/"] if address in changed.pages]
        for address in led:
            text = changed.pages[address]
            [back, again] = [text.resolve(node.attributes["href"] or "") for node in text.all("article a")]
            assert back == again == f"http://site.invalid/{start}{practice_id}/"


def test_a_text_says_its_sentences_in_its_language(changed: BuiltSite) -> None:
    for address, given in ((f"praktyki/{BOTH}/etr/", EASY), (f"en/practices/{BOTH}/etr/", EASY_IN_ENGLISH)):
        page = changed.pages[address]
        said = [words(node) for node in page.all(".easy__block p")]
        assert said == [line for line in given["text"].splitlines() if line]
        assert given["tested_by"] in words(page.one(".easy__made"))
        assert page.one("head > link[rel=canonical]").attributes["href"] == ADDRESS + address


def test_a_text_leads_to_its_twin_if_there_is_one(changed: BuiltSite) -> None:
    [link, _] = changed.pages[f"praktyki/{BOTH}/etr/"].all(SWITCH)
    assert link.attributes["href"] == f"../../../en/practices/{BOTH}/etr/"
    for alone in (f"praktyki/{POLISH}/etr/", f"en/practices/{ENGLISH}/etr/"):
        assert changed.pages[alone].all(SWITCH) == []


def test_the_site_map_has_the_texts_and_the_languages_they_are_in(changed: BuiltSite) -> None:
    entries = changed.text("sitemap.xml").split("<url>")
    of_texts = {
        entry.partition("</loc>")[0].removeprefix(f"<loc>{ADDRESS}"): entry for entry in entries if "/etr/<" in entry
    }
    assert len(of_texts) == 4
    assert {address for address, entry in of_texts.items() if "hreflang" in entry} == {
        f"praktyki/{BOTH}/etr/",
        f"en/practices/{BOTH}/etr/",
    }
    assert [address for address, entry in of_texts.items() if "<lastmod>" not in entry] == []


def test_a_withdrawn_practice_has_no_text(changed: BuiltSite) -> None:
    assert "praktyki/kultura-wlacza/etr/" not in changed.pages
    assert "praktyki/kultura-dawna/etr/" not in changed.pages


def test_the_data_have_the_texts_as_the_schema_says(changed: BuiltSite) -> None:
    record = changed.records[BOTH]
    assert record["easy_to_read"] == {**EASY, "text": EASY["text"].strip()}
    assert record["translations"]["en"]["easy_to_read"] == EASY_IN_ENGLISH
    validator = Draft202012Validator(changed.json("dane/schemat.json"))
    assert [error.message for error in validator.iter_errors(record)] == []
    untested = {**record, "easy_to_read": {"text": "To jest szkoła."}}
    assert [error.message for error in validator.iter_errors(untested)] != []
