"""Problems in the forms that machines read, so that each stands beside the line it is about.

A form is a function from problems to text; a new one is a function and a line in ``FORMATS``.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from ..catalogue import Problem
from ..wording import Translations
from .reports import listed, printable, problem_text

Format = Callable[[Sequence[Problem], Translations], str]

_TOOL = "katalog-dobrych-praktyk"
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: Sequence[Problem], t: Translations) -> str:
    """A list of problems for programs of one's own; line and column count from 1, ``null`` where there are none."""
    found = [
        {
            "path": printable(problem.path),
            "line": problem.line or None,
            "column": problem.column or None,
            "field": printable(problem.field_name) or None,
            "key": problem.key,
            "message": problem_text(problem, t),
        }
        for problem in problems
    ]
    return _dumped({"problems": found})


def as_github(problems: Sequence[Problem], t: Translations) -> str:
    """Workflow commands that GitHub shows as annotations of a pull request."""
    return "\n".join(_annotation(problem, t) for problem in problems) or t("problems.none")


def as_gitlab(problems: Sequence[Problem], t: Translations) -> str:
    """A Code Quality report, which GitLab shows in a merge request."""
    found = [
        {
            "check_name": problem.key,
            "description": problem_text(problem, t),
            "severity": "major",
            "fingerprint": fingerprint,
            "location": {"path": printable(problem.path), "lines": {"begin": problem.line or 1}},
        }
        for problem, fingerprint in _with_fingerprints(problems)
    ]
    return _dumped(found)


def as_sarif(problems: Sequence[Problem], t: Translations) -> str:
    """SARIF 2.1.0, the common form of findings that editors and code hosts read."""
    rules = [{"id": key} for key in sorted({problem.key for problem in problems})]
    results = [
        {
            "ruleId": problem.key,
            "level": "error",
            "message": {"text": problem_text(problem, t)},
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


def _annotation(problem: Problem, t: Translations) -> str:
    properties = {"file": printable(problem.path), "line": problem.line, "col": problem.column}
    given = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items() if value)
    return f"::error {given}::{_escaped(problem_text(problem, t))}"


def _escaped(text: str) -> str:
    """A text that a workflow command takes as it is; the percent sign first, since the others bring new ones."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


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
