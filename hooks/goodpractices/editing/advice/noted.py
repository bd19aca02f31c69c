"""What advice about all entries together reads of each of them, and what one day makes of it: kept between runs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ...catalogue import Buckets, Cache, Practice, Problem, code_stamp, digest

_KIND = "noted for advice"
_PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Compared:
    """What entries are compared by, and the state of this one."""

    id: str
    state: str
    title: str
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    support_types: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    relations: tuple[str, ...]

    @staticmethod
    def of(practice: Practice) -> "Compared":
        """What a practice is compared by; of others it names their ids."""
        return Compared(
            practice.id,
            practice.editorial.state,
            practice.title,
            tuple(practice.themes),
            tuple(practice.target_groups),
            tuple(practice.support_types),
            tuple(use.place for use in practice.places),
            tuple(each.org for each in practice.organisations),
            tuple(each.target for each in practice.relations),
        )

    def to_json(self) -> list[Any]:
        """The values in the order of the fields."""
        return [getattr(self, each.name) for each in fields(self)]


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry as it is compared, and the advice that the day that was asked for, or else another one, makes of it."""

    compared: Compared
    passing: list[Problem]
    is_of_day: bool = True


_ROW: TypeAdapter[tuple[str, str, Compared, list[Problem]]] = TypeAdapter(tuple[str, str, Compared, list[Problem]])


def noted(
    practices: Mapping[str, Practice],
    day: date | None,
    advise: Callable[[Practice], Iterable[Problem]],
    cache: Cache | None = None,
) -> dict[str, Noted]:
    """What is noted of each practice, by id; for those that are as they were nothing is read of the practice.

    Args:
        practices: the practices by id.
        day: the day of the advice.
        advise: the advice of that day about a practice alone.
        cache: the one the practices were read with.
    """
    contents = cache.contents if cache else {}
    base = digest(code_stamp(_PACKAGE / "catalogue", _PACKAGE / "wording", _PACKAGE / "editing"))
    rows = Buckets(cache, _KIND, base) if cache and contents else None
    found = {}
    for practice_id, practice in practices.items():
        content = contents.get(practice_id)
        asked = [content.key if content else "", day.isoformat() if day else ""]
        row = _row(rows.get(practice_id), asked, practice_id) if rows and content else None
        if row is None or not row.is_of_day:
            row = Noted(row.compared if row else Compared.of(practice), [*advise(practice)])
            if rows and content:
                rows.set(practice_id, _ROW.dump_python((*asked, row.compared, row.passing), mode="json"))  # type: ignore[arg-type]
        found[practice_id] = row
    if rows:
        rows.save(practices)
    return found


def _row(kept: Any, asked: list[str], practice_id: str) -> Noted | None:
    """What was noted of the same content, on that day or on another one."""
    if not isinstance(kept, list) or kept[:1] != asked[:1]:
        return None
    try:
        _, day, compared, passing = _ROW.validate_python(kept)
    except ValidationError:
        return None
    return Noted(compared, passing, day == asked[1]) if compared.id == practice_id else None
