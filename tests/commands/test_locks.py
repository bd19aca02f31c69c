"""The locks can be installed on every system and Python they are promised for: pip says so, wheel by wheel."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.paths import ROOT
from tests.support.thorough import AT_NIGHT

LOCKS = ROOT / "requirements"
COMMAND = ROOT / "scripts" / "check_locks.py"
CELLS = 64
"""Three locks on five systems with four Pythons, and on one of these systems the lock of the tests."""

Show = Callable[[str, object], None]


def checked(folder: Path, record_property: Show) -> subprocess.CompletedProcess[str]:
    """What the command says of the locks in a folder; where no registry answers the test is skipped for all to see."""
    done = subprocess.run([sys.executable, str(COMMAND), str(folder)], capture_output=True, encoding="utf-8", cwd=ROOT)
    if done.returncode == 2:
        reason = f"Nie sprawdzono, czy pakiety da się zainstalować na każdym systemie. {done.stderr.strip()}"
        record_property("shown", reason)
        pytest.skip(reason)
    return done


@AT_NIGHT
def test_every_lock_can_be_installed_wherever_it_is_promised(record_property: Show) -> None:
    done = checked(LOCKS, record_property)
    record_property("shown", done.stdout)
    assert done.returncode == 0, done.stdout
    assert len(re.findall(r"  tak", done.stdout)) == CELLS
    assert f"{CELLS} z {CELLS}; niczego nie pominięto" in done.stdout


def lock(folder: Path, text: str) -> Path:
    """A folder of locks of which the first has these lines, the others nothing."""
    folder.mkdir()
    for path in LOCKS.glob("*.txt"):
        (folder / path.name).write_text(text if path.name == "site.txt" else "", encoding="utf-8")
    return folder


def entry(name: str) -> str:
    """The lines of a package in a lock of the project."""
    text = (LOCKS / "site.txt").read_text(encoding="utf-8")
    [found] = re.findall(rf"^{name}==(?:.*\\\n)*.*\n", text, flags=re.MULTILINE)
    return str(found)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    return lambda text: lock(tmp_path_factory.mktemp("locks") / "requirements", text)


def test_a_package_without_a_wheel_is_named_with_its_cells(
    planted: Callable[[str], Path], record_property: Show
) -> None:
    analyser = re.sub(r" ; .*(?=\\)", "", entry("morfeusz2"), count=1)
    done = checked(planted(analyser), record_property)
    assert done.returncode == 1
    [line] = [line for line in done.stdout.splitlines() if line.startswith("morfeusz2==")]
    assert "Linux ARM64: 3.11 (site), 3.12 (site), 3.13 (site), 3.14 (site)" in line
    assert "Windows" not in line
    assert len(re.findall("NIE", done.stdout)) == 4


def test_a_file_with_another_hash_does_not_count(planted: Callable[[str], Path], record_property: Show) -> None:
    other = re.sub(r"sha256:\w{10}", "sha256:0123456789", entry("idna"))
    done = checked(planted(other), record_property)
    assert done.returncode == 1
    assert "idna==" in done.stdout


def test_a_dependency_that_a_lock_left_out_is_named(planted: Callable[[str], Path], record_property: Show) -> None:
    done = checked(planted(entry("jinja2")), record_property)
    assert done.returncode == 1
    assert re.search(r"MarkupSafe>=.*potrzebuje go jinja2, a plik go nie wymienia", done.stdout)


def test_what_a_marker_leaves_out_there_need_not_be_installed_there(
    planted: Callable[[str], Path], record_property: Show
) -> None:
    done = checked(planted(entry("morfeusz2")), record_property)
    assert done.returncode == 0, done.stdout


def test_where_no_registry_answers_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    for name in ("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS"):
        monkeypatch.setenv(f"PIP_{name}", nowhere.as_uri())
    shutil.copytree(LOCKS, tmp_path / "requirements")
    command = [sys.executable, str(COMMAND), str(tmp_path / "requirements")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 2
    assert "Żaden rejestr pakietów nie zna" in done.stderr
    assert "Traceback" not in done.stderr
