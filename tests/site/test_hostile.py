"""Hostile words in every field stay words: on the pages, in the search, in the data."""

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from tests.support.hostile import IDENTITY, PASSED, STORIES_ONLY, fitted
from tests.support.pages import BuiltSite, Page, dead_links, words
from tests.support.sites import HostileSite

from goodpractices.catalogue.fields import Label, Lines, Summary, Title

pytestmark = pytest.mark.site

# What hostile entries have and the fourteen real ones do not: pictures and what they need, documents with an address.
ONLY_HERE = {
    ("button", "data-rest"),
    ("figure", "class"),
    ("figure", "data-field"),
    ("img", "alt"),
    ("img", "loading"),
    ("img", "src"),
    ("time", "id"),  # days of the declaration of accessibility, which the real catalogue has not said yet
}
ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster"}
RUN = "script:not([type='application/ld+json'])"
RUNNING = ("javascript:", "vbscript:", "data:")
# What a browser saves and never shows.
CITATIONS = tuple(f"data:application/{name};charset=utf-8," for name in ("x-bibtex", "x-research-info-systems", "json"))
ELEMENTS_ONLY_HERE = {
    "blockquote",
    "figure",
    "figcaption",
    "img",
    "code",
    "em",
    "strong",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


def test_no_payload_adds_an_element_or_an_attribute(site: BuiltSite, hostile: HostileSite) -> None:
    unknown = set().union(*map(marks, hostile.site.pages.values()))
    unknown -= {*ONLY_HERE, *((tag, "") for tag in ELEMENTS_ONLY_HERE)}
    for page in site.pages.values():
        unknown -= marks(page)
        if not unknown:
            break  # most pages have what the first ones have
    assert unknown == set()


def test_no_page_has_an_attribute_that_runs(hostile: HostileSite) -> None:
    given = [*values(hostile.site)]
    assert {(page, name) for page, name, _ in given if name.startswith("on") or name == "style"} == set()
    targets = [(page, value) for page, name, value in given if name in ADDRESSES]
    running = [(page, value) for page, value in targets if value.lower().lstrip().startswith(RUNNING)]
    assert [(page, value) for page, value in running if not value.startswith(CITATIONS)] == []


def test_every_script_is_one_that_the_real_site_has(site: BuiltSite, hostile: HostileSite) -> None:
    assert {shape(text) for text in scripts(hostile.site)} <= {shape(text) for text in scripts(site)}


def test_what_search_engines_read_is_data_and_nothing_else(hostile: HostileSite) -> None:
    for page in hostile.site.pages.values():
        for node in page.all("script[type='application/ld+json']"):
            assert node.parent is not None
            assert node.parent.tag == "head" or node.parent.attributes.get("id") == "tresc"
            assert json.loads(node.text())["@type"] == "Article", page
            assert not set(node.text()) & set("<>&"), page


def test_no_hostile_page_asks_another_host(hostile: HostileSite) -> None:
    for page in hostile.site.pages.values():
        asked = [node.attributes.get("src") or node.attributes.get("href") for node in page.all("[src], link[href]")]
        assert [
            address for address in asked if not page.resolve(address or "").startswith("http://site.invalid/")
        ] == []


def test_every_title_and_summary_is_shown_letter_by_letter(hostile: HostileSite) -> None:
    for practice_id, payload in hostile.payloads.items():
        page = hostile.site.practice(practice_id)
        title, summary = fitted(payload, Title), fitted(payload, Summary)
        assert words(page.one("h1")) == plain(title)
        assert words(page.one("head > title")) == plain(f"{title} – {IDENTITY['name']}")
        assert words(page.one("[data-field=summary]")) == plain(summary)
        assert plain(page.one("meta[name=description]").attributes["content"] or "") == plain(summary)


def test_every_name_of_a_term_place_organisation_or_programme_is_shown_letter_by_letter(hostile: HostileSite) -> None:
    sections = ("tematy", "grupy", "rodzaje", "formy-wsparcia", "miejsca", "organizacje", "programy")
    for practice_id, payload in hostile.payloads.items():
        for section in sections:
            page = hostile.site.pages[f"{section}/{practice_id}/"]
            assert words(page.one("h1")) == plain(fitted(payload, Label)), page


def test_a_story_keeps_every_word_that_is_no_markdown(hostile: HostileSite) -> None:
    # Escapes, emphasis, code and comments of other languages are Markdown's to read; these payloads have none.
    for payload in ("&lt;script&gt;alert(1)&lt;/script&gt;", "{{ config.__class__.__mro__ }}", "a < b && c > d"):
        assert payload in PASSED
        practice_id = next(name for name, each in hostile.payloads.items() if each == payload)
        said = words(hostile.site.practice(practice_id).one("[data-field=challenge]"))
        assert plain(payload).replace("__", "") in said.replace("__", "")


def test_every_field_with_words_shows_them(hostile: HostileSite) -> None:
    payload = "<1 onclick=alert(1)>"
    practice_id = next(name for name, each in hostile.payloads.items() if each == payload)
    page = hostile.site.practice(practice_id)
    fields = {node.attributes["data-field"] for node in page.all("article [data-field]") if payload in words(node)}
    assert fields >= {
        *("plain_summary", "original_title", "key_dates", "organisations", "components", "funding", "indicators"),
        *("evidence_level", "evaluation", "recognition", "claims", "obstacles", "transfer", "resources", "adoptions"),
        *("events", "documents", "contacts", "questions", "sources", "challenge", "transfer_story", "completeness"),
    }


@pytest.mark.parametrize("folder", ["praktyki", "en/practices"])
def test_a_text_that_is_easy_to_read_is_shown_letter_by_letter(hostile: HostileSite, folder: str) -> None:
    for practice_id, payload in hostile.payloads.items():
        page = hostile.site.pages[f"{folder}/{practice_id}/etr/"]
        assert words(page.one("[data-field=easy_to_read]")) == plain(fitted(payload, Lines)), page
        assert plain(fitted(payload, Label)) in words(page.one(".easy__made")), page


def test_the_identity_is_shown_letter_by_letter(hostile: HostileSite) -> None:
    for page in hostile.site.pages.values():
        assert words(page.one(".brand__name")) == plain(IDENTITY["name"])
        assert words(page.one(".brand__tagline")) == plain(IDENTITY["tagline"])
        assert plain(IDENTITY["owner"]) in words(page.one(".site-footer"))


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_legal_pages_show_letter_by_letter_what_the_office_says(hostile: HostileSite, folder: str) -> None:
    statement, privacy = (
        hostile.site.pages[f"{folder}{name}/"]
        for name in (("accessibility", "privacy") if folder else ("deklaracja-dostepnosci", "prywatnosc"))
    )
    assert words(statement.one("#a11y-podmiot")) == plain(IDENTITY["owner"])
    assert words(statement.one("#a11y-osoba")) == plain(IDENTITY["legal"]["unit"])
    assert words(statement.one("#a11y-architektura + p")) == plain(IDENTITY["legal"]["building"])
    assert plain(IDENTITY["legal"]["server_logs"]) in words(privacy.one(".prose"))


def test_the_search_holds_what_the_editor_wrote(hostile: HostileSite) -> None:
    for practice_id, payload in hostile.payloads.items():
        assert plain(hostile.site.cards[practice_id][0]) == plain(fitted(payload, Title))


def test_the_data_holds_what_the_editor_wrote(hostile: HostileSite) -> None:
    for practice_id, payload in hostile.payloads.items():
        assert hostile.site.records[practice_id]["title"] == fitted(payload, Title)


def test_no_cell_of_a_table_is_a_formula(hostile: HostileSite) -> None:
    tables = sorted((hostile.site.folder / "dane").glob("*.csv"))
    assert len(tables) >= 3
    for path in tables:
        rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True), delimiter=";")
        cells = [cell for row in rows for cell in row]
        assert any(cell.startswith("'=cmd") for cell in cells) or "organizacje" not in path.name
        started = [cell for cell in cells if re.match(r"\s*[=+@\t\r\uff1d\uff0b\uff0d\uff20-]", cell)]
        assert [cell for cell in started if not re.fullmatch(r"-?[0-9]+(,[0-9]+)?", cell)] == [], path.name


def test_every_file_for_programs_is_read_by_its_format(hostile: HostileSite) -> None:
    read = 0
    for path in sorted(hostile.site.folder.rglob("*")):
        if path.suffix in (".json", ".geojson", ".jsonld"):
            json.loads(path.read_text(encoding="utf-8"))
            read += 1
        elif path.suffix in (".atom", ".xml"):
            names = {node.tag.rpartition("}")[2] for node in ET.fromstring(path.read_bytes()).iter()}  # noqa: S314
            assert not names & {"script", "img", "svg", "iframe", "entity"}
            read += 1
        elif path.suffix == ".jsonl":
            assert [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert read > 2 * len(hostile.payloads)


def test_a_citation_has_the_lines_of_its_format_and_no_others(hostile: HostileSite) -> None:
    for practice_id in hostile.payloads:
        page = hostile.site.practice(practice_id)

        def given(kind: str, page: Page = page) -> list[str]:
            link = page.one(f".cite-files a[download$='.{kind}']").attributes["href"] or ""
            return unquote(link.partition(",")[2]).splitlines()

        ris = given("ris")
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris), practice_id
        assert [line[:2] for line in ris].count("TI") == [line[:2] for line in ris].count("ER") == 1
        bibtex = given("bib")
        assert [line for line in bibtex if not re.match(r"@|  \w+ = \{|\}$", line)] == [], practice_id


def test_a_link_in_a_story_leads_where_it_says_and_does_nothing_else(hostile: HostileSite) -> None:
    links = [
        node
        for n in range(len(STORIES_ONLY))
        for node in hostile.site.practice(f"opis-{n}").all("[data-field=challenge] a")
        if not (node.attributes["href"] or "").startswith("#")
    ]
    assert len(links) >= len(STORIES_ONLY)
    for node in links:
        assert set(node.attributes) <= {"href", "rel"}, node.html
        assert (node.attributes["href"] or "").startswith(("https://", "mailto:", "../../praktyki/")), node.html


def test_no_link_of_a_hostile_site_is_dead(hostile: HostileSite) -> None:
    assert dead_links(hostile.site) == []


def marks(page: Page) -> set[tuple[str, str]]:
    """Every element with each of its attributes, and with none."""
    return {(node.tag or "", name) for node in page.all("*") for name in ("", *node.attributes)}


def values(site: BuiltSite) -> Iterator[tuple[Page, str, str]]:
    for page in site.pages.values():
        for node in page.all("*"):
            for name, value in node.attributes.items():
                yield page, name, value or ""


def scripts(site: BuiltSite) -> set[str]:
    return {node.html or "" for page in site.pages.values() for node in page.all(RUN)}


def shape(script: str) -> str:
    """A script without what differs from folder to folder."""
    return script.replace("../", "").replace('".."', '"."').replace('"/', '"').replace("..", ".")


def plain(text: str) -> str:
    return " ".join(text.split())
