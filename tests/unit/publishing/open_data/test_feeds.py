"""Feeds: the latest first, by the dates of the entries, with names that stay."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import feedparser
from tests.support.samples import IDENTITY, PL, published

from goodpractices.catalogue import Practice
from goodpractices.publishing.open_data.feeds import MOST, changed, created, feed


def practices(parent: Path, **days: dict[str, str]) -> tuple[Practice, ...]:
    return published(
        parent, {name: {"editorial": {"state": "published", **given}} for name, given in days.items()}
    ).published


def parsed(some: tuple[Practice, ...], day: Any = changed, identity: Any = IDENTITY) -> Any:
    content = feed(
        "zmiany.atom", "Zmiany & nowe", some, day, identity, lambda address: f"https://k.example.org/{address}", PL
    )
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_latest_come_first(tmp_path: Path) -> None:
    some = practices(
        tmp_path,
        a={"created": "2026-01-01", "updated": "2026-03-01"},
        b={"created": "2026-02-01"},
        c={"created": "2026-01-15", "updated": "2026-04-01"},
    )
    assert [entry.link.split("/")[-2] for entry in parsed(some).entries] == ["c", "a", "b"]
    assert [entry.link.split("/")[-2] for entry in parsed(some, created).entries] == ["b", "c", "a"]


def test_a_feed_is_as_old_as_its_latest_entry(tmp_path: Path) -> None:
    some = practices(tmp_path, a={"created": "2026-01-01", "updated": "2026-03-01"}, b={"created": "2026-02-01"})
    assert parsed(some).feed.updated == "2026-03-01T00:00:00Z"
    assert parsed(some).entries[0].published == "2026-01-01T00:00:00Z"


def test_what_has_no_date_is_left_out(tmp_path: Path) -> None:
    assert parsed(practices(tmp_path, a={})).entries == []
    assert parsed(()).feed.updated == "1970-01-01T00:00:00Z"


def test_texts_are_texts(tmp_path: Path) -> None:
    catalogue = published(
        tmp_path, {"a": {"title": "A &amp; „B”", "editorial": {"state": "published", "created": "2026-01-01"}}}
    )
    (entry,) = parsed(catalogue.published).entries
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "A &amp; „B”"


def test_names_stay_when_the_site_moves_and_differ_from_city_to_city(tmp_path: Path) -> None:
    some = practices(tmp_path, a={"created": "2026-01-01"})
    here = parsed(some)
    moved = parsed(some, identity=replace(IDENTITY, address="https://inny.example.org/"))
    other = parsed(some, identity=replace(IDENTITY, name="Inny katalog"))
    assert here.entries[0].id == moved.entries[0].id != other.entries[0].id
    assert here.feed.id == moved.feed.id != here.entries[0].id


def test_a_feed_is_not_endless(tmp_path: Path) -> None:
    some = practices(tmp_path, a={"created": "2026-01-01"})
    many = tuple(replace(some[0], id=f"a{n}") for n in range(MOST + 1))
    assert len(parsed(many).entries) == MOST
    assert changed(some[0]) == date(2026, 1, 1)


def test_a_feed_says_whose_it_is_on_what_terms_and_where_it_stands(tmp_path: Path) -> None:
    some = practices(tmp_path, a={"created": "2026-01-01"})
    about = parsed(some).feed
    assert (about.title, about.author, about.rights, about.language) == ("Zmiany & nowe", "Katalog", "CC BY 4.0", "pl")
    assert [(link.rel, link.type, link.href) for link in about.links] == [
        ("self", "application/atom+xml", "https://k.example.org/zmiany.atom"),
        ("alternate", "text/html", "https://k.example.org/"),
    ]
    alone = parsed(some, identity=replace(IDENTITY, address=None)).feed
    assert [link.rel for link in alone.links] == ["alternate"]


def test_an_entry_links_to_its_page_and_names_its_themes(tmp_path: Path) -> None:
    days = {"state": "published", "created": "2026-01-01", "updated": "2026-03-01"}
    given = {"title": "Las", "themes": ["sport", "zielen"], "editorial": days}
    [entry] = parsed(published(tmp_path, {"las": given}).published).entries
    assert [(link.rel, link.type, link.href) for link in entry.links] == [
        ("alternate", "text/html", "https://k.example.org/praktyki/las/")
    ]
    assert [tag.term for tag in entry.tags] == ["sport", "zielen"]
    assert (entry.title, entry.published, entry.updated) == ("Las", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")
    assert entry.summary.startswith("Praktyka pokazowa")


def test_practices_of_one_day_stand_by_their_ids(tmp_path: Path) -> None:
    some = practices(tmp_path, b={"created": "2026-01-01"}, a={"created": "2026-01-01"})
    assert [entry.link.split("/")[-2] for entry in parsed(some).entries] == ["a", "b"]


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pl">
  <id>urn:uuid:{feed}</id>
  <title>Nowe &amp; inne</title>
  <updated>2026-03-01T00:00:00Z</updated>
  <author>
    <name>Katalog</name>
  </author>
  <rights>CC BY 4.0</rights>
  <link rel="self" type="application/atom+xml" href="https://k.example.org/nowe.atom" />
  <link rel="alternate" type="text/html" href="https://k.example.org/" />
  <entry>
    <id>urn:uuid:{entry}</id>
    <title>Las</title>
    <published>2026-01-01T00:00:00Z</published>
    <updated>2026-03-01T00:00:00Z</updated>
    <summary>Praktyka pokazowa, która ma tylko to, co trzeba. Każdy przykład zmienia w niej jedną rzecz.</summary>
    <link rel="alternate" type="text/html" href="https://k.example.org/praktyki/las/" />
    <category term="zielen" />
  </entry>
</feed>
"""


def test_a_feed_is_written_like_this(tmp_path: Path) -> None:
    days = {"state": "published", "created": "2026-01-01", "updated": "2026-03-01"}
    some = published(tmp_path, {"las": {"title": "Las", "editorial": days}}).published
    text = feed(
        "nowe.atom", "Nowe & inne", some, changed, IDENTITY, lambda address: f"https://k.example.org/{address}", PL
    ).decode()
    names = {"feed": uuid5(NAMESPACE_URL, "Katalog/nowe.atom"), "entry": uuid5(NAMESPACE_URL, "Katalog/praktyki/las/")}
    assert text == FEED.format(**names)
