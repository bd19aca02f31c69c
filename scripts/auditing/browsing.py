"""Opens the pages of a site in a browser, brings them into their states and asks axe-core about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _browsers import OPTIONS

from .axe import broken_rules
from .states import STATES, State, Window, wait_for, windows_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from .sampling import Sample

HEIGHT = 800

_NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# What an address asks of the catalogue is shown a moment after the page.
_SHOWN = "Promise.resolve(self.KatalogAsked && KatalogAsked.shown).then(() => true)"
_SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
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


@contextmanager
def started(chromium: str) -> Iterator[Browser]:
    """A browser that reaches no host but this machine, for as long as the block lasts."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*OPTIONS, _NO_OTHER_HOST])
        yield browser
        browser.close()


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
                with opened_page(browser, base + _file_of(sample.address, base) + state.query, width) as page:
                    yield from _looks(page, folder, sample, state, [*windows])


@contextmanager
def opened_page(browser: Browser, address: str, width: int) -> Iterator[Page]:
    """A page as it opens for a reader who comes for the first time."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="pl-PL", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address, wait_until="load")
    wait_for(page, _SHOWN)
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
    return [_REFLOW] if page.evaluate(_SCROLLS_SIDEWAYS) else []


def _file_of(address: str, base: str) -> str:
    """An address as it is opened: no server finds the page of a folder."""
    is_folder = base.startswith("file:") and (not address or address.endswith("/"))
    return f"{address}index.html" if is_folder else address
