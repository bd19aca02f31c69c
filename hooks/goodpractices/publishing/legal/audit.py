"""The result of an audit as a value, and as a file in EARL, the W3C's language for such results (JSON-LD).

``scripts/audit.py`` writes the file ``docs/audyt.json``, which is committed; a build reads it and says what was found.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

AXE, NU, CHROMIUM = "axe-core", "Nu Html Checker", "Chromium"
"""The programs of an audit; Chromium is the one the pages are opened in."""

_EARL = "http://www.w3.org/ns/earl#"
_CONTEXT: Mapping[str, Any] = {
    "@vocab": _EARL,
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "own": "urn:katalog-dobrych-praktyk:audyt#",
    "date": {"@id": "dct:date", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    "title": "dct:title",
    "language": "dct:language",
    "partOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "version": "doap:revision",
    "assertedBy": {"@type": "@id"},
    "subject": {"@type": "@id"},
    "test": {"@type": "@id"},
    "mode": {"@type": "@vocab"},
    "outcome": {"@type": "@vocab"},
    "looks": "own:looks",
    "states": "own:states",
    "windows": "own:windows",
    "impact": "own:impact",
    "criteria": "own:criteria",
    "where": "own:where",
    "design": "own:design",
}
_AUDIT = "urn:katalog:audyt"
_PROGRAMS = {
    AXE: "urn:katalog:program:axe-core",
    NU: "urn:katalog:program:nu",
    CHROMIUM: "urn:katalog:program:chromium",
}
_TESTS = {AXE: "urn:katalog:test:wcag22aa", NU: "urn:katalog:test:html"}
_WINDOWS = 6  # three widths, light and dark
_PASSED, _FAILED = "passed", "failed"


@dataclass(frozen=True, slots=True, order=True)
class Tried:
    """A page that was tried: in which edition (``web`` or ``offline``), and how many looks were taken at it."""

    edition: str
    address: str
    language: str
    looks: int


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A broken rule on a page: ``where`` is the first element that breaks it, ``states`` name when it does."""

    edition: str
    address: str
    program: str
    rule: str
    where: str
    help: str = ""
    impact: str = ""
    criteria: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def breaks_wcag(self) -> bool:
        """Whether it breaks a success criterion rather than good practice or the grammar of HTML."""
        return bool(self.criteria)


@dataclass(frozen=True, slots=True)
class Audit:
    """What was tried on a day, by which programs (their versions by name), and what they found.

    ``design`` is the mark of what the pages were made with, see ``design_of``.
    """

    day: date
    versions: Mapping[str, str]
    states: tuple[str, ...]
    windows: tuple[str, ...]
    tried: tuple[Tried, ...]
    findings: tuple[Finding, ...] = ()
    design: str = ""

    @property
    def looks(self) -> int:
        """How often a page was looked at."""
        return sum(each.looks for each in self.tried)

    @property
    def is_whole(self) -> bool:
        """Whether both editions were tried in all windows: less says nothing about the site."""
        editions = {each.edition for each in self.tried}
        return editions >= {"web", "offline"} and len(self.windows) >= _WINDOWS

    @property
    def breaking_wcag(self) -> tuple[Finding, ...]:
        """The findings that break a success criterion."""
        return tuple(finding for finding in self.findings if finding.breaks_wcag)


def audit_to_earl(audit: Audit) -> str:
    """The text of the result file, a line for each node; the same audit, the same text."""
    graph = [
        {
            "@id": _AUDIT,
            "@type": "own:Audit",
            "date": audit.day.isoformat(),
            "states": list(audit.states),
            "windows": list(audit.windows),
            "design": audit.design,
        },
        *(
            {"@id": _PROGRAMS[name], "@type": "Software", "title": name, "version": version}
            for name, version in sorted(audit.versions.items())
        ),
        *_assertions(audit),
    ]
    nodes = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph)
    return f'{{"@context": {json.dumps(_CONTEXT)},\n"@graph": [\n{nodes}\n]}}\n'


def _assertions(audit: Audit) -> Iterator[dict[str, Any]]:
    """The pages, what each program says of each, and one assertion more for every finding."""
    broken = {(each.edition, each.address, each.program) for each in audit.findings}
    for page in sorted(audit.tried):
        yield {
            "@id": _subject(page.edition, page.address),
            "@type": "TestSubject",
            "title": page.address,
            "language": page.language,
            "partOf": f"urn:katalog:{page.edition}",
        }
        for program in (name for name in _TESTS if name in audit.versions):
            outcome = _FAILED if (page.edition, page.address, program) in broken else _PASSED
            looks = {"looks": page.looks} if program == AXE else {}
            yield {**_assertion(page.edition, page.address, program, outcome), **looks}
    for finding in sorted(audit.findings):
        assertion = _assertion(finding.edition, finding.address, finding.program, _FAILED)
        info = {"title": finding.rule, "info": finding.help, "where": finding.where}
        assertion["result"] |= {name: value for name, value in info.items() if value}
        assertion["result"] |= {"impact": finding.impact} if finding.impact else {}
        yield {**assertion, "criteria": list(finding.criteria), "states": list(finding.states)}


def _subject(edition: str, address: str) -> str:
    return f"urn:katalog:{edition}:{address}"


def _assertion(edition: str, address: str, program: str, outcome: str) -> dict[str, Any]:
    return {
        "@type": "Assertion",
        "assertedBy": _PROGRAMS[program],
        "subject": _subject(edition, address),
        "test": _TESTS[program],
        "mode": "automatic",
        "result": {"@type": "TestResult", "outcome": outcome},
    }


def audit_from_earl(text: str) -> Audit:
    """The audit that a result file tells of.

    Raises:
        ValueError: the text is no such file.
    """
    try:
        graph: list[dict[str, Any]] = json.loads(text)["@graph"]
        return _read(graph)
    except (KeyError, TypeError, AttributeError, StopIteration, ValueError) as error:
        raise ValueError(f"no result of an audit: {error!r}") from error


def _read(graph: list[dict[str, Any]]) -> Audit:
    audit = next(node for node in graph if node["@id"] == _AUDIT)
    names = {identifier: name for name, identifier in _PROGRAMS.items()}
    assertions = [node for node in graph if node["@type"] == "Assertion"]
    looks = {node["subject"]: int(node["looks"]) for node in assertions if "looks" in node}
    subjects = {node["@id"]: node for node in graph if node["@type"] == "TestSubject"}
    return Audit(
        day=date.fromisoformat(audit["date"]),
        versions={names[node["@id"]]: node["version"] for node in graph if node["@type"] == "Software"},
        states=tuple(audit["states"]),
        windows=tuple(audit["windows"]),
        design=audit.get("design", ""),
        tried=tuple(
            Tried(_edition(node), node["title"], node["language"], looks[name]) for name, node in subjects.items()
        ),
        findings=tuple(_findings((node for node in assertions if "criteria" in node), names)),
    )


def _findings(assertions: Iterable[dict[str, Any]], names: Mapping[str, str]) -> Iterator[Finding]:
    for node in assertions:
        result = node["result"]
        _, _, edition, address = node["subject"].split(":", 3)
        yield Finding(
            edition,
            address,
            names[node["assertedBy"]],
            result["title"],
            result.get("where", ""),
            help=result.get("info", ""),
            impact=result.get("impact", ""),
            criteria=tuple(node["criteria"]),
            states=tuple(node["states"]),
        )


def _edition(subject: Mapping[str, Any]) -> str:
    return str(subject["partOf"]).rpartition(":")[2]
