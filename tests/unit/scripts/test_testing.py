"""The command that tests: its checks, and the quick part: what it runs, leaves out, and where its files go."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from tests.support.paths import ROOT

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


@pytest.mark.parametrize("number", [1, 2, 7])
def test_each_file_of_the_quick_part_is_in_one_share_and_all_are_about_as_long(number: int) -> None:
    shares = test.shares(ROOT / "tests" / "unit", number)
    files = [ROOT / name for share in shares for name in share]
    assert sorted(files) == sorted((ROOT / "tests" / "unit").rglob("test_*.py"))
    sizes = [sum((ROOT / name).stat().st_size for name in share) for share in shares]
    assert (len(sizes), max(sizes) - min(sizes) < max(path.stat().st_size for path in files)) == (number, True)


def test_of_fewer_files_than_processes_no_share_is_empty() -> None:
    folder = ROOT / "tests" / "unit" / "wording"
    assert [len(share) for share in test.shares(folder, 500)] == [1] * len([*folder.glob("test_*.py")])


@pytest.mark.parametrize(("ends", "is_good"), [((0, 0), True), ((0, 1), False), ((5, 0), True), ((5, 5), False)])
def test_the_quick_part_is_good_when_no_share_failed_and_shows_the_words_of_all_in_order(
    ends: tuple[int, ...], is_good: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def done(arguments: Sequence[str], environment: Mapping[str, str]) -> SimpleNamespace:
        if arguments[-1] == "first":
            second_is_done.wait(timeout=10)
            return SimpleNamespace(returncode=ends[0], stdout="one\n")
        second_is_done.set()
        return SimpleNamespace(returncode=ends[1], stdout="two\n")

    second_is_done = Event()
    monkeypatch.setattr(test, "done", done)
    monkeypatch.setattr(test, "shares", lambda _, number: [["first"], ["second"]])
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert test.quick_part_passes(["-m", "not slow"]) is is_good
    assert capsys.readouterr().out.endswith("części naraz: 2 ──\n\n── część 1 z 2 ──\none\n\n── część 2 z 2 ──\ntwo\n")


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
