"""What Git knows of the entries in a folder: which commits touched them, and what they held."""

import contextlib
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import IO

from .files import MAX_ENTRY_BYTES

_GIT = (
    *("git", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false"),
)
# Objects are read as they are, whatever the repository says; what is not here is not fetched.
_ENVIRONMENT = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
_PATIENCE = 20.0
_MOST_COMMITS = 10_000
_MOST_BYTES = 64 * 1024 * 1024
"""Of all versions together; those beyond count as unreadable."""

_AT_ONCE = 50
"""Contents asked for together: few enough for the questions to fit into a pipe while the answers wait."""

_CHUNK = 1 << 16
_LONGEST_TOKEN = 1 << 16
_HEAD = re.compile(rb"\x01([0-9-]{10})\x02(.*)", re.DOTALL)
_CHANGE = re.compile(rb"\n?:[0-7]{6} ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [A-Z]")
_ENTRY = re.compile(rb"([a-z0-9]+(?:[-_][a-z0-9]+)*)/index\.md")
_PLAIN_FILE = re.compile(rb"100[0-7]{3}|000000")


@dataclass(frozen=True, slots=True)
class FileChange:
    """The names of what an entry held before and after a commit; ``None`` where it was not there."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the main line: its day as its author's clock had it, and the entries that changed, by id."""

    day: date
    is_first: bool
    """Whether Git knows of none before it."""
    changes: dict[str, FileChange]


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder that the last commit knows, and what that commit is; ``ends`` tells where a shallow copy was cut off."""

    folder: Path
    commit: str
    tree: str
    is_shallow: bool
    ends: str

    @classmethod
    def of(cls, folder: Path) -> "Repository | None":
        """The repository that a folder lies in; ``None`` without Git, outside one, or if its commits know no such
        folder: a copy that somebody unpacked into another repository.
        """
        asked = ("rev-parse", "--is-shallow-repository", "--git-path", "shallow", "HEAD", "HEAD:./")
        try:
            done = subprocess.run(  # noqa: S603 - nothing of it comes from elsewhere
                [*_GIT, *asked], cwd=folder, env=os.environ | _ENVIRONMENT, capture_output=True, timeout=_PATIENCE
            )
        except (OSError, subprocess.SubprocessError):
            return None
        lines = os.fsdecode(done.stdout).splitlines()
        if done.returncode or len(lines) != 4:
            return None
        shallow, ends, commit, tree = lines
        return cls(folder, commit, tree, shallow == "true", _hash_of(folder / ends))

    def commits(self) -> "Commits":
        """The commits of the main line that touched entries, the latest first."""
        return Commits(self.folder, self.commit)

    def contents(self, objects: Iterable[str]) -> Mapping[str, bytes | None]:
        """What the files with some names hold; ``None`` where that is too much or not there."""
        found: dict[str, bytes | None] = {}
        with contextlib.suppress(OSError, ValueError), self._reading() as (asked, answered):
            left, names = _MOST_BYTES, [*objects]
            for start in range(0, len(names), _AT_ONCE):
                some = names[start : start + _AT_ONCE]
                asked.write("".join(f"{name}\n" for name in some).encode())
                asked.flush()
                for name in some:
                    found[name] = data = _content(answered, left)
                    left -= len(data or b"")
        return found

    @contextlib.contextmanager
    def _reading(self) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        command = [*_GIT, "cat-file", "--batch"]
        with subprocess.Popen(  # noqa: S603 - nothing of it comes from elsewhere
            command,
            cwd=self.folder,
            env=os.environ | _ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as reading:
            if reading.stdin is None or reading.stdout is None:
                raise OSError
            try:
                yield reading.stdin, reading.stdout
            finally:
                reading.kill()


@dataclass(slots=True)
class Commits:
    """Reads the commits one by one, so that whoever has seen enough leaves the rest unread."""

    folder: Path
    commit: str
    has_failed: bool = field(default=False, init=False)
    """Whether Git ended with a fault; known once all were read."""
    were_cut: bool = field(default=False, init=False)
    """Whether there may be more than were asked for."""

    def __iter__(self) -> Iterator[Commit]:
        command = [
            *(*_GIT, "log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative"),
            *("--no-color", "--no-ext-diff", "--no-notes", "--date=short", "--format=%x01%cd%x02%P"),
            *(f"--max-count={_MOST_COMMITS}", self.commit, "--", ":(glob)*/index.md"),
        ]
        try:
            with subprocess.Popen(  # noqa: S603 - nothing of it comes from elsewhere
                command,
                cwd=self.folder,
                env=os.environ | _ENVIRONMENT,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            ) as log:
                if log.stdout is None:
                    raise OSError
                try:
                    for number, commit in enumerate(_commits(_tokens(log.stdout)), 1):
                        self.were_cut = number == _MOST_COMMITS
                        yield commit
                    self.has_failed = log.wait(_PATIENCE) != 0
                finally:
                    log.kill()
        except (OSError, ValueError, subprocess.SubprocessError):
            self.has_failed = True


def _tokens(log: IO[bytes]) -> Iterator[bytes]:
    """What Git writes, cut at its zeros.

    Raises:
        ValueError: a piece is longer than any name of an entry.
    """
    rest = b""
    while data := log.read(_CHUNK):
        *tokens, rest = (rest + data).split(b"\0")
        if len(rest) > _LONGEST_TOKEN:
            raise ValueError
        yield from tokens
    if rest:
        yield rest


def _commits(tokens: Iterator[bytes]) -> Iterator[Commit]:
    current: Commit | None = None
    for token in tokens:
        if head := _HEAD.fullmatch(token):
            if current:
                yield current
            current = Commit(date.fromisoformat(head[1].decode()), not head[2].strip(), {})
        elif current and (change := _CHANGE.fullmatch(token)):
            path = next(tokens, b"")
            if entry := _ENTRY.fullmatch(path):
                current.changes[entry[1].decode()] = _change(*change.groups())
    if current:
        yield current


def _change(mode: bytes, old: bytes, new: bytes) -> FileChange:
    """The versions before and after; a link is no version, whatever it leads to."""
    names = [name.decode() if name.strip(b"0") else None for name in (old, new)]
    return FileChange(names[0], names[1] if _PLAIN_FILE.fullmatch(mode) else None)


def _content(answered: IO[bytes], most: int) -> bytes | None:
    """The next answer; one that is too long is passed over piece by piece.

    Raises:
        ValueError: Git says something else.
    """
    line = answered.readline().split()
    if line[-1:] == [b"missing"]:
        return None
    if len(line) != 3:
        raise ValueError
    size, pieces = int(line[2]), []
    left = size + 1
    while left:
        piece = answered.read(min(left, _CHUNK))
        if not piece:
            raise ValueError
        left -= len(piece)
        if size <= min(MAX_ENTRY_BYTES, most):
            pieces.append(piece)
    return b"".join(pieces)[:-1] if pieces else None


def _hash_of(path: Path) -> str:
    with contextlib.suppress(OSError):
        return sha256(path.read_bytes()).hexdigest()
    return ""
