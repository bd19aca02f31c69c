"""What a mutant has to end in: a page or messages, soon and in little memory.

Each is tried in another process, which may not take more than the limits. One that is silent for too long is ended from
here, since nothing inside it could do that.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal, Protocol

from goodpractices.catalogue import (
    Cache,
    Catalogue,
    Identity,
    Practice,
    ReferenceData,
    check_entries,
    load_catalogue,
    load_identity,
    load_reference_data,
)
from goodpractices.editing import FORMATS, advice
from goodpractices.finding import analyse
from goodpractices.publishing import Site
from goodpractices.wording import Translations

from .mutants import Mutant

LIMIT_SECONDS = 2
"""Of the processor, for one entry."""
LIMIT_MEMORY = 300 * 1024**2
"""Bytes, on top of what the process began with."""

PATIENCE = 20
"""Seconds by the clock, which runs on while the processor does something else."""
_TRIALS_A_PROCESS = 250
_TOGETHER = 40

End = Literal["page", "messages", "failure"]


@dataclass(frozen=True, slots=True)
class Trial:
    """How a mutant ended, what went wrong if anything did, and what it cost."""

    mutant: Mutant
    end: End
    failure: str = ""
    seconds: float = 0
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """The catalogue that mutants are tried in."""

    folder: Path
    catalogue: Catalogue
    reference: ReferenceData
    identity: Identity

    @classmethod
    def of(cls, folder: Path, identity: Path) -> Ground:
        """Read what stands around the mutants.

        Raises:
            InvalidCatalogue: the real entries are not in order.
        """
        return cls(folder, load_catalogue(folder), load_reference_data(folder), load_identity(identity))


@dataclass(slots=True)
class Report:
    """How many mutants ended how, those that failed, and the greatest cost."""

    pages: int = 0
    messages: int = 0
    failures: list[Trial] = field(default_factory=list)
    seconds: float = 0
    memory: int = 0

    @property
    def count(self) -> int:
        return self.pages + self.messages + len(self.failures)

    def add(self, trial: Trial) -> None:
        self.pages += trial.end == "page"
        self.messages += trial.end == "messages"
        if trial.end == "failure":
            self.failures.append(trial)
        self.seconds = max(self.seconds, trial.seconds)
        self.memory = max(self.memory, trial.memory)


def run_trials(ground: Ground, mutants: Iterable[Mutant]) -> Iterator[Trial]:
    """Try each mutant alone, then those that passed the checks as practices of one site, some at a time."""
    with tempfile.TemporaryDirectory() as folder:
        bench = _Workbench(ground, Path(folder))
        bench.warm_up()
        yield from run_on(bench, mutants)


class Bench(Protocol):
    """Where mutants are tried: one alone, or some together. Whatever either raises is a failure."""

    def alone(self, mutants: Sequence[Mutant]) -> End: ...

    def whole_site(self, mutants: Sequence[Mutant]) -> End: ...


def run_on(bench: Bench, mutants: Iterable[Mutant]) -> Iterator[Trial]:
    """Try the mutants on a bench, each within the limits."""
    process = _Process(bench)
    try:
        for n, mutant in enumerate(mutants, 1):
            yield process.tried(mutant)
            if n % _TRIALS_A_PROCESS == 0:
                yield from process.sites()
                process = process.renewed()
        yield from process.sites()
    finally:
        process.end()


class _Process:
    """A process that tries mutants, and what is known of it from outside."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._passed: list[Mutant] = []
        _give_back()
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_work, args=(self._bench, there, self._here))
        self._process.start()
        there.close()

    def tried(self, mutant: Mutant) -> Trial:
        trial = self._asked([mutant], together=False)
        if trial.end == "page":
            self._passed.append(mutant)
        return trial

    def sites(self) -> Iterator[Trial]:
        """The failures of mutants that pass alone and break a site; the one that does is looked for among them."""
        passed, self._passed = self._passed, []
        for start in range(0, len(passed), _TOGETHER):
            some = passed[start : start + _TOGETHER]
            if (whole := self._asked(some, together=True)).end == "failure":
                alone = [self._asked([each], together=True) for each in some]
                yield from [each for each in alone if each.end == "failure"] or [whole]

    def renewed(self) -> _Process:
        self.end()
        return _Process(self._bench)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._here.close()

    def _restart(self) -> None:
        self.end()
        self._start()

    def _asked(self, mutants: Sequence[Mutant], *, together: bool) -> Trial:
        times = _TOGETHER if together else 1
        try:
            self._here.send((mutants, together))
            if not self._here.poll(PATIENCE * times):
                raise TimeoutError
            end, failure, seconds, memory = self._here.recv()
        except (EOFError, OSError) as silence:  # TimeoutError is one of the latter
            self._restart()
            reason = "no answer in time" if isinstance(silence, TimeoutError) else "the process ended"
            return Trial(mutants[0], "failure", reason)
        if end != "failure" and seconds > LIMIT_SECONDS * times:
            end, failure = "failure", f"{seconds:.1f} s"
        if end != "failure" and memory > LIMIT_MEMORY:
            end, failure = "failure", f"{memory // 1024**2} MB"
        if end == "failure":
            self._restart()  # what it took, the next one would be blamed for
        return Trial(mutants[0], end, failure, seconds, memory)


def _work(bench: Bench, connection: Connection[Any, Any], other_end: Connection[Any, Any]) -> None:
    """Answer until nobody asks any more."""
    other_end.close()  # a copy of the fork; open, it would keep this process waiting when the one that asks is gone
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # with one processor it forks no others to work unseen
    gc.freeze()  # looking for rubbish among all that the parent holds would copy it
    _count_from_now()
    started_with = _peak()
    _limit_memory()
    while True:
        try:
            mutants, together = connection.recv()
        except EOFError:
            return
        before = time.process_time()
        end, failure = _outcome(bench.whole_site if together else bench.alone, mutants)
        connection.send((end, failure, time.process_time() - before, _peak() - started_with))


def _outcome(attempt: Callable[[Sequence[Mutant]], End], mutants: Sequence[Mutant]) -> tuple[End, str]:
    try:
        return attempt(mutants), ""
    except Exception:  # whatever it is: that is what is looked for
        return "failure", traceback.format_exc(limit=-6)


class _Workbench:
    """Makes of a mutant what the commands make of an entry."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        self._ground = ground
        self._folder = folder
        self._t = Translations.load("pl")
        self._site = Site(ground.catalogue, ground.identity, ground.folder)
        self._analysed = analyse(self._site.catalogue, Cache(folder / ".search.sqlite"))

    def warm_up(self) -> None:
        """Do once what is done once however many entries there are: compile templates, load tables."""
        for practice in self._ground.catalogue.published:
            self._publish(practice)
        for _ in self._site.search_files(self._analysed.index):
            pass

    def alone(self, mutants: Sequence[Mutant]) -> End:
        """Check an entry; write its messages in every form, or its advice and its page with the files beside it."""
        (mutant,) = mutants
        practice, problems = self._checked(mutant)
        if practice is None:
            if not all(write(problems, self._t).strip() for write in FORMATS.values()):
                raise AssertionError("nothing is said")
            return "messages"
        catalogue = replace(self._ground.catalogue, practices={practice.id: practice})
        found = advice(catalogue, self._folder)
        for write in FORMATS.values():
            write(found, self._t)
        self._publish(practice)
        return "page"

    def whole_site(self, mutants: Sequence[Mutant]) -> End:
        """Everything a site is made of, from the real practices and the mutants among them."""
        practices = dict(self._ground.catalogue.practices)
        for mutant in mutants:
            practice, _ = self._checked(mutant)
            if practice is None:
                raise AssertionError("checked twice with different ends")
            new_id = f"{practice.id[:60]}-{mutant.number}"
            editorial = replace(practice.editorial, state="published")
            practices[new_id] = replace(practice, id=new_id, former_ids=(), editorial=editorial, media=())
        site = Site(replace(self._ground.catalogue, practices=practices), self._ground.identity, self._ground.folder)
        for _ in site.search_files(analyse(site.catalogue, Cache(self._folder / ".search.sqlite")).index):
            pass
        for planned in site.list_articles():
            planned.make()
        for files in site.files():
            for _, pieces in files.make():
                b"".join(pieces)
        return "page"

    def _checked(self, mutant: Mutant) -> tuple[Practice | None, list[Any]]:
        entry = self._folder / mutant.entry
        shutil.rmtree(entry, ignore_errors=True)
        entry.mkdir()
        for name, data in mutant.files.items():
            (entry / name).write_bytes(data)
        for other in self._folder.iterdir():
            if other != entry and not other.name.startswith("."):
                shutil.rmtree(other)
        practices, problems = check_entries(self._folder, self._ground.reference)
        practice = practices.get(mutant.entry)
        if practice is None and not problems:
            raise AssertionError("neither a practice nor a problem")
        return (None if problems else practice), problems

    def _publish(self, practice: Practice) -> None:
        for planned in self._site.practice_articles([practice], self._analysed.related.to):
            if not planned.make().content:
                raise AssertionError("an empty page")
        for files in self._site.practice_files([replace(practice, media=())]):
            for _, pieces in files.make():
                b"".join(pieces)


def _give_back() -> None:
    """Leave no room in what this process once held: what fits in there is not counted as taken by a copy of it."""
    gc.collect()
    with suppress(OSError, AttributeError):  # Linux alone has it
        ctypes.CDLL(None).malloc_trim(0)


def _count_from_now() -> None:
    """Make what this process holds the most memory that it ever held, where the system (Linux) can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _limit_memory() -> None:
    """Let nothing take more than the limit on top of what there is; only Linux holds to it."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        taken = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + LIMIT_MEMORY, taken + LIMIT_MEMORY))


def _peak() -> int:
    """The most memory this process ever held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
