"""Amounts of money in another currency, by the registry of rates; nothing is guessed where a rate is missing.

Each year has one rate, the average of its days. An amount that was spent over several years takes the mean of their
averages. Prices are not adjusted: what rose between the years is in a comparison. With what is disputed nothing is
reckoned unless the entry says that it counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from .derived import may_be_counted, settled_period
from .edtf import EdtfDate, EdtfInterval
from .evidence import Money
from .model import Practice
from .registry import Rates

HOME_CURRENCY = "PLN"
"""What amounts in other currencies are told in besides, so that readers can place them."""

Years = tuple[int, int]
"""The first and the last year an amount is for."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An amount in another currency: ``rate`` is units of it to one unit of the currency it was given in.

    ``used`` are the records of the rates, which say whose they are.
    """

    amount: float
    currency: str
    rate: float
    years: Years
    used: tuple[Rates, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two amounts in euro; ``ratio`` is how many times the first goes into the other, ``None`` where it is nothing."""

    one: Exchanged
    other: Exchanged
    ratio: float | None


def years_of(money: Money, practice: Practice) -> Years | None:
    """The years an amount of a practice is for: its own, else those of the practice; ``None`` unless both are known."""
    if money.period:
        return _years_between(*_ends(money.period))
    period = settled_period(practice)
    return _years_between(period.start, period.end) if period else None


def exchanged(money: Money, to: str, years: Years, rates: Mapping[str, Rates]) -> Exchanged | None:
    """An amount in another currency.

    Args:
        money: the amount.
        to: the code of the currency.
        years: what the amount is for.
        rates: the registry, by id.

    Returns:
        ``None`` where the amount is disputed, or the rate of either currency is not known for each of the years.
    """
    if not may_be_counted(money):
        return None
    given, wanted = (_units_to_a_euro(currency, years, rates) for currency in (money.currency, to))
    if given is None or wanted is None:
        return None
    rate = wanted / given
    used = tuple(each for each in rates.values() if each.currency in (money.currency, to))
    return Exchanged(money.amount * rate, to, rate, years, used)


def in_home_currency(money: Money, practice: Practice, rates: Mapping[str, Rates]) -> float | None:
    """An amount of a practice in złoty; ``None`` where it is disputed, or no rate is known for its years."""
    if money.currency == HOME_CURRENCY:
        return money.amount if may_be_counted(money) else None
    years = years_of(money, practice)
    told = exchanged(money, HOME_CURRENCY, years, rates) if years else None
    return told.amount if told else None


def compare(
    one: Money, years: Years | None, other: Money, other_years: Years | None, rates: Mapping[str, Rates]
) -> Comparison | None:
    """Two amounts side by side in euro, each by the rates of its own years; ``None`` where they cannot be compared."""
    if years is None or other_years is None:
        return None
    first, second = exchanged(one, "EUR", years, rates), exchanged(other, "EUR", other_years, rates)
    if first is None or second is None:
        return None
    return Comparison(first, second, second.amount / first.amount if first.amount else None)


def _units_to_a_euro(currency: str, years: Years, rates: Mapping[str, Rates]) -> float | None:
    if currency == "EUR":
        return 1.0
    known = next((each.per_euro for each in rates.values() if each.currency == currency), {})
    wanted = [str(year) for year in range(years[0], years[1] + 1)]
    return fmean(known[year] for year in wanted) if all(year in known for year in wanted) else None


def _ends(period: EdtfDate | EdtfInterval) -> tuple[EdtfDate | None, EdtfDate | None]:
    return (period.start, period.end) if isinstance(period, EdtfInterval) else (period, period)


def _years_between(start: EdtfDate | None, end: EdtfDate | None) -> Years | None:
    first, last = start.year if start else None, end.year if end else None
    return (first, last) if first is not None and last is not None else None
