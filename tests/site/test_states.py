"""Entries in every state, ids that changed, and a theme with more practices than one page shows."""

import re

import pytest
from tests.support.pages import NOT_FOUND, BuiltSite, Page, dead_links, words
from tests.support.sites import ADDRESS, COPIES

pytestmark = pytest.mark.site

PAGE_LENGTH, LONG_PAGE_LENGTH = 48, 96


def test_an_old_address_leads_to_the_new_one(changed: BuiltSite) -> None:
    for former in ("sds-sopot", "szkola_2008"):
        page = changed.practice(former)
        target = (page.one("meta[http-equiv=refresh]").attributes["content"] or "").partition("url=")[2]
        assert changed.file_at(page.resolve(target)) == "praktyki/sopot-szkola-drugiej-szansy/index.html"
        assert page.one("a").attributes["href"] == target
        assert page.one("meta[name=robots]").attributes["content"] == "noindex"
        assert page.one("html").attributes["lang"] == "pl"


def test_a_redirect_is_no_practice(changed: BuiltSite) -> None:
    assert "sds-sopot" not in changed.records
    assert [page for page in changed.pages.values() if page.all("a[href*='sds-sopot']")] == []


def test_a_withdrawn_practice_leaves_a_page_that_says_why(changed: BuiltSite) -> None:
    page = changed.practice("kultura-wlacza")
    article = page.one("article[data-practice=kultura-wlacza]")
    assert "Projekt nie doszedł do skutku." in words(article)
    assert words(page.one("h1")) == "Kultura włącza"
    assert "300" not in words(article)
    assert page.all("[data-indicator]") == []


def test_a_withdrawn_practice_is_found_nowhere_else(changed: BuiltSite) -> None:
    assert mentions(changed, "kultura-wlacza") == []
    assert "kultura-wlacza" not in changed.records
    assert "praktyki/kultura-wlacza/praktyka.json" not in changed.files
    assert "praktyki/kultura-wlacza/index.md" not in changed.files
    assert "kultura-wlacza" not in changed.cards


def test_the_old_address_of_a_withdrawn_practice_leads_to_the_page_that_says_why(changed: BuiltSite) -> None:
    page = changed.practice("kultura-dawna")
    assert page.resolve(page.one("a").attributes["href"] or "") == "http://site.invalid/praktyki/kultura-wlacza/"


@pytest.mark.parametrize("practice_id", ["epic", "markaryd-jezyk-i-praca", "stralsund-okragle-stoly"])
def test_a_draft_is_published_nowhere(changed: BuiltSite, practice_id: str) -> None:
    assert [name for name in changed.files if practice_id in name] == []
    assert mentions(changed, practice_id) == []
    assert practice_id not in changed.records
    assert practice_id not in changed.cards


def test_a_link_in_a_story_leads_to_no_draft(changed: BuiltSite) -> None:
    story = changed.practice("bytow-miedzynarodowo-o-migracji").one("[data-field=steps]")
    assert "grimmen-sos-kinderdorf" in (story.html or "")
    assert [(page, link) for page, link in dead_links(changed) if page.address not in NOT_FOUND] == []


def test_an_entry_that_needs_an_update_says_so_and_stays(changed: BuiltSite) -> None:
    page = changed.practice("gdynia-pracownia")
    assert "Brakuje danych za 2024 rok." in words(page.one(".callout--warn"))
    assert "gdynia-pracownia" in changed.records
    assert page.all("[data-indicator=participants]")


def test_an_entry_in_order_has_no_such_callout(changed: BuiltSite) -> None:
    assert changed.practice("sopot-szkola-drugiej-szansy").all(".callout--warn, .callout--stop") == []


def test_related_practices_are_published_ones(changed: BuiltSite) -> None:
    for practice_id in changed.records:
        page = changed.practice(practice_id)
        for node in page.all(".related__title"):
            there = page.resolve(node.attributes["href"] or "").rstrip("/").rpartition("/")[2]
            assert there in changed.records


def test_a_long_list_can_be_narrowed_where_a_filter_does_so(changed: BuiltSite) -> None:
    places = {address for address in changed.pages if re.fullmatch(r"miejsca/[^/]+/", address)}
    narrowed = {address for address in places if changed.pages[address].all("a[href*='?place=']")}
    assert narrowed == {address for address in places if changed.pages[address].all(".line[data-practice-card]")}
    assert "miejsca/barth/" in narrowed
    leader = changed.pages["organizacje/quartiersbuero-barth/"]
    assert leader.all(".line")
    assert leader.all("a[href*='?']") == []


@pytest.mark.parametrize(
    ("start", "items", "full"),
    [
        ("praktyki/", "[data-result]", [PAGE_LENGTH, PAGE_LENGTH]),
        ("tematy/migrant-integration/", ".line[data-practice-card]", [LONG_PAGE_LENGTH]),
        ("miejsca/barth/", ".line[data-practice-card]", [LONG_PAGE_LENGTH]),
    ],
)
def test_a_long_list_goes_on_on_further_pages_and_shows_each_practice_once(
    changed: BuiltSite, start: str, items: str, full: list[int]
) -> None:
    pages = list(pages_of(changed, start))
    assert [page.address for page in pages] == [start, *(f"{start}strona-{n + 2}/" for n in range(len(full)))]
    shown = [listed(node.attributes) for page in pages for node in page.all(items)]
    assert [len(page.all(items)) for page in pages[:-1]] == full
    assert len(shown) == len(set(shown)) > COPIES
    for n, page in enumerate(pages, 1):
        assert [words(node) for node in page.all(".pagination [aria-current=page]")] == [str(n)]
        assert {page.resolve(node.attributes["href"] or "") for node in page.all(".pagination a")} == {
            other.resolve("") for other in pages
        }


def test_numbers_in_titles_are_sorted_as_people_count(changed: BuiltSite) -> None:
    titles = [words(node) for page in pages_of(changed, "praktyki/") for node in page.all("[data-result] a")]
    copies = [title for title in titles if title.startswith("Kopia")]
    assert len(copies) == COPIES


def test_a_short_list_has_no_further_pages(changed: BuiltSite) -> None:
    assert changed.pages["miejsca/sopot/"].all(".pagination") == []
    assert "miejsca/sopot/strona-2/index.html" not in changed.files


def test_further_pages_have_titles_of_their_own(changed: BuiltSite) -> None:
    titles = [words(page.one("title")) for page in pages_of(changed, "praktyki/")]
    assert len(set(titles)) == 3


def mentions(site: BuiltSite, practice_id: str) -> list[Page]:
    """The pages, other than its own and its redirects, that link to a practice or list it.

    The address of a source elsewhere may have the same words in it.
    """
    pages = [page for page in site.pages.values() if not page.all("meta[http-equiv=refresh]")]
    pages = [page for page in pages if not page.address.endswith(f"/{practice_id}/")]
    link = f"a[href*='{practice_id}/']"
    mentioning = f"{link}:not([href^=http]), {link}[href^='{ADDRESS}'], [data-result={practice_id}]"
    return [page for page in pages if page.all(mentioning)]


def pages_of(site: BuiltSite, start: str) -> list[Page]:
    further = sorted(address for address in site.pages if address.startswith(f"{start}strona-"))
    return [site.pages[start], *(site.pages[address] for address in further)]


def listed(attributes: dict[str, str | None]) -> str:
    return attributes.get("data-result") or attributes.get("data-practice-card") or ""


def test_nothing_that_programs_left_is_published(changed: BuiltSite) -> None:
    assert [name for name in changed.files if name.lower().endswith(("~", "thumbs.db"))] == []
