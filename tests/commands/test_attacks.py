"""Hostile inputs run one by one, each in a process of its own."""

import os
import signal
import tempfile
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="Windows neither forks nor limits processes")

from tests.support.attacks import attacks

from bench.attacks import Attack, Refused, tried, trying
from bench.measure_attacks import KINDS


def refuse(_: Path) -> tuple[int, str]:
    raise Refused("Nie da się.")


def trip(_: Path) -> tuple[int, str]:
    raise KeyError("x")


def leave(_: Path) -> tuple[int, str]:
    return 0, tempfile.mkdtemp()


def fall(_: Path) -> tuple[int, str]:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0, ""


def hang(_: Path) -> tuple[int, str]:
    signal.pause()
    return 0, ""


def test_a_refusal_a_traceback_a_fall_and_a_hang_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "_PATIENCE", 0.2)
    outcomes = [tried(Attack("plik", run.__name__, run)) for run in (refuse, trip, fall, hang)]
    assert [(each.code, each.said, each.is_bad) for each in outcomes] == [
        (1, "Nie da się.", False),
        (70, "KeyError: 'x'", True),
        (70, "ended by signal 9", True),
        (70, "ended by signal 9", True),
    ]


def test_nothing_is_left_behind() -> None:
    left = Path(tried(Attack("plik", "leave", leave)).said)
    assert left.is_absolute()
    assert not left.exists()


def test_there_are_hundreds_of_inputs_of_every_kind_and_some_of_each_end_well() -> None:
    found = [*attacks()]
    kinds = Counter(each.kind for each in found)
    assert set(kinds) == set(KINDS)
    assert len(found) >= 400
    few = [each for kind in KINDS for each in [a for a in found if a.kind == kind][:2]]
    assert [outcome for each in few if (outcome := tried(each)).is_bad] == []
