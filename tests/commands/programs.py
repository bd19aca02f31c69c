"""The commands of scripts/ as people start them, in the environment that the tests have entered."""

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from _shared.environment import ROOT


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def ran(script: str, *arguments: object, practices: Path, typed: str = "") -> Ended:
    """The command as it ends in this process and its environment: a program of its own takes a second to start."""
    command = import_module(script)
    written = {name: BytesIO() for name in ("stdout", "stderr")}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(practices.parent)
        patch.setenv("PRACTICES_DIR", str(practices))
        patch.setattr(sys, "argv", [f"{script}.py", *map(str, arguments)])
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(typed.encode()), "utf-8"))
        for name, data in written.items():
            patch.setattr(sys, name, TextIOWrapper(data, "utf-8", write_through=True))
        patch.setattr(command, "enter", lambda *_: None)
        patch.setattr(command, "UNFINISHED", practices.parent / "szkice", raising=False)
        with pytest.raises(SystemExit) as ended:
            command.run(command.main)
        return Ended(int(ended.value.code or 0), *(data.getvalue().decode() for data in written.values()))


def started(script: str, *arguments: object, practices: Path, typed: str = "") -> Ended:
    """The command as a program of its own, but in the environment of the tests."""
    code = (
        f"import sys, pathlib, {script} as script; script.enter = lambda *_: None; sys.argv[0] = '{script}.py';"
        f"setattr(script, 'UNFINISHED', pathlib.Path({str(practices.parent / 'szkice')!r})); script.run(script.main)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        input=typed,
        env={
            "PYTHONPATH": os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "hooks")]),
            "PRACTICES_DIR": str(practices),
            "PYTHONUTF8": "1",
        },
        cwd=practices.parent,
        capture_output=True,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)
