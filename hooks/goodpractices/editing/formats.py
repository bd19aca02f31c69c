"""Problems in the forms that machines read, so that each stands beside the line it is about.

A form is a function from problems to text; a new one is a function and a line in ``FORMATS``.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Protocol
from urllib.parse import quote

from ..catalogue import Problem, Severity
from ..wording import Translations
from .guide import Guide, field_example, field_label
from .reports import SEVERITIES, listed, of_severity, printable, problem_line, problem_text

_TOOL = "katalog-dobrych-praktyk"
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub shows ten annotations of a kind for a step of a workflow, and none of the rest.
_ANNOTATIONS = 10

_TASTE = ("lone_term", "long_sentences", "long_words", "summary_long")

_GITHUB: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_GITLAB: Mapping[Severity, str] = {"error": "major", "warning": "minor", "hint": "info"}
_SARIF_LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}
_IN_JSON: Mapping[Severity, str] = {"error": "problems", "warning": "warnings", "hint": "hints"}


class Format(Protocol):
    def __call__(self, problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
        """The problems in this form; with a guide, also what it says about their fields."""


def as_json(problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
    """Lists of problems for programs of one's own; line and column count from 1, ``null`` where there are none.

    ``problems`` are errors; ``warnings``, ``hints`` and, with a guide, ``fields`` by their names are there when there
    are any.
    """
    found: dict[str, Any] = {
        name: [_record(problem, t) for problem in of_severity(problems, severity)]
        for severity, name in _IN_JSON.items()
        if severity == "error" or of_severity(problems, severity)
    }
    if guide and problems:
        found["fields"] = {printable(each.field_name): _about(each, t, guide) for each in problems}
    return _dumped(found)


def as_github(problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
    """Workflow commands that GitHub shows as annotations of a pull request.

    The first problem of each file comes before the second ones, and matters of taste come last. Where there are more
    than GitHub shows, the last annotation says so, and the rest follow as plain lines of the log.
    """
    lines = [line for severity in SEVERITIES for line in _annotations(of_severity(problems, severity), t, guide)]
    return "\n".join(lines) or t("problems.none")


def as_gitlab(problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
    """A Code Quality report, which GitLab shows in a merge request."""
    found = [
        {
            "check_name": problem.key,
            "description": problem_text(problem, t, guide),
            "severity": _GITLAB[problem.severity],
            "fingerprint": fingerprint,
            "location": {"path": printable(problem.path), "lines": {"begin": problem.line or 1}},
        }
        for problem, fingerprint in _with_fingerprints(problems)
    ]
    return _dumped(found)


def as_sarif(problems: Sequence[Problem], t: Translations, guide: Guide | None = None) -> str:
    """SARIF 2.1.0, the common form of findings that editors and code hosts read."""
    by_key = {problem.key: problem for problem in reversed(problems)}
    rules = [_rule(by_key[key], guide) for key in sorted(by_key)]
    results = [
        {
            "ruleId": problem.key,
            "level": _SARIF_LEVEL[problem.severity],
            "message": {"text": problem_text(problem, t, guide)},
            "locations": [{"physicalLocation": _physical_location(problem)}],
            "partialFingerprints": {"problem/v1": fingerprint},
        }
        for problem, fingerprint in _with_fingerprints(problems)
    ]
    run = {"tool": {"driver": {"name": _TOOL, "rules": rules}}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


FORMATS: Mapping[str, Format] = {
    "text": listed,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}


def _record(problem: Problem, t: Translations) -> dict[str, Any]:
    return {
        "path": printable(problem.path),
        "line": problem.line or None,
        "column": problem.column or None,
        "field": printable(problem.field_name) or None,
        "key": problem.key,
        "message": problem_text(problem, t),
    }


def _about(problem: Problem, t: Translations, guide: Guide) -> dict[str, Any]:
    return {
        "label": field_label(problem.location, t) or None,
        "example": field_example(problem.location, t) or None,
        "guide": guide.link(problem),
    }


def _annotations(problems: Sequence[Problem], t: Translations, guide: Guide | None) -> Iterator[str]:
    ordered = _by_importance(problems)
    shown = len(ordered) if len(ordered) <= _ANNOTATIONS else _ANNOTATIONS - 1
    for problem in ordered[:shown]:
        yield _annotation(problem, t, guide)
    if hidden := ordered[shown:]:
        severity = hidden[0].severity
        yield f"::{_GITHUB[severity]}::{_escaped(t(f'problems.more_{severity}s', n=len(hidden)))}"
        # What begins with a dash is no command, whatever stands in it.
        yield from (f"- {problem_line(problem, t)}" for problem in hidden)


def _by_importance(problems: Sequence[Problem]) -> list[Problem]:
    """Matters of taste last, and otherwise one problem of each file before the next one of any."""
    seen: Counter[tuple[str, bool]] = Counter()
    ranked = []
    for problem in problems:
        is_taste = problem.key in _TASTE
        ranked.append((is_taste, seen[problem.path, is_taste], problem))
        seen[problem.path, is_taste] += 1
    return [problem for *_, problem in sorted(ranked, key=lambda each: each[:2])]


def _annotation(problem: Problem, t: Translations, guide: Guide | None) -> str:
    properties = {"file": printable(problem.path), "line": problem.line, "col": problem.column}
    given = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items() if value)
    return f"::{_GITHUB[problem.severity]} {given}::{_escaped(problem_text(problem, t, guide))}"


def _escaped(text: str) -> str:
    """A text that a workflow command takes as it is; the percent sign first, since the others bring new ones."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _rule(problem: Problem, guide: Guide | None) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": problem.key,
        "defaultConfiguration": {"level": _SARIF_LEVEL[problem.severity]},
    }
    return rule | {"helpUri": guide.link(problem)} if guide and guide.is_on_web else rule


def _physical_location(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(printable(problem.path))}}
    if problem.line:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return location


def _with_fingerprints(problems: Sequence[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a mark that stays the same while other lines of its file come and go, and that no other has."""
    seen: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        identity = (problem.path, problem.key, problem.field_name, str(problem.params.get("value", "")))
        mark = "\0".join([*identity, str(seen[identity])])
        seen[identity] += 1
        yield problem, sha256(mark.encode(errors="surrogateescape")).hexdigest()


def _dumped(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
