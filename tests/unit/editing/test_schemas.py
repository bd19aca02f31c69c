"""The schemas that editors' tools read: what is in order passes, what is not is found, in every kind of file."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.support.paths import PRACTICES
from tests.support.schemas import NAMES, faults, read, schemas

from goodpractices.catalogue import SECTIONS
from goodpractices.editing import file_schemas, published_schemas, schema_settings
from goodpractices.wording import Translations

PL = Translations.load("pl")
LABELS = {*PL.group("field").values()}


@pytest.mark.slow
def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert tuple(schemas()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(schemas()[name])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda entry: entry.pop("title"), "'title' is a required property"),
        (lambda entry: entry.update(lifecycle="kiedyś"), "is not one of"),
        (lambda entry: entry.update(kolor="zielony"), "'kolor' was unexpected"),
        (lambda entry: entry.update(id="las"), "'id' was unexpected"),
        (lambda entry: entry.update(challenge="Las"), "'challenge' was unexpected"),
        (lambda entry: entry.update(themes=[]), "too short|non-empty"),
    ],
)
def test_a_fault_in_the_facts_of_a_practice_is_found(spoil: Callable[[dict[str, Any]], Any], fault: str) -> None:
    entry = read(PRACTICES / "gdynia-pracownia" / "index.md")
    spoil(entry)
    (found,) = faults("practice", entry)
    assert re.search(fault, found)


def test_a_schema_holds_nothing_that_it_does_not_use() -> None:
    for schema in schemas().values():
        named = set(re.findall(r"#/\$defs/(\w+)", json.dumps(schema)))
        assert set(schema["$defs"]) == named


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a schema knows, whatever record it belongs to."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from properties(each)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_says_in_polish_what_it_is(name: str) -> None:
    found = [*properties(schemas()[name])]
    assert len(found) > 5
    for field, schema in found:
        assert schema["title"] in LABELS, field
        assert schema["description"].endswith(".")
        assert "`" not in schema["description"]


def test_a_field_has_the_words_of_the_guide() -> None:
    fields = schemas()["practice"]["properties"]
    assert fields["title"]["title"] == PL.field("title")
    assert fields["title"]["description"] == "Pełna nazwa praktyki. Tekst do 100 znaków."
    indicator = schemas()["practice"]["$defs"]["Indicator"]["properties"]
    assert indicator["label"]["title"] == "co policzono"
    assert (
        indicator["as_of"]["description"]
        == "Na kiedy ta liczba jest prawdziwa. Data albo okres, np. 2023-03 lub 2021/2022."
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_value_to_choose_is_explained(name: str) -> None:
    def choices(schema: Any) -> Iterator[dict[str, Any]]:
        if isinstance(schema, dict) and "enum" in schema:
            yield schema
        for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
            yield from choices(each)

    for each in choices(schemas()[name]):
        assert len(each["enumDescriptions"]) == len(each["enum"])
    if name == "practice":
        lifecycle = schemas()[name]["properties"]["lifecycle"]
        assert dict(zip(lifecycle["enum"], lifecycle["enumDescriptions"], strict=True)) == PL.group("choices.lifecycle")


@pytest.mark.slow
def test_without_words_a_schema_is_as_strict() -> None:
    def unsaid(schema: Any) -> Any:
        if isinstance(schema, list):
            return [unsaid(each) for each in schema]
        if not isinstance(schema, dict):
            return schema
        left = {name: unsaid(each) for name, each in schema.items() if name == "properties" or not is_said(name, each)}
        return left["allOf"][0] if left.keys() == {"allOf"} else left

    def is_said(name: str, value: Any) -> bool:
        return name in ("title", "description", "enumDescriptions") and isinstance(value, str | list)

    wordless = {name.removesuffix(".schema.json"): json.loads(data) for name, data in published_schemas(None).items()}
    assert {name: unsaid(schema) for name, schema in schemas().items()} == wordless


def test_words_for_programmers_stay_in_the_code() -> None:
    english = re.compile(r"\b(the|and|of|another)\b", re.IGNORECASE)
    said = [json.loads(text) for text in re.findall(r'"description": ("[^"]*")', json.dumps(schemas()))]
    assert [each for each in said if english.search(each)] == []


def test_a_schema_of_a_file_is_of_a_list_and_has_a_title() -> None:
    assert [*file_schemas(None)] == [*NAMES[2:]]
    for name in NAMES[2:]:
        schema = schemas()[name]
        assert [*schema] == ["$schema", "type", "items", "$defs"]
        assert schema["type"] == "array"
        assert schema["items"]["title"] == PL(f"guide.schema.{name}")
        assert "$defs" not in schema["items"]
    for name in NAMES[:2]:
        assert (schemas()[name]["title"], schemas()[name]["type"]) == (PL(f"guide.schema.{name}"), "object")
    assert {each["$schema"] for each in schemas().values()} == {"http://json-schema.org/draft-07/schema#"}
    assert not any(name in schemas()["practice"]["properties"] for name in ("id", "translations", *SECTIONS))
    assert not any(name in schemas()["translation"]["properties"] for name in SECTIONS)


def test_numbers_may_stand_for_texts_but_not_for_choices() -> None:
    fields = schemas()["place"]["items"]["properties"]
    assert fields["name"]["type"] == ["string", "number"]
    assert fields["level"]["type"] == "string"
    assert fields["population"]["anyOf"] == [{"$ref": "#/$defs/Population"}, {"type": "null"}]
    assert {name for name, each in fields.items() if each["title"] == "szerokość geograficzna"} == {"lat"}


def test_one_item_may_stand_for_a_list_of_such() -> None:
    found = {
        name: field for name, field in properties(schemas()["practice"]) if field.get("anyOf", [{}])[0].get("items")
    }
    assert found
    for name, field in found.items():
        many, one, *rest = field["anyOf"]
        assert (one, rest) in ((many["items"], []), (many["items"], [{"type": "null"}])), name
        assert not {"title", "description", "default"} & many.keys()


def test_a_choice_says_in_its_words_what_is_meant() -> None:
    meant = schemas()["practice"]["$defs"]["Indicator"]["properties"]["nature"]
    told = dict(zip(meant["enum"], meant["enumDescriptions"], strict=True))
    assert told["output"].startswith(PL.choice("nature", "output"))


def test_the_schemas_are_given_to_the_files_that_they_are_for() -> None:
    settings = schema_settings("a/b")
    assert [*settings] == [f"a/b/{name}.json" for name in NAMES[2:]]
    assert settings["a/b/place.json"] == ["practices/_registry/places.yml"]
    assert "practices/_vocabularies/themes.yml" in settings["a/b/term.json"]
    assert {path.rpartition("/")[2] for name in NAMES[3:] for path in settings[f"a/b/{name}.json"]} == {
        *("organisations.yml", "places.yml", "programmes.yml", "glossary.yml", "rates.yml"),
    }


def test_a_published_schema_is_readable_text_with_an_end_of_line() -> None:
    published = published_schemas(PL)
    assert [*published] == [f"{name}.schema.json" for name in NAMES]
    assert published["place.schema.json"].startswith(b'{\n "$schema"')
    assert published["place.schema.json"].endswith(b"}\n")
    assert "szerokość" in published["place.schema.json"].decode()
    assert len(published_schemas(None)["place.schema.json"]) < len(published["place.schema.json"])
    assert "title" not in published_schemas(None)["place.schema.json"].decode()
