"""The draft of the form, as it keeps it: what was typed, read as the form itself reads it."""

from collections.abc import Mapping
from typing import Any

from ...catalogue import Practice, Shape, list_items, period_ends, placed, readings, record_shape, story_lists

_READ = ("number", "whole", "date", "when", "interval", "day", "country", "language", "currency")


def record_of_draft(draft: Mapping[str, Any]) -> dict[str, Any]:
    """The entry in a draft, in the spelling of files, with the new records it needs as proposals."""
    record = _record(record_shape(Practice), draft["entry"])
    proposals = _record(_proposals(), draft["added"]) if isinstance(draft.get("added"), dict) else {}
    if proposals:
        record["editorial"] = {"state": "draft", **record.get("editorial", {}), "proposals": proposals}
    return record


def _proposals() -> Shape:
    editorial = record_shape(Practice)["fields"]["editorial"]
    shape: Shape = editorial["fields"]["proposals"]
    return shape


def _value(shape: Shape, value: Any) -> Any:
    """A value in the spelling of files; just as it was typed where that is not clear."""
    kind = shape["kind"]
    if kind == "record" and isinstance(value, dict):
        return _record(shape, value)
    if kind == "list" and isinstance(value, list):
        return _list(shape, value)
    if kind == "map" and isinstance(value, list | dict):
        pairs = value.items() if isinstance(value, dict) else (each for each in value if len(each) == 2)
        return {str(key): _alone(shape["of"], each) for key, each in pairs}
    return _alone(shape, value)


def _list(shape: Shape, value: list[Any]) -> list[Any]:
    if shape["of"]["kind"] == "text":
        return list_items("\n".join(map(str, value)))
    return [_value(shape["of"], each) for each in value]


def _alone(shape: Shape, value: Any) -> Any:
    """A value without neighbours to put a part of it into."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    if shape["kind"] == "story":
        return story_lists(value)
    if shape["kind"] not in _READ:
        return value
    found = readings(shape["kind"], value)
    return found[0]["value"] if len(found) == 1 and found[0].keys() == {"value"} else value


def _record(shape: Shape, value: Mapping[str, Any]) -> dict[str, Any]:
    fields = shape["fields"]
    given = {name: each for name, each in value.items() if not _is_blank(each)}
    made = {name: _value(fields.get(name, {"kind": "text"}), each) for name, each in given.items()}
    for name, typed in given.items():
        if name not in fields or fields[name]["kind"] not in _READ or not isinstance(typed, str):
            continue
        found = readings(fields[name]["kind"], typed)
        parts = placed(found[0], name, fields) if len(found) == 1 else period_ends(typed, fields) if not found else None
        if parts and all(_is_free(part, each, made, fields) for part, each in parts.items() if part != name):
            del made[name]
            made |= parts
    return {name: made[name] for name in (*fields, *(each for each in made if each not in fields)) if name in made}


def _is_free(part: str, value: str, made: Mapping[str, Any], fields: Mapping[str, Shape]) -> bool:
    """Whether a field can take the part of a value that was typed beside it."""
    return _is_blank(made.get(part)) or made[part] in (value, fields[part].get("default"))


def _is_blank(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})
