"""What was analysed once need not be analysed again: results by the content they follow from.

A result is kept under what it was computed from and nothing else, so that an old one can never be wrong: an entry under
the hash of its texts, a word under itself, both in a file named after the version of what analyses. A build keeps what
it used and forgets the rest. Without a folder everything is computed, with the same outcome.
"""

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from ...catalogue import write_whole

Values = dict[str, Any]
"""Results by key, as JSON can hold them."""


class Cache:
    """Results of earlier builds; made for one build and saved at its end."""

    def __init__(self, folder: Path | None, version: str) -> None:
        self._path = folder / f"{digest(version)[:16]}.json" if folder else None
        self._old: dict[str, Values] = _read(self._path)
        self._used: dict[str, Values] = {}
        self.computed = 0
        """How many results were not there yet."""

    def known(
        self,
        kind: str,
        keys: Sequence[str],
        compute: Callable[[Sequence[str]], Sequence[Any]],
        is_result: Callable[[Any], bool],
    ) -> Values:
        """Results for all keys, in their order; those that are not there yet are computed together.

        What is kept but is no result of this kind, whoever wrote it, counts as missing.
        """
        kept = self._old.get(kind, {})
        old = {key: kept[key] for key in keys if key in kept and is_result(kept[key])}
        missing = [key for key in dict.fromkeys(keys) if key not in old]
        new = dict(zip(missing, compute(missing), strict=True)) if missing else {}
        self.computed += len(new)
        found = {key: old[key] if key in old else new[key] for key in keys}
        self._used.setdefault(kind, {}).update(found)
        return found

    def save(self) -> None:
        """Keep what was used. A folder that cannot be written costs time in the next build and nothing else."""
        if self._path is None or (self.computed == 0 and _sizes(self._old) == _sizes(self._used)):
            return
        with contextlib.suppress(OSError):
            write_whole(self._path, json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode())


def digest(*texts: str) -> str:
    """The hash of some texts."""
    return sha256("\0".join(texts).encode()).hexdigest()


def _read(path: Path | None) -> dict[str, Values]:
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {kind: each for kind, each in found.items() if isinstance(each, dict)} if isinstance(found, dict) else {}


def _sizes(values: Mapping[str, Values]) -> dict[str, int]:
    return {kind: len(results) for kind, results in values.items() if results}
