"""The registry of rates: the plain mean of the days of each whole year, read back as the catalogue reads it."""

import io
import zipfile
from decimal import Decimal

import yaml

from bench.make_rates import CURRENCIES, daily_rates, registry, yearly

HEADER = "Date," + ",".join(CURRENCIES) + ","


def archive(*days: str) -> bytes:
    """Each day is the date and the rate of the złoty; the other currencies have none."""
    rows = []
    for day in days:
        date, rate = day.split()
        rows.append(",".join([date, *(rate if name == "PLN" else "N/A" for name in CURRENCIES), ""]))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("eurofxref-hist.csv", "\n".join([HEADER, *rows]))
    return made.getvalue()


DAILY = daily_rates(archive("2018-01-02 4.0", "2017-12-29 4.2", "2017-01-02 4.1", "2016-12-30 N/A", "2016-01-04 4.4"))


def test_a_year_has_the_mean_of_the_days_that_have_a_rate() -> None:
    assert yearly(DAILY, "PLN") == {"2016": Decimal("4.4000"), "2017": Decimal("4.1500")}


def test_a_year_that_is_not_over_has_none() -> None:
    assert "2018" not in yearly(DAILY, "PLN")


def test_the_registry_says_where_it_is_from_and_until_when_the_data_go() -> None:
    text = registry(DAILY, "plik.zip")
    assert "z: plik.zip.\n# Ostatni dzień w danych: 2018-01-02." in text
    records = yaml.load(text, Loader=yaml.CSafeLoader)
    assert [each["currency"] for each in records] == list(CURRENCIES)
    assert {each["id"]: each["per_euro"] for each in records}["pln"] == {"2016": 4.4, "2017": 4.15}
