"""Hostile inputs run one by one, each in a process of its own."""

import faulthandler
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="Windows neither forks nor limits processes")

from tests.support.attacks import attacks
from tests.support.paths import ROOT

from bench.attacks import Attack, Outcome, Refused, tried, trying
from bench.measure_attacks import KINDS


def refuse(_: Path) -> tuple[int, str]:
    raise Refused("Nie da się.")


def trip(_: Path) -> tuple[int, str]:
    raise KeyError("x")


def leave(_: Path) -> tuple[int, str]:
    return 0, tempfile.mkdtemp()


def fall(_: Path) -> tuple[int, str]:
    faulthandler.disable()  # its words would stand in the output of the tests as if these had fallen
    os.abort()


def hang(_: Path) -> tuple[int, str]:
    signal.pause()
    return 0, ""


def test_a_refusal_a_traceback_a_fall_and_a_hang_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "_PATIENCE", 0.2)
    outcomes = [tried(Attack("plik", run.__name__, run)) for run in (refuse, trip, fall, hang)]
    assert [(each.code, each.said) for each in outcomes] == [
        (1, "Nie da się."),
        (70, "KeyError: 'x'"),
        (70, "ended by signal 6"),
        (70, "ended by signal 9"),
    ]


@pytest.mark.parametrize(
    ("code", "seconds", "memory", "bad"),
    [(1, 5.0, 300 * 2**20, False), (1, 5.1, 0, True), (1, 0.0, 300 * 2**20 + 1, True), (70, 0.0, 0, True)],
)
def test_an_end_is_bad_by_its_code_its_time_or_its_memory(code: int, seconds: float, memory: int, *, bad: bool) -> None:
    assert Outcome("wpis", "x", "", code, seconds, memory).is_bad is bad


def test_nothing_is_left_behind() -> None:
    left = Path(tried(Attack("plik", "leave", leave)).said)
    assert left.is_absolute()
    assert not left.exists()


def test_there_are_hundreds_of_inputs_of_every_kind() -> None:
    found = Counter(each.kind for each in attacks())
    assert set(found) == set(KINDS)
    assert found.total() >= 400


def test_the_first_inputs_of_each_kind_end_well() -> None:
    """By the command, since a process of its own has neither the memory nor the files of the tests."""
    command = [sys.executable, str(ROOT / "scripts" / "bench" / "measure_attacks.py"), "--first", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Razem: {2 * len(KINDS)}, źle: 0." in done.stdout
