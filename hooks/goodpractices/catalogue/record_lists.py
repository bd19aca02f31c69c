"""The files of registries and vocabularies, which are lists of records: from bytes to checked records by id."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from .characters import unwanted_characters, without_control_characters
from .files import MAX_REGISTRY_BYTES, Unreadable, read_text
from .personal_numbers import personal_numbers_of
from .placing import placed, undamaged
from .problems import Problem, first_of
from .registry import problems_between
from .validation import Names, Validator
from .yaml_reader import YamlText, read_yaml

T = TypeVar("T")

_MAX_REGISTRY_NODES = 1_000_000


@dataclass(frozen=True, slots=True)
class RecordList:
    """The text of a registry or a vocabulary, read but not checked: what it is a list of, and what was wrong so far."""

    name: str
    document: YamlText
    problems: Sequence[Problem]

    def ids(self) -> set[str] | None:
        """The ids it holds, whatever else may be wrong with it; ``None`` where it cannot be read."""
        if self.document.value is None and self.problems:
            return None
        return {str(raw["id"]) for raw in self.document.value or () if isinstance(raw, dict) and "id" in raw}

    def checked(self, validator: Validator[T], names: Names) -> tuple[dict[str, T], list[Problem]]:
        """The records in order, by id in the order of the file, and all that is wrong with the others."""
        records: dict[str, T] = {}
        problems = [*self.problems]
        positions: dict[str, int] = {}
        for n, raw in enumerate(self.document.value or ()):
            try:
                record = validator(raw, names)
            except ValidationError as error:
                found = [replace(each, location=(n, *each.location)) for each in validator.problems(error)]
                problems += placed(undamaged(found, self.document), self.document)
                continue
            record_id: str = record.id  # type: ignore[attr-defined]  # every record of a registry has one
            if record_id in records:
                problems += placed([Problem("duplicate_id", (n, "id"), {"value": record_id})], self.document)
            records[record_id] = record
            positions[record_id] = n
        found = [
            replace(problem, location=(positions[record_id], *problem.location))
            for record_id, problem in problems_between(records, self.name, names.get(self.name))
        ]
        return records, problems + placed(found, self.document)


def read_list(path: Path) -> RecordList:
    """Read a registry or a vocabulary, which are lists of records."""
    try:
        text = read_text(path, MAX_REGISTRY_BYTES)
    except Unreadable as error:
        key = error.problem.key if os.path.lexists(path) else "missing_vocabulary"
        return RecordList(path.stem, YamlText(), [replace(error.problem, key=key)])
    document = read_yaml(without_control_characters(text), max_nodes=_MAX_REGISTRY_NODES)
    numbers = personal_numbers_of(text, document)
    problems = [*first_of(unwanted_characters(text)), *numbers, *first_of(document.problems)]
    if document.value is not None and not isinstance(document.value, list):
        problems.append(Problem("not_a_list", (), line=1, column=1))
        document.value = None
    return RecordList(path.stem, document, problems)
