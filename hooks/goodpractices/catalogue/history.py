"""What changed in the published entries, day by day, as the history of the repository tells it.

The history is no better than its authors: commits may lie about their days, and old entries may be anything. Git is
asked three times at most, for what it knows of one folder; nothing of an old entry is kept but what
``changed_fields.py`` gives, and that is no text of it. How far back is looked is bounded by practices and days, so that
neither a deep history nor a large one costs more; each answer is kept in the cache by the commit it is about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from .cache import READING, Cache, code_stamp, digest
from .catalogue import PUBLISHED_STATES
from .changed_fields import FieldChange, Version, changed_fields, version_of
from .fingerprints import fingerprint_of
from .git_log import Commit, FileChange, Repository

ChangeKind = Literal["new", "changed", "removed", "withdrawn", "unclear"]
"""What became of an entry on a day; ``unclear`` is that it changed, but one of its versions cannot be read."""

MOST_OF_A_DAY = 60
"""Entries of one day whose versions are compared; of the others it is only counted that they changed."""

MOST = 1_000
"""Entries of all days whose versions are compared: the history begins with the first day that is whole within it."""

_KIND = "history"
_NO_DAY = date(2005, 4, 7)
"""Git itself is of this day; a commit that says an earlier one says nothing."""


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What became of an entry on a day, and which of its fields say something else."""

    practice: str
    kind: ChangeKind
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """The changes of a day, by practice, and how many entries changed besides."""

    day: date
    entries: tuple[EntryChange, ...]
    further: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """All that is known, the latest day first.

    ``since`` is the day from which it is known, where that is not the beginning: the copy of the repository holds no
    more, or there is more than is looked at.
    """

    days: tuple[DayOfChanges, ...]
    since: date | None = None

    @property
    def mark(self) -> str:
        """What stands for all of it."""
        return fingerprint_of(_JSON.dump_python(self, mode="json"))


_JSON: TypeAdapter[History] = TypeAdapter(History)


def read_history(folder: Path, cache: Cache | None = None) -> History | None:
    """The history of a folder of practices; ``None`` where there is no repository, no Git, or neither knows of it.

    Args:
        folder: the practices.
        cache: what earlier runs found.
    """
    repository = Repository.of(folder)
    if repository is None:
        return None
    key = digest(code_stamp(*READING), *map(str, astuple(repository)[1:]))
    if kept := _kept(cache, key):
        return kept
    try:
        found = _read(repository)
    except _Unanswered:
        return None
    if cache:
        cache.keep(_KIND, key, _JSON.dump_python(found, mode="json"))
    return found


def _kept(cache: Cache | None, key: str) -> History | None:
    kept = cache.get(_KIND, key) if cache else None
    try:
        return _JSON.validate_python(kept, strict=False) if kept else None
    except ValidationError:
        return None


class _Unanswered(Exception):
    """Git did not answer."""


@lru_cache(maxsize=1)
def _read(repository: Repository) -> History:
    """What Git tells; remembered by a process that stays and keeps nothing, as a preview does.

    Raises:
        _Unanswered: Git tells nothing.
    """
    days, since = _by_day(repository)
    objects = [each for day in days for change in day.changes.values() for each in (change.old, change.new) if each]
    contents = repository.contents(dict.fromkeys(objects))
    versions = {name: version_of(data) for name, data in contents.items()}
    told = [DayOfChanges(each.day, tuple(_told(each.changes, versions)), each.further) for each in days]
    return History(tuple(each for each in told if each.entries or each.further), since)


@dataclass(slots=True)
class _Day:
    """The entries of a day, each with its versions before and after it."""

    day: date
    changes: dict[str, FileChange]
    further: int = 0


def _by_day(repository: Repository) -> tuple[list[_Day], date | None]:
    """The latest days, as many as are looked at, and since when they are all.

    Raises:
        _Unanswered: Git tells nothing.
    """
    found: list[_Day] = []
    count, last = 0, None
    commits = repository.commits()
    for commit in commits:
        # No commit is later than one that was made upon it, whatever its author's clock said; one without a day has
        # that of the commit upon it, and those before keep theirs.
        day = last = last if last and commit.day < _NO_DAY else min(commit.day, last or commit.day)
        if repository.is_shallow and commit.is_first:  # it seems to bring along all that there was before it
            return found, day
        if not found or found[-1].day != day:
            if count >= MOST:
                return found, found[-1].day
            found.append(_Day(day, {}))
        count += _add(found[-1], commit)
    if commits.has_failed:
        raise _Unanswered
    return found, last if commits.were_cut else None


def _add(day: _Day, commit: Commit) -> int:
    """Put the changes of an earlier commit of the same day before those that are there; how many are new."""
    added = 0
    for name, change in commit.changes.items():
        if later := day.changes.get(name):
            day.changes[name] = FileChange(change.old, later.new)
        elif len(day.changes) < MOST_OF_A_DAY:
            day.changes[name] = change
            added += 1
        else:
            day.further += 1
    return added


def _told(changes: Mapping[str, FileChange], versions: Mapping[str, Version | None]) -> Iterator[EntryChange]:
    for name, change in sorted(changes.items()):
        old, new = (versions.get(each) if each else _NOTHING for each in (change.old, change.new))
        if told := _compared(name, old, new):
            yield told


_NOTHING = Version("", {}, {})
"""The version of an entry that is not there: like a draft, it is published to nobody."""


def _compared(name: str, old: Version | None, new: Version | None) -> EntryChange | None:
    """What readers may be told of two versions; ``None`` where neither was theirs to see, or nothing differs."""
    if old is None or new is None:
        return EntryChange(name, "unclear")
    before, after = old.state in PUBLISHED_STATES, new.state in PUBLISHED_STATES
    if after and not before:
        return EntryChange(name, "new")
    if before and not after:
        return EntryChange(name, "withdrawn" if new.state == "withdrawn" else "removed")
    fields = changed_fields(old, new) if after else ()
    return EntryChange(name, "changed", fields) if fields else None
