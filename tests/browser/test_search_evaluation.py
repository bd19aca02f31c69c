"""Queries reach an engine as the catalogue page would put them: with the shards it asks for, from files."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from bench.search_quality import Answer, ask

# Finds a practice by a part of its name; needs the shard of the first letter; offers the others as similar when asked.
ENGINE = """
var KatalogSearch = {
  create: (core) => ({
    search(text, { shards, similar }) {
      const shard = text[0];
      if (!(shard in shards)) return { results: [], needs: [shard] };
      const as = (match) => (name) => ({ n: core.names.indexOf(name), match });
      const exact = shards[shard].filter((name) => name.includes(text)).map(as("exact"));
      const others = core.names.filter((name) => !name.includes(text)).map(as("similar"));
      return { results: similar ? exact.concat(others) : exact, needs: [] };
    },
  }),
};
"""
INDEX = {
    "core.js": b'katalogPart("core", {"names": ["las", "lato", "most"]});',
    "l.js": b'katalogPart("l", ["las", "lato"]);',
    "m.js": b'katalogPart("m", ["most"]);',
}


@pytest.mark.browser
def test_answers_keep_exact_and_similar_apart(page: Page, tmp_path: Path) -> None:
    engine = tmp_path / "engine.js"
    engine.write_text(ENGINE, encoding="utf-8")
    answers = ask(
        page, tmp_path / "Katalog #1 – 100% żółć", [engine], INDEX, ["p-las", "p-lato", "p-most"], ["la", "most", "lu"]
    )
    assert answers == [
        Answer(("p-las", "p-lato"), ("p-most",)),
        Answer(("p-most",), ("p-las", "p-lato")),
        Answer((), ("p-las", "p-lato", "p-most")),
    ]
