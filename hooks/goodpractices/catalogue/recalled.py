"""Entries in order as the cache holds them: what they say as JSON, what they name, their fingerprint."""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from .fingerprints import Fingerprint
from .lazy import lazy_practice
from .model import Practice
from .validators import PRACTICE

_FIELDS = {each.name: each for each in fields(Practice)}


@dataclass(frozen=True, slots=True)
class Recalled:
    """An entry that was read before; ``asked`` are the ids of other things that it names, as ``known_ids`` has them."""

    practice: Practice
    fingerprint: Fingerprint
    asked: tuple[str, ...]


def to_keep(practice: Practice, fingerprint: Fingerprint, asked: Collection[str]) -> Any:
    """A practice as JSON values for the cache."""
    hashes = [fingerprint.whole, fingerprint.listed, fingerprint.own, dict(fingerprint.stories)]
    return [[*hashes, list(fingerprint.names)], sorted(asked), PRACTICE.said(practice)]


def recalled(kept: Any) -> Recalled:
    """What :func:`to_keep` gave. The fields of the practice are made when they are first read; each passes the model.

    Raises:
        ValueError: the value has another shape.
    """
    (whole, listed, own, stories, names), asked, said = kept
    if not isinstance(said, dict):
        raise TypeError
    return Recalled(_practice(said), Fingerprint(whole, listed, own, stories, tuple(names)), tuple(asked))


def _practice(said: Mapping[str, Any]) -> Practice:
    def make(name: str) -> Any:
        return _adapter(name).validate_python(said[name]) if name in said else _default(name)

    return lazy_practice(make)


def _default(name: str) -> Any:
    field = _FIELDS[name]
    return field.default if field.default_factory is MISSING else field.default_factory()


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    declared: Any = vars(Practice)["__pydantic_fields__"][name]
    return TypeAdapter(declared.rebuild_annotation())
