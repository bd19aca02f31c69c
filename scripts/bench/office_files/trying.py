"""Imports tried on files that were made up: whether a word was lost, and how spoilt ones end."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from goodpractices.catalogue import load_reference_data
from goodpractices.editing import QUESTIONS, Drafter, UnusableSubmission
from goodpractices.editing.submissions.limits import limit_this_process
from goodpractices.editing.submissions.reading_files import read_file
from goodpractices.wording import Translations

from .generating import Made

_FAILED = 9


@dataclass(frozen=True, slots=True)
class Importer:
    """Imports files as the command does, into drafts that nobody writes."""

    drafter: Drafter
    t: Translations
    offered: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, practices: Path) -> Importer:
        """An importer for one catalogue.

        Raises:
            InvalidCatalogue: its vocabularies are not in order.
        """
        t, reference = Translations.load("pl"), load_reference_data(practices)
        offered = {each.id: tuple(each.options(reference.shared, t).values()) for each in QUESTIONS}
        return cls(Drafter(reference, t), t, offered)

    def drafts(self, data: bytes, ending: str) -> list[str]:
        """The texts of the drafts that a file makes, each with what it says it understood in another spelling.

        Raises:
            UnusableSubmission: nothing can be made of it.
        """
        read = read_file(data, ending, self.t, self.offered)
        drafts = [self.drafter.draft(each.answers, None, "las", each.leftovers, (), each.notes) for each in read]
        return ["\n".join([draft.text, *(each.typed for each in draft.understood)]) for draft in drafts]


def lost_words(made: Made, importer: Importer) -> list[str]:
    """The words of a file that none of its drafts holds.

    Raises:
        UnusableSubmission: no draft could be made of it.
    """
    text = " ".join("\n".join(importer.drafts(made.data, made.ending)).split())
    return [word for word in made.words if word not in text]


@dataclass(frozen=True, slots=True)
class Trial:
    """How a spoilt file ended: the last lines of a traceback if there was one, seconds of a processor, bytes."""

    failure: str
    seconds: float
    memory: int


def tried(data: bytes, ending: str, importer: Importer) -> Trial:
    """How the import of a file ends, in a process with the limits of the real one (Linux and macOS)."""
    here, there = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(here)
        os._exit(_end(lambda: importer.drafts(data, ending), there))
    os.close(there)
    with os.fdopen(here, encoding="utf-8") as pipe:
        failure = pipe.read()
    _, status, used = os.wait4(process, 0)
    if status and not failure:
        failure = f"ended by signal {os.WTERMSIG(status)}"
    scale = 1 if sys.platform == "darwin" else 1024
    return Trial(failure, used.ru_utime + used.ru_stime, used.ru_maxrss * scale)


def _end(drafts: Callable[[], object], pipe: int) -> int:
    """Make the drafts; write down what went wrong that is no message for people."""
    limit_this_process()
    try:
        drafts()
    except UnusableSubmission:
        return 0
    except BaseException:
        os.write(pipe, traceback.format_exc().encode()[-4_000:])
        return _FAILED
    return 0
