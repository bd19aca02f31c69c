"""A foreign collection of 700 projects, its map, and imports of it into a small catalogue."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

import yaml

from goodpractices.catalogue import load_catalogue
from goodpractices.editing.collections import Import, checked, prepared, read_map, written
from goodpractices.wording import Translations

PL = Translations.load("pl")
DAY = date(2026, 11, 20)

Row = dict[str, str]

MAP = """\
namespace: budzet-lodzi
licence: CC-BY-4.0
attribution: Urząd Miasta Łodzi
source: {title: Budżet obywatelski Łodzi}
id: Nr
url: "https://example.org/projekty/{Nr}"
ignore: [Lp.]
fields:
  title: {column: Nazwa, shorten: 100}
  summary: {template: "{Nazwa}. {Opis}", shorten: 400}
  solution: Opis
  kind: {constant: project}
  themes: {column: Obszar, split: ";"}
  places: Dzielnica
  lifecycle: {column: Status, default: trwa}
  organisations.leader: Wnioskodawca
  period.start: Od
  funding.total: Koszt
values:
  themes: {Zieleń i parki: zielen, Inne: ask}
  lifecycle: {w realizacji: running, zakończony: ended}
unknown: {places: propose, organisations: propose}
new:
  places: {country: {constant: PL}, level: {constant: town}, lat: Szer., lon: Dł.}
  organisations: {kind: {constant: urzad}}
"""


def projects(count: int = 700) -> list[Row]:
    """Projects of a city: themes with a word nobody knows, districts that are no places yet, a figure, a remark."""
    return [project(n) for n in range(1, count + 1)]


def project(n: int) -> Row:
    return {
        "Lp.": str(n),
        "Nr": f"L{n:04}",
        "Nazwa": f"Skwer sąsiedzki nr {n}",
        "Opis": f"Mieszkańcy osiedla {n} urządzają zieleniec z ławkami, drzewami i miejscem spotkań dla sąsiadów.",
        "Obszar": ("Zieleń i parki; sport", "sport; Psy", "Zieleń i parki")[n % 3],
        "Dzielnica": ("Bałuty", "Polesie", "Gdynia")[n % 3],
        "Szer.": ("51.80000012", "51,75", "")[n % 3],
        "Dł.": ("19.43", "19,43", "")[n % 3],
        "Status": ("w realizacji", "zakończony", "")[n % 3],
        "Wnioskodawca": f"Rada Osiedla {n % 7}",
        "Od": ("15.01.2024", "2024-03", "03.2024")[n % 3],
        "Koszt": ("85 000,50 zł", "1 240", "9000")[n % 3],
        "Uwagi": "Wniosek poprawiony" if n % 100 == 0 else "",
    }


def as_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    file = StringIO()
    writer = csv.DictWriter(file, [*rows[0]], delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("cp1250")


def imported(folder: Path, data: bytes, given: str = MAP, ending: str = ".csv", day: date = DAY) -> Import:
    """What an import into a folder would do."""
    return prepared(data, ending, read_map(given.encode()), folder, load_catalogue(folder), PL, day)


def brought_in(folder: Path, data: bytes, given: str = MAP, ending: str = ".csv", day: date = DAY) -> Import:
    """An import that is in order, written."""
    made = imported(folder, data, given, ending, day)
    assert checked(made, folder) == []
    written(made, folder, load_catalogue(folder))
    return made


def changed_map(**given: object) -> str:
    """The map with other values; ``None`` takes a key out."""
    whole = {**yaml.load(MAP, Loader=yaml.CSafeLoader), **given}
    return yaml.safe_dump({name: value for name, value in whole.items() if value is not None}, allow_unicode=True)
