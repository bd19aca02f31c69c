"""Amounts in another currency: by the rates of their own years, or not at all."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.support.entries import practice
from tests.support.real import real_catalogue

from goodpractices.catalogue import (
    PRACTICE,
    Dispute,
    Money,
    Practice,
    Rates,
    exchanged,
    parse_date,
    parse_when,
    years_of,
)
from goodpractices.catalogue.exchange import compare

BANK = "Europejski Bank Centralny"


def rates(currency: str, **per_euro: float) -> Rates:
    known = {year.removeprefix("y"): rate for year, rate in per_euro.items()}
    return Rates(id=currency.lower(), currency=currency, per_euro=known, source=BANK, as_of=parse_date("2026-10-30"))


RATES = {"pln": rates("PLN", y2016=4.4, y2017=4.2, y2018=4.3), "sek": rates("SEK", y2016=9.5, y2017=9.6)}


def money(amount: float, currency: str, period: str | None = None) -> Money:
    when = parse_when(period) if period else None
    return Money(role="total", amount=amount, currency=currency, source="s1", period=when)


def made(**fields: Any) -> Practice:
    return PRACTICE({"id": "wzor", **practice(**fields)}, None)


def test_an_amount_is_told_with_its_rate_its_years_and_whose_it_is() -> None:
    found = exchanged(money(100, "EUR"), "PLN", (2017, 2017), RATES)
    assert found
    assert [found.amount, found.rate] == pytest.approx([420, 4.2])
    assert found.currency == "PLN"
    assert (found.years, [each.source for each in found.used]) == ((2017, 2017), [BANK])


def test_with_a_disputed_amount_nothing_is_reckoned_unless_it_counts() -> None:
    doubts = [
        Dispute(what="Źródła się różnią."),
        Dispute(what="Źródła się różnią.", counted=True, decision="Liczymy umowę."),
    ]
    amounts = [Money(role="total", amount=100, currency="EUR", source="s1", disputed=doubt) for doubt in doubts]
    found = [exchanged(each, "PLN", (2017, 2017), RATES) for each in amounts]
    assert [each and each.amount for each in found] == [None, pytest.approx(420)]


def test_two_currencies_meet_in_the_euro() -> None:
    found = exchanged(money(960, "SEK"), "PLN", (2017, 2017), RATES)
    assert found
    assert [found.amount, found.rate] == pytest.approx([420, 0.4375])


def test_an_amount_of_several_years_takes_the_mean_of_their_averages() -> None:
    found = exchanged(money(100, "EUR"), "PLN", (2016, 2018), RATES)
    assert found
    assert found.rate == pytest.approx(4.3)


@pytest.mark.parametrize(
    ("currency", "years"), [("SEK", (2018, 2018)), ("SEK", (2016, 2018)), ("CHF", (2017, 2017)), ("PLN", (1990, 2017))]
)
def test_a_rate_that_is_not_known_is_not_guessed(currency: str, years: tuple[int, int]) -> None:
    assert exchanged(money(1, currency), "EUR", years, RATES) is None
    assert exchanged(money(1, "EUR"), currency, years, RATES) is None
    assert compare(money(1, "EUR"), (2017, 2017), money(1, currency), years, RATES) is None


def test_amounts_are_compared_each_by_the_rates_of_its_own_years() -> None:
    found = compare(money(420, "PLN"), (2017, 2017), money(1900, "SEK"), (2016, 2016), RATES)
    assert found
    assert [found.one.amount, found.other.amount] == pytest.approx([100, 200])
    assert (found.one.years, found.other.years) == ((2017, 2017), (2016, 2016))
    assert found.ratio == pytest.approx(2)


def test_nothing_goes_into_an_amount_no_number_of_times() -> None:
    found = compare(money(0, "PLN"), (2017, 2017), money(1, "EUR"), (2017, 2017), RATES)
    assert found
    assert found.ratio is None


def test_an_amount_of_unknown_years_is_not_compared() -> None:
    assert compare(money(1, "EUR"), None, money(1, "EUR"), (2017, 2017), RATES) is None
    assert compare(money(1, "EUR"), (2017, 2017), money(1, "EUR"), None, RATES) is None


PERIODS: Mapping[str, tuple[int, int] | None] = {
    "2017": (2017, 2017),
    "2017-03": (2017, 2017),
    "2016-12/2018-01": (2016, 2018),
    "2017/..": None,
    "201X": None,
    "XXXX-11-09": None,
}


@pytest.mark.parametrize("period", PERIODS)
def test_the_years_of_an_amount_are_those_of_its_own_period(period: str) -> None:
    given = made(period={"start": "2001", "end": "2002", "source": "s1"})
    assert years_of(money(1, "EUR", period), given) == PERIODS[period]


def test_an_amount_without_a_period_is_for_the_years_of_the_practice() -> None:
    given = made(period={"start": "2001-05", "end": "2002", "source": "s1"})
    assert years_of(money(1, "EUR"), given) == (2001, 2002)
    assert years_of(money(1, "EUR"), made(period={"start": "2001", "source": "s1"})) is None
    assert years_of(money(1, "EUR"), made()) is None
    disputed = {"start": "2001", "end": "2002", "source": "s1", "disputed": {"what": "Źródła się różnią."}}
    assert years_of(money(1, "EUR"), made(period=disputed)) is None
    assert years_of(money(1, "EUR", "2001"), made(period=disputed)) == (2001, 2001)


@pytest.mark.slow
def test_the_catalogue_has_the_averages_that_the_bank_gives() -> None:
    known = real_catalogue().rates
    assert known["pln"].per_euro["2016"] == 4.3632
    assert known["pln"].per_euro["2022"] == 4.6861
    assert known["dkk"].per_euro["2019"] == 7.4661
    assert {each.currency for each in known.values()} == {"CHF", "CZK", "DKK", "GBP", "NOK", "PLN", "SEK", "USD"}
