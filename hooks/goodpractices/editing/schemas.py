"""JSON Schemas for the editors' own tools: what may stand in the files of vocabularies and registries.

They say less than the validator does, which also knows which ids exist. A plain ``2022`` is a number to such tools and
a text to us, so wherever a text may stand a number may too.
"""

from typing import Any

from ..catalogue import VOCABULARIES, Organisation, Place, Programme, Term, Validator

_RECORDS: dict[str, type[Any]] = {
    "term": Term,
    "organisation": Organisation,
    "place": Place,
    "programme": Programme,
}
_FILES = {
    "term": [f"practices/_vocabularies/{name}.yml" for name in VOCABULARIES],
    "organisation": ["practices/_registry/organisations.yml"],
    "place": ["practices/_registry/places.yml"],
    "programme": ["practices/_registry/programmes.yml"],
}
_DIALECT = "http://json-schema.org/draft-07/schema#"


def file_schemas() -> dict[str, dict[str, Any]]:
    """The schema of a file with a list of records, by the name of the record."""
    return {name: _of_list(Validator(record).schema()) for name, record in _RECORDS.items()}


def schema_settings(folder: str) -> dict[str, list[str]]:
    """Which files each schema is for, as the YAML support of VS Code wants to be told."""
    return {f"{folder}/{name}.json": files for name, files in _FILES.items()}


def _of_list(record: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in record.items() if name != "$defs"}
    return {"$schema": _DIALECT, "type": "array", "items": _lenient(rest), "$defs": _lenient(record.get("$defs", {}))}


def _lenient(schema: Any) -> Any:
    """The schema with numbers allowed for texts that are none of a fixed few."""
    if isinstance(schema, list):
        return [_lenient(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: _lenient(each) for name, each in schema.items()}
    if plain.get("type") == "string" and "enum" not in plain and "const" not in plain:
        plain["type"] = ["string", "number"]
    return plain
