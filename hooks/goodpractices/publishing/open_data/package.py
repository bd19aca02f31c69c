"""``datapackage.json``: what each file holds, column by column, for programs (Data Package 1.0, Table Schema 1.0)."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from ...catalogue import Identity, Licence
from ...wording import Translations, slug
from ..media_types import MEDIA_TYPES
from ..phrasing import licence_label
from .addresses import FOLDER, table_address
from .spreadsheets import DECIMAL, DELIMITER, ENCODING, LINE_END
from .tables import TABLES, Column, Table

_IN_WORDS = "_label"


def data_package(
    identity: Identity,
    licences: Sequence[Licence],
    state: str | None,
    files: Mapping[str, bytes],
    t: Translations,
) -> bytes:
    """The descriptor of the tables and of the other files in ``dane/``; ``state`` is the date the data speak for.

    Args:
        identity: whose the catalogue is.
        licences: those of its entries, that of the catalogue first.
        state: a date, ``YYYY-MM-DD``.
        files: the files to describe, by address; all lie in ``dane/``.
        t: words for titles and descriptions.
    """
    package = {
        "profile": "data-package",
        "name": slug(identity.name),
        "title": identity.name,
        "description": identity.description,
        "homepage": identity.address,
        "version": state,
        "licenses": [_licence(each, t) for each in licences],
        "contributors": [{"title": identity.owner, "role": "publisher"}] if identity.owner else None,
        "resources": [_resource(address, content, t) for address, content in files.items()],
    }
    return to_json({name: value for name, value in package.items() if value is not None}, indent=2) + b"\n"


def _licence(licence: Licence, t: Translations) -> dict[str, str]:
    known = {"name": licence.id, "title": licence_label(licence, t)}
    return {**known, "path": licence.url} if licence.url else known


def _resource(address: str, content: bytes, t: Translations) -> dict[str, Any]:
    name, _, kind = address.removeprefix(FOLDER).partition(".")
    table = {table_address(each.name): each for each in TABLES}.get(address)
    common = {
        "name": name if table else f"{name}-{kind}",
        "path": f"{name}.{kind}",
        "title": t(f"data.files.{name}.{kind}"),
        "format": kind,
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if table is None:
        return {**common, "type": "file", "mediatype": MEDIA_TYPES[kind], "encoding": "utf-8"}
    return {
        **common,
        "profile": "tabular-data-resource",
        "mediatype": MEDIA_TYPES[kind],
        "encoding": ENCODING,
        "dialect": {"delimiter": DELIMITER, "lineTerminator": LINE_END, "header": True},
        "schema": _schema(table, t),
    }


def _schema(table: Table, t: Translations) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column, t) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.refers_to:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": "id"}}
            for column, other in table.refers_to.items()
        ]
    return schema


def _field(table: Table, column: Column, t: Translations) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": meaning(table, column, t)}
    if column.type == "number":
        field |= {"decimalChar": DECIMAL, "groupChar": ""}
    if column.required:
        field["constraints"] = {"required": True, **({"unique": True} if table.key == (column.name,) else {})}
    return field


def is_in_words(column: Column) -> bool:
    """Whether a column says in words what another one says by an id."""
    return column.name.endswith(_IN_WORDS)


def meaning(table: Table, column: Column, t: Translations) -> str:
    """What stands in a column; what several tables share is said once."""
    own = f"data.columns.{table.name}.{column.name}"
    if own in t:
        return t(own)
    plain = f"data.columns.{column.name}"
    if plain in t:
        return t(plain)
    return t("data.column_in_words", column=column.name.removesuffix(_IN_WORDS))
