"""Every address that a catalogue names, with the place where it stands."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import practice
from tests.support.samples import with_registry

from goodpractices.catalogue import PRACTICE
from goodpractices.catalogue.links_out import LinkOut, links_of, links_of_practice

A = "https://a.pl/"


def found(**fields: Any) -> list[LinkOut]:
    return list(links_of_practice(PRACTICE({"id": "las", **practice(**fields)}, None)))


def test_a_source_says_when_it_was_read_and_where_a_copy_is() -> None:
    sources = [
        {"id": "a", "title": "x", "url": A, "retrieved": "2026-01-02", "archive_url": "https://kopia.pl/"},
        {"id": "b", "title": "x", "url": A, "copy_of": "https://b.pl/"},
        {"id": "c", "title": "x"},
        {"id": "d", "title": "x", "copy_of": "https://d.pl/"},
    ]
    assert found(sources=sources) == [
        LinkOut(A, "las.sources.a", date(2026, 1, 2), "https://kopia.pl/", is_source=True),
        LinkOut(A, "las.sources.b", is_source=True),
        LinkOut("https://b.pl/", "las.sources.b.copy_of"),
        LinkOut("https://d.pl/", "las.sources.d.copy_of"),
    ]


@pytest.mark.parametrize(
    ("name", "record"),
    [("documents", {"title": "x"}), ("events", {"title": "x"}), ("evaluation", {"type": "internal"})],
)
def test_a_record_with_an_address_is_named_by_its_number(name: str, record: dict[str, str]) -> None:
    assert found(**{name: [record, {**record, "url": A}]}) == [LinkOut(A, f"las.{name}[1]")]


def test_addresses_of_stories_are_found_however_they_are_written() -> None:
    story = "[a](https://a.pl/) i <https://b.pl/>, [inna](../staw/)"
    assert [each.url for each in found(challenge=story)] == [A, "https://b.pl/", "mailto:x@a.pl"][
        : len(found(challenge=story))
    ]
    assert {each.where for each in found(challenge=story)} == {"las.challenge"}


def test_a_catalogue_has_each_place_once_in_order_with_those_of_its_registries(tmp_path: Path) -> None:
    records = {
        "_registry/organisations": [{"id": "org", "name": "x", "kind": "urzad", "place": "gdynia", "url": A}],
        "_registry/programmes": [{"id": "prog", "name": "x", "level": "eu", "url": "https://p.pl/"}],
    }
    entry = {"sources": [{"id": "s1", "title": "x", "url": A}]}
    catalogue = with_registry(tmp_path, records, {"las": entry, "szkic": {**entry, "editorial": {"state": "draft"}}})
    assert [(each.url, each.where) for each in links_of(catalogue)] == [
        (A, "las.sources.s1"),
        (A, "organisations.org"),
        ("https://p.pl/", "programmes.prog"),
    ]
