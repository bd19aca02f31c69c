"""Which practices most is known about: what shows best what the catalogue is for, and what a list begins with."""

from collections.abc import Iterable, Mapping

from ..catalogue import Catalogue, Practice, as_written, decision, is_row


def best_known(catalogue: Catalogue, practices: Iterable[Practice], count: int) -> tuple[Practice, ...]:
    """The practices of some published ones of whose effect most is known: those with a figure of it that nobody
    disputes, then by the strength of the evidence, the number of questions that are answered, and id.
    """
    known = _known(catalogue)

    def order(practice: Practice) -> tuple[bool, int, int, str]:
        given, level, has_effect = known[practice.id]
        return not has_effect, -level, -given, practice.id

    return tuple(sorted(practices, key=order)[:count])


def fullest_first(catalogue: Catalogue) -> tuple[Practice, ...]:
    """The published practices, those of which most is known first: by the number of questions that are answered, the
    strength of the evidence, and title; short entries therefore come last.
    """
    known = _known(catalogue)

    def order(practice: Practice) -> tuple[int, int]:
        given, level, _ = known[practice.id]
        return -given, -level

    return tuple(sorted(catalogue.by_title, key=order))


def _known(catalogue: Catalogue) -> Mapping[str, tuple[int, int, bool]]:
    """Of each practice, how many questions are answered, the level of its evidence, and whether its effect is known."""
    return catalogue.noted("known", _known_of, _is_known)


def _known_of(practice: Practice) -> tuple[int, int, bool]:
    answers = decision(as_written(practice))  # which are the same in each language, and there already
    level = answers.evidence.subject.value if answers.evidence.subject else -1
    return answers.given, level, answers.effect.state == "known"


def _is_known(kept: object) -> bool:
    return is_row(kept, int, int, bool)
