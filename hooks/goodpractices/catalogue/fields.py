"""The kinds of value an entry may hold, each from the text an editor wrote.

Every scalar of a file arrives as text (see ``yaml_reader``); a type here says what the text must look like and what it
becomes. Records made in Python may pass values that are typed already. A refusal is a ``PydanticCustomError`` whose
type is a message key of the wording under ``problem.``.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import is_dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, NoReturn, TypeVar, cast, dataclass_transform
from urllib.parse import urlsplit

from babel import Locale
from babel.numbers import list_currencies
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.dataclasses import dataclass as pydantic_dataclass
from pydantic_core import PydanticCustomError, PydanticKnownError

from ..wording import ORIGINAL
from .characters import CONTROL, CONTROL_IN_BROWSERS, STACKED_MARKS
from .edtf import EdtfDate, EdtfInterval, EndBeforeStart, parse_date, parse_interval, parse_when
from .hosts import DECEPTIVE_HOST, has_plain_host
from .pickling import quick_to_pickle
from .problems import nearest

_MARKUP = re.compile(r"<[A-Za-z/!?]")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
# As programs write what is very small or very large.
_EXPONENT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMAIL = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{4,23}")
# What Windows keeps for devices, with whatever ending: a checkout with such a file fails there.
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# How Python writes a character beyond the first 65,536.
_LONG_ESCAPE = re.compile(r"\\U000([0-9a-f]{5})")
_NOT_IN_ADDRESS = re.compile(r"[<>\"'`\\{}|^\s]")
_SITE_PATH = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
# It stands in the policy of pages and in settings of servers, so it holds nothing that means something there.
_RECEIVING = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
)
_PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:jpg|jpeg|png|webp)")
_EMPTY_LINES = re.compile(r"\n{3,}")
_SHORTEST_SUMMARY = 80


def text_patterns() -> dict[str, str]:
    """What texts look like, by their kind, as regular expressions that JavaScript reads with its flag ``u``.

    A text may hold nothing that ``control``, ``marks`` or ``markup`` finds in it, a host nothing of ``deceptive_host``;
    of another kind it is all that its pattern says. None of them looks behind, which older browsers cannot.
    """
    within = {"control": CONTROL_IN_BROWSERS, "marks": STACKED_MARKS.pattern, "markup": _MARKUP.pattern}
    within |= {"deceptive_host": DECEPTIVE_HOST}
    whole = {"slug": _SLUG, "email": _EMAIL, "phone": _PHONE, "picture": _PICTURE}
    whole |= {"number": _NUMBER, "exponent": _EXPONENT}
    patterns = within | {name: f"^(?:{each.pattern})$" for name, each in whole.items()}
    return {name: _LONG_ESCAPE.sub(r"\\u{\1}", pattern) for name, pattern in patterns.items()}


T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[T]) -> type[T]:
    """A frozen record of typed fields that refuses unknown keys.

    A pydantic dataclass with slots rather than a ``BaseModel``: it holds the same in an eighth of the memory, which is
    what lets ten thousand practices stand in memory at once.
    """
    made: Any = pydantic_dataclass(
        frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", defer_build=True)
    )(cls)
    return cast("type[T]", quick_to_pickle(made))


def refuse(key: str, **params: Any) -> NoReturn:
    """Refuse a value with the message ``problem.<key>``.

    Raises:
        PydanticCustomError: always.
    """
    raise PydanticCustomError(key, "refused", params)


def is_safe_link(target: str) -> bool:
    """Whether a link leads to a web page or a mailbox, and to nothing that a browser would run.

    White space and control characters are refused too: browsers drop some of them, which can make a harmless start
    dangerous.
    """
    if (
        not target
        or target != target.strip()
        or any(character.isspace() for character in target)
        or CONTROL.search(target)
    ):
        return False
    if target.startswith("mailto:"):
        return bool(_EMAIL.fullmatch(target.removeprefix("mailto:")))
    return _is_web_address(target)


def _is_web_address(text: str) -> bool:
    if _NOT_IN_ADDRESS.search(text) or CONTROL.search(text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme in ("http", "https") and "." in host.strip(".") and parts.username is None


def is_site_address(text: str) -> bool:
    """Whether a whole site can be read at an address: it stands in settings of servers, so its path holds nothing that
    means something there.
    """
    return _is_web_address(text) and bool(_SITE_PATH.fullmatch(urlsplit(text).path)) and not set(text) & set("?#")


def is_slug(value: str) -> bool:
    """Whether a text can be an id: small letters and digits, joined by hyphens or underscores."""
    return len(value) <= 80 and bool(_SLUG.fullmatch(value))


def is_windows_device(name: str) -> bool:
    """Whether Windows keeps this name of a file or folder for a device."""
    return bool(_WINDOWS_DEVICE.fullmatch(name))


def is_picture_name(value: str) -> bool:
    """Whether a file of this name can be a picture on every system and in every address."""
    return bool(_PICTURE.fullmatch(value))


def _text(value: str) -> str:
    words = " ".join(value.split())
    if not words:
        refuse("empty")
    if _MARKUP.search(words):
        refuse("markup_in_text")
    return words


def _lines(value: str) -> str:
    """The lines of a text without needless blanks; those that belong together stand in blocks, an empty line apart."""
    lines = "\n".join(" ".join(line.split()) for line in value.split("\n"))
    text = _EMPTY_LINES.sub("\n\n", lines).strip("\n")
    if not text:
        refuse("empty")
    if _MARKUP.search(text):
        refuse("markup_in_text")
    return text


def _long_enough(value: str) -> str:
    """The text, if it is long enough without the blanks that were taken out as well."""
    if len(value) < _SHORTEST_SUMMARY:
        raise PydanticKnownError("string_too_short", {"min_length": _SHORTEST_SUMMARY})
    return value


def _story(value: str) -> str:
    if not value.strip():
        refuse("empty")
    return value


def _slug(value: str) -> str:
    if not value:
        refuse("empty")
    if not is_slug(value):
        refuse("bad_id", value=value[:80])
    return value


def _number(value: object) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = value if isinstance(value, str) else ""
    if _EXPONENT.fullmatch(text):
        refuse("number_with_exponent")
    if not _NUMBER.fullmatch(text):
        refuse("not_a_number", value=str(value)[:40])
    return float(text) if "." in text else int(text)


def _whole_number(value: object) -> int:
    number = _number(value)
    if isinstance(number, float):
        refuse("not_integer", value=str(value)[:40])
    return number


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        refuse("not_true_false", value=str(value)[:40])
    return value == "true"


def _calendar_day(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    refuse("bad_day", value=str(value)[:40])


def _parsed(parse: Callable[[str], T], key: str) -> Callable[[object], T]:
    cached = lru_cache(maxsize=4096)(parse)

    def read(value: object) -> T:
        if isinstance(value, EdtfDate | EdtfInterval):
            return value  # type: ignore[return-value]  # values made in Python are typed already
        try:
            return cached(value if isinstance(value, str) else "")
        except EndBeforeStart:
            refuse("end_before_start")
        except ValueError:
            refuse(key, value=str(value)[:40])

    return read


def _matching(accepts: Callable[[str], object], key: str) -> AfterValidator:
    def check(value: str) -> str:
        if not accepts(value):
            refuse(key, value=value[:80])
        return value

    return AfterValidator(check)


@lru_cache(maxsize=1)
def _locale() -> Locale:
    return Locale("en")


def is_country(value: str) -> bool:
    """Whether a text is the ISO 3166-1 code of a country."""
    return (
        len(value) == 2
        and value.isupper()
        and value in _locale().territories
        and value not in ("EU", "ZZ", "XA", "XB", "UN", "EZ")
    )


def is_language(value: str) -> bool:
    """Whether a text is the ISO 639-1 code of a language."""
    return len(value) == 2 and value.islower() and value in _locale().languages


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str | Mapping) or is_dataclass(value) else value


def _known_in(name: str) -> AfterValidator:
    """Accept ids that the validation context lists under ``name``; any id will do where nothing is listed."""

    def check(value: str, info: ValidationInfo) -> str:
        context: Mapping[str, Collection[str]] | None = info.context
        known = context.get(name) if context is not None else None
        if known is not None and value not in known:
            key = "unknown_practice" if name == "practices" else "unknown_id"
            refuse(key, value=value, where=name, nearest=nearest(value, known))
        return value

    return AfterValidator(check)


def _edtf(parse: Callable[[str], Any], key: str) -> tuple[PlainValidator, PlainSerializer, WithJsonSchema]:
    return (
        PlainValidator(_parsed(parse, key)),
        PlainSerializer(lambda value: value.text, return_type=str),
        WithJsonSchema({"type": "string", "format": "edtf"}),
    )


_DATE_PARTS = _edtf(parse_date, "bad_date")
_INTERVAL_PARTS = _edtf(parse_interval, "bad_interval")
_WHEN_PARTS = _edtf(parse_when, "bad_date")

_WORDS = AfterValidator(_text)

Text = Annotated[str, Field(max_length=1500), _WORDS]
Label = Annotated[str, Field(max_length=200), _WORDS]
Title = Annotated[str, Field(max_length=100), _WORDS]
ShortTitle = Annotated[str, Field(max_length=40), _WORDS]
Summary = Annotated[str, Field(min_length=_SHORTEST_SUMMARY, max_length=400), _WORDS, AfterValidator(_long_enough)]
Lines = Annotated[str, Field(max_length=6000), AfterValidator(_lines)]
Story = Annotated[str, Field(max_length=20_000), AfterValidator(_story)]
ONE_OR_MANY = BeforeValidator(_one_or_many)
Texts = Annotated[tuple[Text, ...], Field(min_length=1, max_length=20), ONE_OR_MANY]
Slug = Annotated[str, AfterValidator(_slug)]
Number = Annotated[int | float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
WholeNumber = Annotated[int, PlainValidator(_whole_number), WithJsonSchema({"type": "integer"})]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
CalendarDay = Annotated[
    date,
    PlainValidator(_calendar_day),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "format": "date"}),
]

Date = Annotated[EdtfDate, *_DATE_PARTS]
Interval = Annotated[EdtfInterval, *_INTERVAL_PARTS]
When = Annotated[EdtfDate | EdtfInterval, *_WHEN_PARTS]

_WEB_ADDRESS = _matching(_is_web_address, "bad_url")
Url = Annotated[str, Field(max_length=2000), _WEB_ADDRESS, _matching(has_plain_host, "lookalike_host")]
SiteAddress = Annotated[Url, _matching(is_site_address, "bad_site_address")]
ReceivingAddress = Annotated[Url, _matching(_RECEIVING.fullmatch, "bad_receiving_address")]
Email = Annotated[str, Field(max_length=200), _matching(_EMAIL.fullmatch, "bad_email")]
Phone = Annotated[str, _matching(_PHONE.fullmatch, "bad_phone")]
PictureFile = Annotated[str, Field(max_length=100), _matching(_PICTURE.fullmatch, "bad_picture_name")]
Country = Annotated[str, _matching(is_country, "bad_country")]
Language = Annotated[str, _matching(is_language, "bad_language")]
OtherLanguage = Annotated[Language, _matching(lambda value: value != ORIGINAL, "polish_elsewhere")]
Currency = Annotated[str, _matching(lambda value: value in _currencies(), "bad_currency")]

ThemeId = Annotated[Slug, _known_in("themes")]
TargetGroupId = Annotated[Slug, _known_in("target_groups")]
KindId = Annotated[Slug, _known_in("kinds")]
SupportTypeId = Annotated[Slug, _known_in("support_types")]
OrganisationKindId = Annotated[Slug, _known_in("organisation_kinds")]
CriterionId = Annotated[Slug, _known_in("criteria")]
OrganisationId = Annotated[Slug, _known_in("organisations")]
PlaceId = Annotated[Slug, _known_in("places")]
ProgrammeId = Annotated[Slug, _known_in("programmes")]
PracticeId = Annotated[Slug, _known_in("practices")]
