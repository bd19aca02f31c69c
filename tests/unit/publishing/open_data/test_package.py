"""The descriptor of the data: whose they are, what each file is, and how each column is to be read."""

import json
from dataclasses import replace
from typing import Any

from tests.support.samples import IDENTITY, PL

from goodpractices.catalogue import LICENCES
from goodpractices.publishing.open_data.package import data_package, is_in_words
from goodpractices.publishing.open_data.tables import Column

FILES = {"dane/praktyki.json": b"{}", "dane/wskazniki.csv": b"x", "dane/praktyki.csv": b""}


def described(**identity: Any) -> Any:
    return json.loads(data_package(replace(IDENTITY, **identity), [LICENCES["CC-BY-4.0"]], "2026-01-02", FILES, PL))


def resource(name: str) -> Any:
    return next(each for each in described()["resources"] if each["name"] == name)


def column(resource_name: str, name: str) -> Any:
    return next(each for each in resource(resource_name)["schema"]["fields"] if each["name"] == name)


def test_a_package_says_whose_the_data_are_and_of_when() -> None:
    package = described(owner="Miasto")
    assert {name: value for name, value in package.items() if name != "resources"} == {
        "profile": "data-package",
        "name": "katalog",
        "title": "Katalog",
        "description": "Opis katalogu",
        "homepage": "https://katalog.example.org/",
        "version": "2026-01-02",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "CC BY 4.0",
            }
        ],
        "contributors": [{"title": "Miasto", "role": "publisher"}],
    }
    assert [each["name"] for each in package["resources"]] == ["praktyki-json", "wskazniki", "praktyki"]


def test_what_is_not_known_of_the_owner_is_not_said() -> None:
    assert {"contributors", "homepage"}.isdisjoint(described(address=None))


def test_a_file_that_is_no_table_is_described_as_a_file() -> None:
    assert resource("praktyki-json") == {
        "name": "praktyki-json",
        "path": "praktyki.json",
        "title": "Wszystkie praktyki ze słownikami i rejestrami",
        "format": "json",
        "bytes": 2,
        "hash": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        "type": "file",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }


def test_a_table_says_how_its_cells_are_to_be_read() -> None:
    table = resource("wskazniki")
    schema = table.pop("schema")
    assert table == {
        "name": "wskazniki",
        "path": "wskazniki.csv",
        "title": "Liczby, z podziałami i źródłami",
        "format": "csv",
        "bytes": 1,
        "hash": "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        "profile": "tabular-data-resource",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "header": True},
    }
    assert {name: value for name, value in schema.items() if name != "fields"} == {
        "missingValues": [""],
        "primaryKey": ["practice", "indicator", "dimension", "part"],
        "foreignKeys": [{"fields": "practice", "reference": {"resource": "praktyki", "fields": "id"}}],
    }


def test_a_table_that_refers_to_no_other_has_no_foreign_keys() -> None:
    assert "foreignKeys" not in resource("praktyki")["schema"]


def test_a_column_says_its_type_and_whether_it_is_always_filled() -> None:
    assert column("wskazniki", "label") == {
        "name": "label",
        "type": "string",
        "description": "Co policzono",
        "constraints": {"required": True},
    }
    assert column("wskazniki", "dimension_label") == {
        "name": "dimension_label",
        "type": "string",
        "description": "To samo co w kolumnie „dimension”, słowami",
    }
    assert column("wskazniki", "value") == {
        "name": "value",
        "type": "number",
        "description": "Wartość",
        "decimalChar": ",",
        "groupChar": "",
    }


def test_only_a_key_of_one_column_is_unique() -> None:
    assert column("praktyki", "id")["constraints"] == {"required": True, "unique": True}
    assert column("wskazniki", "practice")["constraints"] == {"required": True}


def test_a_column_in_words_has_its_ending() -> None:
    assert is_in_words(Column("kind_label", "string", lambda row, _: None))
    assert not is_in_words(Column("kind", "string", lambda row, _: None))
