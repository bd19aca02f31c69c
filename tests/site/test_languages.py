"""The site in Polish and English: the same pages in both, each in one language, and a way from each to its twin.

Further languages, if there are any, are left aside.
"""

import re
from collections.abc import Iterator

import pytest
from tests.support.pages import NOT_FOUND, BuiltSite, Page, words
from tests.support.thorough import Few

from goodpractices.wording import Translations

pytestmark = pytest.mark.site

SWITCH = "a.tool--language"
COPY = "kopia-7"  # an entry that nobody translated
LONG_ENOUGH = 14


def english_pages(site: BuiltSite) -> dict[str, Page]:
    return {address: page for address, page in site.pages.items() if page.language == "en" and address not in NOT_FOUND}


def twin(page: Page) -> str | None:
    """The address that a page names as itself in the other language."""
    other = "pl" if page.language == "en" else "en"
    ways = page.all(f"{SWITCH}[hreflang={other}]")
    links = {page.resolve(node.attributes["href"] or "").partition("site.invalid/")[2] for node in ways}
    assert len(links) <= 1, page
    return next(iter(links), None)


FURTHER = re.compile(r"(?<=/)page-\d+/$")


def test_every_page_leads_to_its_twin_and_back(site: BuiltSite) -> None:
    pages = english_pages(site)
    assert len(pages) > 140
    for page in pages.values():
        other = twin(page)
        assert other is not None, page
        assert not other.startswith("en/")
        assert twin(site.pages[other]) == FURTHER.sub("", page.address)  # of a list where it begins


def test_only_pages_for_polish_editors_have_no_twin(site: BuiltSite) -> None:
    pages = [page for page in site.pages.values() if page.language in ("pl", "en")]
    alone = {page.address.partition("/")[0] for page in pages if twin(page) is None}
    assert alone == {"dla-redakcji"}


def test_a_link_to_another_language_names_that_language_in_its_own_words(site: BuiltSite) -> None:
    [link, *_] = site.practice("epic").all(SWITCH)
    assert (link.attributes["hreflang"], link.attributes["lang"], words(link)) == ("en", "en", "English")
    [link, *_] = site.pages["en/practices/epic/"].all(SWITCH)
    assert (link.attributes["hreflang"], link.attributes["lang"], words(link)) == ("pl", "pl", "Polski")


def test_what_a_term_or_a_place_is_stands_in_the_language_of_the_page(site: BuiltSite) -> None:
    pages = english_pages(site).values()
    polish = {words(node) for page in pages for node in page.all('.term__note [lang="pl"], .lead [lang="pl"]')}
    assert polish == set()
    kinds = [words(node) for node in site.pages["en/kinds/"].all(".term__note")]
    assert "A permanent place or offer that can be used without joining a project." in kinds


def said_by_the_interface(language: str, other: str) -> Iterator[str]:
    """Texts of one language that no text of the other contains, so that finding one tells the language."""
    theirs = "\n".join(texts_of(other)).casefold()
    for text in texts_of(language):
        if len(text) >= LONG_ENOUGH and text.casefold() not in theirs:
            yield text


def texts_of(language: str) -> Iterator[str]:
    # Funds and offices of Poland may bear their own names on an English page: of a source its publisher.
    named = ("choices.fund.", "accessibility.ombudsman")
    skipped = ("address.", "example.", "problem.", "advice.", "language.", "cite.", *named)
    for key, entry in Translations.load(language).entries.items():
        if not key.startswith(skipped):
            texts = [entry] if isinstance(entry, str) else entry.values()
            yield from (text for text in texts if "{" not in text)


@pytest.mark.parametrize(("language", "other"), [("pl", "en"), ("en", "pl")])
def test_no_page_speaks_the_other_language(site: BuiltSite, language: str, other: str, few: Few) -> None:
    foreign = re.compile(
        "|".join(sorted(map(re.escape, said_by_the_interface(other, language)), key=len, reverse=True))
    )
    pages = [page for page in site.pages.values() if page.language == language]
    assert len(pages) > 140
    found = {page.address: foreign.findall(text_in(page, language)) for page in few.of(pages, 60)}
    assert {address: hits for address, hits in found.items() if hits} == {}


def text_in(page: Page, language: str) -> str:
    """The text of a page but for what it marks as another language, and names of files."""
    text = page.one("body").html or ""
    text = re.sub(r"(?s)<(script|code|cite|textarea)\b.*?</\1>", " ", text)
    for node in page.all(f"body [lang]:not([lang={language}]), body [data-open-example]"):
        text = text.replace(node.html or "", " ")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).replace("\xa0", " ")


def test_a_page_that_is_shared_says_which_language_it_is_in(changed: BuiltSite) -> None:
    for address, locale in (("praktyki/gdynia-pracownia/", "pl_PL"), ("en/practices/gdynia-pracownia/", "en_GB")):
        assert changed.pages[address].one("meta[property='og:locale']").attributes["content"] == locale


def test_lists_in_english_lead_to_the_polish_ones_of_what_nobody_translated(changed: BuiltSite) -> None:
    assert f"en/practices/{COPY}/" not in changed.pages
    assert twin(changed.practice(COPY)) is None
    lists = {address: page for address, page in english_pages(changed).items() if address != "en/"}
    named = [page for page in lists.values() if page.all(f"[data-result={COPY}], [data-practice-card={COPY}]")]
    assert named == []
    page = changed.pages["en/practices/"]
    link = page.one("#tresc a[hreflang=pl]")
    assert page.resolve(link.attributes["href"] or "").endswith("site.invalid/praktyki/")


def test_a_page_names_its_languages_to_search_engines_only_where_they_exist(changed: BuiltSite) -> None:
    site_map = changed.text("sitemap.xml")
    assert "en/practices/epic" not in site_map  # a draft
    [url] = [
        line for line in site_map.splitlines() if "<loc>" in line and "/en/practices/gdynia-pracownia/</loc>" in line
    ]
    named = re.findall(r'hreflang="(pl|en)" href="[^"]*praktyki-miast/([^"]*)"', url)
    assert sorted(named) == [("en", "en/practices/gdynia-pracownia/"), ("pl", "praktyki/gdynia-pracownia/")]
    [url] = [line for line in site_map.splitlines() if f"/praktyki/{COPY}/</loc>" in line]
    assert "hreflang" not in url


def test_a_translation_says_who_made_it_and_whether_the_entry_has_changed_since(
    site: BuiltSite, changed: BuiltSite
) -> None:
    says = "[data-field=translations]"
    assert "by a machine" in words(site.pages["en/practices/epic/"].one(says))
    assert "has changed since" not in words(site.pages["en/practices/epic/"].one(says))
    assert "has changed since" in words(changed.pages["en/practices/gdynia-pracownia/"].one(says))
    assert site.practice("epic").all(says) == []
