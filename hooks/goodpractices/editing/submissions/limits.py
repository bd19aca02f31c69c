"""Files of strangers are read in a process of their own, which has little time and little memory.

The limits inside the readers should suffice; this is for what nobody thought of. Where the system knows no limits for
a process (Windows), or not of memory (macOS), the time by the clock still holds.
"""

import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ...wording import Translations
from .asked import Offered
from .reading_files import read_file
from .submission import Fault, Note, Submission, UnusableSubmission, unusable

Reader = Callable[[bytes, str, Translations, Offered], list[Submission]]

MAX_SECONDS = 4
"""Seconds of a processor."""
MAX_CLOCK = 15
"""Seconds by the clock, for systems that count no others and for a process that waits."""
MAX_MEMORY = 280 * 1024 * 1024
"""Bytes of memory, where the command that reads is as small as it is for some hundred practices."""
ROOM = 200 * 1024 * 1024
"""Bytes of memory beyond what a larger command holds when it begins to read."""
_PROCESS = Path("/proc/self/statm")
# A copy of this process is at hand at once where the system makes one safely.
_METHOD = "fork" if sys.platform == "linux" else "spawn"


def read_within_limits(
    data: bytes, ending: str, t: Translations, offered: Offered, read: Reader = read_file
) -> list[Submission]:
    """What a reader (``read_file`` unless told) makes of a file, within limits of time and memory.

    Raises:
        UnusableSubmission: nothing can be made of it, or not within the limits.
    """
    context: Any = multiprocessing.get_context(_METHOD)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, data, ending, t.language, dict(offered), read), daemon=True)
    process.start()
    theirs.close()
    try:
        said = ours.recv_bytes() if ours.poll(MAX_CLOCK) else b""
    except EOFError:  # the system ended it, for the time it took or for the memory
        said = b""
    finally:
        ours.close()
        process.kill()
        process.join()
    return _submissions(said)


def _submissions(said: bytes) -> list[Submission]:
    """What the process answered.

    Raises:
        UnusableSubmission: it found faults, or did not come to its end.
    """
    if not said:
        raise unusable("submission.too_slow")
    answered = json.loads(said)
    if answered["faults"]:
        raise UnusableSubmission(Fault(*each) for each in answered["faults"])
    return [_submission(each) for each in answered["submissions"]]


def _submission(said: Mapping[str, Any]) -> Submission:
    leftovers = tuple((label, words) for label, words in said["leftovers"])
    notes = tuple(Note(**note) for note in said["notes"])
    return Submission(said["answers"], leftovers, said["places"], said["place"], notes)


def _answer(pipe: Connection, data: bytes, ending: str, language: str, offered: Offered, read: Reader) -> None:
    """Read a file and say what came of it, as JSON: what the process of its own does."""
    limit_this_process()
    pipe.send_bytes(json.dumps(answered(data, ending, Translations.load(language), offered, read)).encode())


def answered(
    data: bytes, ending: str, t: Translations, offered: Offered, read: Reader = read_file
) -> Mapping[str, Any]:
    """What a reader makes of a file, its submissions or their faults, in plain values."""
    faults: Sequence[Fault] = ()
    submissions: list[Submission] = []
    try:
        submissions = read(data, ending, t, offered)
    except UnusableSubmission as error:
        faults = error.faults
    except (MemoryError, RecursionError):
        faults = (Fault("submission.too_much_memory"),)
    except Exception:  # whatever else a broken file makes a reader trip over
        faults = (Fault("submission.broken"),)
    return {
        "faults": [(each.key, each.place, _plain(each.params)) for each in faults],
        "submissions": [asdict(each) for each in submissions],
    }


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, int) else str(value) for name, value in params.items()}


def limit_this_process() -> None:
    """Let this process use no more time and memory than reading a file may take, where the system can see to that."""
    if sys.platform != "win32":
        import resource  # Windows has none

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + MAX_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        if sys.platform == "linux":
            most = max(MAX_MEMORY, _held() + ROOM)
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _held() -> int:
    """The bytes that count towards ``RLIMIT_DATA`` already: those of a large catalogue are not the file's."""
    pages = int(_PROCESS.read_text(encoding="ascii").split()[5])
    return pages * os.sysconf("SC_PAGE_SIZE")
