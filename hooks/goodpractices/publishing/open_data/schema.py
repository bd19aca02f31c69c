"""``schemat.json``: what a record of the data holds, as it is published, and by reference what the file of all does."""

from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from ...catalogue import PRACTICE, Derived
from .records import SCHEMA_VERSION

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}$"}
_LISTS = {
    "type": "object",
    "additionalProperties": {
        "type": "array",
        "items": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
    },
}


def schema_json() -> bytes:
    """JSON Schema of a published practice, draft 2020-12; ``#/$defs/File`` is that of ``praktyki.json``."""
    return to_json({"$schema": _DIALECT, "version": SCHEMA_VERSION, **_published()}, indent=2) + b"\n"


def _published() -> dict[str, Any]:
    """The schema of an entry with what is computed beside what editors write."""
    entry = PRACTICE.schema()
    derived = _derived()
    computed = {
        "languages": {"type": "array", "items": _LANGUAGE, "minItems": 1, "readOnly": True},
        "derived": {"$ref": "#/$defs/Derived", "readOnly": True},
    }
    definitions = entry["$defs"] | derived.pop("$defs") | {"Derived": derived, "File": _file()}
    return {**entry, "$defs": definitions, "properties": entry["properties"] | computed}


def _derived() -> dict[str, Any]:
    """The schema of the computed values, those left out that do not follow from an entry."""
    schema = TypeAdapter(Derived).json_schema()
    given = [name for name, each in schema["properties"].items() if {"type": "null"} not in each.get("anyOf", ())]
    return {**schema, "required": given, "additionalProperties": False}


def _file() -> dict[str, Any]:
    parts = {
        "schema": {"type": "string"},
        "version": {"const": SCHEMA_VERSION},
        "practices": {"type": "array", "items": {"$ref": "#"}},
        "vocabularies": _LISTS,
        "registry": _LISTS,
    }
    return {"type": "object", "required": list(parts), "properties": parts, "additionalProperties": False}
