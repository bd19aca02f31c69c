"""From what the programs said to findings: each broken rule of a page once, with the states that break it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from goodpractices.publishing import AXE, NU, Finding

from .browsing import Trial
from .markup import check_markup

_LONGEST = 200
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")
_NUMBERED = re.compile(r"\d+")


def axe_findings(edition: str, trials: Iterable[Trial]) -> Iterator[Finding]:
    """What axe-core found on the pages of an edition, each rule of a page once."""
    states: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    first: dict[tuple[str, str], dict[str, Any]] = {}
    for trial in trials:
        for rule in trial.broken:
            key = trial.sample.address, rule["id"]
            first.setdefault(key, rule)
            states[key].add(f"{trial.state} {trial.window}")
    for (address, name), rule in first.items():
        yield Finding(
            edition,
            address,
            AXE,
            name,
            _shortened(rule["nodes"][0]["html"]),
            help=rule["help"],
            impact=rule["impact"] or "",
            criteria=tuple(criteria_of(rule["tags"])),
            states=tuple(sorted(states[address, name])),
        )


def criteria_of(tags: Iterable[str]) -> Iterator[str]:
    """The success criteria that axe-core names by its tags: ``wcag1410`` is 1.4.10."""
    yield from (".".join(found.groups()) for found in map(_CRITERION.fullmatch, tags) if found)


def nu_findings(edition: str, jar: Path, folder: Path) -> Iterator[Finding]:
    """What the Nu checker found on all pages of an edition; each message once, with a page."""
    seen = set()
    for address, message, extract in check_markup(jar, folder):
        alike = _NUMBERED.sub("0", message)
        if alike not in seen:
            seen.add(alike)
            yield Finding(edition, address, NU, _shortened(message), _shortened(extract))


def _shortened(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
