"""From a plain mapping to a checked record, with every fault as a :class:`Problem` in the words of the catalogue."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .characters import code_of
from .fields import is_slug
from .office_signs import OFFICE, id_from_keyboard
from .problems import Location, Problem, nearest
from .shapes import Shape, record_shape
from .spellings import meant_instead

T = TypeVar("T")

Names = Mapping[str, Collection[str]]
"""Which ids exist, by vocabulary or registry; ``practices`` too."""

_KEYS = {
    "missing": "missing",
    "unexpected_keyword_argument": "unknown_key",
    "literal_error": "not_allowed",
    "string_too_long": "too_long",
    "string_too_short": "too_short",
    "too_long": "too_many",
    "too_short": "too_few",
    "tuple_type": "not_a_list",
    "dataclass_type": "not_a_mapping",
    "mapping_type": "not_a_mapping",
    "dict_type": "not_a_mapping",
    "string_type": "not_text",
    "string_pattern_mismatch": "bad_pattern",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
}
_LIMITS = {"max_length": "max", "min_length": "min", "ge": "min", "le": "max", "pattern": "pattern"}
_SHOWN = 60
# Refusals of a value that holds signs of the keyboard only.
_TYPED = {
    *("bad_id", "not_allowed", "bad_pattern", "bad_url", "bad_email", "bad_phone", "bad_picture_name"),
}
# Refusals of a value that people may have spelt in a way of their own.
_SPELLED = {
    *("not_a_number", "bad_date", "bad_interval", "bad_day", "bad_country", "bad_language", "bad_currency"),
    "not_true_false",
}


class Validator(Generic[T]):
    """Checks raw mappings against one record type."""

    def __init__(self, record: type[T]) -> None:
        self._record = record
        self._type: type = record

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        """Made when it is first needed: most runs check few kinds of records."""
        return TypeAdapter(self._record)

    def __call__(self, raw: Any, names: Names | None) -> T:
        """The checked record; ``names`` of ``None`` leaves ids unchecked.

        Raises:
            ValidationError: when anything is wrong; see :meth:`problems`.
        """
        return self._adapter.validate_python(raw, context=names)

    def problems(self, error: ValidationError) -> Iterator[Problem]:
        """The faults of a refused mapping, without their place in the file."""
        details = error.errors(include_url=False)
        # A list is counted without its broken items, so it looks too short as well.
        counted = (
            detail
            for detail in details
            if detail["type"] != "too_short" or not any(_is_inside(other["loc"], detail["loc"]) for other in details)
        )
        problems = [self._help(self._problem(detail), detail["input"]) for detail in counted]
        # A required field whose name is misspelt is not missing.
        meant = {(*each.location[:-1], each.params["nearest"]) for each in problems if each.key == "unknown_key"}
        yield from (each for each in problems if each.key != "missing" or each.location not in meant)

    @cache  # noqa: B019 - one validator a record type, made once
    def schema(self) -> dict[str, Any]:
        """JSON Schema of the record, draft 2020-12."""
        return self._adapter.json_schema()

    def plain(self, value: T) -> dict[str, Any]:
        """The record as JSON values: dates as text, fields that say nothing left out."""
        dumped: dict[str, Any] = self._adapter.dump_python(value, mode="json", exclude_none=True)
        return dumped

    def said(self, value: T) -> dict[str, Any]:
        """The record as JSON values, as short as a file may say it: without what is so anyway."""
        dumped: dict[str, Any] = self._adapter.dump_python(value, mode="json", exclude_defaults=True)
        return dumped

    def fields(self) -> tuple[str, ...]:
        """The fields of the record, in the order of the model."""
        declared: Any = self._record
        return tuple(each.name for each in fields(declared))

    def _problem(self, detail: ErrorDetails) -> Problem:
        location: Location = detail["loc"]
        if location and location[-1] == "[key]":
            location = location[:-1]
        context = dict(detail.get("ctx") or {})
        key = _KEYS.get(detail["type"], detail["type"])
        if key == "not_allowed":
            allowed = re.findall(r"'([^']*)'", str(context["expected"]))
            value = str(detail["input"])[:_SHOWN]
            return Problem(
                key, location, {"value": value, "allowed": ", ".join(allowed), "nearest": nearest(value, allowed)}
            )
        if key == "unknown_key":
            known = _properties(self.schema(), location[:-1])
            value = str(location[-1])
            return Problem(
                key, location, {"value": value, "allowed": ", ".join(known), "nearest": nearest(value, known)}
            )
        params = {_LIMITS.get(name, name): value for name, value in context.items()}
        if key in ("too_long", "too_short"):
            params["over"] = len(detail["input"]) - params.get("max", 0)
        return Problem(key, location, params)

    def _help(self, problem: Problem, given: object) -> Problem:
        """The problem with what to type in place of what was given, where that can be told."""
        if not isinstance(given, str):
            return problem
        params: dict[str, Any] = {}
        if problem.key in _SPELLED:
            params |= meant_instead(given, *_field_at(record_shape(self._type), problem.location))
        if problem.key in _TYPED and (sign := OFFICE.search(given)):
            params["office"] = code_of(sign[0])
            if problem.key == "bad_id" and is_slug(written := id_from_keyboard(given)):
                params["write"] = written
        return replace(problem, params={**problem.params, **params}) if params else problem


def _is_inside(location: Location, outer: Location) -> bool:
    return len(location) > len(outer) and location[: len(outer)] == outer


def _properties(schema: Mapping[str, Any], location: Location) -> list[str]:
    """Names of the fields that the mapping at ``location`` may have."""
    node: Mapping[str, Any] = schema
    for part in location:
        node = _resolved(schema, node)
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
    return list(_resolved(schema, node).get("properties", ()))


def _field_at(shape: Shape, location: Location) -> tuple[str, Shape, Collection[str]]:
    """The name and the shape of the field at a place, and the fields beside it."""
    name, beside = "", ()
    for part in location:
        if shape["kind"] == "record":
            name, beside, shape = str(part), shape["fields"], shape["fields"][part]
        elif shape["kind"] == "map":
            name, beside, shape = str(part), (), shape["of"]
        elif isinstance(part, int):
            shape = shape["of"]
    return name, shape, beside


def _resolved(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    for option in node.get("anyOf", ()):
        if option.get("type") != "null":
            node = option
            break
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    return node
