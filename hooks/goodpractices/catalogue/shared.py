"""Vocabularies and registries together: read first, and checked once the ids of all of them are known."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .cache.asking import Asking, known_ids
from .cache.memory import Content, Memory, Pair
from .files import MAX_REGISTRY_BYTES
from .problems import Problem
from .record_lists import RecordList, read_list
from .validation import Names, Validator

Checked = tuple[dict[str, Any], list[Problem]]
"""The records of a list that are in order, by id, and all that is wrong with the others."""


class SharedLists:
    """One reading of the shared files; lists in order that did not change are recalled from the memory."""

    def __init__(
        self, files: Mapping[str, Path], validators: Mapping[str, Validator[Any]], memory: Memory | None = None
    ) -> None:
        self._files = files
        self._validators = validators
        self._shelf = memory.shelf("shared") if memory else None
        self._contents = {name: self._content(name) for name in files}
        self._recalled = {name: self._recall(name) for name in files}
        self._lists = {name: read_list(path) for name, path in files.items() if self._recalled[name] is None}

    def ids(self) -> dict[str, set[str]]:
        """The ids of each list that can be read, whatever else may be wrong with it."""
        found = {name: self._ids(name) for name in self._files}
        return {name: ids for name, ids in found.items() if ids is not None}

    def checked(self, names: Names) -> dict[str, Checked]:
        """Each list against the ids that exist."""
        known = known_ids(names)
        found = {name: self._checked(name, names, known) for name in self._files}
        if self._shelf:
            self._shelf.save()
        return found

    def _checked(self, name: str, names: Names, known: frozenset[str]) -> Checked:
        if (kept := self._recalled[name]) and known.issuperset(kept[1]):
            self._keep(name, *kept)
            return kept[0], []
        asking = Asking(names)
        records, problems = self._list(name).checked(self._validators[name], asking)
        content = self._contents[name]
        if content and not problems and content.is_unchanged():
            self._keep(name, records, tuple(sorted(asking.asked)))
        return records, problems

    def _ids(self, name: str) -> set[str] | None:
        kept = self._recalled[name]
        return set(kept[0]) if kept else self._lists[name].ids()

    def _list(self, name: str) -> RecordList:
        return self._lists[name] if name in self._lists else read_list(self._files[name])

    def _content(self, name: str) -> Content | None:
        return Content.of(name, [(self._files[name], MAX_REGISTRY_BYTES)], self._shelf.stamp) if self._shelf else None

    def _recall(self, name: str) -> Pair | None:
        content = self._contents[name]
        return self._shelf.recall(content) if self._shelf and content else None

    def _keep(self, name: str, records: dict[str, Any], asked: tuple[str, ...]) -> None:
        content = self._contents[name]
        if self._shelf and content:
            self._shelf.keep(content, (records, asked))
