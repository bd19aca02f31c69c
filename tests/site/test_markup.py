"""The markup that others may rely on: which field stands where, what nature a figure has, whose a result is."""

import re
from dataclasses import fields

import pytest
from tests.support.pages import BuiltSite, in_millions, words
from tests.support.paths import ENTRIES
from tests.support.real import real_catalogue

from goodpractices.catalogue import Practice

pytestmark = pytest.mark.site

# The practice itself or its address rather than a field of the page; or shown by other names, asked for below.
ELSEWHERE = {"id", "former_ids", "short_title", "editorial", "not_applicable", "translations"}


def test_every_filled_field_is_marked_by_its_name(site: BuiltSite) -> None:
    names = {field.name for field in fields(Practice)} - ELSEWHERE
    seen = set()
    for practice in real_catalogue().published:
        article = site.practice(practice.id).one("article[data-practice]")
        filled = {name for name in names if getattr(practice, name)}
        marked = {node.attributes["data-field"] for node in article.css("[data-field]")}
        assert filled - marked == set(), practice.id
        seen |= filled
    assert len(seen) > 30


def test_a_marked_field_is_never_empty(site: BuiltSite) -> None:
    for practice_id in site.records:
        nodes = site.practice(practice_id).all("article [data-field]")
        assert [node.attributes["data-field"] for node in nodes if not words(node) and not node.css("img")] == []


def test_short_facts_stand_in_their_field(site: BuiltSite) -> None:
    for practice_id, record in site.records.items():
        page = site.practice(practice_id)
        assert words(page.one("[data-field=title]")) == record["title"]
        assert words(page.one("[data-field=summary]")) == record["summary"]


def test_every_figure_is_marked_once_with_its_nature_and_shows_its_value(site: BuiltSite) -> None:
    figures = 0
    for practice_id, record in site.records.items():
        nodes = {node.attributes["data-indicator"]: node for node in site.practice(practice_id).all("[data-indicator]")}
        assert len(nodes) == len(site.practice(practice_id).all("[data-indicator]"))
        assert {name: node.attributes["data-nature"] for name, node in nodes.items()} == {
            figure["id"]: figure["nature"] for figure in record.get("indicators", [])
        }
        for figure in record.get("indicators", []):
            shown = words(nodes[figure["id"]]).replace(" ", "")
            numbers = [str(figure[end]).replace(".", ",") for end in ("value", "min", "max") if end in figure]
            ways = [{number, in_millions(number).replace(" ", "")} for number in numbers]
            ways = ways or [{figure["words"].replace(" ", "")}]
            assert all(any(each in shown for each in way) for way in ways), figure
            figures += 1
    assert figures > 8


def test_each_part_of_a_split_stands_beside_its_figure(site: BuiltSite) -> None:
    node = site.practice("gdynia-pracownia").one("[data-indicator=participants]")
    assert {"784", "445", "339"} <= set(words(node).split())
    assert re.search(r"445 kobiet.*339 mężczyzn", words(node))


def test_a_question_nobody_answered_says_so(site: BuiltSite) -> None:
    asked = {"funding": ("cost",), "indicators": ("scale", "effect"), "evidence_level": ("evidence",)}
    checked = 0
    for practice_id, record in site.records.items():
        page = site.practice(practice_id)
        if not page.all("[data-answer]"):
            assert "krótki opis" in page.text.lower(), practice_id
            continue
        for question in (each for name in asked if name not in record for each in asked[name]):
            cell = page.one(f"[data-answer={question}]")
            assert cell.attributes["data-state"] in ("missing", "not-applicable"), practice_id
            assert cell.attributes["data-state"] != "missing" or "nie podano" in words(cell).lower(), practice_id
            checked += 1
    assert checked


def test_what_cannot_apply_is_shown_with_the_reason(site: BuiltSite) -> None:
    checked = 0
    for practice_id, record in site.records.items():
        for reason in record.get("not_applicable", {}).values():
            assert reason in site.practice(practice_id).text
            checked += 1
    assert checked


def test_every_open_question_stands_on_the_page(site: BuiltSite) -> None:
    for practice_id, record in site.records.items():
        asked = [words(node) for node in site.practice(practice_id).all("[data-field=questions] li")]
        assert asked == record["editorial"]["questions"]


def test_the_list_of_practices_holds_each_once_and_tells_how_many(site: BuiltSite) -> None:
    page = site.pages["praktyki/"]
    results = page.all("[data-result]")
    assert sorted(node.attributes["data-result"] or "" for node in results) == sorted(site.records)
    assert {node.attributes["data-match"] for node in results} == {"exact"}
    assert re.fullmatch(rf"{len(ENTRIES)} praktyki?", words(page.one("#tresc [role=status]")))


def test_the_search_of_the_home_page_asks_the_list_of_practices(site: BuiltSite) -> None:
    form = site.pages[""].one("#tresc form[role=search]")
    assert (form.attributes["action"], form.attributes["method"]) == ("praktyki/", "get")
    assert len(form.css("input[type=search][name=q]")) == 1


def test_related_practices_come_with_their_reason(site: BuiltSite) -> None:
    items = [node for practice_id in site.records for node in site.practice(practice_id).all(".related__item")]
    assert items
    assert [node.html for node in items if not words(node.css_first(".related__reason") or node)] == []
