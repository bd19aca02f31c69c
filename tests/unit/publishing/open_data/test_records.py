"""Open data: the words of the model, the computed apart, JSON that any reader understands."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import add, entry, in_english, practices_folder
from tests.support.samples import IDENTITY, PL, published

from goodpractices.catalogue import Catalogue, Practice, load_catalogue
from goodpractices.finding import group_practices
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.open_data import PracticeShare, data_files, data_names, practice_data, shares
from goodpractices.publishing.open_data.records import SCHEMA_VERSION, practice_json, practice_record, practices_json
from goodpractices.publishing.open_data.schema import schema_json

FIELDS_OF_A_VERSION = ("1.3", "e6947eb2d3a6")
"""Whoever reads the data learns of other fields by the version: raise it with them (hooks/README.md says how)."""


def record(parent: Path, **given: Any) -> dict[str, Any]:
    catalogue = published(parent, {"las": given})
    return practice_record(catalogue.practices["las"], catalogue)


def all_of(catalogue: Catalogue) -> Any:
    records = [practice_json(practice_record(each, catalogue)) for each in catalogue.published]
    return json.loads(b"".join(practices_json(records, catalogue)))


def test_a_record_holds_what_was_given_and_nothing_empty(tmp_path: Path) -> None:
    assert set(record(tmp_path)) == {
        *("id", "title", "summary", "kind", "themes", "places", "lifecycle", "sources", "editorial"),
        *("languages", "derived"),
    }


def test_dates_are_given_as_they_were_written(tmp_path: Path) -> None:
    given = record(
        tmp_path, period={"start": "2016-12", "end": "2023-03~"}, key_dates=[{"date": "XXXX-11-09", "text": "Gala"}]
    )
    assert given["period"] == {"start": "2016-12", "end": "2023-03~"}
    assert given["key_dates"][0]["date"] == "XXXX-11-09"


def test_numbers_are_numbers(tmp_path: Path) -> None:
    figure = {"id": "a", "label": "a", "unit": "percent", "nature": "output", "source": "s1", "value": 40.8}
    money = {"role": "total", "amount": 9200000, "currency": "PLN", "source": "s1"}
    given = record(tmp_path, indicators=[figure], funding=[money])
    assert given["indicators"][0]["value"] == 40.8
    assert given["funding"][0]["amount"] == 9200000
    assert given["derived"]["cost_band"] == "5-10m"


def test_what_cannot_be_computed_is_left_out(tmp_path: Path) -> None:
    assert set(record(tmp_path)["derived"]) == {"completeness", "shares"}


def test_the_file_of_all_holds_published_practices_in_the_order_of_their_ids(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"b": {}, "a": {}, "szkic": {"editorial": {"state": "draft"}}})
    assert [each["id"] for each in all_of(catalogue)["practices"]] == ["a", "b"]


def test_the_file_of_an_empty_catalogue_is_whole(tmp_path: Path) -> None:
    assert all_of(published(tmp_path, {}))["practices"] == []


def written(catalogue: Catalogue) -> dict[str, bytes]:
    """The files of the open data by address."""
    names = data_names(catalogue, IDENTITY, Links(), PL)
    shares = [PracticeShare.of(each, names) for each in catalogue.published]
    files = data_files(shares, names, group_practices(catalogue), IDENTITY, Links())
    return {address: b"".join(pieces) for address, pieces in files}


def test_each_practice_has_the_same_record_in_its_own_file(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"a": {"title": 'Las „nasz" & <1>'}})
    files = written(catalogue)
    [(address, pieces)] = practice_data(catalogue.practices["a"], catalogue)
    assert address == "praktyki/a/praktyka.json"
    own = json.loads(b"".join(pieces))
    assert own["title"] == 'Las „nasz" & <1>'
    assert json.loads(files["dane/praktyki.json"])["practices"] == [own]
    assert json.loads(files["dane/praktyki.jsonl"]) == own


def test_the_record_of_a_practice_is_made_once_for_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(practice: Practice, catalogue: Catalogue) -> dict[str, Any]:
        made.append(practice.id)
        return practice_record(practice, catalogue)

    monkeypatch.setattr(shares, "practice_record", counted)
    written(published(tmp_path, {"a": {}, "b": {}}))
    assert made == ["a", "b"]


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń", 'a "b" \\ & \u2019', "🌲 las"])
def test_letters_of_every_kind_come_through(tmp_path: Path, text: str) -> None:
    catalogue = published(tmp_path, {"las": {"title": text}})
    assert all_of(catalogue)["practices"][0]["title"] == text
    assert text.encode().split(b'"')[0] in practice_json(practice_record(catalogue.practices["las"], catalogue))


def test_the_schema_says_which_schema_it_is() -> None:
    schema = json.loads(schema_json())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["version"] == SCHEMA_VERSION
    assert schema["properties"]["title"]["maxLength"] == 100
    assert schema["properties"]["derived"] == {"$ref": "#/$defs/Derived", "readOnly": True}
    assert schema["properties"]["languages"]["minItems"] == 1
    assert schema_json().endswith(b"}\n")


def test_other_fields_have_another_version() -> None:
    schema = json.loads(schema_json())
    records = {"": schema, **schema["$defs"]}
    fields = {
        name: (sorted(each["properties"]), sorted(each.get("required", ())))
        for name, each in records.items()
        if "properties" in each
    }
    assert (
        SCHEMA_VERSION,
        hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:12],
    ) == FIELDS_OF_A_VERSION


def test_the_schema_says_what_the_file_of_all_holds_and_what_is_computed_may_lack() -> None:
    definitions = json.loads(schema_json())["$defs"]
    assert definitions["File"]["properties"]["version"] == {"const": SCHEMA_VERSION}
    assert definitions["File"]["properties"]["practices"] == {"type": "array", "items": {"$ref": "#"}}
    assert definitions["File"]["required"] == ["schema", "version", "practices", "vocabularies", "registry"]
    assert definitions["Derived"]["required"] == ["completeness", "shares"]
    assert not definitions["File"]["additionalProperties"]
    assert not definitions["Derived"]["additionalProperties"]


def test_texts_of_sections_lose_blank_lines_around_them(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    published_one = {"editorial": {"state": "published"}}
    add(folder, "las/index.md", entry(published_one, "## Wyzwanie\n\n\nMało drzew.\n\nDużo aut.\n\n\n"))
    catalogue = load_catalogue(folder)
    assert practice_record(catalogue.practices["las"], catalogue)["challenge"] == "Mało drzew.\n\nDużo aut."


def test_a_record_names_its_languages_and_only_related_practices_that_have_a_page(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    relations = [{"type": "similar_to", "target": "staw"}, {"type": "similar_to", "target": "szkic"}]
    published_one = {"editorial": {"state": "published"}}
    add(folder, "las/index.md", entry({**published_one, "relations": relations}))
    add(folder, "las/index.en.md", in_english())
    add(folder, "staw/index.md", entry(published_one))
    add(folder, "szkic/index.md", entry())
    catalogue = load_catalogue(folder)
    record = practice_record(catalogue.practices["las"], catalogue)
    assert record["languages"] == ["pl", "en"]
    assert [each["target"] for each in record["relations"]] == ["staw"]
    assert practice_record(catalogue.practices["staw"], catalogue)["languages"] == ["pl"]


def test_a_record_is_one_line() -> None:
    assert practice_json({"id": "las"}) == b'{"id":"las"}\n'
