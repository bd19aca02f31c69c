"""The command for editors as a program: what it prints, how it ends, and in which colours."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.programs import ran, started
from tests.support.entries import add, advised_folder, entry, practices_folder
from tests.support.paths import ROOT

SPOILT = entry({"lifecycle": "trwa"})


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--format", "github"], 1, "::error file=practices/inna-zla/index.md,line=2,col=12::lifecycle: "),
        (["{folder}/dobra"], 0, "Wszystko w porządku."),
        (["{folder}/nie-ma"], 2, "Nie ma takiego pliku ani folderu"),
        (["--format", "xml"], 2, "xml"),
        (["--help"], 0, "--format"),
    ],
)
def test_it_prints_and_ends_as_promised(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "dobra/index.md", entry())
    add(folder, "zla/index.md", SPOILT)
    add(folder, "inna-zla/index.md", SPOILT)
    done = ran("validate", *(argument.format(folder=folder) for argument in arguments), practices=folder)
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def advised(tmp_path: Path) -> Path:
    return advised_folder(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--today", "2026-11-22"], 0, "stara/index.md:2:37: claims[0].as_of: Stwierdzenie jest z 2019"),
        (["--today", "2026-11-22", "--strict"], 1, "1 uwaga (1 plik)."),
        (["--today", "2026-11-22", "--strict", "--errors-only"], 0, "Wszystko w porządku."),
        (["--today", "2026-11-22", "--format", "github"], 0, "::warning file=practices/stara/index.md,line="),
        (["--today", "wczoraj"], 2, "wczoraj"),
        (["--today", "2020-01-01", "--strict"], 0, "Co uzupełnić w pierwszej kolejności:"),
    ],
)
def test_it_advises(arguments: list[str], code: int, said: str, advised: Path) -> None:
    done = ran("validate", *arguments, practices=advised)
    assert done.returncode == code, done.stdout + done.stderr
    assert re.sub(r":\d+:\d+:", ":2:37:", said) in re.sub(r":\d+:\d+:", ":2:37:", done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


def test_a_pipe_gets_no_colours(advised: Path) -> None:
    assert "\x1b" not in started("validate", practices=advised).stdout


def test_whoever_asks_for_help_does_not_wait_for_the_model() -> None:
    program = (
        "import sys; sys.argv = ['validate.py', '--help']; sys.path.insert(0, 'scripts'); import validate\n"
        "validate.main()\n"
        "print(sorted({'pydantic', 'goodpractices.catalogue', 'babel'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert "--format" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
