"""What is wrong with an entry, where it stands and how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any, Literal

from .pickling import quick_to_pickle

Location = tuple[str | int, ...]

MOST_ALIKE = 200
"""How many problems of one origin a file gets told: whoever mends these looks again, and no file fills the memory."""

Severity = Literal["error", "warning", "hint"]
"""What a problem does: stops the build, asks for a second look, or says what to write next."""


@quick_to_pickle
@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or one piece of advice: a message key of the wording, its parameters, and its place.

    The key of an error stands under ``problem.`` in the wording, that of advice under ``advice.``. ``location`` leads
    to the field (``("indicators", 0, "value")``); ``line`` and ``column`` count from 1, 0 where there are none.
    """

    key: str
    location: Location = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = "error"

    def at(self, path: str, line: int, column: int) -> "Problem":
        """The same problem at another place."""
        return Problem(self.key, self.location, self.params, path, line, column, self.severity)

    @property
    def field_name(self) -> str:
        """The field as an editor reads it: ``indicators[0].value``."""
        name = ""
        for part in self.location:
            name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
        return name


def warning(key: str, location: Location, **params: Any) -> Problem:
    """Advice about a field."""
    return Problem(key, location, params, severity="warning")


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, or the first ``MOST_ALIKE`` of them with one that says, where the next one would be, that more
    follow.
    """
    kept = list(islice(problems, MOST_ALIKE + 1))
    if len(kept) > MOST_ALIKE:
        further = kept.pop()
        kept.append(Problem("more_problems", line=further.line, column=further.column))
    return kept


def nearest(value: str, allowed: Iterable[str]) -> str | None:
    """The allowed value that the editor most likely meant, if one is near."""
    matches = get_close_matches(value.casefold(), sorted(allowed), n=1, cutoff=0.6)
    return matches[0] if matches else None
