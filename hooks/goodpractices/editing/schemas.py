"""JSON Schemas for the editors' own tools: what may stand in entries and in the files of vocabularies and registries.

They say less than the validator does, which also knows which ids exist. A plain ``2022`` is a number to such tools and
a text to us, so wherever a text may stand a number may too.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..catalogue import (
    SECTIONS,
    VOCABULARIES,
    GlossaryItem,
    Organisation,
    Place,
    Practice,
    Programme,
    Rates,
    Shape,
    Term,
    Transfer,
    Translation,
    Validator,
    field_help,
    record_shape,
    shape_in_words,
    value_help,
)
from ..wording import Translations

_RECORDS: dict[str, type[Any]] = {
    "term": Term,
    "organisation": Organisation,
    "place": Place,
    "programme": Programme,
    "glossary": GlossaryItem,
    "rates": Rates,
}
_ENTRIES: dict[str, type[Any]] = {"practice": Practice, "translation": Translation}
# What an entry has besides its fields: the name of its folder, the headings of its story, files of their own.
_NO_FIELDS = ("id", "translations", *SECTIONS)
_FILES = {
    "term": [f"practices/_vocabularies/{name}.yml" for name in VOCABULARIES],
    "organisation": ["practices/_registry/organisations.yml"],
    "place": ["practices/_registry/places.yml"],
    "programme": ["practices/_registry/programmes.yml"],
    "glossary": ["practices/_registry/glossary.yml"],
    "rates": ["practices/_registry/rates.yml"],
}
# A list of one item may be written as that item.
_SINGLE = {
    name
    for record in (Practice, Transfer)
    for name, shape in record_shape(record)["fields"].items()
    if shape.get("single")
}
_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')
_DIALECT = "http://json-schema.org/draft-07/schema#"


def file_schemas(t: Translations | None) -> dict[str, dict[str, Any]]:
    """The schema of a file with a list of records, by the name of the record, with its fields told in words."""
    return {name: _of_list(_explained(name, record, t)) for name, record in _RECORDS.items()}


def entry_schemas(t: Translations | None) -> dict[str, dict[str, Any]]:
    """The schema of the fields above the story of an entry, by the name of the record, told in words."""
    return {name: _of_fields(_explained(name, record, t)) for name, record in _ENTRIES.items()}


def published_schemas(t: Translations | None) -> dict[str, bytes]:
    """Every schema as a file, by its name; without ``t`` it says nothing of the fields, in two thirds of the room."""
    schemas = {**entry_schemas(t), **file_schemas(t)}
    return {
        f"{name}.schema.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }


def schema_settings(folder: str) -> dict[str, list[str]]:
    """Which files each schema is for, as the YAML support of VS Code is given them."""
    return {f"{folder}/{name}.json": files for name, files in _FILES.items()}


def _explained(name: str, record: Any, t: Translations | None) -> dict[str, Any]:
    """The schema of a record whose every field says what it is and what may stand there, if there are words for it."""
    schema = copy.deepcopy(Validator(record).schema())
    parts = schema.get("$defs", {})
    for part in (schema, *parts.values()):
        _leave_words_out(part)
    if t is None:
        return schema
    _explain(schema, record_shape(record), "" if record is Practice else name, parts, t)
    return {"title": t(f"guide.schema.{name}"), **schema}


def _leave_words_out(part: dict[str, Any]) -> None:
    """Take out the names that programmers gave to a record and its fields, and what they say of it."""
    for each in (part, *part["properties"].values()):
        each.pop("title", None)
        each.pop("description", None)


def _explain(schema: dict[str, Any], shape: Shape, within: str, parts: dict[str, Any], t: Translations) -> None:
    """Put words into the schema of a record and of those inside it."""
    for name, field in schema["properties"].items():
        own = shape["fields"][name]
        if own["kind"] == "story":  # which stands under a heading
            continue
        item = own["of"] if own["kind"] in ("list", "map") else own
        for inner in _inside(field):
            if "$ref" in inner and item["kind"] == "record":
                _explain(parts[inner["$ref"].rsplit("/", 1)[-1]], item, name, parts, t)
            elif "enum" in inner:
                inner["enumDescriptions"] = [_of_value(item["name"], value, t) for value in inner["enum"]]
        if "$ref" in field:  # draft 7 hears nothing that stands beside a reference
            field["allOf"] = [{"$ref": field.pop("$ref")}]
        field["title"] = t.field(name, within)
        field["description"] = _in_plain_words(field_help(name, within, t), shape_in_words(own, t))


def _inside(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and every schema within it."""
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _inside(each)


def _of_value(choice: str, value: str, t: Translations) -> str:
    meaning = value_help(choice, value, t)
    return t.choice(choice, value) + (f": {meaning}" if meaning else "")


def _in_plain_words(*sentences: str) -> str:
    """Sentences one after the other, without the signs of code."""
    given = (f"{each[0].upper()}{each[1:].rstrip('.')}." for each in sentences if each)
    return " ".join(given).replace("`", "")


def _of_list(record: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in record.items() if name != "$defs"}
    return {"$schema": _DIALECT, "type": "array", "items": _lenient(rest), "$defs": _lenient(record.get("$defs", {}))}


def _of_fields(record: dict[str, Any]) -> dict[str, Any]:
    fields = _lenient({name: each for name, each in record["properties"].items() if name not in _NO_FIELDS})
    required = [name for name in record["required"] if name in fields]
    schema = {**record, "$defs": {}, "properties": fields, "required": required}
    return {"$schema": _DIALECT, **schema, "$defs": _referred(schema, _lenient(record["$defs"]))}


def _referred(schema: Any, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the parts that a schema refers to, or that these refer to."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        for name in _REFERENCE.findall(json.dumps(waiting.pop())):
            if name not in found:
                found[name] = parts[name]
                waiting.append(parts[name])
    return dict(sorted(found.items()))


def _lenient(schema: Any) -> Any:
    """The schema with numbers allowed for texts that are none of a fixed few, and one item for a list of such."""
    if isinstance(schema, list):
        return [_lenient(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: _or_one(_lenient(each)) if name in _SINGLE else _lenient(each) for name, each in schema.items()}
    if plain.get("type") == "string" and "enum" not in plain and "const" not in plain:
        plain["type"] = ["string", "number"]
    return plain


def _or_one(schema: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in schema:
        many, *rest = schema["anyOf"]
        return {**schema, "anyOf": [many, many["items"], *rest]}
    kept = {name: value for name, value in schema.items() if name in ("title", "description", "default")}
    many = {name: value for name, value in schema.items() if name not in kept}
    return {**kept, "anyOf": [many, many["items"]]}
