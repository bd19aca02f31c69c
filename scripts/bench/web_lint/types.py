"""What TypeScript finds in the scripts, whose types stand in their comments."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from _shared.environment import CommandError
from _shared.npm import node

from .problems import HERE, Problem, home_of_linters

SCRIPTS = HERE / "tsconfig.json"
"""The scripts of the site, how strictly they are checked, and which of them are not checked yet."""

_MISTAKE = re.compile(r"(?P<path>.+?)\((?P<line>\d+),(?P<column>\d+)\): error (?P<text>TS\d+: .*)")


def found_in_types(project: Path) -> list[Problem]:
    """The mistakes in the scripts of a project, given by its ``tsconfig.json``.

    Raises:
        CommandError: the check could not be installed or run.
    """
    program = home_of_linters() / "node_modules" / "typescript" / "bin" / "tsc"
    command = [str(node()), str(program), "--project", str(project), "--pretty", "false"]
    done = subprocess.run(command, cwd=project.parent, capture_output=True, encoding="utf-8", errors="replace")
    problems = list(_mistakes(done.stdout, project.parent))
    if done.returncode and not problems:
        raise CommandError(
            f"Nie udało się sprawdzić typów w skryptach. Program tsc mówi:\n\n{done.stdout}{done.stderr}"
        )
    return problems


def _mistakes(said: str, folder: Path) -> Iterator[Problem]:
    for line in said.splitlines():
        if found := _MISTAKE.match(line):
            path = (folder / found["path"]).resolve()
            yield Problem(path, int(found["line"]), int(found["column"]), found["text"], (), (), in_list=False)
