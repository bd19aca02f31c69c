"""Hostile words in every field stay words: on the pages, in the search, in the data."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import HostileSite
from tests.hostile import IDENTITY, PASSED, REFUSED, STORIES_ONLY, add_entry, empty_catalogue, fitted
from tests.pages import BuiltSite, Page, dead_links, words

from goodpractices.catalogue import InvalidCatalogue, load_catalogue
from goodpractices.catalogue.fields import Label, Summary, Title

pytestmark = pytest.mark.site

# What hostile entries have and the fourteen real ones do not: pictures and what they need, documents with an address.
ONLY_HERE = {
    ("button", "data-rest"),
    ("figure", "class"),
    ("figure", "data-field"),
    ("img", "alt"),
    ("img", "loading"),
    ("img", "src"),
}
ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster"}
RUN = "script:not([type='application/ld+json'])"
RUNNING = ("javascript:", "vbscript:", "data:")
ELEMENTS_ONLY_HERE = {
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


def test_what_could_run_is_refused_in_every_entry(tmp_path: Path) -> None:
    folder = tmp_path / "practices"
    empty_catalogue(folder)
    for n, payload in enumerate(REFUSED):
        add_entry(folder, f"zly-{n}", payload, payload)
    with pytest.raises(InvalidCatalogue) as refusal:
        load_catalogue(folder)
    refused = {(Path(problem.path).parent.name, problem.location[:1]) for problem in refusal.value.problems}
    for n, payload in enumerate(REFUSED):
        # A character nobody sees is told by its line, before anything knows which field the line belongs to.
        places = [("title",), ("summary",), ("challenge",)] if payload.isprintable() else [()]
        assert {(f"zly-{n}", place) for place in places} <= refused, payload


def test_no_payload_adds_an_element_or_an_attribute(site: BuiltSite, hostile: HostileSite) -> None:
    known = set(marks(site)) | ONLY_HERE
    new = {mark for mark in marks(hostile.site) if mark not in known and mark[0] not in ELEMENTS_ONLY_HERE}
    assert new == set()
    elements = {tag for tag, _ in marks(hostile.site)} - {tag for tag, _ in marks(site)}
    assert elements <= ELEMENTS_ONLY_HERE


def test_no_page_has_an_attribute_that_runs(hostile: HostileSite) -> None:
    attributes = {(page, name) for page, name, _ in values(hostile.site) if name.startswith("on") or name == "style"}
    assert attributes == set()
    targets = [(page, value) for page, name, value in values(hostile.site) if name in ADDRESSES]
    assert [(page, value) for page, value in targets if value.lower().lstrip().startswith(RUNNING)] == []


def test_every_script_is_one_that_the_real_site_has(site: BuiltSite, hostile: HostileSite) -> None:
    assert {shape(text) for text in scripts(hostile.site)} <= {shape(text) for text in scripts(site)}


def test_what_search_engines_read_is_data_and_nothing_else(hostile: HostileSite) -> None:
    for page in hostile.site.pages.values():
        for node in page.all("script[type='application/ld+json']"):
            assert node.parent is not None
            assert node.parent.tag == "head"
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


def test_the_identity_is_shown_letter_by_letter(hostile: HostileSite) -> None:
    for page in hostile.site.pages.values():
        assert words(page.one(".brand__name")) == plain(IDENTITY["name"])
        assert words(page.one(".brand__tagline")) == plain(IDENTITY["tagline"])
        assert plain(IDENTITY["owner"]) in words(page.one(".site-footer"))


def test_the_search_holds_what_the_editor_wrote(hostile: HostileSite) -> None:
    for practice_id, payload in hostile.payloads.items():
        assert plain(hostile.site.cards[practice_id][0]) == plain(fitted(payload, Title))


def test_the_data_holds_what_the_editor_wrote(hostile: HostileSite) -> None:
    for practice_id, payload in hostile.payloads.items():
        assert hostile.site.records[practice_id]["title"] == fitted(payload, Title)


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


def marks(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Every element with each of its attributes, and with none."""
    for page in site.pages.values():
        for node in page.all("*"):
            yield node.tag or "", ""
            for name in node.attributes:
                yield node.tag or "", name


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
