"""The command that tests: its checks, and the quick part: what it runs, leaves out, and where its files go."""

import os
import shutil
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

import test


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        (["--quick"], ["tests/unit"]),
        (["--quick", "-k", "dates", "-x"], ["tests/unit", "-k", "dates", "-x"]),
        (["--quick", "tests/unit/wording"], ["tests/unit/wording"]),
        (["--quick", "tests/unit/wording/test_polish.py::test_x"], ["tests/unit/wording/test_polish.py::test_x"]),
        (["tests/unit"], ["tests/unit"]),
        ([], []),
    ],
)
def test_the_quick_part_is_the_folder_of_the_packages_or_what_is_named(
    arguments: list[str], passed_on: list[str]
) -> None:
    assert test.read_arguments(arguments)[1] == passed_on


def test_nobody_is_asked_for_everything_and_the_quick_part_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        test.read_arguments(["--quick", "--thorough"])
    assert "--quick" in capsys.readouterr().err


def test_the_quick_part_leaves_out_what_takes_long() -> None:
    asked, _ = test.read_arguments(["--quick", "--without-other-browsers"])
    assert test.marks_left_out(asked) == ["browsers", "slow"]
    assert test.marks_left_out(test.read_arguments([])[0]) == []


@pytest.mark.parametrize(
    ("asked", "free", "is_used"),
    [
        (("tests/unit",), 600_000_000, True),
        (("tests/unit",), 64_000_000, False),
        ((), 600_000_000, False),
        ((), 4_000_000_000, True),
        (("tests/unit/test_structure.py",), 4_000_000_000, False),
    ],
)
def test_files_of_tests_stay_in_memory_where_there_is_room_until_they_are_done(
    asked: tuple[str, ...], free: int, is_used: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test, "MEMORY_DISK", tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with test.in_memory(asked) as variables:
        assert [*variables.values()] == [str(path) for path in tmp_path.iterdir()]
        assert [*variables] == ["TMPDIR"] * is_used
    assert [*tmp_path.iterdir()] == []


def test_a_system_without_a_disk_in_memory_is_asked_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test, "MEMORY_DISK", tmp_path / "none")
    with test.in_memory(()) as variables:
        assert variables == {}


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="Windows has no such disk")
def test_a_disk_that_starts_no_programs_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1))
    assert test.takes_programs(tmp_path, 0)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_NOEXEC))
    assert not test.takes_programs(tmp_path, 0)


def test_every_check_is_told_of_in_order_and_those_that_found_something_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {"slow": test.Checked(False, "x.py:3 unclear\n", 2.0), "quick": test.Checked(True, "", 0.1)}

    def checked(check: tuple[str, ...]) -> test.Checked:
        if check[0] == "slow":
            is_done.wait(timeout=10)  # the other one ends first, and is shown second all the same
        else:
            is_done.set()
        return found[check[0]]

    is_done = Event()
    monkeypatch.setattr(test, "checked", checked)
    monkeypatch.setattr(test, "CHECKS", (("slow", "--hard"), ("quick",)))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert test.failed_checks() == ["slow --hard"]
    assert capsys.readouterr().out == "\n── slow --hard ──\nx.py:3 unclear\nźle, 2.0 s\n\n── quick ──\ndobrze, 0.1 s\n"
