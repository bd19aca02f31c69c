"""What was read from a file that somebody filled in, before anything is made of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ...wording import Translations, fold
from .questions import QUESTIONS, Question


@dataclass(frozen=True, slots=True)
class Note:
    """Words that stand in the file but in no answer, for an editor to decide on.

    ``kind`` is a key of the wording under ``note.``, which says what they were: a comment, hidden text, a formula.
    """

    kind: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One practice as it was submitted.

    ``places`` says where in the file each answer stands; ``leftovers`` are words that answer no question, each with
    what they stood under; ``notes`` are what stood beside the text.
    """

    answers: Mapping[str, str]
    leftovers: tuple[tuple[str, str], ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be read: a place in it, if there is one, and a text of the wording under ``submission.``."""

    key: str
    place: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


class UnusableSubmission(Exception):
    """Nothing can be made of a file; ``faults`` says why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(", ".join(fault.key for fault in self.faults))


def unusable(key: str, place: str = "", **params: object) -> UnusableSubmission:
    """The exception for one fault."""
    return UnusableSubmission([Fault(key, place, params)])


def questions_by_label(t: Translations) -> dict[str, Question]:
    """The questions by their labels as they compare: see :func:`comparable`."""
    return {comparable(question.label(t)): question for question in QUESTIONS}


@lru_cache(maxsize=20_000)
def comparable(label: str) -> str:
    """A label without what changes on the way: capitals, Polish letters, marks of a question or a required answer."""
    return " ".join(fold(label).strip(" *:#?").split())
