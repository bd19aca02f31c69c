"""The open data: shapes that others may rely on, the same facts as on the pages, nothing that is not public."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.support.pages import BASE, BuiltSite
from tests.support.paths import ENTRIES

pytestmark = pytest.mark.site


def test_the_practices_stand_in_one_file_with_the_address_of_their_schema(site: BuiltSite) -> None:
    data = site.json("dane/praktyki.json")
    assert set(data) == {"schema", "version", "practices", "vocabularies", "registry"}
    assert site.file_at(urljoin(f"{BASE}dane/praktyki.json", data["schema"])) == "dane/schemat.json"
    assert [record["id"] for record in data["practices"]] == sorted(site.records)
    assert site.records.keys() == ENTRIES


def test_the_schema_is_a_valid_schema(site: BuiltSite) -> None:
    schema = site.json("dane/schemat.json")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"title", "summary", "kind", "themes", "places", "lifecycle", "sources", "editorial"} <= set(
        schema["required"]
    )


def test_every_practice_is_as_its_schema_says(site: BuiltSite) -> None:
    schema = Draft202012Validator(site.json("dane/schemat.json"))
    for record in site.json("dane/praktyki.json")["practices"]:
        assert [error.message for error in schema.iter_errors(record)] == [], record["id"]
    for practice_id in site.records:
        assert [*schema.iter_errors(site.json(f"praktyki/{practice_id}/praktyka.json"))] == []
    for line in (site.folder / "dane" / "praktyki.jsonl").read_bytes().splitlines():
        assert [*schema.iter_errors(json.loads(line))] == []


def test_the_file_of_all_is_as_the_schema_says(site: BuiltSite) -> None:
    schema = site.json("dane/schemat.json")
    whole = Draft202012Validator({**schema, "$id": f"{BASE}dane/schemat.json"}).evolve(
        schema={"$ref": f"{BASE}dane/schemat.json#/$defs/File"},
        registry=Registry().with_resource(
            f"{BASE}dane/schemat.json", DRAFT202012.create_resource({**schema, "$id": f"{BASE}dane/schemat.json"})
        ),
    )
    data = site.json("dane/praktyki.json")
    assert [error.message for error in whole.iter_errors(data)] == []
    assert list(whole.iter_errors({**data, "practices": [{**data["practices"][0], "derived": {"completeness": 1}}]}))


def test_the_schema_refuses_what_the_catalogue_refuses(site: BuiltSite) -> None:
    schema = Draft202012Validator(site.json("dane/schemat.json"))
    entered = site.records["gdynia-pracownia"]
    faults: list[dict[str, Any]] = [
        {"titel": "x"},
        {"summary": "za krótko"},
        {"lifecycle": "dead"},
        {"sources": []},
        {"title": "x" * 101},
        {"derived": {**entered["derived"], "cost_band": "tanio"}},
        {"languages": []},
    ]
    for wrong in faults:
        assert list(schema.iter_errors({**entered, **wrong})), wrong
    assert list(schema.iter_errors({name: value for name, value in entered.items() if name != "title"}))


def test_each_practice_has_the_same_data_beside_its_page(site: BuiltSite) -> None:
    for practice_id, record in site.records.items():
        assert site.json(f"praktyki/{practice_id}/praktyka.json") == record
        link = site.practice(practice_id).one("article a[href$='praktyka.json']").attributes["href"] or ""
        assert site.file_at(site.practice(practice_id).resolve(link)) == f"praktyki/{practice_id}/praktyka.json"


def test_what_was_computed_stands_apart(site: BuiltSite) -> None:
    for record in site.records.values():
        assert set(record["derived"]) >= {"completeness", "shares"}
        assert record["languages"] == ["pl", "en"]
    derived = site.records["gdynia-pracownia"]["derived"]
    assert derived["cofinanced_share"] == pytest.approx(7.8 / 9.2)
    assert {share["indicator"]: round(100 * share["ratio"], 1) for share in derived["shares"]} == {
        "target_with_disability": 16.6,
    }, "of the 784 that are disputed nothing is computed"
    derived = site.records["gdansk-system-aktywizacji"]["derived"]
    assert {share["indicator"]: round(100 * share["ratio"], 1) for share in derived["shares"]} == {
        "waga_disability": 15.9,
        "waga_courses": 53.0,
        "waga_jobs": 43.2,
    }


def test_nothing_empty_is_exported(site: BuiltSite) -> None:
    for practice_id, record in site.records.items():
        assert [name for name, value in record.items() if value in (None, [], {}, "")] == [], practice_id
        assert nulls(record) == [], practice_id


def test_the_search_knows_every_practice(site: BuiltSite) -> None:
    assert site.cards.keys() == site.records.keys()
    for practice_id, record in site.records.items():
        assert site.cards[practice_id][:2] == [record["title"], record["summary"]]


def test_the_search_knows_the_pages_written_by_hand(site: BuiltSite) -> None:
    pages = {address: (title, text) for address, title, text in site.search_part("pages")}
    title, text = pages["o-katalogu/"]
    assert title.split() == ["O", "katalogu"]
    assert "Poziomy dowodów" in " ".join(text.split())
    assert "<" not in text
    assert set(pages) <= set(site.pages)
    assert [address for address in pages if address.startswith("praktyki/")] == []


def test_neither_scripts_nor_an_index_of_the_theme_are_there(site: BuiltSite) -> None:
    assert [
        name for name in site.files if name.startswith(("assets/javascripts/", "assets/stylesheets/", "search/"))
    ] == []


def nulls(value: Any, path: str = "") -> list[str]:
    """Where a value holds nothing at all."""
    if isinstance(value, Mapping):
        return [found for name, part in value.items() for found in nulls(part, f"{path}.{name}")]
    if isinstance(value, list):
        return [found for n, part in enumerate(value) for found in nulls(part, f"{path}[{n}]")]
    return [path] if value is None else []
