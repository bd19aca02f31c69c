"""Practices as JSON: in the words of the model, with what was computed kept apart under ``derived``."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from pydantic_core import to_json

from ...catalogue import PRACTICE, SECTIONS, Catalogue, Practice, derive, shared_records
from .addresses import SCHEMA
from .tables import Record

SCHEMA_VERSION = "1.3"
"""Raised with every change of the record: the first number when a reader of the older form would stumble."""


def practice_record(practice: Practice, catalogue: Catalogue) -> dict[str, Any]:
    """A practice as JSON values: fields as in the entry, ``derived`` computed, what is not given left out.

    Relations to practices that have no page yet are left out too.
    """
    record = PRACTICE.plain(practice)
    record["relations"] = [each for each in record["relations"] if catalogue.has_page(each["target"])]
    for field in SECTIONS:
        record[field] = (record.get(field) or "").strip("\n")
    filled = {name: value for name, value in record.items() if value not in ([], {}, "")}
    filled["languages"] = ["pl", *sorted(practice.translations)]
    filled["derived"] = {name: value for name, value in asdict(derive(practice)).items() if value is not None}
    return filled


def practice_json(record: Record) -> bytes:
    """The record of a practice as JSON, on a line of its own."""
    return to_json(record) + b"\n"


def practices_json(records: Iterable[bytes], catalogue: Catalogue) -> Iterator[bytes]:
    """All published practices as one JSON file, piece by piece, with the vocabularies and registries they name.

    Args:
        records: each practice as :func:`practice_json` gives it.
        catalogue: has the vocabularies and registries.

    That is all a folder of practices can be made of again: ``{"schema": …, "version": …, "practices": […],
    "vocabularies": {…}, "registry": {…}}``.
    """
    head = {"schema": SCHEMA.rpartition("/")[2], "version": SCHEMA_VERSION}
    yield to_json(head).removesuffix(b"}") + b',\n"practices": ['
    for n, record in enumerate(records):
        yield (b",\n" if n else b"\n") + record.removesuffix(b"\n")
    shared = to_json(shared_records(catalogue)).removeprefix(b"{")
    yield b"\n],\n" + shared + b"\n"
