"""The catalogue as tables: which columns they have, what stands in each, and what it means.

A table is made of records, the JSON values of a practice, so that it says the same as every other file. Names of
columns are those of the model; what each means stands in the locale file under ``data.columns``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ...catalogue import Catalogue, LicenceId
from ...wording import Translations

Record = Mapping[str, Any]
Cell = str | int | float | bool | None
ColumnType = Literal["string", "integer", "number", "boolean", "date"]

SEPARATOR = " | "
"""Between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Names:
    """Looks up what an id is called, and where a page stands."""

    catalogue: Catalogue
    t: Translations
    address_of: Callable[[str], str]
    licence: LicenceId
    """That of entries which have none of their own."""

    def licence_of(self, record: Record) -> LicenceId:
        """The licence of an entry."""
        licence: LicenceId = record.get("rights", {}).get("licence", self.licence)
        return licence

    def terms(self, vocabulary: str, ids: Iterator[str] | list[str]) -> str:
        """The Polish labels of terms, in one cell."""
        return SEPARATOR.join(self.catalogue.term(vocabulary, each).pl for each in ids)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its cells, and what stands in one, given a row."""

    name: str
    type: ColumnType
    cell: Callable[[Record, Names], Cell]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table by name, its columns, the columns that tell its rows apart, and its rows."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Record, Names], Iterator[Record]]
    refers_to: Mapping[str, str]
    """Columns that name a row of another table, by the name of that table; its first key column is meant."""

    def cells(self, record: Record, names: Names) -> Iterator[list[Cell]]:
        """The rows that a record gives."""
        for row in self.rows(record, names):
            yield [column.cell(row, names) for column in self.columns]


def _field(*path: str) -> Callable[[Record, Names], Cell]:
    """What stands at a path of keys, nothing where it ends early."""

    def cell(row: Record, _: Names) -> Cell:
        value: Any = row
        for key in path:
            value = (value or {}).get(key)
        return value if value is None or isinstance(value, str | int | float) else SEPARATOR.join(map(str, value))

    return cell


def _choice(name: str, *path: str) -> Callable[[Record, Names], Cell]:
    value = _field(*path)

    def cell(row: Record, names: Names) -> Cell:
        found = value(row, names)
        return None if found is None else names.t.choice(name, str(found))

    return cell


def _terms(vocabulary: str, field: str) -> Callable[[Record, Names], Cell]:
    def cell(row: Record, names: Names) -> Cell:
        ids = row.get(field, [])
        return names.terms(vocabulary, [ids] if isinstance(ids, str) else ids)

    return cell


def _registered(registry: str, *path: str) -> Callable[[Record, Names], Cell]:
    value = _field(*path)

    def cell(row: Record, names: Names) -> Cell:
        found = value(row, names)
        name: str | None = None if found is None else getattr(names.catalogue, registry)[found].name
        return name

    return cell


def _places(row: Record, names: Names) -> str:
    return SEPARATOR.join(names.catalogue.places[each].name for each in _place_ids(row))


def _place_ids(row: Record) -> list[str]:
    return list(dict.fromkeys(use["place"] for use in row["places"]))


def _countries(row: Record, names: Names) -> str:
    return SEPARATOR.join(dict.fromkeys(names.catalogue.places[each].country for each in _place_ids(row)))


def _organisations(role: str | None) -> Callable[[Record], list[str]]:
    def found(row: Record) -> list[str]:
        return list(dict.fromkeys(each["org"] for each in row.get("organisations", []) if role in (None, each["role"])))

    return found


def _rounded(*path: str, digits: int) -> Callable[[Record, Names], Cell]:
    value = _field(*path)

    def cell(row: Record, names: Names) -> Cell:
        found = value(row, names)
        return round(found, digits) if isinstance(found, float) else found

    return cell


def _source(key: str) -> Callable[[Record, Names], Cell]:
    def cell(row: Record, _: Names) -> Cell:
        value: Cell = row["sources"].get(row.get("source"), {}).get(key)
        return value

    return cell


def _lifecycle_source(row: Record, _: Names) -> Cell:
    titles = {each["id"]: each["title"] for each in row["sources"]}
    title: Cell = titles.get(row.get("lifecycle_source"))
    return title


def _other_values(items: list[Record]) -> Cell:
    """Values that stand elsewhere, each with its date if it has one: ``662 (2017-02)``."""
    said = (str(each.get("words", each.get("value"))) for each in items)
    dates = (f" ({each['as_of']})" if "as_of" in each else "" for each in items)
    return SEPARATOR.join(map("".join, zip(said, dates, strict=True))) or None


def _is_counted(row: Record, _: Names) -> bool:
    return "disputed" not in row or bool(row["disputed"]["counted"])


_DISPUTED = (
    Column("disputed", "boolean", lambda row, _: "disputed" in row, required=True),
    Column("dispute", "string", _field("disputed", "what")),
    Column("other_values", "string", lambda row, _: _other_values(row.get("disputed", {}).get("others", []))),
    Column("counted", "boolean", _is_counted, required=True),
)


def _the_practice(record: Record, _: Names) -> Iterator[Record]:
    yield record


def _figures(record: Record, _: Names) -> Iterator[Record]:
    """Each figure, and each part of it by one dimension."""
    sources = {each["id"]: each for each in record["sources"]}
    shares = {each["indicator"]: each["ratio"] for each in record["derived"].get("shares", [])}
    for indicator in record.get("indicators", []):
        base = {**indicator, "practice": record["id"], "title": record["title"], "sources": sources}
        yield {**base, "share": shares.get(indicator["id"])}
        for split in indicator["split"]:
            for part, value in split["parts"].items():
                whole: Record = {"min": None, "max": None, "words": None, "of": None, "former_values": []}
                yield {**base, **whole, "dimension": split["dimension"], "part": part, "value": value}


def _money(record: Record, _: Names) -> Iterator[Record]:
    sources = {each["id"]: each for each in record["sources"]}
    for n, money in enumerate(record.get("funding", []), 1):
        yield {**money, "practice": record["id"], "title": record["title"], "number": n, "sources": sources}


def _part_label(row: Record, names: Names) -> Cell:
    part = row.get("part")
    if part is None:
        return None
    key = f"choices.{row['dimension']}.{part}"
    return names.t(key) if key in names.t else str(part)


PRACTICES = Table(
    "praktyki",
    (
        Column("id", "string", _field("id"), required=True),
        Column("url", "string", lambda row, names: names.address_of(row["id"]), required=True),
        Column("title", "string", _field("title"), required=True),
        Column("short_title", "string", _field("short_title")),
        Column("summary", "string", _field("summary"), required=True),
        Column("kind", "string", _field("kind"), required=True),
        Column("kind_label", "string", _terms("kinds", "kind")),
        Column("themes", "string", _field("themes"), required=True),
        Column("themes_label", "string", _terms("themes", "themes")),
        Column("target_groups", "string", _field("target_groups")),
        Column("target_groups_label", "string", _terms("target_groups", "target_groups")),
        Column("support_types", "string", _field("support_types")),
        Column("support_types_label", "string", _terms("support_types", "support_types")),
        Column("places", "string", lambda row, _: SEPARATOR.join(_place_ids(row)), required=True),
        Column("places_label", "string", _places),
        Column("countries", "string", _countries, required=True),
        Column("scope", "string", _field("scope")),
        Column("scope_label", "string", _choice("scope", "scope")),
        Column("lifecycle", "string", _field("lifecycle"), required=True),
        Column("lifecycle_label", "string", _choice("lifecycle", "lifecycle")),
        Column("lifecycle_as_of", "string", _field("lifecycle_as_of")),
        Column("lifecycle_source", "string", _lifecycle_source),
        Column("period_start", "string", _field("period", "start")),
        Column("period_end", "string", _field("period", "end")),
        Column("period_disputed", "boolean", lambda row, _: bool(row.get("period", {}).get("disputed"))),
        Column("duration_months", "integer", _field("derived", "duration_months")),
        Column("leaders", "string", lambda row, _: SEPARATOR.join(_organisations("leader")(row))),
        Column("organisations", "string", lambda row, _: SEPARATOR.join(_organisations(None)(row))),
        Column(
            "organisations_label",
            "string",
            lambda row, names: SEPARATOR.join(
                names.catalogue.organisations[each].name for each in _organisations(None)(row)
            ),
        ),
        Column("programme", "string", _field("programme", "id")),
        Column("programme_label", "string", _registered("programmes", "programme", "id")),
        Column("total_amount", "number", _field("derived", "total_amount")),
        Column("total_currency", "string", _field("derived", "currency")),
        Column("cost_band", "string", _field("derived", "cost_band")),
        Column("cost_band_label", "string", _choice("cost_band", "derived", "cost_band")),
        Column("cofinanced_share", "number", _rounded("derived", "cofinanced_share", digits=4)),
        Column("cost_per_participant", "number", _rounded("derived", "cost_per_participant", digits=2)),
        Column("access_cost", "string", _field("access_cost")),
        Column("access_cost_label", "string", _choice("access_cost", "access_cost")),
        Column("evidence_level", "integer", _field("evidence_level", "value")),
        Column("evidence_reason", "string", _field("evidence_level", "reason")),
        Column("sdg", "string", _field("sdg")),
        Column("completeness_percent", "integer", _field("derived", "completeness", "percent"), required=True),
        Column("editorial_state", "string", _field("editorial", "state"), required=True),
        Column("created", "date", _field("editorial", "created")),
        Column("updated", "date", _field("editorial", "updated")),
        Column("languages", "string", _field("languages"), required=True),
        Column("licence", "string", lambda row, names: names.licence_of(row), required=True),
        Column("attribution", "string", _field("rights", "attribution")),
        Column("origin_url", "string", _field("origin", "url")),
    ),
    key=("id",),
    rows=_the_practice,
    refers_to={},
)

FIGURES = Table(
    "wskazniki",
    (
        Column("practice", "string", _field("practice"), required=True),
        Column("practice_title", "string", _field("title"), required=True),
        Column("indicator", "string", _field("id"), required=True),
        Column("label", "string", _field("label"), required=True),
        Column("dimension", "string", _field("dimension")),
        Column("dimension_label", "string", _choice("dimension", "dimension")),
        Column("part", "string", _field("part")),
        Column("part_label", "string", _part_label),
        Column("unit", "string", _field("unit"), required=True),
        Column("unit_label", "string", _choice("unit", "unit")),
        Column("nature", "string", _field("nature"), required=True),
        Column("nature_label", "string", _choice("nature", "nature")),
        Column("value", "number", _field("value")),
        Column("min", "number", _field("min")),
        Column("max", "number", _field("max")),
        Column("words", "string", _field("words")),
        Column("precision", "string", _field("precision"), required=True),
        Column("precision_label", "string", _choice("precision", "precision")),
        Column("share_of", "string", _field("of")),
        Column("share", "number", _rounded("share", digits=4)),
        Column("as_of", "string", _field("as_of")),
        Column("former_values", "string", lambda row, _: _other_values(row.get("former_values", []))),
        *_DISPUTED,
        Column("method", "string", _field("method")),
        Column("note", "string", _field("note")),
        Column("source_title", "string", _source("title")),
        Column("source_url", "string", _source("url")),
    ),
    key=("practice", "indicator", "dimension", "part"),
    rows=_figures,
    refers_to={"practice": "praktyki"},
)

MONEY = Table(
    "finansowanie",
    (
        Column("practice", "string", _field("practice"), required=True),
        Column("practice_title", "string", _field("title"), required=True),
        Column("number", "integer", _field("number"), required=True),
        Column("role", "string", _field("role"), required=True),
        Column("role_label", "string", _choice("funding_role", "role")),
        Column("amount", "number", _field("amount"), required=True),
        Column("currency", "string", _field("currency"), required=True),
        Column("precision", "string", _field("precision"), required=True),
        Column("precision_label", "string", _choice("precision", "precision")),
        Column("planned", "boolean", _field("planned"), required=True),
        Column("period", "string", _field("period")),
        Column("programme", "string", _field("programme")),
        Column("programme_label", "string", _registered("programmes", "programme")),
        Column("funder", "string", _field("funder")),
        Column("funder_label", "string", _registered("organisations", "funder")),
        *_DISPUTED,
        Column("note", "string", _field("note")),
        Column("source_title", "string", _source("title")),
        Column("source_url", "string", _source("url")),
    ),
    key=("practice", "number"),
    rows=_money,
    refers_to={"practice": "praktyki"},
)

PARTNERS = Table(
    "partnerzy",
    (
        Column("practice", "string", _field("practice"), required=True),
        Column("practice_title", "string", _field("title"), required=True),
        Column("number", "integer", _field("number"), required=True),
        Column("organisation", "string", _field("org"), required=True),
        Column("organisation_label", "string", _registered("organisations", "org"), required=True),
        Column("role", "string", _field("role"), required=True),
        Column("role_label", "string", _choice("organisation_role", "role")),
        Column("contribution", "string", _field("contribution")),
        Column("note", "string", _field("note")),
    ),
    key=("practice", "number"),
    rows=lambda record, _: (
        {**each, "practice": record["id"], "title": record["title"], "number": n}
        for n, each in enumerate(record.get("organisations", []), 1)
    ),
    refers_to={"practice": "praktyki", "organisation": "organizacje"},
)

ORGANISATIONS = Table(
    "organizacje",
    (
        Column("id", "string", _field("id"), required=True),
        Column("name", "string", _field("name"), required=True),
        Column("short_name", "string", _field("short_name")),
        Column("kind", "string", _field("kind"), required=True),
        Column("kind_label", "string", _terms("organisation_kinds", "kind")),
        Column("place", "string", _field("place")),
        Column("place_label", "string", _registered("places", "place")),
        Column("url", "string", _field("url")),
        Column("krs", "string", _field("registry_ids", "krs")),
        Column("regon", "string", _field("registry_ids", "regon")),
        Column("nip", "string", _field("registry_ids", "nip")),
        Column("practices", "string", _field("practices")),
        Column("practice_count", "integer", lambda row, _: len(row["practices"]), required=True),
    ),
    key=("id",),
    rows=_the_practice,
    refers_to={},
)

OF_PRACTICES = (PRACTICES, FIGURES, MONEY, PARTNERS)
"""Tables whose rows come from practices; those of ``ORGANISATIONS`` come from the registry."""
TABLES = (*OF_PRACTICES, ORGANISATIONS)
