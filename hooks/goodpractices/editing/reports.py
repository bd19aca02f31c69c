"""Problems in the words of an editor: where it is, what is wrong, how to mend it."""

from collections.abc import Sequence

from ..catalogue import Problem
from ..wording import Translations

# Longer than any value that is nearly right; what is longer was never meant as one.
_SHOWN = 120


def problem_line(problem: Problem, t: Translations) -> str:
    """One problem on one line: ``path:line:column: field: what is wrong and how to mend it``."""
    place = problem.path + (f":{problem.line}:{problem.column}" if problem.line else "")
    return printable(f"{place}: {_with_field(problem, t)}")


def problem_text(problem: Problem, t: Translations) -> str:
    """The same without the place, for reports that have a field of their own for it."""
    return printable(_with_field(problem, t))


def report(problems: Sequence[Problem], t: Translations) -> str:
    """All problems, a line each, and how many there are in how many files."""
    return f"{listed(problems, t)} {t('problems.stopped')}"


def listed(problems: Sequence[Problem], t: Translations) -> str:
    """All problems, a line each, and how many; for those who only asked."""
    if not problems:
        return t("problems.none")
    lines = [problem_line(problem, t) for problem in problems]
    files = len({problem.path for problem in problems})
    return "\n".join([*lines, "", f"{t('problems.count', n=len(problems))} ({t('files.count', n=files)})."])


def printable(text: str) -> str:
    """The text on one line, with ``?`` for what is not seen, so that no entry can write lines of its own into a log.

    A log of GitHub's would also carry out ``##[command]`` wherever it stands in a line.
    """
    return "".join(map(_visible, text)).replace("##[", "## [")


def _visible(character: str) -> str:
    return " " if character.isspace() else character if character.isprintable() else "?"


def _with_field(problem: Problem, t: Translations) -> str:
    field = f"{_short(problem.field_name)}: " if problem.location else ""
    params = {name: _short(value) if name in ("value", "detail") else value for name, value in problem.params.items()}
    return field + t.problem(problem.key, params)


def _short(value: object) -> object:
    return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value
