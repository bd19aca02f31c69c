"""The profile of a build: the dearest functions of our own code, and those of forked processes among them."""

import cProfile
import os
import pstats
from collections.abc import Sequence
from pathlib import Path

import pytest

from _shared.profiling import PROFILE_VARIABLE, dearest, gathered_profile, profiled, write_profile
from _shared.progress import Recorder, Taken
from goodpractices.catalogue import spread, workers

HERE = f"{Path(__file__).parent}{os.sep}"


def dear(n: int) -> int:
    return sum(number * number for number in range(n))


def cheap() -> int:
    return 1


def leads_on() -> int:
    return dear(200_000)


def does_both() -> int:
    return sum(number for number in range(200_000)) + dear(200_000) + cheap()


def stats_of(work: object) -> pstats.Stats:
    profile = cProfile.Profile()
    profile.runcall(work)  # type: ignore[arg-type]
    return pstats.Stats(profile)


def test_the_dearest_function_comes_first_with_its_place() -> None:
    found = dearest(stats_of(does_both), ours=HERE)
    assert [each.name for each in found if "genexpr" not in each.name] == ["does_both", "dear", "cheap"]
    assert found[0].place.startswith("tests/unit/scripts/_shared/test_profiling.py:")
    assert found[0].calls == 1
    assert found[0].whole >= found[0].own


def test_a_function_that_only_leads_to_another_is_left_out() -> None:
    assert "leads_on" not in [each.name for each in dearest(stats_of(leads_on), ours=HERE)]


@pytest.mark.slow
def test_only_our_own_code_counts_and_no_more_than_asked_for() -> None:
    assert dearest(stats_of(does_both), ours="elsewhere") == []
    assert len(dearest(stats_of(does_both), most=1, ours=HERE)) == 1


def squares(part: Sequence[int]) -> int:
    return dear(1000) + len(part)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
def test_what_forked_processes_did_counts_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    monkeypatch.setenv(PROFILE_VARIABLE, str(tmp_path))
    with profiled():
        list(spread(squares, range(300)))
    profile = gathered_profile(tmp_path)
    assert profile is not None
    calls = {each.name: each.calls for each in dearest(profile, most=100, ours=HERE)}
    assert calls["dear"] == 3


def test_without_being_asked_nothing_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PROFILE_VARIABLE, raising=False)
    with profiled():
        dear(10)
    assert gathered_profile(tmp_path) is None


@pytest.mark.slow
def test_the_table_has_steps_by_cost_and_says_what_to_do(tmp_path: Path) -> None:
    stats_of(does_both).dump_stats(tmp_path / "a.pstats")
    recorder = Recorder(taken={"reading": Taken(2.0, 1.0), "pages": Taken(2.0, 3.0)})
    target = tmp_path / "deeper" / "profil.md"
    shown = write_profile(recorder, tmp_path, target)
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Gdzie upłynął czas budowy"
    assert lines[4:6] == ["| strony | 2 | 3 | 75% |", "| opisy | 2 | 1 | 25% |"]
    assert "callees" in shown
    assert str(target) in shown
    assert target.with_suffix(".pstats").is_file()
