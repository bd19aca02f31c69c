"""The same work in two processes that share nothing but their input: another seed, another day, another zone."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.paths import ROOT

WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "TESTED_MOMENT": "1796083200"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "TESTED_MOMENT": "1900000001"},
)

# No clock can be set for one process, so whatever asks for the time gets another answer, before anything is imported.
_CLOCK = """
import datetime, os, time

moment = float(os.environ["TESTED_MOMENT"])
localtime, gmtime = time.localtime, time.gmtime
time.time, time.time_ns = lambda: moment, lambda: int(moment * 1e9)
time.localtime = lambda seconds=None: localtime(moment if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(moment if seconds is None else seconds)


class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(moment)


class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(moment, tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(moment)

    today = now


datetime.date, datetime.datetime = Day, Moment
"""


def printed_twice(code: str, folder: Path) -> tuple[str, str]:
    """What some code prints in two processes, each in an empty folder of its own; they run at once."""
    path = os.pathsep.join(str(each) for each in (ROOT, ROOT / "hooks", ROOT / "scripts"))
    processes = []
    for n, world in enumerate(WORLDS):
        here = folder / f"world-{n}"
        here.mkdir()
        environment = {**os.environ, **world, "PYTHONPATH": path, "PYTHONUTF8": "1"}
        processes.append(
            subprocess.Popen(
                [sys.executable, "-c", _CLOCK + code],
                cwd=here,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
        )
    (one, said), (other, also_said) = (process.communicate() for process in processes)
    if any(process.returncode for process in processes):
        raise AssertionError(said + also_said)
    return one, other
