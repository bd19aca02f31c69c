"""The files of the open data: where each stands, in what order, with what links, on the web and in a folder."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from tests.support.samples import IDENTITY, PL, published, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import group_practices
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.open_data import PracticeShare, data_files, data_names, feed_files
from goodpractices.publishing.open_data.files import data_addresses, practice_data, table_meanings

WEB, OFFLINE = Links(), Links(explicit_index=True)
NOWHERE = replace(IDENTITY, address=None)
DAYS = {"state": "published", "created": "2026-01-02", "updated": "2026-03-04"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    partners = [{"org": "um-sopot", "role": "leader"}, {"org": "klub", "role": "partner"}]
    entries: dict[str, Any] = {
        "staw": {"title": "Staw", "organisations": [{"org": "klub", "role": "leader"}], "editorial": DAYS},
        "las": {"title": "Las", "themes": ["sport", "zielen"], "organisations": partners},
    }
    club = {
        "id": "klub",
        "name": "Klub Leśny",
        "short_name": "KL",
        "kind": "urzad",
        "place": "gdynia",
        "url": "https://klub.example.org/",
        "registry_ids": {"krs": "0000028419", "nip": "5860000000", "regon": "190315182"},
    }
    return with_registry(tmp_path, {"_registry/organisations": [club]}, entries)


def made(catalogue: Catalogue, identity: Any = IDENTITY, links: Links = WEB) -> dict[str, bytes]:
    names = data_names(catalogue, identity, links, PL)
    shares = [PracticeShare.of(each, names) for each in catalogue.published]
    files = data_files(shares, names, group_practices(catalogue), identity, links)
    return {address: b"".join(pieces) for address, pieces in files}


def test_an_organisation_that_takes_part_is_a_row_of_the_table(catalogue: Catalogue) -> None:
    assert made(catalogue)["dane/organizacje.csv"].decode("utf-8-sig").split("\r\n") == [
        "id;name;short_name;kind;kind_label;place;place_label;url;krs;regon;nip;practices;practice_count",
        "klub;Klub Leśny;KL;urzad;urząd;gdynia;Gdynia;https://klub.example.org/;0000028419;190315182;5860000000;"
        "las | staw;2",
        "um-sopot;Urząd Miasta Sopotu;;urzad;urząd;;;;;;;las;1",
        "",
    ]


def test_links_are_whole_once_the_address_of_the_site_is_known(catalogue: Catalogue) -> None:
    def url(files: dict[str, bytes]) -> str:
        return str(json.loads(files["dane/praktyki.geojson"])["features"][0]["properties"]["url"])

    assert url(made(catalogue)) == "https://katalog.example.org/praktyki/las/"
    assert url(made(catalogue, NOWHERE)) == "../praktyki/las/"
    assert url(made(catalogue, NOWHERE, OFFLINE)) == "../praktyki/las/index.html"


def test_the_portal_is_served_where_the_address_is_known(catalogue: Catalogue) -> None:
    known, unknown = made(catalogue), made(catalogue, NOWHERE)
    assert known.keys() - unknown.keys() == {"dane/dane-gov-pl.xml", "dane/dane-gov-pl.xml.md5"}
    assert b"<dataDate>2026-03-04</dataDate>" in known["dane/dane-gov-pl.xml"]
    assert json.loads(known["dane/datapackage.json"])["version"] == "2026-03-04"


def test_data_without_a_date_have_no_version(tmp_path: Path) -> None:
    assert "version" not in json.loads(made(published(tmp_path, {"las": {}}))["dane/datapackage.json"])


def test_the_descriptions_are_about_files_for_programs_and_tables(catalogue: Catalogue) -> None:
    described = [each["path"] for each in json.loads(made(catalogue)["dane/datapackage.json"])["resources"]]
    assert described == [
        *("praktyki.json", "praktyki.jsonl", "praktyki.geojson", "schemat.json"),
        *("praktyki.csv", "wskazniki.csv", "finansowanie.csv", "partnerzy.csv", "organizacje.csv"),
    ]


def test_json_lines_hold_a_practice_on_each(catalogue: Catalogue) -> None:
    lines = made(catalogue)["dane/praktyki.jsonl"].split(b"\n")
    assert [json.loads(line)["id"] for line in lines[:-1]] == ["las", "staw"]
    assert lines[-1] == b""


def test_the_file_of_all_is_written_a_practice_a_line(catalogue: Catalogue) -> None:
    lines = made(catalogue)["dane/praktyki.json"].split(b"\n")
    assert [line[:14] for line in lines[:4]] == [
        b'{"schema":"sch',
        b'"practices": [',
        b'{"id":"las","t',
        b'{"id":"staw","',
    ]
    assert lines[4] == b"],"
    assert lines[5].startswith(b'"vocabularies":{')
    assert lines[6:] == [b""]
    assert json.loads(made(catalogue)["dane/praktyki.json"]).keys() == {
        *("schema", "version", "practices", "vocabularies", "registry")
    }


def test_each_file_for_programs_ends_with_its_line(catalogue: Catalogue) -> None:
    for address, content in made(catalogue).items():
        assert content.endswith(b"\n"), address
    assert made(catalogue)["dane/schemat.json"].startswith(b'{\n  "$schema": "https://json-schema.org/draft/2020-12')
    assert made(catalogue)["dane/katalog.jsonld"].startswith(b'{\n  "@context": {\n')
    assert made(catalogue)["dane/datapackage.json"].startswith(b'{\n  "profile": "data-package",\n')


def test_citations_of_all_stand_by_format(catalogue: Catalogue) -> None:
    files = made(catalogue)
    assert files["dane/cytowania.bib"].decode().count("@misc{") == 2
    assert "UR  - https://katalog.example.org/praktyki/staw/" in files["dane/cytowania.ris"].decode()
    assert [each["id"] for each in json.loads(files["dane/cytowania.json"])] == ["las", "staw"]


def feeds(catalogue: Catalogue, identity: Any = IDENTITY, links: Links = WEB) -> dict[str, Any]:
    files = feed_files(catalogue, group_practices(catalogue), identity, links, PL)
    return {address: feedparser.parse(b"".join(pieces)) for address, pieces in files}


def test_there_is_a_feed_of_what_is_new_of_changes_and_of_each_theme(tmp_path: Path) -> None:
    entries = {
        "las": {"themes": ["sport"], "editorial": {"state": "published", "created": "2026-02-01"}},
        "staw": {"themes": ["zielen"], "editorial": DAYS},
    }
    found = feeds(published(tmp_path, entries))
    names = {address: [entry.link for entry in each.entries] for address, each in found.items()}
    las, staw = (f"https://katalog.example.org/praktyki/{name}/" for name in entries)
    assert names == {
        "nowe.atom": [las, staw],
        "zmiany.atom": [staw, las],
        "tematy/zielen/zmiany.atom": [staw],
        "tematy/sport/zmiany.atom": [las],
    }
    assert {address: each.feed.title for address, each in found.items()} == {
        "nowe.atom": "Katalog: nowe praktyki",
        "zmiany.atom": "Katalog: zmiany",
        "tematy/zielen/zmiany.atom": "Katalog: zieleń",
        "tematy/sport/zmiany.atom": "Katalog: sport",
    }
    assert len({each.feed.id for each in found.values()}) == 4


def test_links_of_a_feed_lead_from_where_it_stands(tmp_path: Path) -> None:
    found = feeds(published(tmp_path, {"staw": {"editorial": DAYS}}), NOWHERE)
    assert found["zmiany.atom"].entries[0].link == "praktyki/staw/"
    assert found["tematy/zielen/zmiany.atom"].entries[0].link == "../../praktyki/staw/"


def test_where_files_stand_by_what_they_are_for() -> None:
    assert data_addresses(IDENTITY, WEB) == {
        "tables": (
            *("dane/praktyki.csv", "dane/wskazniki.csv", "dane/finansowanie.csv", "dane/partnerzy.csv"),
            "dane/organizacje.csv",
        ),
        "programs": ("dane/praktyki.json", "dane/praktyki.jsonl", "dane/praktyki.geojson", "dane/schemat.json"),
        "citations": ("dane/cytowania.bib", "dane/cytowania.ris", "dane/cytowania.json"),
        "descriptions": ("dane/datapackage.json", "dane/katalog.jsonld", "dane/dane-gov-pl.xml"),
    }
    assert data_addresses(NOWHERE, WEB)["descriptions"] == ("dane/datapackage.json", "dane/katalog.jsonld")
    assert data_addresses(IDENTITY, OFFLINE)["programs"] == (
        *("dane/praktyki.json", "dane/praktyki.geojson", "dane/schemat.json"),
    )


def test_the_record_of_a_practice_ends_with_its_line(catalogue: Catalogue) -> None:
    [(_, pieces)] = practice_data(catalogue.practices["las"], catalogue)
    assert b"".join(pieces).startswith(b'{"id":"las",')
    assert b"".join(pieces).endswith(b"}\n")


def test_columns_that_say_the_same_in_words_are_not_explained() -> None:
    tables = {table.name: table for table in table_meanings(PL)}
    assert list(tables) == ["praktyki", "wskazniki", "finansowanie", "partnerzy", "organizacje"]
    assert tables["partnerzy"].address == "dane/partnerzy.csv"
    assert [name for name, _ in tables["partnerzy"].columns] == [
        *("practice", "practice_title", "number", "organisation", "role", "contribution", "note"),
    ]
    assert dict(tables["wskazniki"].columns)["label"] == "Co policzono"
