"""The commands of scripts/bench/ find what they share, wherever they are started."""

import subprocess
import sys
from pathlib import Path

import pytest

from _shared.environment import ROOT

COMMANDS = (
    "compare_search",
    "evaluate_search",
    "fuzz_entries",
    "fuzz_imports",
    "generate_practices",
    "make_everyday",
    "make_gazetteer",
    "make_outline",
    "make_rates",
    "measure_attacks",
    "measure_edits",
    "measure_growth",
    "measure_pages",
    "measure_preview",
    "measure_search",
    "measure_validation",
    "mutate",
    "mutate_scripts",
    "take_screenshots",
)


def started(command: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, command, *arguments], cwd=folder, capture_output=True, encoding="utf-8", errors="replace"
    )


def test_the_commands_are_these() -> None:
    there = {path.stem for path in (ROOT / "scripts" / "bench").glob("*.py")}
    assert there == {*COMMANDS, "__init__"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_starts_in_any_folder(name: str, tmp_path: Path) -> None:
    done = started(ROOT / "scripts" / "bench" / f"{name}.py", tmp_path, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage:")


def test_the_command_that_the_readme_named_says_where_it_went(tmp_path: Path) -> None:
    done = started(ROOT / "scripts" / "evaluate_search.py", tmp_path)
    assert done.returncode == 2
    assert done.stderr == "To polecenie jest teraz tutaj: python3 scripts/bench/evaluate_search.py\n"
