"""Steps of long work: who listens hears of them, and of how far work in slices is."""

import os
from collections.abc import Iterator

import pytest

from goodpractices.catalogue import listen, spread, step, steps, tally, workers


class Heard:
    def __init__(self) -> None:
        self.events: list[str] = []

    def begin(self, name: str) -> None:
        self.events.append(f"begin {name}")

    def end(self) -> None:
        self.events.append("end")

    def expect(self, total: int) -> None:
        self.events.append(f"expect {total}")

    def advance(self, count: int) -> None:
        self.events.append(f"advance {count}")

    def tally(self, name: str, count: int) -> None:
        self.events.append(f"{name} {count}")


@pytest.fixture
def heard() -> Iterator[Heard]:
    listener = Heard()
    listen(listener)
    yield listener
    listen(None)


def test_a_step_is_heard_of_when_it_begins_and_ends(heard: Heard) -> None:
    with step("reading"), step("search"):
        tally("entries.kept", 3)
        tally("entries.made", 0)
    assert heard.events == ["begin reading", "begin search", "entries.kept 3", "end", "end"]


def test_a_step_that_fails_ends_too(heard: Heard) -> None:
    with pytest.raises(ValueError, match="no"), step("reading"):
        raise ValueError("no")
    assert heard.events == ["begin reading", "end"]


def test_work_in_slices_says_how_far_it_is(heard: Heard) -> None:
    assert [*spread(len, range(250))] == [100, 100, 50]
    assert heard.events == ["expect 250", "advance 100", "advance 100", "advance 50"]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
def test_a_forked_process_tells_nobody_itself(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    assert {*spread(lambda _: steps._listener is None, range(200))} == {True}
    assert heard.events[0] == "expect 200"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
def test_something_can_be_done_around_the_work_of_forked_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    monkeypatch.setattr(workers, "_around", lambda work: work() + 1000)
    assert [*spread(len, range(150))] == [1100, 1050]


def test_without_a_listener_nothing_happens() -> None:
    with step("reading"):
        tally("entries.kept", 3)
    assert steps._listener is None
