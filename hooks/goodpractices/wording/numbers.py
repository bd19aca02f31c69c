"""Numbers, money and lists as a language writes them, from Babel; answers are kept, since pages repeat them."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from babel.lists import format_list
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    get_currency_symbol,
    get_group_symbol,
)

from .names import locale_data

Number = int | float | Decimal
ListStyle = Literal["standard", "or"]

MILLION = 1_000_000
KEPT = 65_536


@lru_cache(KEPT)
def plain(value: Number) -> int | Decimal:
    """The number without what only its type adds: 9.0 is 9, and 0.1 is one tenth exactly."""
    exact = Decimal(str(value))
    return int(exact) if exact == exact.to_integral_value() else exact


def number(value: Number, locale: str) -> str:
    """All the digits that a number has: ``1 234``, ``9,2``."""
    return _number(plain(value), locale)


@lru_cache(KEPT)
def _number(value: int | Decimal, locale: str) -> str:
    return format_decimal(value, locale=locale_data(locale), decimal_quantization=False)


def group_sign(locale: str) -> str:
    """What stands between the thousands: ``1 234``."""
    return get_group_symbol(locale_data(locale))


def currency_sign(code: str, locale: str) -> str:
    """How a currency is written beside an amount: ``zł`` in Polish, ``PLN`` in English."""
    return get_currency_symbol(code, locale_data(locale))


@lru_cache(KEPT)
def percent(ratio: Number, locale: str) -> str:
    """A ratio as a percentage with at most one decimal: ``84,8%``."""
    pattern = str(locale_data(locale).percent_formats[None].pattern).replace("0", "0.#")
    return format_percent(plain(ratio), format=pattern, locale=locale_data(locale))


def money(amount: Number, currency: str, locale: str, *, short: bool) -> str:
    """An amount with its currency; a short one counts in millions where no digit is lost by it."""
    return _money(plain(amount), currency, locale, short)


@lru_cache(KEPT)
def _money(amount: int | Decimal, currency: str, locale: str, short: bool) -> str:
    if short and amount >= MILLION and amount % 1000 == 0:
        text = _in_millions(amount, currency, locale)
    else:
        pattern = str(locale_data(locale).currency_formats["standard"].pattern).replace(".00", "")
        parts = not isinstance(amount, int)
        text = format_currency(amount, currency, format=pattern, locale=locale_data(locale), currency_digits=parts)
    # Babel sets "PLN" as it sets "£", so the letters of a code would touch the digits.
    return re.sub(r"(?<=[A-Z]{3})(?=\d)", "\N{NO-BREAK SPACE}", text)


def _in_millions(amount: int | Decimal, currency: str, locale: str) -> str:
    """``9,2 mln zł``; English has no short word but a letter, ``PLN 9.2M``, which people read as a unit."""
    if locale_data(locale).language != "en":
        return format_compact_currency(amount, currency, locale=locale_data(locale), fraction_digits=3)
    millions = format_compact_decimal(amount, format_type="long", locale=locale_data(locale), fraction_digits=3)
    return currency_sign(currency, locale) + millions


def listing(items: Iterable[str], locale: str, style: ListStyle = "standard") -> str:
    """Things in a row, the last joined by the word of the language: ``a, b i c``.

    Where one of several has a comma of its own, semicolons part them: ``a, które b; c``.
    """
    things = list(items)
    if style == "standard" and len(things) > 1 and any("," in each for each in things):
        return "; ".join(things)
    return format_list(things, style=style, locale=locale_data(locale))


@lru_cache(KEPT)
def plural_category(n: Number, locale: str) -> str:
    """Which form a counted word takes: in Polish one, few, many, or other after a fraction."""
    return str(_plural_rule(locale)(plain(n)))


@lru_cache
def _plural_rule(locale: str) -> Callable[[Any], str]:
    return locale_data(locale).plural_form
