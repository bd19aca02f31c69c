"""The engines, each as a folder that is served: a page asks what its address names and shows the first hit."""

from __future__ import annotations

import html
import json
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.environment import ROOT, CommandError
from _shared.npm import installed, node
from goodpractices.finding import analyse, index_files
from goodpractices.publishing import ENGINE_PARTS, WORDS_SCRIPT
from goodpractices.publishing.frame.plain_scripts import plain_script

from .documents import Document

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue

_HERE = Path(__file__).parent
_PAGE = '<!doctype html><html lang="pl"><meta charset="utf-8"><title>{name}</title><body>{scripts}</body></html>'

# Each defines search(text): ids in order, what stands by itself first, then what is only offered as similar; and
# first(text), which shows what a row would show of the first hit.
_OURS = """
const parts = {};
function katalogPart(name, data) { parts[name] = data; }
const load = (name) => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = "szukaj/" + name + ".js";
  script.onload = done;
  script.onerror = failed;
  document.head.append(script);
});
let engine;
async function answer(text) {
  if (!engine) { await load("core"); engine = KatalogSearch.create(parts.core); }
  for (;;) {
    const found = engine.search(text);
    if (!found.needs.length) return found.results;
    await Promise.all(found.needs.map(load));
    for (const name of found.needs) engine.add(name, parts[name]);
  }
}
async function search(text) {
  const results = await answer(text);
  const of = (match) => results.filter((each) => each.match === match).map(({ n }) => IDS[n]);
  return [of("exact"), of("similar")];
}
async function first(text) {
  const [{ n }] = await answer(text + " "); // sent, not still being typed
  const name = engine.cardsOf(n);
  if (!engine.has(name)) { await load(name); engine.add(name, parts[name]); }
  return engine.card(n).title;
}
"""
_MINISEARCH = """
const FOREIGN = { "ł": "l", "ø": "o", "đ": "d" };
const bare = (term) => term.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "");
const fold = (term) => bare(term).replace(/[łøđ]/g, (each) => FOREIGN[each]);
const OPTIONS = { fields: ["title", "summary", "text"], storeFields: ["title", "summary"], processTerm: fold };
const ASKED = { prefix: true, fuzzy: 0.2, boost: { title: 3, summary: 2 }, combineWith: "AND" };
let engine;
async function answer(text) {
  engine ??= MiniSearch.loadJSON(await (await fetch("index.json")).text(), OPTIONS);
  const found = engine.search(text, ASKED);
  return found.length ? found : engine.search(text, { ...ASKED, combineWith: "OR" });
}
const search = async (text) => [(await answer(text)).map(({ id }) => id), []];
const first = async (text) => (await answer(text))[0].title;
"""
_PAGEFIND = """
let engine;
async function answer(text) {
  engine ??= await import("./pagefind/pagefind.js");
  return (await engine.search(text)).results;
}
const idOf = async (result) => (await result.data()).url.split("/").pop().replace(".html", "");
const search = async (text) => [await Promise.all((await answer(text)).slice(0, 20).map(idOf)), []];
const first = async (text) => (await (await answer(text))[0].data()).meta.title;
"""
_BEGIN = """
const asked = new URLSearchParams(location.search).get("q");
if (asked) first(asked).then((title) => {
  document.body.append(title);
  window.firstResult = performance.now();
});
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by its name, with the folder that is served."""

    name: str
    folder: Path


def ours(folder: Path, catalogue: Catalogue, documents: Sequence[Document]) -> Engine:
    """Our engine: its scripts as the site hands them out, and the index of the practices with what rows show."""
    (folder / "szukaj").mkdir(parents=True)
    scripts = [(ROOT / "docs" / script).read_text(encoding="utf-8") for script in (WORDS_SCRIPT, *ENGINE_PARTS)]
    (folder / "engine.js").write_text(plain_script("\n".join(scripts)), encoding="utf-8")
    for name, data in index_files(analyse(catalogue).index).items():
        (folder / "szukaj" / name).write_bytes(data)
    ids = json.dumps([each.id for each in documents])
    _page(folder, "nasza", f"const IDS = {ids};{_OURS}", "engine.js")
    return Engine("nasza", folder)


def minisearch(folder: Path, documents: Sequence[Document]) -> Engine:
    """MiniSearch with marks folded, beginnings of words and misspellings, which is what served Polish best.

    Raises:
        CommandError: it could not be installed.
    """
    packages = installed(_HERE, "inne wyszukiwarki") / "node_modules"
    folder.mkdir(parents=True)
    script = (packages / "minisearch" / "dist" / "umd" / "index.js").read_text(encoding="utf-8")
    (folder / "minisearch.js").write_text(plain_script(script), encoding="utf-8")
    fields = ("id", "title", "summary", "text")
    rows = json.dumps([{field: getattr(each, field) for field in fields} for each in documents])
    # Written by the same code that reads it: an index is a file of the site, not work for a reader.
    lines = (
        'const MiniSearch = require("./minisearch.js");',
        _MINISEARCH,
        f"const made = new MiniSearch(OPTIONS); made.addAll({rows});",
        'require("node:fs").writeFileSync("index.json", JSON.stringify(made));',
    )
    (folder / "make.cjs").write_text("\n".join(lines), encoding="utf-8")
    _run([str(node()), "make.cjs"], folder, "MiniSearch")
    (folder / "make.cjs").unlink()
    _page(folder, "MiniSearch", _MINISEARCH, "minisearch.js")
    return Engine("MiniSearch", folder)


def pagefind(folder: Path, documents: Iterable[Document]) -> Engine:
    """Pagefind as it comes, over one page for each practice; it knows the stems of Polish words.

    Raises:
        CommandError: it could not be installed, or there is none for this system.
    """
    packages = installed(_HERE, "inne wyszukiwarki") / "node_modules"
    (folder / "strony").mkdir(parents=True)
    for each in documents:
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in (each.summary, *each.text.split("\n")))
        page = f'<!doctype html><html lang="pl"><title>{html.escape(each.title)}</title><body data-pagefind-body>'
        (folder / "strony" / f"{each.id}.html").write_text(
            f"{page}<h1>{html.escape(each.title)}</h1>{paragraphs}", encoding="utf-8"
        )
    program = packages / "pagefind" / "lib" / "runner" / "bin.cjs"
    _run([str(node()), str(program), "--site", str(folder), "--silent"], folder, "Pagefind")
    _page(folder, "Pagefind", _PAGEFIND)
    return Engine("Pagefind", folder)


def _page(folder: Path, name: str, code: str, *scripts: str) -> None:
    (folder / "page.js").write_text(plain_script(code + _BEGIN), encoding="utf-8")
    tags = "".join(f'<script src="{script}"></script>' for script in (*scripts, "page.js"))
    (folder / "index.html").write_text(_PAGE.format(name=name, scripts=tags), encoding="utf-8")


def _run(command: Sequence[str], folder: Path, name: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise CommandError(f"{name} nie działa:\n{(done.stdout + done.stderr).strip()[-800:]}")
