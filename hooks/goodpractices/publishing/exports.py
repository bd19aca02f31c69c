"""Open data: practices as JSON, in the words of the model, with what was computed kept apart under ``derived``."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from pydantic_core import to_json

from ..catalogue import PRACTICE, Catalogue, Practice, derive

SCHEMA_ADDRESS = "dane/schemat.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def practice_record(practice: Practice) -> dict[str, Any]:
    """A practice as JSON values: fields as in the entry, ``derived`` computed, what is not given left out."""
    record = PRACTICE.plain(practice)
    filled = {name: value for name, value in record.items() if value not in ([], {}, "")}
    filled["languages"] = ["pl", *sorted(practice.translations)]
    filled["derived"] = {name: value for name, value in asdict(derive(practice)).items() if value is not None}
    return filled


def practice_json(practice: Practice) -> bytes:
    """One practice as a JSON file."""
    return to_json(practice_record(practice), indent=2) + b"\n"


def practices_json(catalogue: Catalogue) -> Iterator[bytes]:
    """All published practices as one JSON file, piece by piece: ``{"schema": …, "practices": […]}``."""
    yield b'{\n"schema": ' + to_json(f"../{SCHEMA_ADDRESS}") + b',\n"practices": ['
    for n, practice in enumerate(catalogue.published):
        yield (b",\n" if n else b"\n") + to_json(practice_record(practice))
    yield b"\n]\n}\n"


def schema_json() -> bytes:
    """JSON Schema of a practice as editors write it, draft 2020-12."""
    return to_json({"$schema": _DIALECT, **PRACTICE.schema()}, indent=2) + b"\n"
