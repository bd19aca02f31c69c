"""The map of a collection: what a person says about it, once, in a YAML file."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, Literal

import yaml
from pydantic import BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.dataclasses import dataclass

from ...catalogue import Currency, Label, LicenceId, Problem, Slug, Text, Validator
from ..submissions.submission import unusable

MAX_BYTES = 1024 * 1024
REGISTRIES = ("places", "organisations", "programmes")
"""What an import may add records to."""
PROPOSE = "propose"
ASK = "ask"
"""What a table of values says instead of an id: make a record of it; leave it out and ask in the entry."""

_CONFIG = ConfigDict(extra="forbid")


def _rule(value: object) -> object:
    """The name of a column alone is a rule as well."""
    return {"column": value} if isinstance(value, str) else value


def _names(value: object) -> object:
    return [value] if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, config=_CONFIG)
class TableSettings:
    """How a file is read; what is left open is found out. ``header`` is the row of the headers, from 1."""

    header: Annotated[int, Field(ge=0, le=1000)] = 0
    separator: Annotated[str, Field(max_length=1)] = ""
    sheet: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Rule:
    """Where a field comes from: a column, several joined, a template of columns in braces, or a constant.

    ``default`` stands where the cells are empty; ``split`` is the sign between several values of a cell; a text longer
    than ``shorten`` is cut and stands whole in a question. ``date`` says which part of ``3/4/2024`` is the day, or a
    format of ``strptime``; ``decimal`` the sign before decimals. The others go into the record that the field makes.
    """

    column: str = ""
    columns: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    join: str = " "
    template: str = ""
    constant: str = ""
    default: str = ""
    split: str = ""
    shorten: Annotated[int, Field(ge=20, le=20_000)] | None = None
    date: str = "day-first"
    decimal: Literal[",", "."] | None = None
    currency: Currency = "PLN"
    label: Label | None = None
    unit: str = "other"
    nature: str = "output"


RuleOrColumn = Annotated[Rule, BeforeValidator(_rule)]
Rules = Mapping[str, RuleOrColumn]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class SourceSettings:
    """What is said of the collection in the sources of each entry."""

    title: Label
    publisher: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class RightsRules:
    """Where each row says its own terms."""

    licence: RuleOrColumn | None = None
    attribution: RuleOrColumn | None = None
    permission: RuleOrColumn | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class CollectionMap:
    """What is known of a collection, and which of its columns become which fields.

    Attributes:
        namespace: the name of the collection, by which the next import knows its entries.
        licence: its terms, unless a row says its own.
        attribution: whom to name.
        permission: who permits to publish it, where the licence does not.
        source: what the entries name as their source.
        id: the column that tells rows apart.
        url: a template of the address of a row.
        table: how the file is read.
        ignore: columns that are only counted.
        leave_out: ids of rows that are not taken over.
        fields: the rules of the fields.
        values: by vocabulary, registry or choice, the id of each value, ``propose`` or ``ask``.
        unknown: what is done with values that no table and no vocabulary knows.
        new: by registry, the rules for the fields of records made on the way.
        rights: the rules for the terms of rows.
    """

    namespace: Slug
    licence: LicenceId
    source: SourceSettings
    id: str = "id"
    attribution: Label | None = None
    permission: Text | None = None
    url: str = ""
    table: TableSettings = field(default_factory=TableSettings)
    ignore: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    leave_out: tuple[str, ...] = ()
    fields: Rules = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unknown: Mapping[str, Literal["propose", "ask"]] = field(default_factory=dict)
    new: Mapping[str, Rules] = field(default_factory=dict)
    rights: RightsRules | None = None


_MAP: Validator[CollectionMap] = Validator(CollectionMap)


class UnusableMap(Exception):
    """The map is not in order; ``problems`` says all that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


def read_map(data: bytes) -> CollectionMap:
    """The map in the bytes of its file.

    Raises:
        UnusableMap: something in it is not as it must be.
        UnusableSubmission: it is no YAML.
    """
    if len(data) > MAX_BYTES:
        raise unusable("submission.too_large", max=MAX_BYTES // 1024 // 1024)
    try:
        # All values stay text, so that the country NO and the id 007 are what was written. Nothing is constructed.
        given: Any = yaml.load(data.decode("utf-8-sig"), Loader=_TextLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise unusable("collection.bad_map", detail=" ".join(str(error).split())[:300]) from error
    given = {name: value for name, value in given.items() if value != ""} if isinstance(given, dict) else given
    try:
        return _MAP(given, None)
    except ValidationError as error:
        raise UnusableMap([*_MAP.problems(error)]) from error


class _TextLoader(yaml.BaseLoader):
    """YAML of texts, lists and mappings; what is named twice could be written to fill the memory."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse aliases."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("*")
        return super().compose_node(parent, index)
