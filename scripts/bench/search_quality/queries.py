"""What is asked of the search and what should answer: queries as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ABSENT = "absent"
TYPO = "typo"
NEEDS = frozenset(
    ("everyday", "question", "broken", "name", "number", "english_site", "robust", "short", "facet", "other_language"),
)
"""Classes by what a reader needs: what the search offers as similar is there to be read as well."""

Filter = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Query:
    """A text as typed, the practices that answer it, what makes it hard; ``first`` is the best answer, if one is.

    ``language`` is that of the site it is put to; ``within`` a facet and the value that is chosen beside it.
    """

    text: str
    expected: tuple[str, ...]
    kind: str
    first: str | None = None
    language: str = "pl"
    within: Filter | None = None

    @property
    def typed(self) -> str:
        """The text as the page hands it to the engine: with a blank behind it once it was sent."""
        return f"{self.text} " if self.kind in NEEDS else self.text


def read_queries(files: Iterable[Path]) -> tuple[Query, ...]:
    """The queries of some files, in their order."""
    texts = (file.read_text(encoding="utf-8") for file in files)
    return tuple(_query(each) for text in texts for each in yaml.load(text, Loader=yaml.CSafeLoader))


def unknown_practices(queries: Iterable[Query], known: Iterable[str]) -> list[str]:
    """Practices that queries expect and that are not there, sorted."""
    return sorted({practice for query in queries for practice in query.expected} - set(known))


def _query(given: dict[str, Any]) -> Query:
    within = next(iter(given.get("within", {}).items()), None)
    language = given.get("language", "pl")
    return Query(given["q"], tuple(given["expect"]), given["class"], given.get("first"), language, within)
