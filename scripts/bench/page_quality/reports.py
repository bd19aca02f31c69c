"""What is read of a report of Lighthouse, and what several reports of one page say together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, median_low
from typing import Any

from _shared.environment import CommandError

CATEGORIES = {
    "performance": "wydajność",
    "accessibility": "dostępność",
    "best-practices": "dobre praktyki",
    "seo": "SEO",
}
"""What Lighthouse judges, and what we call it."""

LEAST = 98
"""The score that each page of ours should have in each of them."""

_TIMED = "performance"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one or several looks at a page told.

    ``scores`` are of a hundred; ``shift`` is how far the page moved by itself, ``size`` the bytes of its first view,
    ``shown`` the seconds until its largest part is there, ``blocked`` the milliseconds it kept a reader waiting, and
    ``machine`` how fast Lighthouse found this computer. ``lost`` names what took points away.
    """

    scores: Mapping[str, int]
    shift: float
    size: float
    shown: float
    blocked: float
    machine: float
    lost: tuple[str, ...] = ()


def reading_of(report: Mapping[str, Any]) -> Reading:
    """What a report says.

    Raises:
        CommandError: it has no score for something.
    """
    figure = {name: float(audit["numericValue"]) for name, audit in report["audits"].items() if "numericValue" in audit}
    return Reading(
        scores={name: _score(report, name) for name in CATEGORIES},
        shift=figure["cumulative-layout-shift"],
        size=figure["total-byte-weight"],
        shown=figure["largest-contentful-paint"] / 1000,
        blocked=figure["total-blocking-time"],
        machine=float(report["environment"]["benchmarkIndex"]),
        lost=tuple(each for name in CATEGORIES if _score(report, name) < 100 for each in _lost(report, name)),
    )


def _score(report: Mapping[str, Any], category: str) -> int:
    score: float | None = report["categories"][category]["score"]
    if score is None:
        raise CommandError(f"Lighthouse nie podał oceny: {CATEGORIES[category]}, {report['requestedUrl']}")
    return round(score * 100)


def _lost(report: Mapping[str, Any], category: str) -> list[str]:
    """The audits of a category that count and are not passed in full, as Lighthouse calls them."""
    audits = (report["audits"][each["id"]] for each in report["categories"][category]["auditRefs"] if each["weight"])
    failed = (each for each in audits if each["score"] is not None and each["score"] < 1)
    return [" ".join(filter(None, (each["title"], each.get("displayValue")))) for each in failed]


def together(readings: Sequence[Reading]) -> Reading:
    """Several looks at one page as one: the median of what depends on the machine, and the worst of what does not."""
    scores = {name: [each.scores[name] for each in readings] for name in CATEGORIES}
    return Reading(
        scores={name: median_low(some) if name == _TIMED else min(some) for name, some in scores.items()},
        shift=max(each.shift for each in readings),
        size=max(each.size for each in readings),
        shown=median(each.shown for each in readings),
        blocked=median(each.blocked for each in readings),
        machine=median(each.machine for each in readings),
        lost=tuple(dict.fromkeys(lost for each in readings for lost in each.lost)),
    )
