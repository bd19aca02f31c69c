"""Files of strangers are read in a process of their own: what takes too much ends in a sentence."""

import subprocess
import sys
import time
from typing import Any

import pytest
from tests.support.office import OFFERED, filled_document
from tests.support.submissions import ANSWERS, PL

pytest.importorskip("resource", reason="Windows limits no processes")

from tests.support.paths import PRACTICES, ROOT

from bench.fuzz_imports import is_bad, losses
from bench.office_files import Importer, Trial, tried
from goodpractices.editing import UnusableSubmission, read_within_limits
from goodpractices.editing.submissions import limits

SPOILT = f"""
import sys
from pathlib import Path
sys.path[:0] = [{str(ROOT / "scripts")!r}, {str(ROOT / "hooks")!r}]
from bench.fuzz_imports import failures
from bench.office_files import Importer
sys.exit(failures(Importer.of(Path({str(PRACTICES)!r})), 7, range(40)))
"""


def spins(*_: object) -> None:
    while True:
        time.process_time()


def swells(*_: object) -> None:
    list(range(10**9))


def needs_some(*_: object) -> list[Any]:
    return [] if bytearray(50 * 1024 * 1024) else [None]


def breaks(*_: object) -> None:
    raise ZeroDivisionError


def key_of(monkeypatch: pytest.MonkeyPatch, reader: Any) -> str:
    monkeypatch.setattr(limits, "_METHOD", "fork")
    with pytest.raises(UnusableSubmission) as refused:
        read_within_limits(b"", ".docx", PL, OFFERED, reader)
    return refused.value.faults[0].key


def test_a_file_is_read_as_without_limits() -> None:
    [read] = read_within_limits(filled_document(), ".docx", PL, OFFERED)
    assert read.answers["title"] == ANSWERS["title"]
    assert read.places["title"] == "„Nazwa praktyki”"


def test_faults_come_back_with_their_places_and_numbers() -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_within_limits(b"Nazwa praktyki\n" + b"x\n" * 600, ".csv", PL, OFFERED)
    [fault] = refused.value.faults
    assert (fault.key, dict(fault.params)) == ("submission.too_many_rows", {"max": 500})


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SECONDS", 1)
    assert key_of(monkeypatch, spins) == "submission.too_slow"


def test_what_never_ends_by_the_clock_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CLOCK", 0.5)
    assert key_of(monkeypatch, lambda *_: time.sleep(60)) == "submission.too_slow"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_what_takes_too_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of(monkeypatch, swells) == "submission.too_much_memory"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_what_the_command_holds_is_not_the_memory_of_the_file() -> None:
    large_catalogue = bytearray(limits.MAX_MEMORY)
    assert read_within_limits(b"", ".docx", PL, OFFERED, needs_some) == []
    assert len(large_catalogue) == limits.MAX_MEMORY


def test_what_nobody_thought_of_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of(monkeypatch, breaks) == "submission.broken"


def test_a_sample_of_made_up_and_spoilt_files_ends_well() -> None:
    assert losses(Importer.of(PRACTICES), 7, range(40)) == 0
    # In a process of its own: what this one holds by now may be more than the import of a file may take.
    done = subprocess.run([sys.executable, "-c", SPOILT], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_bad_end_is_noticed() -> None:
    class Broken:
        def drafts(self, data: bytes, ending: str) -> list[str]:
            raise ZeroDivisionError

    trial = tried(b"", ".docx", Broken())  # type: ignore[arg-type]
    assert trial.failure.endswith("ZeroDivisionError\n")
    assert [is_bad(each) for each in (trial, Trial("", 6, 0), Trial("", 0, 400 * 1024**2), Trial("", 1, 0))] == [
        *(True, True, True, False)
    ]
