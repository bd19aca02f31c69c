"""What is worked out of each practice for lists and filters: once for a catalogue, and kept from build to build.

An edit changes one practice, and all that pages about many ask of the others is known already. So nothing of these has
to be read for it.
"""

import os
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any, Protocol


class Rows(Protocol):
    """Where values of one kind are kept by name, as ``Buckets`` do."""

    def get(self, name: str) -> Any:
        """The value of a name; ``None`` where there is none."""

    def set(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""

    def save(self, names: Collection[str]) -> None:
        """Hand on what is new, and forget all but some names."""


class Notes:
    """The notes of one catalogue, by kind and practice."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, Any]] = {}
        self._rows: Callable[[str], Rows] | None = None
        self._process = os.getpid()

    def keep_in(self, rows: Callable[[str], Rows]) -> None:
        """Recall what earlier builds noted, and keep what is noted, in the rows of each kind."""
        self._rows, self._process = rows, os.getpid()

    def of(
        self, kind: str, names: Mapping[str, str], make: Callable[[str], Any], is_one: Callable[[Any], bool]
    ) -> Mapping[str, Any]:
        """The notes of a kind by practice.

        Args:
            kind: what they are; all of one kind are made in the same way.
            names: for each practice, by id, what stands for all that its note may be made of.
            make: makes the note of a practice, as JSON holds it.
            is_one: whether something kept is such a note.
        """
        known = self._found.setdefault(kind, {})
        missing = {name: practice_id for practice_id, name in names.items() if name not in known}
        if missing:
            # A forked process must not use what its parent opened.
            rows = self._rows(kind) if self._rows and os.getpid() == self._process else _NoRows()
            for name, practice_id in missing.items():
                known[name] = _recalled(rows, name, partial(make, practice_id), is_one)
            rows.save(known)
        return {practice_id: known[name] for practice_id, name in names.items()}


def is_row(kept: object, *types: type) -> bool:
    """Whether something kept is a list of values of just these types.

    >>> is_row(["Las", 3], str, int), is_row(["Las", True], str, int), is_row("Las", str)
    (True, False, False)
    """
    return isinstance(kept, list) and [*map(type, kept)] == [*types]


def _recalled(rows: Rows, name: str, make: Callable[[], Any], is_one: Callable[[Any], bool]) -> Any:
    """The note that is kept under a name, or else a new one, which is kept from now on."""
    kept = rows.get(name)
    if is_one(kept):
        return kept
    made = make()
    rows.set(name, made)
    return made


class _NoRows:
    """Rows that keep nothing."""

    def get(self, name: str) -> None:
        return None

    def set(self, name: str, value: Any) -> None:
        pass

    def save(self, names: Collection[str]) -> None:
        pass
