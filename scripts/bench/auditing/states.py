"""The states in which a page is tried: as it opens, with the menu, the search or the form in use."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from _shared.environment import CommandError

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .sampling import Sample

WIDTHS = (1280, 768, 320)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

_PATIENCE = 30  # s
_PAUSE = 20  # ms
_STEP_LINKS = ".form__steps a[href^='#krok-']"
_WORDS = {"pl": "młodzież", "en": "young people"}
_NEXT_FRAME = "new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))"
_FORM_READY = "document.querySelector('[data-form]').dataset.state === 'ready'"
_KEEP_DRAFT = """entry => new FormDraftStore.Store({ onElsewhere() {}, onChange() {} }).save(
  { entry, way: "full", opened: "", added: {}, step: 0 }, "")"""

OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = !each.matches('.menu'))"
"""Unfolds everything on a page but the menu."""

Prepare = Callable[["Page", "Sample", Path], Iterator[None]]
"""Brings an opened page into a state, or into one after another; the folder is that of the site."""


@dataclass(frozen=True, slots=True)
class Window:
    """A window of a browser: how wide, in which colours."""

    width: int
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


@dataclass(frozen=True, slots=True)
class State:
    """A state by its name: on which pages there is one, how wide the window is at most, and how it is reached."""

    name: str
    prepare: Prepare
    kinds: tuple[str, ...] | None = None
    query: str = ""
    widest: int = max(WIDTHS)

    def has(self, page: Sample) -> bool:
        """Whether a page is tried in this state; kinds are the beginnings of addresses, ``None`` stands for all."""
        own = page.address.removeprefix(f"{page.language}/")
        return self.kinds is None or own in self.kinds


def windows_of(state: State, *, few: bool = False) -> list[Window]:
    """The windows in which a state is tried; a few are the widest in light and the narrowest in dark."""
    windows = [Window(width, scheme) for width, scheme in product(WIDTHS, SCHEMES) if width <= state.widest]
    return [windows[0], windows[-1]] if few else windows


def wait_for(page: Page, condition: str) -> None:
    """Wait until a condition holds; Playwright's own wait evaluates a text, which the policy of a page forbids.

    Raises:
        CommandError: it never does.
    """
    end = time.monotonic() + _PATIENCE
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise CommandError(f"Strona {page.url} nie doszła do stanu: {condition}")
        page.wait_for_timeout(_PAUSE)


def _opened(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    """As it opens, with everything unfolded that can be."""
    page.evaluate(OPEN_ALL)
    yield


def _menu(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    page.locator("details.menu summary").click()
    yield


def _search(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    """The search of the header, empty and with results."""
    page.locator("[data-search-open]").click()
    yield
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially(_WORDS[sample.language])
    page.locator(".search-panel__item").first.wait_for()
    yield


def _results(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    """The catalogue asked for something."""
    wait_for(page, "document.querySelector('#tresc [role=status]').textContent.trim() !== ''")
    yield


def _form_filled(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    """Every step of the form with the fullest entry in it."""
    wait_for(page, _FORM_READY)
    page.evaluate(_KEEP_DRAFT, _fullest_entry(folder))
    page.reload()
    wait_for(page, _FORM_READY)
    page.evaluate("document.querySelectorAll('.form details').forEach(each => each.open = true)")
    for number in range(1, page.locator(_STEP_LINKS).count() + 1):
        go_to_step(page, number)
        yield


def go_to_step(page: Page, number: int) -> None:
    """Go to a step of the form by its link, which on a phone stands behind the name of the step that is shown."""
    page.evaluate(_NEXT_FRAME)  # until then a window of another width is not heard of
    fold = page.locator("[data-step-fold]")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.locator(f".form__steps a[href='#krok-{number}']").click()


def _form_short(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    """The form of five minutes with nothing in it, asked to go on; and what it hands over, of an entry in order."""
    wait_for(page, _FORM_READY)
    page.locator("#krotko-1 [data-short-go]").click()
    yield
    page.evaluate(_KEEP_DRAFT.replace('"full"', '"short"'), {**_fullest_entry(folder), "id": "nowa"})
    page.reload()
    wait_for(page, _FORM_READY)
    for number in (1, 2):
        page.locator(f"#krotko-{number} [data-short-go='{number}']").click()
    yield


def _form_failing(page: Page, sample: Sample, folder: Path) -> Iterator[None]:
    """The form that nobody filled in, checked: the list of what is wrong, and a step with its messages."""
    wait_for(page, _FORM_READY)
    page.locator("[data-way-link=full]").click()
    last = page.locator(_STEP_LINKS).count()
    go_to_step(page, last)
    page.locator(f"#krok-{last} [data-check]").click()
    wait_for(page, "document.querySelectorAll('[data-summary-list] li').length > 0")
    yield
    go_to_step(page, 1)
    yield


@cache
def _fullest_entry(folder: Path) -> dict[str, Any]:
    data = json.loads((folder / "dane" / "praktyki.json").read_text(encoding="utf-8"))
    return max(data["practices"], key=lambda entry: (len(json.dumps(entry)), entry["id"]))


_CATALOGUE = ("praktyki/", "practices/")
_FORM = ("zglos/", "submit/")
STATES = (
    State("page", _opened),
    State("menu", _menu, ("",), widest=768),
    State("search", _search, ("", "praktyki/", "practices/")),
    State("results", _results, _CATALOGUE, query="?q=gdynia&sort=relevance"),
    State("no_results", _results, _CATALOGUE, query="?q=xqzv"),
    State("form_filled", _form_filled, _FORM),
    State("form_short", _form_short, _FORM),
    State("form_failing", _form_failing, _FORM),
)
"""Every state by the table; a page of which nothing is said is tried as it opens."""
