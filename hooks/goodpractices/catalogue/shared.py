"""Vocabularies and registries together: read first, and checked once the ids of all of them are known."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .cache import Cache, Content
from .files import MAX_REGISTRY_BYTES
from .problems import Problem
from .record_lists import RecordList, read_list
from .validation import Names, Validator
from .yaml_reader import YamlText

_KIND = "shared"

Checked = tuple[dict[str, Any], list[Problem]]
"""The records of a list that are in order, by id, and all that is wrong with the others."""


class SharedLists:
    """One reading of the shared files; those that are as they were are taken from the cache and checked again."""

    def __init__(
        self, files: Mapping[str, Path], validators: Mapping[str, Validator[Any]], cache: Cache | None = None
    ) -> None:
        self._files = files
        self._validators = validators
        self._cache = cache
        self._contents: dict[str, Content | None] = {}
        self._cached = {name: found for name in files if (found := self._read_before(name) or self._from_cache(name))}
        self._lists = {name: self._cached.get(name) or read_list(path) for name, path in files.items()}

    def ids(self) -> dict[str, set[str]]:
        """The ids of each list that can be read, whatever else may be wrong with it."""
        found = {name: each.ids() for name, each in self._lists.items()}
        return {name: ids for name, ids in found.items() if ids is not None}

    def checked(self, names: Names) -> dict[str, Checked]:
        """Each list against the ids that exist."""
        found = {name: self._checked(name, names) for name in self._files}
        if self._cache:
            self._cache.save()
        return found

    def _checked(self, name: str, names: Names) -> Checked:
        validator, content = self._validators[name], self._contents.get(name)
        records, problems = self._lists[name].checked(validator, names)
        if problems and name in self._cached:  # which knows no places to tell
            return read_list(self._files[name]).checked(validator, names)
        if self._cache and content and not problems and name not in self._cached and content.is_unchanged():
            said = [validator.said(each) for each in records.values()]
            self._cache.keep(_KIND, content.key, said)
            self._cache.remember(f"{_KIND} {name}", RecordList(name, YamlText(said), ()))
        return records, problems

    def _read_before(self, name: str) -> RecordList | None:
        """The list as this process read it, if its file is as it was."""
        if not self._cache:
            return None
        found: RecordList | None = self._cache.read_before(f"{_KIND} {name}", [self._files[name]])
        return found

    def _from_cache(self, name: str) -> RecordList | None:
        """The list as it was read earlier, if each of its records is in order by itself."""
        content = self._contents[name] = Content.of(name, [(self._files[name], MAX_REGISTRY_BYTES)])
        kept = self._cache.get(_KIND, content.key) if self._cache and content else None
        if not isinstance(kept, list):
            return None
        found = RecordList(name, YamlText(kept), ())
        _, problems = found.checked(self._validators[name], {})
        if problems or not self._cache:
            return None
        self._cache.remember(f"{_KIND} {name}", found)
        return found
