"""First runs in a checkout of their own, with a stand-in for pip: at once, from a broken .venv/, in an odd place."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from _shared.environment import ROOT

COMMAND = """
import sys, time, venv
from pathlib import Path
from _shared import environment

def told(what):
    with (environment.ROOT / "done.txt").open("a", encoding="utf-8") as file:
        file.write(what + "\\n")

def make_venv():
    told("new")
    venv.create(environment.VENV, clear=True, symlinks=True)

def install_packages(lock):
    while (environment.ROOT / "slow").exists():
        time.sleep(0.01)
    told(lock.stem)
    folder = next(environment.VENV.glob("lib/python3*/site-packages"))
    (folder / f"{lock.stem}_package").mkdir(exist_ok=True)

def main():
    environment.make_venv, environment.install_packages, environment.has_pip = make_venv, install_packages, lambda: True
    environment.enter(*sys.argv[1:])
    print("inside", Path(sys.prefix) == environment.VENV)
    return 0

environment.run(main)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing but the way into its environment."""
    return made(tmp_path / "checkout")


def made(folder: Path) -> Path:
    shared = folder / "scripts" / "_shared"
    shared.mkdir(parents=True)
    for name in ("console.py", "environment.py", "locks.py", "system_errors.py"):
        shutil.copy(ROOT / "scripts" / "_shared" / name, shared)
    (folder / "scripts" / "command.py").write_text(COMMAND, encoding="utf-8")
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    return folder


def started(checkout: Path, *needs: str, **environment: str) -> subprocess.Popen[str]:
    reference = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"} | environment
    python = Path(sys.base_prefix) / "bin" / "python3"
    return subprocess.Popen(
        [python, checkout / "scripts" / "command.py", *needs],
        env=reference,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def ran(checkout: Path, *needs: str, **environment: str) -> str:
    process = started(checkout, *needs, **environment)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 0, said
    assert "inside True" in said
    return said


def done(checkout: Path) -> list[str]:
    """What was done to the environment since this was asked last."""
    notes = checkout / "done.txt"
    installed = notes.read_text(encoding="utf-8").split() if notes.exists() else []
    notes.unlink(missing_ok=True)
    return installed


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for pip knows the folders of other systems")


def test_of_two_first_runs_one_prepares_and_the_other_waits(checkout: Path) -> None:
    (checkout / "slow").touch()
    one = started(checkout)
    while one.poll() is None and not (checkout / "done.txt").exists():
        time.sleep(0.01)
    assert one.poll() is None, one.communicate()[0]
    other = started(checkout)
    assert other.stdout
    assert other.stdout.readline() == "Inne polecenie właśnie przygotowuje środowisko w .venv/; czekam, aż skończy.\n"
    (checkout / "slow").unlink()
    assert [one.communicate()[0], other.communicate()[0]] == ["inside True\n", "inside True\n"]
    assert [one.returncode, other.returncode] == [0, 0]
    assert done(checkout) == ["new", "site"]


def without_settings(checkout: Path) -> None:
    (checkout / ".venv" / "pyvenv.cfg").unlink()


def without_python(checkout: Path) -> None:
    for path in (checkout / ".venv" / "bin").glob("python*"):
        path.unlink()


def without_packages(checkout: Path) -> None:
    for path in (checkout / ".venv").glob("lib/python3*/site-packages/*"):
        path.rmdir()


def moved(checkout: Path) -> None:
    settings = checkout / ".venv" / "installed.json"
    settings.write_text(settings.read_text(encoding="utf-8").replace(str(checkout), "/elsewhere"), encoding="utf-8")


@pytest.mark.parametrize("spoil", [without_settings, without_python, without_packages, moved])
def test_a_broken_environment_is_made_anew_and_a_whole_one_is_kept(
    spoil: Callable[[Path], None], checkout: Path
) -> None:
    ran(checkout)
    spoil(checkout)
    done(checkout)
    ran(checkout)
    assert done(checkout) == ["new", "site"]
    ran(checkout)
    assert done(checkout) == []


def test_a_folder_with_polish_letters_is_no_trouble_where_the_system_knows_ascii_alone(tmp_path: Path) -> None:
    checkout = made(tmp_path / "Dokumenty użytkownika (łódź) #1")
    ran(checkout, PYTHONUTF8="0", LC_ALL="C")
    assert done(checkout) == ["new", "site"]
