"""Puts queries to the engine where readers do: in a browser, with the index loaded from files as it is needed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.browsers import started_chromium

from .metrics import Answer

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Ocena wyszukiwania</title>
<script>
const loaded = {};
function katalogPart(name, data) { loaded[name] = data; }
</script>
{scripts}
<script src="szukaj/core.js"></script>
"""

# The engine names the shards it needs first; whoever asks loads them and asks again.
_ASK = """async ([texts, practices]) => {
  const load = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `szukaj/${name}.js`;
    script.onload = done;
    script.onerror = () => failed(new Error(`no shard ${name}`));
    document.head.append(script);
  });
  const engine = KatalogSearch.create(loaded.core);
  const search = async (text, similar) => {
    for (;;) {
      const answer = engine.search(text, { shards: loaded, similar });
      const needs = (answer.needs ?? []).filter((name) => !(name in loaded));
      if (!needs.length) return answer.results;
      await Promise.all(needs.map(load));
    }
  };
  const ids = (results, similar) =>
    results.filter((each) => (each.match === "similar") === similar).map((each) => practices[each.n]);
  const answers = [];
  for (const text of texts)
    answers.push([ids(await search(text, false), false), ids(await search(text, true), true)]);
  return answers;
}"""


def ask(
    page: Page,
    folder: Path,
    engine: Sequence[Path],
    index: Mapping[str, bytes],
    practices: Sequence[str],
    texts: Sequence[str],
) -> list[Answer]:
    """The answers of an engine, given by its scripts in order, with an index; a new folder holds both meanwhile.

    ``practices`` are the ids in the order of the index: of a large catalogue the engine knows numbers only at first.
    """
    (folder / "szukaj").mkdir(parents=True)
    scripts = "\n".join(f'<script src="{script.name}"></script>' for script in engine)
    (folder / "index.html").write_text(_PAGE.replace("{scripts}", scripts), encoding="utf-8")
    for script in engine:
        shutil.copy(script, folder)
    for name, data in index.items():
        (folder / "szukaj" / name).write_bytes(data)
    page.goto((folder / "index.html").as_uri())
    return [
        Answer(tuple(exact), tuple(similar)) for exact, similar in page.evaluate(_ASK, [list(texts), list(practices)])
    ]


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of a browser that is started for it and closed after it.

    Raises:
        CommandError: there is no browser.
    """
    with started_chromium() as browser:
        yield browser.new_page()
