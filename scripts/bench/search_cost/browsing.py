"""What a reader waits for and what their browser loads, on either site."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from _shared.environment import CommandError
from _shared.serving import Web, served

from .sites import OURS, Side

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PATIENCE = 120_000  # ms
_POLLING = 50  # ms

# Of everything a page loads, what is there for the search alone.
_OWN = r"assets/scripts/(search|catalogue)/|szukaj/|search/"
_THEIRS = r"assets/javascripts/(workers|lunr)/|search/"

_WATCH = """
(() => {
  const look = () => {
    const first = document.querySelector(%s);
    if (!first || !first.checkVisibility()) return requestAnimationFrame(look);
    const now = performance.now();
    window.firstResult = { seconds: now / 1000, moment: (performance.timeOrigin + now) / 1000 };
  };
  look();
})();
"""

# Remembers what the page says to its worker first, so that the same can be said to another one.
_OVERHEAR = """
window.PlainWorker = window.Worker;
window.Worker = class extends window.Worker {
  constructor(address, options) {
    super(address, options);
    this.addEventListener("message", ({ data }) => {
      if (data.type !== 1) return;
      window.setUp = { address: String(address), message: this.first };
      this.terminate();
    });
  }
  postMessage(message) {
    if (message.type === 0) this.first = message;
    super.postMessage(message);
  }
};
"""

# Messages: 0 SETUP, 1 READY, 2 QUERY, 3 RESULT.
_TYPE_TO_WORKER = """async (queries) => {
  const { address, message } = window.setUp;
  const answered = (worker, type) => new Promise((done) => {
    worker.onmessage = ({ data }) => { if (data.type === type) done(); };
  });
  const asked = async (worker, message) => {
    const start = performance.now();
    worker.postMessage(message);
    await answered(worker, message.type + 1);
    return performance.now() - start;
  };
  const worker = new PlainWorker(address);
  const start = performance.now();
  await asked(worker, message);
  await asked(worker, { type: 2, data: "a" });
  const ready = performance.now() - start;
  const keys = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) {
      keys.push(await asked(worker, { type: 2, data: query.slice(0, end) }));
    }
  }
  worker.terminate();
  return [ready, keys];
}"""

# The engine apart from page and worker; what a query needs is loaded between two looks at the clock.
_TYPE_TO_ENGINE = """async (queries) => {
  const parts = {};
  window.katalogPart = (name, data) => { parts[name] = data; };
  const load = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `../szukaj/${name}.js`;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  await load("core");
  const start = performance.now();
  const engine = KatalogSearch.create(parts.core);
  const ready = performance.now() - start;
  const searched = async (text) => {
    let spent = 0;
    for (;;) {
      const start = performance.now();
      const { needs } = engine.search(text);
      spent += performance.now() - start;
      if (!needs.length) return spent;
      await Promise.all(needs.map(load));
      for (const name of needs) engine.add(name, parts[name]);
    }
  };
  const keys = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) keys.push(await searched(query.slice(0, end)));
  }
  return [ready, keys];
}"""


@dataclass(frozen=True, slots=True)
class FirstResult:
    """Seconds from the start of the navigation to the first visible result, and bytes that were asked for by then.

    Each file is compressed by itself.
    """

    seconds: float
    size: int


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds until the first answer (of an engine: until it is made), and for each key typed after that."""

    ready: float
    keys: Sequence[float]


class Session:
    """Readers of one site, each with a browser that has seen nothing yet."""

    def __init__(self, browser: Browser, side: Side, folder: Path, web: Web) -> None:
        self._browser = browser
        self._side = side
        self._folder = folder
        self._web = web

    @classmethod
    @contextmanager
    def of(cls, browser: Browser, side: Side, folder: Path) -> Iterator[Session]:
        """A session with a site in a folder, served for as long as the block lasts."""
        with served(folder) as web:
            yield cls(browser, side, folder, web)

    def first_result(self, text: str) -> FirstResult:
        """Open the page with a query in its address and wait.

        Raises:
            CommandError: nothing was found.
        """
        self._web.asked.clear()
        with self._page(_WATCH.replace("%s", repr(self._side.result))) as page:
            page.goto(f"{self._web.address}{self._side.page}?q={quote(text)}", wait_until="commit")
            self._await(page, "firstResult", text)
            found = page.evaluate("window.firstResult")
        asked = {path for moment, path in self._web.asked if moment <= found["moment"]}
        return FirstResult(found["seconds"], self._compressed(_OWN if self._side is OURS else _THEIRS, asked))

    def worker(self, texts: Sequence[str]) -> Timing:
        """Set up a worker of Material's search as its site does, and type to it."""
        with self._page(_OVERHEAR) as page:
            page.goto(self._web.address + self._side.page, wait_until="load")
            self._await(page, "setUp", "SETUP")
            return Timing(*page.evaluate(_TYPE_TO_WORKER, list(texts)))

    def engine(self, texts: Sequence[str]) -> Timing:
        """Make an engine of our search by itself, and type to it."""
        with self._page("") as page:
            # Its scripts have run, so that none of them takes what is loaded now; then the header has what it wants.
            page.goto(self._web.address + self._side.page, wait_until="load")
            page.wait_for_load_state("networkidle")
            return Timing(*page.evaluate(_TYPE_TO_ENGINE, list(texts)))

    @contextmanager
    def _page(self, script: str) -> Iterator[Page]:
        # Pages allow no code from texts, which is how a condition is handed to the browser.
        context = self._browser.new_context(locale="pl-PL", reduced_motion="reduce", bypass_csp=True)
        context.set_default_timeout(_PATIENCE)
        context.add_init_script(script)
        try:
            yield context.new_page()
        finally:
            context.close()

    def _await(self, page: Page, name: str, text: str) -> None:
        from playwright.sync_api import TimeoutError as TooLong

        try:
            page.wait_for_function(f"window.{name} !== undefined", polling=_POLLING)
        except TooLong as waited:
            raise CommandError(f"Strona „{self._side.name}” nie odpowiada na „{text}”.") from waited

    def _compressed(self, kind: str, paths: Iterable[str]) -> int:
        files = (self._folder / path for path in paths if re.match(kind, path))
        return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
