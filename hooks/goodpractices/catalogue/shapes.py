"""The model as plain data: what each field may hold, for whatever asks people to fill it in.

A browser cannot run the model; a form that is made of these shapes asks for the same and refuses the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from babel import Locale
from babel.numbers import list_currencies
from pydantic.fields import FieldInfo

from . import choices
from .fields import (
    ONE_OR_MANY,
    CalendarDay,
    Country,
    CriterionId,
    Currency,
    Date,
    Email,
    Interval,
    KindId,
    Label,
    Language,
    Lines,
    Number,
    OrganisationId,
    OrganisationKindId,
    OtherLanguage,
    Phone,
    PictureFile,
    PlaceId,
    PracticeId,
    ProgrammeId,
    ShortTitle,
    Slug,
    Story,
    Summary,
    SupportTypeId,
    TargetGroupId,
    Text,
    ThemeId,
    Title,
    Truth,
    Url,
    When,
    WholeNumber,
    is_country,
    is_language,
)
from .uses import Rare, uses, without_uses

Shape = dict[str, Any]
"""JSON values: ``kind`` says what it is; what else stands there depends on it."""

_KINDS: tuple[tuple[Any, Shape], ...] = (
    *((each, {"kind": "text"}) for each in (Text, Label, Title, ShortTitle, Summary)),
    (Lines, {"kind": "lines"}),
    (Story, {"kind": "story"}),
    (Slug, {"kind": "slug"}),
    (Number, {"kind": "number"}),
    (WholeNumber, {"kind": "whole"}),
    (Truth, {"kind": "truth"}),
    (CalendarDay, {"kind": "day"}),
    (Date, {"kind": "date"}),
    (When, {"kind": "when"}),
    (Interval, {"kind": "interval"}),
    (Url, {"kind": "url"}),
    (Email, {"kind": "email"}),
    (Phone, {"kind": "phone"}),
    (PictureFile, {"kind": "picture"}),
    (Country, {"kind": "country"}),
    (Language, {"kind": "language"}),
    (OtherLanguage, {"kind": "language"}),
    (Currency, {"kind": "currency"}),
    (ThemeId, {"kind": "ref", "to": "themes"}),
    (TargetGroupId, {"kind": "ref", "to": "target_groups"}),
    (KindId, {"kind": "ref", "to": "kinds"}),
    (SupportTypeId, {"kind": "ref", "to": "support_types"}),
    (OrganisationKindId, {"kind": "ref", "to": "organisation_kinds"}),
    (CriterionId, {"kind": "ref", "to": "criteria"}),
    (OrganisationId, {"kind": "ref", "to": "organisations"}),
    (PlaceId, {"kind": "ref", "to": "places"}),
    (ProgrammeId, {"kind": "ref", "to": "programmes"}),
    (PracticeId, {"kind": "ref", "to": "practices"}),
)
# A value of each kind that has no parts.
_STAND_INS = {
    "story": "?",
    "slug": "x",
    "ref": "x",
    "number": 0,
    "whole": 0,
    "truth": "false",
    "day": "2000-01-01",
    "date": "2000",
    "when": "2000",
    "interval": "2000/2001",
    "url": "https://example.org",
    "email": "x@example.org",
    "phone": "12345",
    "picture": "x.jpg",
    "country": "PL",
    "language": "de",
    "currency": "PLN",
}
_LIMITS = {"min_length": "min", "max_length": "max", "ge": "min", "le": "max", "pattern": "pattern"}


@cache
def record_shape(record: type) -> Shape:
    """The shape of a record: ``{"kind": "record", "fields": {name: shape}, "rare": names}``, in the order of the model.

    A field that has to be there is ``required``, one that is something else than nothing when it is left out says its
    ``default``. A list is ``single`` if one item may stand for it. Choices list their ``values`` under the ``name``
    that their labels have in the wording.

    Raises:
        TypeError: when a field is of a type that no shape was given.
    """
    hints = get_type_hints(record, include_extras=True)
    made = {each.name: _field(each, hints[each.name]) for each in fields(record)}
    return {"kind": "record", "fields": made, "rare": list(uses(record, Rare))}


def required_fields(record: type) -> tuple[str, ...]:
    """The fields that have to be there, in the order of the model."""
    return tuple(name for name, shape in record_shape(record)["fields"].items() if shape.get("required"))


def stand_in(shape: Shape) -> Any:
    """A value that a field of this shape takes, as small as can be: of a record, the fields that have to be there."""
    kind = shape["kind"]
    if kind == "record":
        return {name: stand_in(field) for name, field in shape["fields"].items() if field.get("required")}
    if kind == "list":
        return [stand_in(shape["of"])] * shape.get("min", 0)
    if kind == "map":
        return {stand_in(shape["keys"]): stand_in(shape["of"])} if "min" in shape else {}
    if kind == "choice":
        return shape["values"][0]
    if kind in ("text", "lines"):
        return "?" * shape.get("min", 1)
    return str(shape.get("min", _STAND_INS[kind]))


def known_codes() -> dict[str, str]:
    """The codes that countries, languages and currencies may have, joined by blanks."""
    known = {
        "country": filter(is_country, Locale("en").territories),
        "language": filter(is_language, Locale("en").languages),
        "currency": list_currencies(),
    }
    return {name: " ".join(sorted(codes)) for name, codes in known.items()}


def _field(each: "Field[Any]", hint: Any) -> Shape:
    shape = _shape(hint)
    if each.default is MISSING and each.default_factory is MISSING:
        return {**shape, "required": True}
    return {**shape, "default": each.default} if isinstance(each.default, str) else shape


def _shape(hint: Any) -> Shape:
    hint = _without_none(without_uses(hint))
    if is_dataclass(hint):
        return record_shape(hint)  # type: ignore[arg-type]  # a class, never one of its values
    plain, metadata = (get_args(hint)[0], get_args(hint)[1:]) if hasattr(hint, "__metadata__") else (hint, ())
    limits = dict(_limits(metadata))
    if get_origin(plain) is tuple:
        single = {"single": True} if ONE_OR_MANY in metadata else {}
        return {"kind": "list", "of": _shape(get_args(plain)[0]), **limits, **single}
    if get_origin(plain) in (Mapping, dict):
        keys, values = get_args(plain)
        return {"kind": "map", "keys": _shape(keys), "of": _shape(values), **limits}
    if get_origin(plain) is Literal:
        return {"kind": "choice", "name": _choice_names()[plain], "values": list(get_args(plain))}
    return {**_kind(hint, plain, metadata), **limits}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    return hint


def _kind(hint: Any, plain: Any, metadata: tuple[Any, ...]) -> Shape:
    """The kind whose type begins like this one and goes on the longest; limits may follow."""
    found: Shape = {"kind": "code"} if hint is not plain and plain is str else {}
    longest = 0
    for named, shape in _KINDS:
        base, *own = get_args(named)
        if base == plain and tuple(own) == metadata[: len(own)] and len(own) > longest:
            found, longest = shape, len(own)
    if not found:
        raise TypeError(f"no shape for {hint}")
    return dict(found)


def _limits(metadata: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    for info in metadata:
        for limit in info.metadata if isinstance(info, FieldInfo) else ():
            for name, word in _LIMITS.items():
                if hasattr(limit, name):
                    yield word, getattr(limit, name)


@cache
def _choice_names() -> dict[Any, str]:
    """What each closed choice is called in the wording: ``OrganisationRole`` is ``organisation_role``."""
    return {
        value: "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
        for name, value in vars(choices).items()
        if get_origin(value) is Literal
    }
