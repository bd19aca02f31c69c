"""The page of the comparison, and a small file for each practice that its scripts load once the practice is chosen.

The page holds nothing of any practice: of ten thousand a reader loads four. The files are scripts, since a page in a
folder may load nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import ceil
from typing import Any

from pydantic_core import to_json

from ....catalogue import HOME_CURRENCY, Catalogue, Identity, Practice, decision
from ...addresses import COMPARE, PRACTICES, compared_address, practice_address
from ...article import Article
from ...planned import PlannedFiles, Written
from ...rendering import Renderer
from ..cards import Cards
from ..poster import Poster
from .rows import QUESTIONS, ROWS, said_of
from .said import NOTHING, Said
from .shortlist import SHARED_PARTS

_SCRIPT = "assets/scripts/compare/compare.js"
_SAVING = "assets/scripts/compare/saving.js"
_DATA = "dane.js"
_IN_A_SHARD = 16

COMPARE_SCRIPTS = {
    _SCRIPT: (
        *SHARED_PARTS,
        *(f"assets/scripts/compare/{name}.js" for name in ("chosen", "loading", "table", "page")),
    )
}
"""The script bundle of the page: output file and its sources, in load order."""

SAVING_SCRIPTS = {_SAVING: tuple(f"assets/scripts/{name}.js" for name in ("download", "compare/csv", "compare/saving"))}
"""What saves the comparison as files. It comes once somebody asks for one."""

SAVED_STYLES = tuple(f"assets/styles/{name}.css" for name in ("tokens", "strip", "compare", "compare_saved"))
"""The styles of the page that is saved, which its script writes into it; the last are for it alone."""

_SAID_BY_SCRIPTS = (
    *(f"titles.{count}" for count in range(1, 5)),
    *("rows_label", "differ", "alike", "alone", "unknown", "nowhere", "source", "remove", "removed", "only_one"),
    *("too_many", "failed", "own", "copied", "not_copied", "file_name"),
)


def compare_article(identity: Identity, renderer: Renderer, shards: int) -> Article:
    """The page ``porownaj/``."""
    t, links = renderer.t, renderer.links
    title, lead = t("compare.heading"), t("compare.lead")
    content = renderer.render(
        "compare.html",
        COMPARE,
        title=title,
        lead=lead,
        said=to_json(_words(renderer)).decode(),
        data=_DATA,
        shards=shards,
        script=_SCRIPT,
        saving=_SAVING,
        catalogue=PRACTICES,
        site=None if links.explicit_index else identity.page_address(links.localized(COMPARE)),
    )
    return Article(COMPARE, title, lead, content, "compare", styles="compare")


def _words(renderer: Renderer) -> dict[str, Any]:
    """The words of the scripts, and the rows by what they are called."""
    t = renderer.t
    words = t.for_scripts(f"compare.{name}" for name in _SAID_BY_SCRIPTS)
    rows = [(name, t(f"strip.{name}" if name in QUESTIONS else f"compare.rows.{name}")) for name in ROWS]
    return {"words": words, "rows": rows, "unknown": t("strip.missing"), "digits": t.group_sign}


def shards_of(catalogue: Catalogue, renderer: Renderer) -> int:
    """How many files have the practices of an edition in a folder; none on the web, where each has one of its own.

    Packed together they take half the room.
    """
    return ceil(len(catalogue.published) / _IN_A_SHARD) if renderer.links.explicit_index else 0


def compared_files(
    practices: Iterable[Practice], catalogue: Catalogue, cards: Cards, renderer: Renderer
) -> Iterator[PlannedFiles]:
    """A file for each practice, or for several; a practice is there by its former ids too."""
    shards = shards_of(catalogue, renderer)
    together: dict[str, list[tuple[str, Practice]]] = defaultdict(list)
    for practice in practices:
        for name in (practice.id, *practice.former_ids):
            shard = f"{COMPARE}{sum(map(ord, name)) % shards}.js" if shards else None
            together[shard or compared_address(name) + _DATA].append((name, practice))
    for address, named in together.items():
        prints = [(name, catalogue.fingerprint(practice.id)) for name, practice in named]
        inputs = [(name, each.listed, each.own) for name, each in prints]
        make = partial(_file, address, named, catalogue, cards, renderer)
        yield PlannedFiles(f"compared {address}", inputs, make)


def _file(
    address: str, named: Sequence[tuple[str, Practice]], catalogue: Catalogue, cards: Cards, renderer: Renderer
) -> Iterator[Written]:
    folder, _, name = address.rpartition("/")
    yield renderer.links.localized(f"{folder}/") + name, _statements(named, catalogue, cards, renderer)


def _statements(
    named: Sequence[tuple[str, Practice]], catalogue: Catalogue, cards: Cards, renderer: Renderer
) -> Iterator[bytes]:
    for name, practice in named:
        yield f"(self.KatalogPorownane=self.KatalogPorownane||{{}})[{to_json(name).decode()}]=".encode()
        yield to_json(_record(practice, catalogue, cards, renderer))
        yield b";\n"


def _record(practice: Practice, catalogue: Catalogue, cards: Cards, renderer: Renderer) -> dict[str, Any]:
    """A practice as the scripts show it; of a row in which it says nothing there is nothing."""
    head, money = cards.head(practice), decision(practice).cost.subject
    said = said_of(practice, catalogue, renderer.t)
    return {
        "id": practice.id,
        "title": practice.short_title or practice.title,
        "meta": head.meta,
        "family": head.family,
        "link": renderer.links.between(COMPARE, practice_address(practice.id)),
        # In a folder its colour is enough: the drawings would be a fifth of these files.
        "tile": "" if renderer.links.explicit_index else _tile(head.poster, renderer),
        "foreign": money is not None and money.currency != HOME_CURRENCY,
        "cells": {name: _cell(each, renderer) for name, each in said.items() if each != NOTHING},
    }


def _tile(drawn: Poster | None, renderer: Renderer) -> str:
    return renderer.render("compare_tile.html", COMPARE, poster=drawn).strip()


def _cell(said: Said, renderer: Renderer) -> dict[str, str]:
    """A cell; ``key`` is what makes two of them alike, where that is not all they say: each level has its reason."""
    html = renderer.render("compare_cell.html", COMPARE, said=said)
    cell = {"state": said.state, "html": "".join(line.strip() for line in html.splitlines())}
    if said.level is not None:
        cell["key"] = said.value
    if said.anchor:
        cell["anchor"] = said.anchor
    return cell
