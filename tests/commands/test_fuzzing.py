"""Spoilt entries: the same ones for the same seed, each tried to its end, and what ends badly is reported."""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from tests.support.paths import PRACTICES, ROOT
from tests.support.thorough import Few

pytest.importorskip("resource", reason="Windows neither forks nor limits processes")

from bench.fuzz_entries import said, summary, until
from bench.fuzzing import LIMIT_MEMORY, Ground, Mutant, Report, Trial, mutant, original_entries, run_trials
from bench.fuzzing import trial as trials
from bench.fuzzing.mutations import MUTATIONS, move_value

ENTRIES = original_entries(PRACTICES)
COUNT, SEED = 100, 5
WITH_EACH_CHANGE = 50


def test_many_spoilt_entries_end_in_a_page_or_in_messages(few: Few) -> None:
    count = COUNT if few.is_night else WITH_EACH_CHANGE
    ground = Ground.of(PRACTICES, ROOT / "docs" / "katalog.yml")
    report = Report()
    for trial in run_trials(ground, (mutant(ENTRIES, SEED, number) for number in range(count))):
        report.add(trial)
    assert [f"{said(each.mutant, SEED)}\n{each.failure}" for each in report.failures] == []
    assert report.count == count
    assert report.pages >= 0.1 * count
    assert report.messages >= 0.5 * count


def test_the_same_number_gives_the_same_entry_whatever_came_before() -> None:
    assert mutant(ENTRIES, 7, 41) == mutant(ENTRIES, 7, 41)
    assert mutant(ENTRIES, 7, 41).files != mutant(ENTRIES, 8, 41).files


def test_every_way_of_spoiling_gets_its_turn_and_no_entry_is_left_out() -> None:
    some = [mutant(ENTRIES, 3, number) for number in range(400)]
    used = Counter(step.partition("(")[0] for each in some for step in each.steps)
    assert used.keys() == {mutation.__name__ for mutation in MUTATIONS}
    assert {each.entry for each in some} == ENTRIES.keys()
    assert {name for each in some for name in each.files} == {"index.md", "index.en.md"}
    assert sum(each.files["index.md"] != ENTRIES[each.entry] for each in some) > 300


@pytest.mark.parametrize("opened", [b"[", b"- ", b"{? "])
def test_what_is_nested_without_end_is_left_as_it_is(opened: bytes) -> None:
    endless = b"---\na: " + opened * 300_000 + b"\n---\nText\n"
    assert move_value(endless, b"", Random(1)) == endless  # noqa: S311 - no secret


class Bad:
    """Ends as the number of a mutant says."""

    def alone(self, mutants: Sequence[Mutant]) -> trials.End:
        match mutants[0].number:
            case 1:
                raise ValueError("broken inside")
            case 2:
                time.sleep(60)
            case 3:
                held = b"x" * (LIMIT_MEMORY + 64 * 1024**2)
                return "page" if held else "messages"
            case 4:
                raise SystemExit
            case 5:
                started = time.process_time()
                while time.process_time() - started < trials.LIMIT_SECONDS + 0.1:
                    pass
        return "messages"

    def whole_site(self, mutants: Sequence[Mutant]) -> trials.End:
        return "page"


ASKING = """
import sys, time
sys.path[:0] = sys.argv[1:]
from bench.fuzzing import Mutant, trial
class Bench:
    def alone(self, mutants):
        return "messages"
trials = trial.run_on(Bench(), [Mutant(0, "las", (), {})] * 2)
next(trials)
print("asked", flush=True)
time.sleep(60)
"""


def test_what_breaks_hangs_or_takes_too_much_is_reported_and_the_next_one_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trials, "LIMIT_SECONDS", 0.5)
    reasons = {1: "broken inside", 2: "no answer in time", 4: "the process ended", 5: "0.6 s"}
    ended = trials.run_on(Bad(), [Mutant(number, "las", (), {}) for bad in reasons for number in (bad, 0)])
    for number, reason in reasons.items():
        with monkeypatch.context() as patch:
            if reason == "no answer in time":
                patch.setattr(trials, "PATIENCE", 1)
            bad = next(ended)
        assert (bad.mutant.number, bad.end) == (number, "failure")
        assert reason in bad.failure
        assert next(ended).end == "messages", f"after {reason}"


TOO_MUCH = """
import sys
sys.path[:0] = sys.argv[1:]
from tests.commands.test_fuzzing import Bad
from bench.fuzzing import Mutant, trial
first, second = trial.run_on(Bad(), [Mutant(3, "las", (), {}), Mutant(0, "las", (), {})])
print(first.end, "MemoryError" in first.failure, second.end)
"""


def test_what_takes_too_much_is_reported_and_the_next_one_is_tried() -> None:
    """In a process of its own: one that has freed much may hand that out again, and the reason is another one then."""
    paths = [str(each) for each in (ROOT, ROOT / "hooks", ROOT / "scripts")]
    done = subprocess.run([sys.executable, "-c", TOO_MUCH, *paths], capture_output=True, encoding="utf-8")
    assert done.stdout.split() == ["failure", "True", "messages"], done.stderr


def test_what_the_parent_gave_back_makes_no_room_beyond_the_limit() -> None:
    released = [bytes(1000) for _ in range(500_000)]
    behind = bytes(1000)  # keeps the system from taking back what is before it
    released.clear()
    first, _ = trials.run_on(Bad(), [Mutant(3, "las", (), {}), Mutant(0, "las", (), {})])
    assert (first.end, len(behind)) == ("failure", 1000)


def test_no_process_is_left_when_the_one_that_asks_is_killed() -> None:
    paths = [str(ROOT / folder) for folder in ("hooks", "scripts")]
    with subprocess.Popen([sys.executable, "-c", ASKING, *paths], stdout=subprocess.PIPE) as asking:
        assert asking.stdout
        assert asking.stdout.readline() == b"asked\n"
        asking.kill()
        asking.communicate(timeout=20)  # which waits for all that may still write


def test_a_mutant_that_breaks_a_site_of_many_is_found_among_them() -> None:
    class Weak(Bad):
        def alone(self, mutants: Sequence[Mutant]) -> trials.End:
            return "page"

        def whole_site(self, mutants: Sequence[Mutant]) -> trials.End:
            if any(each.number == 7 for each in mutants):
                raise ValueError("no site with this one")
            return "page"

    ended = [*trials.run_on(Weak(), [Mutant(number, "las", (), {}) for number in range(10)])]
    assert [each.mutant.number for each in ended if each.end == "failure"] == [7]


def test_a_failure_says_how_to_see_it_again() -> None:
    failed = Mutant(12, "las", ("cut_bytes(index.md)",), {})
    assert "python3 scripts/bench/fuzz_entries.py --seed 3 --only 12" in said(failed, 3)
    report = Report()
    report.add(Trial(failed, "failure"))
    assert "ziarno 3" in summary(report, 3, 1.0)
    assert "źle: 1" in summary(report, 3, 1.0)


def test_time_that_is_up_ends_a_run() -> None:
    assert [*until(iter([Mutant(0, "las", (), {})]), -1)] == []
    assert len([*until(iter([Mutant(0, "las", (), {})]), None)]) == 1
