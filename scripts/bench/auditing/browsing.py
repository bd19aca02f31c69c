"""Opens the pages of a site in a browser, brings them into their states and asks axe-core about each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .axe import broken_rules
from .states import STATES, State, Window, wait_for, windows_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from .sampling import Sample

HEIGHT = 800

SHOWN = "Promise.resolve(self.KatalogAsked && KatalogAsked.shown).then(() => true)"
"""When a page shows what its address asks of the catalogue: a moment after it is loaded."""

SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
"""When a page is wider than its window."""

_REFLOW = {
    "id": "reflow",
    "impact": "serious",
    "help": "Content must not scroll sideways",
    "tags": ["wcag21aa", "wcag1410"],
    "nodes": [{"html": "<html>"}],
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One look at a page: in which state and window, and the rules it breaks, as axe-core tells them."""

    sample: Sample
    state: str
    window: Window
    broken: list[dict[str, Any]]


def try_pages(
    browser: Browser, base: str, folder: Path, samples: Iterable[Sample], *, few: bool = False
) -> Iterator[Trial]:
    """Look at pages in every state they have.

    Args:
        browser: a started one.
        base: the address of the site, of a server or of its folder.
        folder: where the site lies.
        samples: the pages.
        few: in two windows rather than in all.
    """
    for sample in samples:
        for state in filter(lambda each: each.has(sample), STATES):
            for width, windows in groupby(windows_of(state, few=few), key=lambda each: each.width):
                with opened_page(browser, base + file_of(sample.address + state.query, base), width) as page:
                    yield from _looks(page, folder, sample, state, [*windows])


@contextmanager
def opened_page(browser: Browser, address: str, width: int) -> Iterator[Page]:
    """A page as it opens for a reader who comes for the first time."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="pl-PL", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address, wait_until="load")
    wait_for(page, SHOWN)
    yield page
    context.close()


def _looks(page: Page, folder: Path, sample: Sample, state: State, windows: list[Window]) -> Iterator[Trial]:
    """Look at an opened page in a state, or in one after another, in each of its colours."""
    for _ in state.prepare(page, sample, folder):
        for window in windows:
            page.emulate_media(color_scheme=window.scheme)
            yield Trial(sample, state.name, window, [*broken_rules(page), *_sideways(page)])


def _sideways(page: Page) -> list[dict[str, Any]]:
    """What axe-core does not look for: a page wider than its window (WCAG 1.4.10)."""
    return [_REFLOW] if page.evaluate(SCROLLS_SIDEWAYS) else []


def file_of(address: str, base: str) -> str:
    """An address of a site as it is opened from ``base``: in a folder no server finds the page.

    >>> file_of("praktyki/?q=las", "file:///katalog/")
    'praktyki/index.html?q=las'
    """
    path = re.split("[?#]", address, maxsplit=1)[0]
    is_folder = base.startswith("file:") and (not path or path.endswith("/"))
    return f"{path}index.html{address[len(path) :]}" if is_folder else address
