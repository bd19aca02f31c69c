"""What the files about all practices say of one of them: its share of each, kept so that others are not made again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import Practice, fingerprint_of
from .geojson import features
from .records import practice_json, practice_record
from .spreadsheets import table_lines
from .tables import OF_PRACTICES, Names


@dataclass(frozen=True, slots=True)
class PracticeShare:
    """The share of one practice in the files about all.

    Attributes:
        record: the practice as JSON, on a line of its own.
        features: its places as GeoJSON, with commas between them.
        lines: its rows in each table that is made of practices, as lines of the file, in the order of these tables.
    """

    record: str
    features: str
    lines: Sequence[str]

    @classmethod
    def of(cls, practice: Practice, names: Names) -> "PracticeShare":
        """The share of a practice."""
        record = practice_record(practice, names.catalogue)
        lines = [table_lines(table.cells(record, names)) for table in OF_PRACTICES]
        return cls(practice_json(record).decode(), features(record, names), lines)

    @classmethod
    def from_json(cls, value: Any) -> "PracticeShare":
        """What :meth:`to_json` gave."""
        return cls(*value)

    def to_json(self) -> list[Any]:
        """The share as JSON values."""
        return [self.record, self.features, self.lines]

    @staticmethod
    def is_one(value: object) -> bool:
        """Whether a value may have come from :meth:`to_json`."""
        match value:
            case [str(), str(), list(lines)]:
                return [*map(type, lines)] == [str] * len(OF_PRACTICES)
        return False


def share_inputs(practice: Practice, names: Names) -> str:
    """The hash of what a share follows from, beside what all of them do: the practice, and which others have a page."""
    catalogue = names.catalogue
    related = [each.target for each in practice.relations if catalogue.has_page(each.target)]
    return fingerprint_of([catalogue.fingerprint(practice.id).whole, related, names.address_of(practice.id)])


def lines_of(shares: Sequence[PracticeShare]) -> Mapping[str, str]:
    """The lines of all practices in each table that is made of them, by the name of the table."""
    return {table.name: "".join(each.lines[n] for each in shares) for n, table in enumerate(OF_PRACTICES)}
