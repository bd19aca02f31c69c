"""Work spread over processors: the same results in the same order as in one process."""

import os
import threading
from collections.abc import Sequence

import pytest

from goodpractices.catalogue import spread, workers


def squares(part: Sequence[int]) -> list[int]:
    return [number * number for number in part]


def process(part: Sequence[int]) -> int:
    return os.getpid()


def spread_over(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: processors)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)


@pytest.mark.slow
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1000])
@pytest.mark.parametrize("processors", [1, 3])
def test_results_come_in_the_order_of_the_items(monkeypatch: pytest.MonkeyPatch, count: int, processors: int) -> None:
    spread_over(monkeypatch, processors)
    parts = list(spread(squares, range(count)))
    assert [number for part in parts for number in part] == [n * n for n in range(count)]
    assert all(len(part) <= workers.SLICE for part in parts)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
def test_much_work_is_done_elsewhere_and_little_here(monkeypatch: pytest.MonkeyPatch) -> None:
    spread_over(monkeypatch, 2)
    assert os.getpid() not in set(spread(process, range(1000)))
    assert set(spread(process, range(workers.SLICE))) == {os.getpid()}


def test_beside_other_threads_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 4)
    leave = threading.Event()
    thread = threading.Thread(target=leave.wait)
    thread.start()
    try:
        assert set(spread(process, range(1000))) == {os.getpid()}
    finally:
        leave.set()
        thread.join()


@pytest.mark.slow
def test_an_error_in_the_work_reaches_the_one_who_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(part: Sequence[int]) -> None:
        raise ValueError("faulty")

    spread_over(monkeypatch, 2)
    with pytest.raises(ValueError, match="faulty"):
        list(spread(fail, range(1000)))
    assert [len(part) for part in spread(squares, range(150))] == [100, 50]
