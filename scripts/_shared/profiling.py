"""Where the time of a build goes: its steps, and the functions of our own code that cost most, forked processes too."""

from __future__ import annotations

import cProfile
import os
import pstats
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from _shared.environment import PYTHON, ROOT
from _shared.progress import Recorder, Taken

if TYPE_CHECKING:
    from goodpractices.wording import Translations

PROFILE_VARIABLE = "CATALOGUE_PROFILE"
"""Names the folder into which each process of a build writes what its functions took."""

DEAREST = 10
_OURS = f"{ROOT / 'hooks'}{os.sep}"
_WAITING = f"{os.sep}workers.py"
"""The file whose functions wait for other processes: their time is that of what the others do."""
_PASSED_ON = 0.9
"""A function that spends this share of its time in one other of ours tells nothing that the other does not."""

Place = tuple[str, int, str]
"""A function as profiles name it: its file, its line, its name."""


@dataclass(frozen=True, slots=True)
class Function:
    """What a function took, in seconds: with all that it calls, and by itself."""

    name: str
    place: str
    calls: int
    whole: float
    own: float


@contextmanager
def profiled() -> Iterator[None]:
    """Measure the functions of this process, and of those it forks, if the environment asks for it."""
    folder = os.environ.get(PROFILE_VARIABLE)
    if not folder:
        yield
        return
    from goodpractices.catalogue import around_slices

    profiler = cProfile.Profile()

    def around(work: Callable[[], Any]) -> Any:
        profiler.disable()  # the copy that came with the fork; nobody would read it
        within = cProfile.Profile()
        try:
            return within.runcall(work)
        finally:
            within.dump_stats(_file_in(folder))

    around_slices(around)
    profiler.enable()
    try:
        yield
    finally:
        profiler.disable()
        around_slices(None)
        profiler.dump_stats(_file_in(folder))


def _file_in(folder: str) -> Path:
    return Path(folder) / f"{uuid4().hex}.pstats"


def gathered_profile(folder: Path) -> pstats.Stats | None:
    """What all processes wrote there, added up; ``None`` where there is nothing."""
    paths = sorted(map(str, folder.glob("*.pstats")))
    return pstats.Stats(*paths) if paths else None


def dearest(profile: pstats.Stats, most: int = DEAREST, ours: str = _OURS) -> list[Function]:
    """The functions of our code that cost most, the dearest first, without those that only lead to another of them."""
    stats: Mapping[Place, Any] = profile.stats  # type: ignore[attr-defined]  # which the types of Python leave out
    mine = {place: figures for place, figures in stats.items() if place[0].startswith(ours)}
    passed: dict[Place, float] = {}
    for place, (*_, callers) in mine.items():
        for caller, (*_, within) in callers.items():
            if caller != place:
                passed[caller] = max(passed.get(caller, 0.0), within)
    found = [
        Function(place[2], f"{_shown(place[0])}:{place[1]}", calls, whole, own)
        for place, (_, calls, own, whole, _) in mine.items()
        if passed.get(place, 0.0) < _PASSED_ON * whole and not place[0].endswith(_WAITING)
    ]
    return sorted(found, key=lambda each: (-each.whole, each.place))[:most]


def _shown(path: str) -> str:
    return Path(path).relative_to(ROOT).as_posix() if Path(path).is_relative_to(ROOT) else path


def write_profile(recorder: Recorder, folder: Path, path: Path) -> str:
    """Write a table for maintainers, and beside it the whole profile for ``pstats``; what to show of it.

    Args:
        recorder: measured the steps.
        folder: what the processes of the build wrote.
        path: where the table goes.

    Raises:
        OSError: a file cannot be written.
    """
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    profile = gathered_profile(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = path.with_suffix(".pstats")
    if profile:
        profile.dump_stats(raw)
    text = "\n".join(_table(recorder.taken, dearest(profile) if profile else [], raw, t)) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    return "\n".join(["", text, t("steps.profile.saved", path=path)])


def _table(taken: Mapping[str, Taken], functions: Sequence[Function], raw: Path, t: Translations) -> Iterator[str]:
    cpu = sum(each.cpu for each in taken.values()) or 1.0
    yield f"# {t('steps.profile.title')}\n"
    yield from (t("steps.profile.steps"), "| --- | ---: | ---: | ---: |")
    for name, each in sorted(taken.items(), key=lambda item: -item[1].cpu):
        figures = (t.number(round(each.seconds, 2)), t.number(round(each.cpu, 2)), t.percent(max(each.cpu, 0.0) / cpu))
        yield f"| {t(f'steps.short.{name}')} | {' | '.join(figures)} |"
    yield f"\n## {t('steps.profile.dearest')}\n"
    yield from (t("steps.profile.functions"), "| --- | --- | ---: | ---: | ---: |")
    for function in functions:
        seconds = t.number(round(function.whole, 2)), t.number(round(function.own, 2))
        yield f"| `{function.name}` | {function.place} | {t.number(function.calls)} | {' | '.join(seconds)} |"
    command = f'{PYTHON} -m pstats "{raw}"'
    yield "\n" + t("steps.profile.advice", command=command, bench=f"{PYTHON} scripts/bench/measure_edits.py").rstrip()
