"""Which practices most is known about: what shows best what the catalogue is for, and what a list begins with."""

from collections.abc import Iterable

from ..catalogue import Catalogue, Decision, Practice, as_written, decision


def best_known(practices: Iterable[Practice], count: int) -> tuple[Practice, ...]:
    """The practices of whose effect most is known: those with a figure of it that nobody disputes, then by the strength
    of the evidence, the number of questions that are answered, and id.
    """
    return tuple(sorted(practices, key=_best_first)[:count])


def fullest_first(catalogue: Catalogue) -> tuple[Practice, ...]:
    """The published practices, those of which most is known first: by the number of questions that are answered, the
    strength of the evidence, and title; short entries therefore come last.
    """
    return tuple(sorted(catalogue.by_title, key=_fullest_first))


def _best_first(practice: Practice) -> tuple[bool, int, int, str]:
    answers = decision(practice)
    given, level = _known(answers)
    return answers.effect.state != "known", level, given, practice.id


def _fullest_first(practice: Practice) -> tuple[int, int]:
    return _known(decision(as_written(practice)))  # which are the same in each language, and there already


def _known(answers: Decision) -> tuple[int, int]:
    level = answers.evidence.subject.value if answers.evidence.subject else -1
    return -answers.given, -level
