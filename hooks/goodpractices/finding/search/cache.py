"""What was analysed once need not be analysed again: results by the content they follow from.

A result is kept under what it was computed from and nothing else, so that an old one can never be wrong: an entry under
the hash of its texts, a word under itself, both in a file named after the version of what analyses. A build keeps what
it used and forgets the rest. Without a folder everything is computed, with the same outcome.
"""

import contextlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

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

    def known(self, kind: str, keys: Sequence[str], compute: Callable[[Sequence[str]], Sequence[Any]]) -> Values:
        """Results for all keys, in their order; those that are not there yet are computed together."""
        old = self._old.get(kind, {})
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
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Written beside and then renamed: two builds at once must not leave half a file.
            with tempfile.NamedTemporaryFile("w", dir=self._path.parent, delete=False, encoding="utf-8") as file:
                file.write(json.dumps(self._used, ensure_ascii=False, separators=(",", ":")))
            Path(file.name).replace(self._path)


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
