"""Runs everything that decides whether a change is good: lint, types, unit tests, the real site, a real browser."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from _shared.browsers import HEADLESS_CHROMIUM, needs_browser
from _shared.environment import ROOT, enter, run
from _shared.java import HOW_TO_INSTALL as HOW_TO_INSTALL_JAVA
from _shared.java import install_java, needs_java
from _shared.nginx import HOW_TO_INSTALL as HOW_TO_INSTALL_NGINX
from _shared.nginx import install_nginx, needs_nginx
from _shared.other_browsers import JOURNEY_BROWSERS, needs_other_browsers
from _shared.pango import HOW_TO_INSTALL as HOW_TO_INSTALL_PANGO
from _shared.pango import install_pango, needs_pango

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("scripts/lint_web.py",),
    ("scripts/lint_unused.py",),
    ("scripts/lint_words.py",),
)
# A file stays with one process, so that what its tests share is made once.
# In the order of testpaths: by number of tests, pytest would begin with those that take no time.
SEVERAL_PROCESSES = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
# How pytest knows the tests in Chromium alone, and the journeys in several browsers.
CHROMIUM_MARK, JOURNEYS_MARK = "browser", "browsers"
# Asks each claim of every page, window, edition and browser; it is an option of our own (tests/conftest.py).
THOROUGH = "--thorough"
# How pytest ends when all is well, and when it was left nothing to run, as with a file of slow tests alone.
SUCCESS, ALL_LEFT_OUT = 0, 5
# What is run while one writes: the tests of the packages without those that take more than a moment each.
QUICK = "--quick"
QUICK_FOLDER, SLOW_MARK = "tests/unit", "slow"
# Linux has it; its files never reach a disk, which takes as long as many a test. Containers may have a small one.
MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - the tests get a folder of its own there
ROOM_FOR_UNIT_TESTS, ROOM_FOR_ALL = 500_000_000, 3_000_000_000
# Where the time went, so that a test that has become slow is seen.
SLOWEST = ("--durations=10", "--durations-min=1")


def main() -> int:
    """Run what was asked for, all of it even after a failure."""
    asked, arguments = read_arguments(sys.argv[1:])
    enter("test")
    failed = [] if arguments else failed_checks()
    left_out = marks_left_out(asked)
    install_what_tests_need(arguments, left_out)
    if lacks_chromium(arguments):
        left_out.append(CHROMIUM_MARK)
    how_much = [THOROUGH] if asked.thorough else []
    options = [*SLOWEST, *how_much, *without(left_out)]
    if arguments == [QUICK_FOLDER] and asked.quick:
        tested = quick_part_passes(options)
    else:
        tested = tests_pass(*processes(arguments), *options, *arguments)
    if CHROMIUM_MARK in left_out:
        name = HEADLESS_CHROMIUM.name
        print(f"\nPominięto testy, które potrzebują programu {name}: nie ma go tu (wyżej, jak go dodać).")
    if asked.quick:
        print("\nTo była szybka część; wszystko, co decyduje o zmianie: python3 scripts/test.py")
    elif not asked.thorough:
        print(f"\nPytania zadawane co noc (każda strona, okno i przeglądarka): python3 scripts/test.py {THOROUGH}")
    if failed:  # otherwise pytest's own closing line has the last word
        print(f"\nNie przeszło: {', '.join(failed)} (wyżej)")
    return 0 if tested and not failed else 1


def install_what_tests_need(arguments: list[str], left_out: list[str]) -> None:
    """Install programs that the tests to be run use, where the system lets us, and say how to where it does not."""
    journeys = () if JOURNEYS_MARK in left_out else JOURNEY_BROWSERS
    for needs, install, how_to_install in (
        (needs_browser, HEADLESS_CHROMIUM.install, HEADLESS_CHROMIUM.how_to_install),
        *((needs_other_browsers, browser.install, browser.how_to_install) for browser in journeys),
        (needs_pango, install_pango, HOW_TO_INSTALL_PANGO),
        (needs_java, install_java, HOW_TO_INSTALL_JAVA),
        (needs_nginx, install_nginx, HOW_TO_INSTALL_NGINX),
    ):
        if needs(arguments) and not install():
            print(how_to_install)


def lacks_chromium(arguments: list[str]) -> bool:
    """Whether tests in Chromium are to be left out, as there is none; where all are promised, they fail instead."""
    is_promised = (platform.system(), platform.machine()) == ("Linux", "x86_64")
    return not is_promised and needs_browser(arguments) and HEADLESS_CHROMIUM.find() is None


def marks_left_out(asked: argparse.Namespace) -> list[str]:
    """The marks of tests that whoever calls does without."""
    return [JOURNEYS_MARK] * asked.without_other_browsers + [SLOW_MARK] * asked.quick


def without(marks: list[str]) -> list[str]:
    """What tells pytest to leave out the tests with any of these marks."""
    return ["-m", " and ".join(f"not {mark}" for mark in marks)] if marks else []


def read_arguments(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """What this command is asked for, and what pytest is; the quick part is a folder, and may be narrowed further."""
    parser = argparse.ArgumentParser(
        description="Sprawdza wszystko: styl (ruff), typy (mypy), testy jednostkowe, gotową stronę i przeglądarkę.",
        epilog="Z argumentami uruchamia samo pytest z tymi argumentami: python3 scripts/test.py tests/unit -k dat",
        usage="%(prog)s [-h] [--quick | --thorough] [--without-other-browsers] [argumenty pytest ...]",
        allow_abbrev=False,
    )
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument(
        QUICK,
        action="store_true",
        help="uruchamia same testy jednostkowe, bez tych, które trwają dłużej niż chwilę (dwadzieścia sekund)",
    )
    how_much.add_argument(
        THOROUGH,
        action="store_true",
        help="pyta o wszystko, jak co noc: każdą stronę, okno, wydanie i przeglądarkę (trwa dwa razy dłużej)",
    )
    parser.add_argument(
        "--without-other-browsers",
        action="store_true",
        help="pomija tests/browsers: ścieżki czytelnika w Chromium, Firefox ESR, WebKit i Chromium 109",
    )
    asked, rest = parser.parse_known_args(arguments)
    names_paths = any(not argument.startswith("-") and (ROOT / argument.split("::")[0]).exists() for argument in rest)
    return asked, [QUICK_FOLDER, *rest] if asked.quick and not names_paths else rest


def processes(arguments: list[str]) -> tuple[str, ...]:
    """How pytest shares the tests among processes: not at all for single files, or as the caller chose."""
    chosen = any(argument.startswith(("-n", "--numprocesses", "--dist", "--pdb", "-s")) for argument in arguments)
    return () if chosen or names_files(arguments) else SEVERAL_PROCESSES


def names_files(arguments: Sequence[str]) -> bool:
    """Whether pytest is asked for single files, as by somebody who looks for a fault."""
    return any((ROOT / argument.split("::")[0]).is_file() for argument in arguments)


def failed_checks() -> list[str]:
    """The checks that found something; each processor takes one, and their words are shown in order."""
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for check, result in zip(CHECKS, pool.map(checked, CHECKS), strict=True):
            name = " ".join(check)
            print(f"\n── {name} ──\n{result.words}{'dobrze' if result.is_good else 'źle'}, {result.seconds:.1f} s")
            if not result.is_good:
                failed.append(name)
    return failed


class Checked(NamedTuple):
    """What became of a check."""

    is_good: bool
    words: str
    seconds: float


def checked(check: tuple[str, ...]) -> Checked:
    """Ask a tool whether it is content with the project."""
    start = time.perf_counter()
    how = [] if check[0].endswith(".py") else ["-m"]
    ended = done([*how, *check], {**keeping_bytecode(), "PYTHONIOENCODING": "utf-8"})
    return Checked(ended.returncode == 0, ended.stdout, time.perf_counter() - start)


def done(arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """What came of a Python program that was run in the project: its end, and all its words together."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def tests_pass(*arguments: str) -> bool:
    """Whether all tests that pytest is asked for pass; its words are shown as they come."""
    print(f"\n── pytest {' '.join(arguments)} ──")
    with in_memory(arguments) as memory:
        environment = {**keeping_bytecode(), **memory}
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment).returncode == 0


def quick_part_passes(options: Sequence[str]) -> bool:
    """Whether the tests of the packages pass; each processor asks its share, and their words are shown in order.

    Tests that take a millisecond each wait longer for processes that report each of them than they run.
    """
    number = max(2, os.cpu_count() or 1)  # one alone would have more files to name than a command of Windows may
    print(f"\n── pytest {QUICK_FOLDER}, części naraz: {number} ──", flush=True)
    with in_memory([QUICK_FOLDER]) as memory, ThreadPoolExecutor(number) as pool:
        environment = {**keeping_bytecode(), **memory, "PYTHONIOENCODING": "utf-8"}
        asked = [(*options, *share) for share in shares(ROOT / QUICK_FOLDER, number)]
        all_done = pool.map(lambda arguments: done(["-m", "pytest", *arguments], environment), asked)
        ends = set()
        for n, ended in enumerate(all_done, 1):
            print(f"\n── część {n} z {len(asked)} ──\n{ended.stdout}", end="")
            ends.add(ended.returncode)
    return SUCCESS in ends and ends <= {SUCCESS, ALL_LEFT_OUT}


def shares(folder: Path, number: int) -> list[list[str]]:
    """The files of tests in a folder, dealt out among processes so that each has about as many bytes to ask."""
    dealt: list[list[str]] = [[] for _ in range(number)]
    sizes = [0] * number
    for size, path in sorted(((path.stat().st_size, path) for path in folder.rglob("test_*.py")), reverse=True):
        least = sizes.index(min(sizes))
        dealt[least].append(str(path.relative_to(ROOT)))
        sizes[least] += size
    return [sorted(share) for share in dealt if share]


def keeping_bytecode() -> dict[str, str]:
    """The environment with a folder where Python keeps what it has compiled, even for who wants none beside the files.

    The tests are hundreds of files and start commands many times; compiling them anew takes longer than most tests.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "python")}


@contextmanager
def in_memory(arguments: Sequence[str]) -> Iterator[dict[str, str]]:
    """Where tests and what they start write their files, small and many: in memory, where there is a disk with room.

    They are gone afterwards, or they would take that memory until the machine is switched off. Whoever asks for single
    files finds on the disk what these left.
    """
    room = ROOM_FOR_UNIT_TESTS if QUICK_FOLDER in arguments else ROOM_FOR_ALL
    if names_files(arguments) or not takes_programs(MEMORY_DISK, room):
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="katalog-", dir=MEMORY_DISK, ignore_cleanup_errors=True) as folder:
        yield {"TMPDIR": folder}


def takes_programs(disk: Path, room: int) -> bool:
    """Whether one may write that much there and, as some tests do, start programs that one wrote."""
    if not os.access(disk, os.W_OK) or shutil.disk_usage(disk).free <= room:
        return False
    return not os.statvfs(disk).f_flag & os.ST_NOEXEC


if __name__ == "__main__":
    run(main)
