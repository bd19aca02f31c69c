"""Which fields two versions of an entry differ in, and what may be told of it.

Old versions are not checked as entries are: they were written for another model, or by nobody who meant well. So they
are not read as YAML either, which would take many times as long: patterns find the fields by their names, and words are
compared but for the ways to write them. Only names of fields of the model of today are given, and values only of those
that choose from a list: ids that whoever prints them looks up among those of today. No text, no number and nothing of a
person is taken out of an old version.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..wording import ORIGINAL
from .body import section_headings
from .characters import without_control_characters
from .files import Unreadable, split_front_matter
from .model import Practice
from .shapes import Shape, record_shape
from .uses import Asked, uses

FieldChangeKind = Literal["added", "changed", "removed"]

# A field of a front matter up to the next one: what belongs to it does not begin a line.
_FIELD = re.compile(r"([\w-]+)[\"']?[ \t]*:.*(?:\n(?![\w\"'?]).*)*", re.MULTILINE)
_SECTION = re.compile(r"^##(?!#)[ \t]*(.*)$", re.MULTILINE)
_STATE = re.compile(r"(?:^[ ]+|[{,][ ]*)state[ ]*:[ ]*[\"']?(\w+)", re.MULTILINE)
_LEVEL = re.compile(r"\bvalue[ ]*:[ ]*[\"']?([0-9])")
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NOTE = re.compile(r"(?:^|(?<=\s))#.*")
_WORD = re.compile(r"-?[^\s\"'{}\[\],-]+")
_ITEM = re.compile(r"^([ ]*)-[ ]", re.MULTILINE)
_MOST_VALUES = 20
_ABOUT_THE_ENTRY = "finish"
"""The step of the form with what is about the entry and not about the practice."""

_KEYS = tuple(
    re.compile(rf"(?:^|(?<=[\s{{,])){name}[ ]*:[ ]*([^\s,}}][^,}}\n]*)")
    for name in ("id", "org", "place", "target", "file", "title", "name", "role")
)
"""What tells the records of a list apart, the first that there is."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else: its values before and after, where it chooses from a list, by id.

    Of a list of records it is told how many were added, changed and removed.
    """

    field: str
    kind: FieldChangeKind
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Version:
    """What is looked at of a version: its state, the source of each field, the text of each section."""

    state: str
    fields: Mapping[str, str]
    sections: Mapping[str, str]


def version_of(data: bytes | None) -> Version | None:
    """A version from its bytes; ``None`` where they are no entry."""
    if data is None:
        return None
    try:
        text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        parts = split_front_matter(without_control_characters(text))
    except (UnicodeDecodeError, Unreadable):
        return None
    fields: dict[str, str] = {}
    for found in _FIELD.finditer(parts.yaml):
        fields.setdefault(found[1], found[0])
    state = _STATE.search(fields.get("editorial", ""))
    return Version(state[1], fields, dict(_sections(parts.body))) if state else None


def changed_fields(old: Version, new: Version) -> tuple[FieldChange, ...]:
    """The fields of the model, in its order, that two versions differ in, but for those nobody is told of."""
    return tuple(_changes(old, new))


@cache
def told_fields() -> Mapping[str, Shape]:
    """The fields that readers are told of: what is asked about the practice, and belongs to no person."""
    shapes: Mapping[str, Shape] = record_shape(Practice)["fields"]
    asked = uses(Practice, Asked)
    return {
        name: shapes[name]
        for name in shapes
        if name in asked and asked[name].step != _ABOUT_THE_ENTRY and not _needs_consent(shapes[name])
    }


def _needs_consent(shape: Shape) -> bool:
    return shape["kind"] == "list" and "consent" in shape["of"].get("fields", {})


def _changes(old: Version, new: Version) -> Iterator[FieldChange]:
    for name, shape in told_fields().items():
        sources = (old.sections, new.sections) if shape["kind"] == "story" else (old.fields, new.fields)
        before, after = (each.get(name) for each in sources)
        if before == after:
            continue
        said, says = _words(before), _words(after)
        if said == says:
            continue
        kind: FieldChangeKind = "added" if not said else "changed" if says else "removed"
        yield FieldChange(name, kind, _ids(shape, before), _ids(shape, after), _counts(shape, before, after))


def _sections(body: str) -> Iterator[tuple[str, str]]:
    """The sections of a body by id."""
    ids = {heading: section for section, heading in section_headings(ORIGINAL).items()}
    _, *parts = _SECTION.split(body)
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        if section := ids.get(heading.strip()):
            yield section, text


def _words(text: str | None) -> list[str]:
    """What a text says but for the ways to write it: quotes, brackets, line ends, marks of lists, notes of editors."""
    return _WORD.findall(_NOTE.sub("", text) if "#" in text else text) if text else []


def _ids(shape: Shape, source: str | None) -> tuple[str, ...]:
    """The ids that a field holds that chooses from a list; none of another field."""
    match shape:
        case {"kind": "choice" | "ref"} | {"kind": "list", "of": {"kind": "ref"}}:
            found = _ID.findall(_NOTE.sub("", source or "").partition(":")[2])
        case {"kind": "record", "fields": {"value": {"kind": "whole"}}}:
            found = _LEVEL.findall(source or "")[:1]
        case _:
            return ()
    return tuple(dict.fromkeys(found))[:_MOST_VALUES]


def _counts(shape: Shape, old: str | None, new: str | None) -> tuple[int, int, int]:
    """How many records of a list were added, changed and removed; nothing where one of them is no list of lines."""
    if shape["kind"] != "list" or shape["of"]["kind"] != "record":
        return (0, 0, 0)
    before, after = _records(old), _records(new)
    found = Counter(
        "added" if key not in before else "removed" if key not in after else "changed"
        for key in {*before, *after}
        if before.get(key) != after.get(key)
    )
    return found["added"], found["changed"], found["removed"]


def _records(source: str | None) -> dict[str, list[str]]:
    """The records of a list, a line or more each, by what tells them apart, so that one that only moved is the same."""
    found: dict[str, list[str]] = {}
    first = _ITEM.search(source or "")
    if first is None or source is None:
        return found
    for item in re.split(rf"^{first[1]}-[ ]", source, flags=re.MULTILINE)[1:]:
        keys = (key.search(item) for key in _KEYS)
        name = next((key[1].strip() for key in keys if key), item)
        n, key = 2, name
        while key in found:
            key, n = f"{name} ({n})", n + 1
        found[key] = _words(item)
    return found
