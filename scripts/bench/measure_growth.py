"""Measures what the build costs as the catalogue grows, beside plain MkDocs and Material on the same practices.

Three builds take turns, each a process of its own, all of them strict:

* ours: the real mkdocs.yml with PRACTICES_DIR set to generated practices;
* pages: the same practices converted to Markdown pages outside ``nav``, with stock Material and its stock search;
* raw: the entries' own files as such pages. Nobody would publish that, but nobody can build those entries with less.

What the numbers do and do not say:

* Ours does more: it checks every field, and writes pages of terms, places, organisations and programmes, lists and open
  data. It also reads the drafts (six of a hundred), which the others never see.
* The others index every section of a page for the search, ours every page.
* Ours may use several processes, the others have one: "CPU" is the work of all processes, "s" what one waits for.
* "MiB" is the largest process at its peak; "razem" all processes together at the worst of the moments looked at, with
  shared memory counted once (Linux only).
* The practices come from one generator: real entries are less even. Seconds are those of this machine at this hour; the
  ratios can be compared.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.console import console_for
from _shared.environment import ROOT, CommandError, enter, run

if TYPE_CHECKING:
    from rich.table import Table

_LOOK_EVERY = 0.2
_MOST_MEMORY = 1024
_MOST_GROWTH = 1.3
_OURS, _PAGES, _RAW = "nasza", "MkDocs, te same strony", "MkDocs, surowe pliki"


@dataclass(frozen=True, slots=True)
class Build:
    """One build to be measured: its name in the table and the folder of its mkdocs.yml."""

    name: str
    project: Path
    practices: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    seconds: float
    cpu: float
    largest: float
    together: float


Costs = dict[tuple[int, str], list[Cost]]


def main() -> int:
    """Measure and print; the exit code says nothing about speed."""
    options = read_arguments(sys.argv[1:])
    enter()
    if not hasattr(os, "wait4"):
        raise CommandError(
            "Ten pomiar działa tylko w systemach uniksowych: Windows nie podaje zużycia pamięci procesu."
        )
    console = console_for()
    costs: Costs = {}
    for count in options.counts:
        with tempfile.TemporaryDirectory(prefix="pomiar-") as folder:
            console.print(f"Przygotowuję {count} praktyk…")
            builds = apart(prepare, Path(folder), count, options.seed)
            for turn in range(options.rounds):
                for build in (*builds[turn % len(builds) :], *builds[: turn % len(builds)]):
                    cost = measured(build, Path(folder) / "site")
                    costs.setdefault((count, build.name), []).append(cost)
                    console.print(f"  {turn + 1}/{options.rounds} {build.name}: {cost.seconds:.1f} s")
    console.print(table(costs))
    for line in conclusions(costs):
        console.print(line)
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    purpose = "Mierzy czas i pamięć budowy obok zwykłego MkDocs z tymi samymi praktykami."
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--counts", type=int, nargs="+", default=[1_000, 10_000], metavar="N", help="liczby praktyk")
    parser.add_argument("--rounds", type=int, default=3, metavar="R", help="ile razy każda budowa (domyślnie 3)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="ziarno losowania praktyk (domyślnie 1)")
    options = parser.parse_args(arguments)
    if min(*options.counts, options.rounds) < 1:
        parser.error("liczby praktyk i rund muszą być większe od zera")
    return options


def prepare(folder: Path, count: int, seed: int) -> list[Build]:
    """Write the practices and the two plain projects."""
    sys.path.insert(0, str(ROOT / "hooks"))
    from _shared.plain_pages import write_projects
    from bench.synthetic import write_catalogue

    practices, pages, raw = folder / "practices", folder / "pages", folder / "raw"
    write_catalogue(practices, count, seed, ROOT / "practices")
    write_projects(practices, pages, raw)
    return [Build(_OURS, ROOT, practices), Build(_PAGES, pages), Build(_RAW, raw)]


def apart(work: Callable[[Path, int, int], list[Build]], folder: Path, count: int, seed: int) -> list[Build]:
    """Do the work in another process: a child's peak memory begins with its parent's, so this one must stay small."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        return executor.submit(work, folder, count, seed).result()


def measured(build: Build, site: Path) -> Cost:
    """The cost of one build into a folder that is empty before and gone after.

    Raises:
        CommandError: the build failed; its last lines say why.
    """
    settings = ["--strict", "--config-file", str(build.project / "mkdocs.yml"), "--site-dir", str(site)]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    if build.practices:
        variables["PRACTICES_DIR"] = str(build.practices)
    cost = cost_of(build.name, [sys.executable, "-m", "mkdocs", "build", *settings], build.project, variables)
    shutil.rmtree(site)
    return cost


def cost_of(name: str, command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Cost:
    """What a command started in a folder takes, with all processes it starts.

    Raises:
        CommandError: it failed; its last lines say why.
    """
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env=variables)
        with watched(process.pid) as memory:
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise CommandError(f"Budowa „{name}” się nie udała:\n{complaints(log.read().decode(errors='replace'))}")
    unit = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux kibibytes
    largest = usage.ru_maxrss / unit
    return Cost(seconds, usage.ru_utime + usage.ru_stime, largest, max(largest, *memory))


def complaints(log: str) -> str:
    """What a failed build complained of, or else its last lines."""
    lines = log.splitlines()
    return "\n".join([line for line in lines if line.startswith(("WARNING", "ERROR"))] or lines[-20:])


@contextmanager
def watched(pid: int) -> Iterator[list[float]]:
    """Looks at the memory of a process and its children, in MiB, until it ends."""
    memory = [0.0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_LOOK_EVERY):
            memory.append(sum(map(proportional_memory, family(pid))))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield memory
    finally:
        ended.set()
        watcher.join()


def family(pid: int) -> Iterator[int]:
    """A process and all that come from it, where /proc tells."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def proportional_memory(pid: int) -> float:
    """MiB of a process, with memory it shares counted in part; 0 where /proc does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def table(costs: Costs) -> Table:
    """Medians, a row for each build of each count."""
    from rich.table import Table

    shown = Table(title="Mediany; w nawiasie najmniej i najwięcej")
    shown.add_column("praktyk", justify="right")
    shown.add_column("budowa", no_wrap=True)
    for heading in ("s", "ms na praktykę", "CPU s", "MiB", "razem", "nasza ÷ ta", "w CPU"):
        shown.add_column(heading, justify="right")
    for (count, name), runs in costs.items():
        ours = costs[count, _OURS]
        each = [run.seconds for run in runs]
        shown.add_row(
            str(count),
            name,
            f"{median(each):.2f} ({min(each):.2f}–{max(each):.2f})",
            f"{1000 * median(each) / count:.2f}",
            f"{median(run.cpu for run in runs):.2f}",
            f"{max(run.largest for run in runs):.0f}",
            f"{max(run.together for run in runs):.0f}",
            f"{median(run.seconds for run in ours) / median(each):.2f}",
            f"{median(run.cpu for run in ours) / median(run.cpu for run in runs):.2f}",
        )
    return shown


def conclusions(costs: Mapping[tuple[int, str], Sequence[Cost]]) -> Iterator[str]:
    """How time per practice and memory grow, beside what the project asks of itself."""
    counts = sorted({count for count, _ in costs})
    for name in dict.fromkeys(name for _, name in costs) if len(counts) > 1 else ():
        least, most = (median(run.seconds for run in costs[count, name]) / count for count in (counts[0], counts[-1]))
        goal = f" (cel: najwyżej {_MOST_GROWTH})" if name == _OURS else ""
        yield f"{name}: czas na praktykę przy {counts[-1]} ÷ przy {counts[0]} = {most / least:.2f}{goal}"
    memory = max(run.together for run in costs[counts[-1], _OURS])
    yield f"{_OURS}: pamięć przy {counts[-1]} praktykach {memory:.0f} MiB (cel: poniżej {_MOST_MEMORY})"


if __name__ == "__main__":
    run(main)
