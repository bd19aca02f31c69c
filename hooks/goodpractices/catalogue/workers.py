"""Work on many values at once, on every processor, where the system can fork a process.

A forked process sees the catalogue as it stands in memory, so nothing is copied or read again. Where there is no fork,
where other threads run (a forked thread may hold a lock for ever), within such a process, or where there is little to
do, the same work is done in this process.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from .steps import advance, expect, listen

T = TypeVar("T")
R = TypeVar("R")

SLICE = 100

Around = Callable[[Callable[[], Any]], Any]
"""Does some work, and something before or after it."""

_around: Around | None = None

# What the forked processes work on; set before they are made, since a function cannot be sent to them.
_job: tuple[Callable[[Sequence[Any]], Any], Sequence[Any], int] | None = None


def around_slices(around: Around | None) -> None:
    """Let something be done around the work on each slice in the processes forked from now on, as measuring it."""
    global _around
    _around = around


def spread(work: Callable[[Sequence[T]], R], items: Sequence[T], length: int = SLICE) -> Iterator[R]:
    """Results of the work on slices of at most so many items, in their order.

    Long slices suit work whose results are many values: each of them is handed from process to process.
    """
    expect(len(items))
    for start, result in zip(range(0, len(items), length), _results(work, items, length), strict=True):
        advance(min(length, len(items) - start))
        yield result


def _results(work: Callable[[Sequence[T]], R], items: Sequence[T], length: int) -> Iterator[R]:
    global _job
    starts = range(0, len(items), length)
    processes = min(_processors(), len(starts))
    if processes < 2 or not _can_fork():
        yield from (work(items[start : start + length]) for start in starts)
        return
    _job = work, items, length
    gc.freeze()  # the collector would write into every object, and so copy what the processes share
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap(_work_on_slice, starts)
    finally:
        gc.unfreeze()
        _job = None


def gathered(work: Callable[[Sequence[T]], Sequence[R]], items: Sequence[T], length: int = SLICE) -> Iterator[R]:
    """What the work makes of each item, in their order; slices are of at most so many items.

    A slice should take a twentieth of a second at least: making the processes takes as long.
    """
    return (each for part in spread(work, items, length) for each in part)


@contextmanager
def without_collector() -> Iterator[None]:
    """Without the garbage collector's look for cycles: the many values made here stay and hold none."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # leaves them among the old ones, which are looked through most seldom
        gc.enable()


def _work_on_slice(start: int) -> Any:
    if _job is None:
        raise RuntimeError("there is no work to do")
    work, items, length = _job
    listen(None)  # who listens is told of whole slices, by the process that gathers them
    gc.disable()  # a slice makes many values and hardly a cycle: looking for some would cost a tenth of the time
    try:
        if _around:
            return _around(lambda: work(items[start : start + length]))
        return work(items[start : start + length])
    finally:
        gc.enable()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    # macOS offers fork, but its system libraries do not survive it.
    available = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return available and threading.active_count() == 1 and not multiprocessing.current_process().daemon
