"""Entries in order as the cache holds them: what they say as JSON, what they name, their fingerprint."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .fingerprints import Fingerprint
from .lazy import lazy_practice
from .model import Practice
from .validators import PRACTICE

_FIELDS = {each.name: each for each in fields(Practice)}


class Lost(Exception):
    """What an entry says is not in the cache any more, or damaged: everything has to be read anew, without it."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """An entry that was read before; ``asked`` are the ids of other things that it names, as ``known_ids`` has them."""

    practice: Practice
    fingerprint: Fingerprint
    asked: tuple[str, ...]


def to_keep(practice: Practice, fingerprint: Fingerprint, asked: Collection[str]) -> Any:
    """A practice as JSON values for the cache."""
    return [fingerprint_to_keep(fingerprint), sorted(asked), PRACTICE.said(practice)]


def fingerprint_to_keep(fingerprint: Fingerprint) -> Any:
    """A fingerprint as JSON values."""
    hashes = [fingerprint.whole, fingerprint.listed, fingerprint.own, dict(fingerprint.stories)]
    return [*hashes, list(fingerprint.names)]


def fingerprint_recalled(kept: Any) -> Fingerprint:
    """What :func:`fingerprint_to_keep` gave.

    Raises:
        ValueError: the value has another shape.
    """
    whole, listed, own, stories, names = kept
    return Fingerprint(whole, listed, own, stories, tuple(names))


def recalled(kept: Any) -> Recalled:
    """What :func:`to_keep` gave. The fields of the practice are made when they are first read; each passes the model.

    Raises:
        ValueError: the value has another shape.
    """
    fingerprint, asked, said = kept
    if not isinstance(said, dict):
        raise TypeError
    return Recalled(practice_recalled(lambda: said), fingerprint_recalled(fingerprint), tuple(asked))


def practice_recalled(said: Callable[[], Mapping[str, Any]]) -> Practice:
    """A practice whose fields are made when they are first read; one that does not pass the model raises :class:`Lost`.

    Args:
        said: gives what it says, as JSON values; asked with the first field.
    """

    def make(name: str) -> Any:
        values = said()
        try:
            return _adapter(name).validate_python(values[name]) if name in values else _default(name)
        except ValidationError as error:
            raise Lost(name) from error

    return lazy_practice(make)


def _default(name: str) -> Any:
    field = _FIELDS[name]
    return field.default if field.default_factory is MISSING else field.default_factory()


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    declared: Any = vars(Practice)["__pydantic_fields__"][name]
    return TypeAdapter(declared.rebuild_annotation())
