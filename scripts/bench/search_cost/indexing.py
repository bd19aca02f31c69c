"""What building the index costs, measured in a process that does nothing else. Run as a program it is that process."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class IndexCost:
    """Seconds for the index, entries and words analysed anew, and MiB of all its processes at their worst."""

    seconds: float
    analysed: int
    memory: float


def index_cost(practices: Path, cache: Path) -> IndexCost:
    """The cost of an index of these practices, with what an earlier build left in the cache folder."""
    from bench.measure_growth import watched

    command = [sys.executable, str(Path(__file__)), str(practices), str(cache)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        with watched(process.pid) as memory:
            output, _ = process.communicate()
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    seconds, analysed = json.loads(output)
    return IndexCost(seconds, analysed, max(memory))


def main(practices: Path, cache: Path) -> None:
    """Build the index as the site does and print its cost, without the reading of the practices."""
    sys.path.insert(0, str(_ROOT / "hooks"))
    from goodpractices.catalogue import Cache, load_catalogue, load_identity
    from goodpractices.finding import analyse
    from goodpractices.publishing import Site

    site = Site(load_catalogue(practices), load_identity(_ROOT / "docs" / "katalog.yml"), practices)
    start = time.perf_counter()
    analysed = analyse(site.catalogue, Cache(cache / "search.sqlite"))
    for _ in site.search_files(analysed.index):
        pass
    print(json.dumps([time.perf_counter() - start, analysed.texts.computed]))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
