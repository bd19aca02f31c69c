"""Lists of facts: what a page must say and what the data must hold, written down apart from the entries.

The syntax stands at the head of each list in ``facts/``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "facts"

_STEP = re.compile(r"(?P<name>\w+)(?:\[(?:(?P<index>\d+)|(?P<key>\w+)=(?P<value>[^\]]+))\])?")


@dataclass(frozen=True)
class Facts:
    """The facts of one practice: texts of its page, and values by their path in its data."""

    practice_id: str
    page: tuple[str, ...]
    data: Mapping[str, Any]


def all_facts() -> list[Facts]:
    return [facts_in(path) for path in sorted(FOLDER.glob("*.yml"))]


def facts_in(path: Path) -> Facts:
    lists: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return Facts(path.stem, tuple(map(str, lists["page"])), lists["data"])


def missing_words(facts: Facts, text: str) -> list[str]:
    """The texts that a page does not say."""
    said = " ".join(text.split())
    return [words for words in facts.page if words not in said]


def unheld(facts: Facts, record: Mapping[str, Any]) -> list[str]:
    """The paths at which the data holds something else."""
    return [path for path, expected in facts.data.items() if not holds(record, path, expected)]


def holds(record: Mapping[str, Any], path: str, expected: Any) -> bool:
    found = values_at(record, path.removesuffix("~"))
    if not path.endswith("~"):
        return any(plain(value) == plain(expected) for value in found)
    needed = expected if isinstance(expected, list) else [expected]
    parts = [str(part) for value in found for part in (value if isinstance(value, list) else [value])]
    return all(any(str(each) in part for part in parts) for each in needed)


def values_at(record: Mapping[str, Any], path: str) -> list[Any]:
    """Everything a path leads to."""
    found: list[Any] = [record]
    for step in path.split("."):
        found = [value for each in found for value in _step(each, step)]
    return found


def plain(value: Any) -> Any:
    """A value without the difference between text and number, since lists of facts are read by YAML's own rules."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return str(value) if not isinstance(value, bool) else value


def _step(value: Any, step: str) -> list[Any]:
    found = _STEP.fullmatch(step)
    assert found, step
    if not isinstance(value, Mapping) or found["name"] not in value:
        return []
    below: Any = value[found["name"]]
    if found["index"]:
        return [*below[int(found["index"]) :][:1]]
    if found["key"]:
        return [each for each in below if plain(each.get(found["key"])) == found["value"]]
    return [below]
