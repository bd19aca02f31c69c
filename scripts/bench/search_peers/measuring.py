"""What an engine answers, and what its first answer costs a reader."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

from _shared.serving import Web, served
from bench.search_quality import Answer

from .engines import Engine

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PATIENCE = 120_000  # ms


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes, each file packed by itself, and seconds from the start of a visit to the first hit: the median visit."""

    size: float
    seconds: float


def answers_of(engine: Engine, texts: Sequence[str], browser: Browser) -> list[Answer]:
    """What an engine answers to each text."""
    ask = "async (texts) => { const all = []; for (const text of texts) all.push(await search(text)); return all; }"
    with served(engine.folder) as web:
        context = browser.new_context()
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.goto(web.address)
        found = page.evaluate(ask, list(texts))
        context.close()
    return [Answer(tuple(exact), tuple(similar)) for exact, similar in found]


def cost_of(engine: Engine, texts: Sequence[str], browser: Browser) -> Cost:
    """What the first hit costs, each text asked by a reader whose browser has seen nothing yet."""
    with served(engine.folder) as web:
        visits = [_visit(engine, web, text, browser) for text in (texts[0], *texts)][1:]  # the first warms the server
    return Cost(median(size for size, _ in visits), median(seconds for _, seconds in visits))


def _visit(engine: Engine, web: Web, text: str, browser: Browser) -> tuple[int, float]:
    context = browser.new_context()
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    web.asked.clear()
    page.goto(f"{web.address}?q={quote(text)}", wait_until="commit")
    page.wait_for_function("window.firstResult !== undefined", polling=20)
    seconds = page.evaluate("window.firstResult") / 1000
    files = {engine.folder / path for _, path in web.asked if path and "favicon" not in path}
    context.close()
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files if file.is_file()), seconds
