"""What axe-core says about a page as it stands; the copy of it is the one the browser tests use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from _shared.environment import ROOT, CommandError

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 at levels A and AA, and what is good practice besides."""

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""Those of their rules that depend on colours."""

_VENDORED = ROOT / "tests" / "browser" / "vendor" / "axe-core" / "axe.min.js"
_HEAD = 200
_IS_THERE = "typeof axe !== 'undefined'"
_RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], selectors: false})"


@cache
def axe_script() -> str:
    """The text of axe-core."""
    return _VENDORED.read_text(encoding="utf-8")


def axe_version() -> str:
    """The version that the file of axe-core begins with.

    Raises:
        CommandError: it says none.
    """
    found = re.search(r"axe v([\d.]+)", axe_script()[:_HEAD])
    if not found:
        raise CommandError(f"{_VENDORED} nie podaje wersji.")
    return found[1]


def broken_rules(page: Page, rules: Sequence[str] = AXE_RULES) -> list[dict[str, Any]]:
    """The rules that a page breaks, as axe-core tells them; of all, or of some by their names or groups."""
    if not page.evaluate(_IS_THERE):
        page.evaluate(axe_script())
    found: dict[str, Any] = page.evaluate(_RUN, list(rules))
    violations: list[dict[str, Any]] = found["violations"]
    return violations
