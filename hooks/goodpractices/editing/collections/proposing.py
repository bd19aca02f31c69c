"""A first map of a collection, guessed from its headers and values, for a person to finish."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...catalogue import Catalogue, ReferenceData, is_safe_link
from ...wording import Translations, fold, slug
from ..entry_text import yaml_text
from ..reports import printable
from .collection_map import CollectionMap, SourceSettings, TableSettings
from .lookup import Lookup
from .people_values import day_in, number_in
from .tables import Row, Table, read_table

_SEPARATORS = (";", "|", ",", "/")
_SAMPLE = 2000
_MOST_VALUES = 60
_SHOWN = 3
_IDS = ("id", "nr", "numer", "lp", "identifier", "uuid", "kod", "slug", "key")
_LINKS = ("url", "link", "adres strony", "www", "strona")

_KNOWN: tuple[tuple[str, str], ...] = (
    ("title", "nazwa tytul title name nom titel nazev projekt project"),
    ("summary", "opis streszczenie description summary skrot abstract beschreibung popis"),
    ("themes", "obszar temat kategoria tematyka dziedzina theme category topic tags tagi sektor sector"),
    ("places", "miejscowosc dzielnica miasto gmina miejsce lokalizacja place city location ort ville mesto"),
    ("lifecycle", "status stan etap state phase"),
    ("target_groups", "odbiorcy grupa docelowa beneficjenci target group"),
    (
        "organisations.leader",
        "wnioskodawca beneficjent organizacja realizator organisation organization leader recipient",
    ),
    ("organisations.partner", "partner partnerzy partners"),
    ("organisations.funder", "funding organisation grantodawca donator funder"),
    ("programme", "program programme fundusz"),
    ("period.start", "poczatek od start data rozpoczecia begin from"),
    ("period.end", "koniec do end data zakonczenia to"),
    ("funding.total", "koszt kwota budzet wartosc amount cost budget dotacja"),
    ("contacts.email", "email e-mail mail"),
)
"""What columns of these names are likely for, as names compare; the first that fits is taken."""

_NEEDED = ("title", "summary", "kind", "themes", "places", "lifecycle")
_VOCABULARY = {"themes": "themes", "lifecycle": "lifecycle", "target_groups": "target_groups"}
_REGISTRY = {
    "places": "places",
    "organisations.leader": "organisations",
    "organisations.partner": "organisations",
    "organisations.funder": "organisations",
    "programme": "programmes",
}
_SEVERAL = ("themes", "target_groups", "places", "organisations.partner")


def proposed_map(data: bytes, name: str, catalogue: Catalogue, t: Translations) -> str:
    """The text of a first map, with comments that say what to decide.

    Args:
        data: the bytes of the collection.
        name: the name of its file.
        catalogue: the one it is to go into.
        t: the wording of the comments.

    Raises:
        UnusableSubmission: the collection cannot be read.
    """
    stem, _, ending = name.rpartition(".")
    table = read_table(data, f".{ending.lower()}", TableSettings(), t)
    return "".join(f"{line}\n" for line in _Proposal(table, slug(stem) or "zbior", catalogue, t).lines())


class _Proposal:
    """A map while it is guessed."""

    def __init__(self, table: Table, namespace: str, catalogue: Catalogue, t: Translations) -> None:
        self.table, self.namespace, self.t = table, namespace, t
        self.rows: Sequence[Row] = table.rows[:_SAMPLE]
        settings = CollectionMap(namespace=namespace, licence="CC-BY-4.0", source=SourceSettings(title="?"))
        self.lookup = Lookup(ReferenceData(catalogue, frozenset()), settings, t)
        self.fields = dict(self._guessed())

    def lines(self) -> Iterator[str]:
        """The lines of the map."""
        yield from self._head()
        yield from self._field_lines()
        yield from self._value_lines()
        yield from self._end()

    def say(self, key: str, **params: str) -> str:
        return f"# {self.t(f'collection.map.{key}', **params)}"

    def cells(self, column: str) -> list[str]:
        return [row.cells[column] for row in self.rows if column in row.cells]

    def _head(self) -> Iterator[str]:
        id_column = self._id_column()
        yield self.say("intro")
        yield from (self.say("namespace"), f"namespace: {self.namespace}")
        yield from (self.say("licence"), "licence: all-rights-reserved", self.say("attribution"), 'attribution: ""')
        yield from (self.say("source"), 'source: {title: "' + self.namespace + '"}')
        yield from (self.say("id"), f"id: {_quoted(id_column)}")
        link = next((name for name in self.table.columns if fold(name).strip() in _LINKS and self._are_links(name)), "")
        yield from (self.say("url"), "url: " + _quoted("{" + link + "}" if link else ""))
        settings = self.table.settings
        told = {"header": settings.header, "separator": settings.separator, "sheet": settings.sheet}
        given = {name: value for name, value in told.items() if value}
        if given:
            yield self.say("table")
            yield from yaml_text({"table": given}).rstrip().split("\n")

    def _id_column(self) -> str:
        """The column whose values tell all rows apart, best one that is called so."""
        unique = [
            name
            for name in self.table.columns
            if len(set(self.cells(name))) == len(self.rows) and max(map(len, self.cells(name))) <= 60
        ]
        named = [name for name in unique if fold(name).strip(" .") in _IDS]
        named.sort(key=lambda name: fold(name).strip(" .") == "lp")  # a number of a line says nothing of a row
        return next(iter([*named, *unique, *self.table.columns]))

    def _are_links(self, column: str) -> bool:
        cells = self.cells(column)
        return bool(cells) and all(is_safe_link(each.strip()) for each in cells)

    def _guessed(self) -> Iterator[tuple[str, str]]:
        """The fields and the column of each: a name that is known, or else values that are."""
        taken: set[str] = set()
        for field, words in _KNOWN:
            column = next((each for each in self.table.columns if each not in taken and _is_called(each, words)), None)
            if column and self._holds(field, column):
                taken.add(column)
                yield field, column

    def _holds(self, field: str, column: str) -> bool:
        """Whether the values of a column are of the kind of a field."""
        cells = [each for each in self.cells(column) if each.strip()][:200]
        if field.startswith("period"):
            return _most(day_in(each, self._date_order(column)) is not None for each in cells)
        if field.startswith("funding"):
            return _most(number_in(each, ",") is not None for each in cells)
        return bool(cells)

    def _date_order(self, column: str) -> str:
        cells = self.cells(column)
        day_first, month_first = (
            sum(day_in(each, order) is not None for each in cells) for order in ("day-first", "month-first")
        )
        return "month-first" if month_first > day_first else "day-first"

    def _field_lines(self) -> Iterator[str]:
        yield ""
        yield self.say("fields")
        yield "fields:"
        for field in dict.fromkeys([*_NEEDED, *self.fields]):
            if column := self.fields.get(field):
                yield f"  # {self._examples(column)}"
                yield from (f"  {line}" for line in yaml_text({field: self._rule(field, column)}).rstrip().split("\n"))
            else:
                constant = {"kind": "project", "lifecycle": "unknown"}.get(field, "")
                yield f"  {self.say('needed')}"
                yield f"  {field}: {{constant: {_quoted(constant)}}}"

    def _examples(self, column: str) -> str:
        shown = [_short(each) for each, _ in Counter(self.cells(column)).most_common(_SHOWN)]
        return self.t("collection.map.examples", values="; ".join(shown))

    def _rule(self, field: str, column: str) -> dict[str, object]:
        rule: dict[str, object] = {"column": column}
        if field in _SEVERAL and (sign := self._separator(column)):
            rule["split"] = sign
        if field.startswith("period") and self._date_order(column) != "day-first":
            rule["date"] = "month-first"
        if field.startswith("funding"):
            cells = self.cells(column)
            rule["decimal"] = _before_decimals(cells)
            rule["currency"] = "EUR" if any("€" in each or "EUR" in each for each in cells) else "PLN"
        return rule | {"title": {"shorten": 100}, "summary": {"shorten": 400}}.get(field, {})

    def _separator(self, column: str) -> str:
        """The sign that parts values which come back elsewhere in the column."""
        cells = self.cells(column)
        best, most = "", 1.0
        for sign in _SEPARATORS:
            counts = Counter(part.strip() for cell in cells for part in cell.split(sign))
            parted = sum(sign in cell for cell in cells)
            repeated = sum(counts.values()) / max(len(counts), 1)
            whole = len(cells) / max(len(set(cells)), 1)
            if parted and repeated > whole * most:
                best, most = sign, repeated / whole
        return best

    def _value_lines(self) -> Iterator[str]:
        """The values that no vocabulary knows, once each, the most frequent first."""
        yield ""
        yield self.say("values")
        yield "values:"
        empty = True
        for field, vocabulary in _VOCABULARY.items():
            if not (column := self.fields.get(field)):
                continue
            sign = self._separator(column) if field in _SEVERAL else ""
            parts = (part for cell in self.cells(column) for part in (cell.split(sign) if sign else [cell]))
            counts = Counter(" ".join(part.split()) for part in parts if part.strip())
            names = self.lookup.names[vocabulary]
            unknown = [(value, n) for value, n in counts.most_common() if not names.find(value)]
            if unknown:
                empty = False
                yield f"  {vocabulary}:"
            for value, n in unknown[:_MOST_VALUES]:
                near = ", ".join(names.nearest(value, 3)) or "–"
                told = self.t("collection.map.value", n=n, near=near)
                yield f"    {_quoted(value)}: ask  # {told}"
        if empty:
            yield "  {}"

    def _end(self) -> Iterator[str]:
        yield ""
        yield self.say("unknown")
        registries = dict.fromkeys(_REGISTRY[field] for field in self.fields if field in _REGISTRY)
        yield "unknown: {" + ", ".join(f"{name}: ask" for name in registries) + "}"
        yield self.say("new")
        yield "new:"
        yield "  places: {country: {constant: PL}, level: {constant: municipality}}"
        yield "  organisations: {kind: {constant: unspecified}}"
        used = {*self.fields.values(), self._id_column()}
        rest = [name for name in self.table.columns if name not in used]
        yield self.say("ignore", columns=", ".join(map(_short, rest)) or "–")
        yield "ignore: []"


def _is_called(column: str, words: str) -> bool:
    """Whether the name of a column is one of some words, or holds one of them that is no mere syllable."""
    name = " ".join(re.split(r"\W+", fold(column))).strip()
    return any(name == word or (len(word) > 3 and word in name.split()) for word in words.split())


def _most(found: Iterator[bool] | Sequence[bool]) -> bool:
    each = [*found]
    return bool(each) and sum(each) * 10 >= len(each) * 8


def _before_decimals(cells: Sequence[str]) -> str:
    """The sign that most cells have before one or two last digits; before three it may part thousands."""
    dots, commas = (sum(bool(re.search(rf"{sign}\d\d?(?!\d)", each)) for each in cells) for sign in (r"\.", ","))
    return "." if dots > commas else ","


def _quoted(text: str) -> str:
    """A text as YAML on one line, whatever it holds."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _short(text: str) -> str:
    words = printable(" ".join(text.split()))
    return words if len(words) <= 50 else words[:50].rstrip() + "…"
