"""Files that systems, editors and people leave beside those of the catalogue: not ours to judge, and never published.

Some names are known; of others Git is asked, which knows what ``.gitignore`` says.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

# Previews of Windows and macOS; what editors and office programs keep of an open file; what they keep of the last one.
_LEFT_BEHIND = re.compile(
    r"thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|\.ds_store|\._.*|~\$.*|\.~lock\..*#|\.#.*|#.*#|.*~|.*\.sw[op]",
    re.IGNORECASE | re.DOTALL,
)
_PATIENCE = 30
"""Seconds after which Git is taken to have no answer."""


def is_left_behind(name: str) -> bool:
    """Whether a file of this name was left by a program.

    >>> [is_left_behind(name) for name in ("Thumbs.db", "index.md~", "index.md")]
    [True, True, False]
    """
    return _LEFT_BEHIND.fullmatch(name) is not None


def ignored(folder: Path, paths: Iterable[Path]) -> set[Path]:
    """Those of some paths below a folder that are passed over: left by a program, or ignored by Git.

    Git is asked once, and only if there is anything it could know of. Outside a repository, without Git, or if it
    refuses, only names decide.
    """
    found, unknown = set(), []
    for path in paths:
        if is_left_behind(path.name):
            found.add(path)
        else:
            unknown.append(path)
    return found | _ignored_by_git(folder, unknown)


def _ignored_by_git(folder: Path, paths: list[Path]) -> set[Path]:
    if not paths or not any((parent / ".git").exists() for parent in (folder.absolute(), *folder.absolute().parents)):
        return set()
    by_name = {path.relative_to(folder).as_posix(): path for path in paths}
    try:
        asked = subprocess.run(
            ["git", "check-ignore", "--stdin", "-z"],  # noqa: S607 - the Git that the person uses
            cwd=folder,
            input="\0".join(by_name).encode(errors="surrogateescape"),
            capture_output=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return set()
    if asked.returncode:  # 1: none of them; 128: not here
        return set()
    names = asked.stdout.decode(errors="surrogateescape").split("\0")
    return {by_name[name] for name in names if name in by_name}
