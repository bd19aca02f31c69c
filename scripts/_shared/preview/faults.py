"""What went wrong, from what a build says: a line for each fault, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEVEL = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s*-\s+")
_FRAME = re.compile(r'\s+File "(.+)", line (\d+)')


def warnings_in(said: Iterable[str]) -> list[str]:
    """What a build that went well warned of."""
    return [line[match.end() :].strip() for line in said if (match := _LEVEL.match(line)) and is_bad(match[1])]


def faults_in(said: Iterable[str]) -> list[str]:
    """What a build that failed complained of; of a traceback, where it ended and in what."""
    faults: list[str] = []
    level, place = "", ""
    for line in said:
        match = _LEVEL.match(line)
        if match:
            level = match[1]
        elif not line.startswith(" "):
            level = "ERROR"
        if frame := _FRAME.match(line):
            place = f"{frame[1]}:{frame[2]}: "
        elif place and not line.startswith(" "):
            faults.append(place + line.strip())
            place = ""
        elif is_bad(level) and line.strip() and not line.startswith(("Traceback ", "  ")):
            faults.append(line[match.end() if match else 0 :].strip())
    return list(dict.fromkeys(faults))


def is_bad(level: str) -> bool:
    return level in ("WARNING", "ERROR", "CRITICAL")
