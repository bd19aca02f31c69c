"""Problems in the words of an editor: where it is, what is wrong, how to mend it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..catalogue import EndedConsent, Problem, Severity, parse_date
from ..wording import Translations, date_in_words
from .guide import Guide

# Longer than any value that is nearly right; what is longer was never meant as one.
_SHOWN = 120
# As many texts are kept: with them, whoever stays for days fills no memory.
_MOST_KNOWN = 100_000
_QUOTED = ("value", "detail", "title", "target", "longest")

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""What a problem does, the gravest first."""

Paint = Callable[[str, Severity], str]
"""Gives a text the colour of a severity."""

_COLOURS: Mapping[Severity, str] = {"error": "\x1b[31m", "warning": "\x1b[33m", "hint": "\x1b[36m"}
_NO_COLOUR = "\x1b[0m"


def problem_line(problem: Problem, t: Translations) -> str:
    """One problem on one line: ``path:line:column: field: what is wrong and how to mend it``."""
    return f"{_place(problem)}: {problem_text(problem, t)}"


def problem_text(problem: Problem, t: Translations, guide: Guide | None = None) -> str:
    """The same without the place, for reports that have a field of their own for it; with a guide what it adds."""
    text = _same_problems(t).text(problem)
    return printable(f"{text} {guide.words(problem, t)}") if guide else text


def told_of_consents(ended: Iterable[EndedConsent], t: Translations) -> Iterator[str]:
    """What is not published because a consent ended: which, why, and whom to ask for a new one; names stay unsaid."""
    for each in ended:
        field, n = each.location
        place = f"practices/{each.practice}: {field}[{n}]"
        until = date_in_words(t, parse_date(each.until.isoformat()))
        yield printable(f"{place}: {t(f'consent.ended.{field}', until=until, ask=each.ask)}")
        if each.mentions:
            yield printable(f"{place}: {t('consent.mentioned', fields=', '.join(each.mentions))}")


def _text(problem: Problem, t: Translations) -> str:
    field = f"{_short(problem.field_name)}: " if problem.location else ""
    return printable(field + _message(problem, t))


class _SameProblems:
    """What is said of problems in one language, worked out once for all that differ in nothing but their place."""

    def __init__(self, t: Translations) -> None:
        self._t = t
        self._known: dict[tuple[object, ...], str] = {}

    def text(self, problem: Problem) -> str:
        """The field, what is wrong with it and the way out."""
        asked = problem.key, problem.location, repr(problem.params), problem.severity
        return self._known.get(asked) or self._keep(asked, _text(problem, self._t))

    def help(self, problem: Problem, guide: Guide) -> str:
        """What a guide adds; of the path it asks only whether entries share the file."""
        asked = problem.key, problem.location, problem.severity, guide, _is_shared(problem)
        return self._known.get(asked) or self._keep(asked, printable(f"    {guide.words(problem, self._t)}"))

    def _keep(self, asked: tuple[object, ...], text: str) -> str:
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[asked] = text
        return text


@cache
def _same_problems(t: Translations) -> _SameProblems:
    return _SameProblems(t)


def _is_shared(problem: Problem) -> bool:
    """Whether it is in a file of records that entries share: the guide explains those in another place."""
    return "/_vocabularies/" in problem.path or "/_registry/" in problem.path


def report(problems: Sequence[Problem], t: Translations) -> str:
    """All problems, a line each, and how many there are in how many files."""
    return f"{listed(problems, t)} {t('problems.stopped')}"


def listed(problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
    """All problems, a line each, and how many; for those who only asked.

    Errors, warnings and hints stand apart. With a guide each has a second line, which says what the guide adds.
    """
    return _listed(problems, t, guide, lambda text, _: text)


def listed_in_colour(problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
    """The same for a terminal that shows colours."""
    return _listed(problems, t, guide, lambda text, severity: f"{_COLOURS[severity]}{text}{_NO_COLOUR}")


def of_severity(problems: Sequence[Problem], severity: Severity) -> list[Problem]:
    """The problems of one severity, in their order."""
    return [problem for problem in problems if problem.severity == severity]


def printable(text: str) -> str:
    """The text on one line, with ``?`` for what is not seen, so that no entry can write lines of its own into a log.

    A log of GitHub's would also carry out ``##[command]`` wherever it stands in a line.
    """
    # Nearly every text is in order as it stands, and asking it as a whole costs a hundredth of asking each letter.
    plain = text if text.isprintable() else "".join(map(_visible, text))
    return plain.replace("##[", "## [")


def as_code(words: str) -> str:
    """Words of a stranger as a code span of Markdown, which they cannot end: nothing in them is a link or a mention."""
    text = printable(words)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}"


def _listed(problems: Sequence[Problem], t: Translations, guide: Guide | None, paint: Paint) -> str:
    parts = [_of_one_severity(of_severity(problems, each), each, t, guide, paint) for each in SEVERITIES]
    return "\n\n".join(part for part in parts if part)


def _of_one_severity(
    problems: Sequence[Problem], severity: Severity, t: Translations, guide: Guide | None, paint: Paint
) -> str:
    if not problems:
        return t("problems.none") if severity == "error" else ""
    lines = [] if severity == "error" else [paint(t(f"problems.{severity}s"), severity)]
    for problem in problems:
        lines.append(f"{paint(_place(problem), severity)}: {problem_text(problem, t)}")
        if guide:
            lines.append(_same_problems(t).help(problem, guide))
    count = "problems.count" if severity == "error" else f"problems.{severity}s_count"
    files = len({problem.path for problem in problems})
    return "\n".join([*lines, "", f"{t(count, n=len(problems))} ({t('files.count', n=files)})."])


def _place(problem: Problem) -> str:
    return printable(problem.path + (f":{problem.line}:{problem.column}" if problem.line else ""))


def _message(problem: Problem, t: Translations) -> str:
    params = {name: _short(value) if name in _QUOTED else value for name, value in problem.params.items()}
    if problem.severity == "error":
        return t.problem(problem.key, params)
    if problem.severity == "hint":
        name = str(problem.location[0])
        params |= {"label": t.field(name), "help": t.help(name)}
    return t(f"advice.{problem.key}", **params)


def _visible(character: str) -> str:
    return " " if character.isspace() else character if character.isprintable() else "?"


def _short(value: object) -> object:
    return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value
