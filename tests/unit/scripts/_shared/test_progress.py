"""What somebody who waits for a build is shown: times of steps, a line on a terminal, plain lines in a log."""

import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.paths import ROOT

from _shared import screens
from _shared.progress import Recorder, Taken, summary
from _shared.screens import Log, Terminal, screen_for
from goodpractices.wording import Translations


def clock(*moments: float) -> Iterator[float]:
    return iter(moments)


def recorder(*moments: float) -> Recorder:
    ticks = clock(*moments)
    return Recorder(clock=lambda: next(ticks), cpu=lambda: 0.0)


def test_each_moment_counts_for_the_innermost_step_alone() -> None:
    measured = recorder(0, 2, 5, 6)
    with measured.step("pages"), measured.step("search"):
        pass
    assert {name: each.seconds for name, each in measured.taken.items()} == {"pages": 3.0, "search": 3.0}


def test_a_step_that_comes_twice_is_one() -> None:
    measured = recorder(0, 1, 10, 12)
    for _ in range(2):
        with measured.step("pages"):
            pass
    assert measured.taken["pages"].seconds == 3


def test_what_another_process_measured_is_taken_out_of_the_step_that_started_it(tmp_path: Path) -> None:
    other = Recorder(taken={"reading": Taken(3, 5), "generator": Taken(1, 1)})
    other.tally("entries.made", 7)
    other.save(tmp_path / "steps.json")
    ticks, work = clock(0, 10), clock(0, 12)
    measured = Recorder(clock=lambda: next(ticks), cpu=lambda: next(work))
    with measured.step_elsewhere("generator"):
        measured.take_over(tmp_path / "steps.json")
    assert measured.taken == {"generator": Taken(7, 7), "reading": Taken(3, 5)}
    assert measured.counts == {"entries.made": 7}


def test_where_another_process_wrote_nothing_the_step_keeps_its_time(tmp_path: Path) -> None:
    measured = recorder(0, 10)
    with measured.step("generator"):
        measured.take_over(tmp_path / "steps.json")
    assert measured.taken["generator"].seconds == 10


def test_a_log_gets_one_plain_line_for_a_step_that_takes_long() -> None:
    stream, now = io.StringIO(), [0.0]
    log = Log(str.upper, stream, lambda: now[0])
    for seconds, done in ((0, 0), (1, 100), (2, 200), (3, 300)):
        now[0] = seconds
        log.show("reading", done, 400)
    log.end()
    assert stream.getvalue() == "READING… 200/400\n"


def test_a_log_says_nothing_of_short_steps() -> None:
    stream, now = io.StringIO(), [0.0]
    log = Log(str.upper, stream, lambda: now[0])
    for name in ("reading", "search", "pages"):
        log.show(name, 0, 0)
        now[0] += 1.9
        log.show(name, 1, 2)
        log.end()
    assert stream.getvalue() == ""


def test_a_long_step_that_nobody_counts_is_told_at_its_end() -> None:
    stream, now = io.StringIO(), [0.0]
    log = Log(str.upper, stream, lambda: now[0])
    log.show("search", 0, 0)
    now[0] = 5
    log.end()
    assert stream.getvalue() == "SEARCH…\n"


class Screenful(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Screenful:
    stream = Screenful()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stderr", stream)
    return stream


def test_a_terminal_shows_nothing_of_work_that_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, now = on_terminal(monkeypatch), [0.0]
    terminal = Terminal(str.upper, lambda: now[0])
    for moment in (0.0, 0.5, 0.9):
        now[0] = moment
        terminal.show("reading", 1, 2)
    terminal.end()
    assert stream.getvalue() == ""


def test_a_terminal_shows_a_bar_that_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, now = on_terminal(monkeypatch), [0.0]
    terminal = Terminal(str.upper, lambda: now[0])
    now[0] = 1.5
    terminal.show("reading", 100, 400)
    assert "READING" in stream.getvalue()
    assert "100/400" in stream.getvalue()
    terminal.end()
    assert stream.getvalue().endswith("\x1b[1A\x1b[2K")  # up one line, and that line is empty


def test_where_nobody_counts_a_terminal_shows_no_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, now = on_terminal(monkeypatch), [0.0]
    terminal = Terminal(str.upper, lambda: now[0])
    now[0] = 1.5
    terminal.show("search", 0, 0)
    assert "SEARCH" in stream.getvalue()
    assert "/" not in stream.getvalue()
    terminal.end()


def test_a_terminal_is_rewritten_at_most_ten_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, now = on_terminal(monkeypatch), [0.0]
    terminal = Terminal(str.upper, lambda: now[0])
    for n in range(1000):
        now[0] = 1 + n / 1000
        terminal.show("reading", n, 1000)
    terminal.end()
    assert stream.getvalue().count("READING") <= 13  # ten, and once more as it begins and ends


def test_no_thread_runs_beside_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    now = [0.0]
    terminal = Terminal(str.upper, lambda: now[0])
    before, now[0] = threading.active_count(), 2.0
    terminal.show("reading", 1, 2)
    assert threading.active_count() == before
    terminal.end()


@pytest.mark.parametrize(
    ("terminal", "term", "expected"), [(True, "xterm", Terminal), (True, "dumb", Log), (False, "xterm", Log)]
)
def test_a_file_and_a_plain_terminal_get_plain_lines(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, term: str, expected: type
) -> None:
    monkeypatch.setenv("TERM", term)
    assert type(screen_for(str.upper, Screenful() if terminal else io.StringIO())) is expected


def test_a_step_in_another_process_is_not_shown_by_this_one() -> None:
    stream = io.StringIO()
    now = [0.0]
    measured = Recorder(Log(str.upper, stream, lambda: now[0]))
    with measured.step_elsewhere("generator"):
        now[0] = 9
    assert stream.getvalue() == ""
    assert measured.screen is not None


def test_the_summary_says_what_was_made_what_was_kept_and_how_long_it_took() -> None:
    measured = Recorder(taken={"reading": Taken(3.0), "pages": Taken(6.95), "placing": Taken(0.05)})
    for name, count in {"entries.made": 3, "entries.kept": 997, "files.made": 1234, "files.gone": 2}.items():
        measured.tally(name, count)
    assert summary(measured) == [
        "Opisy: przeczytane od nowa 3, bez zmian 997",
        "Pliki: zapisane 1\u00a0234, bez zmian 0, usunięte 2",
        "Czas: 10 s (opisy 3; strony 6,95; reszta 0,05).",
    ]


def test_every_step_of_the_code_has_its_words() -> None:

    sources = [
        *(ROOT / "hooks").rglob("*.py"),
        *(ROOT / "scripts").glob("*.py"),
        *(ROOT / "scripts" / "_shared").glob("*.py"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    names = {
        *re.findall(r'\bstep(?:_elsewhere)?\("(\w+)"\)', text),
        *re.findall(r'mkdocs\(\w+(?:\(\))?, "(\w+)"', text),
    }
    words = Translations.load("pl")
    assert "reading" in names
    assert "generator" in names
    assert [name for name in names if f"steps.{name}" not in words or f"steps.short.{name}" not in words] == []
    assert [*words.group("steps.short")][-1] == "rest"


def test_seconds_are_what_the_screens_promise() -> None:
    assert (screens.SOON, screens.LONG) == (1.0, 2.0)
