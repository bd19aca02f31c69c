"""From the values of a collection to ids: by the table of the map, else by name; what nobody knows is gathered once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...catalogue import ReferenceData
from ...wording import Translations
from ..submissions.drafting import free_id
from ..submissions.names import Names, choice_names, shared_names
from .collection_map import ASK, PROPOSE, REGISTRIES, CollectionMap

_MOST_ROWS = 5

CHOICES = ("lifecycle", "scope", "delivery_mode", "access_cost", "participation_level")
"""The fields of closed choices; their labels stand in the wording under ``choices``."""


@dataclass(slots=True)
class Unknown:
    """A value that leads to no id: in which column, for what, how often, where first, and what is near."""

    column: str
    vocabulary: str
    value: str
    nearest: Sequence[str]
    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, row: int) -> None:
        self.count += 1
        if len(self.rows) < _MOST_ROWS:
            self.rows.append(row)


@dataclass(slots=True)
class Lookup:
    """Finds ids for the values of one collection.

    ``new`` are the records to add, by registry and id; ``unknown`` what has to be asked, by vocabulary and value.
    """

    reference: ReferenceData
    settings: CollectionMap
    t: Translations
    names: dict[str, Names] = field(init=False)
    new: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    unknown: dict[tuple[str, str], Unknown] = field(default_factory=dict)
    _tables: dict[str, dict[str, str]] = field(init=False)
    _made: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = shared_names(self.reference)
        self.names |= {name: choice_names(self.t.group(f"choices.{name}")) for name in CHOICES}
        self._tables = {
            name: {_plain(value): given for value, given in table.items()}
            for name, table in self.settings.values.items()
        }

    def find(self, vocabulary: str, value: str, column: str, row: int) -> str | None:
        """The id of a value; ``None``, and the value is gathered, where there is none.

        The id may be ``propose``: the caller makes the record with :meth:`add`.
        """
        said = self.table(vocabulary, value)
        if said and said not in (ASK, PROPOSE):
            return said
        found = None if said else self.names[vocabulary].find(value)
        if found:
            return found
        if (said or self.settings.unknown.get(vocabulary, ASK)) == PROPOSE and vocabulary in REGISTRIES:
            return PROPOSE
        self._gather(vocabulary, value, column, row)
        return None

    def table(self, vocabulary: str, value: str) -> str:
        """What the map says of a value."""
        return self._tables.get(vocabulary, {}).get(_plain(value), "")

    def _gather(self, vocabulary: str, value: str, column: str, row: int) -> None:
        key = vocabulary, _plain(value)
        if key not in self.unknown:
            names = self.names[vocabulary]
            near = names.nearest(value, 3)
            self.unknown[key] = Unknown(column, vocabulary, value, [f"{each} ({names.label(each)})" for each in near])
        self.unknown[key].add(row)

    def add(self, registry: str, value: str, fields: Mapping[str, Any]) -> str:
        """The id of a record made of a value, which is made only once."""
        key = registry, _plain(value)
        if key not in self._made:
            taken = {*getattr(self.reference.shared, registry), *self.new.get(registry, {})}
            name = free_id(value, taken, otherwise="x")
            self.new.setdefault(registry, {})[name] = {"id": name, "name": " ".join(value.split()), **fields}
            self._made[key] = name
        return self._made[key]

    def said(self, registry: str, name: str, field_name: str) -> Any:
        """What a record of a registry says in a field, whether it was there before or is new."""
        if made := self.new.get(registry, {}).get(name):
            return made.get(field_name)
        return getattr(getattr(self.reference.shared, registry).get(name), field_name, None)


def _plain(value: str) -> str:
    return " ".join(value.split()).casefold()
