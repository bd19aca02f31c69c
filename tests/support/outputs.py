"""Which fields of a practice each output of the catalogue shows, found by looking at the outputs of a full entry.

As a program it prints the same for whatever copy of the package is on the import path, with the fields that it is given
as JSON besides those of the full entry.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import CASES, practice
from tests.support.samples import IDENTITY, PL, published, renderer
from tests.support.sparing import FEW_WORDS

from goodpractices.catalogue import FIELD_SECTIONS, PRACTICE, Catalogue, Practice, Shape, in_language, record_shape
from goodpractices.finding import analyse
from goodpractices.finding.search import everyday
from goodpractices.finding.search.fields import connections, own_passages, stories
from goodpractices.publishing import FORM_STEPS
from goodpractices.publishing.open_data.records import practice_record
from goodpractices.publishing.open_data.tables import OF_PRACTICES, Names
from goodpractices.publishing.pages import practice_article, practice_inputs
from goodpractices.publishing.pages.field_guide import explained
from goodpractices.wording import Translations, Untranslated, languages

TRANSLATION = "translation"
ID, OTHER = "ogrod", "inny-ogrod"
FULL: Mapping[str, Any] = yaml.load((CASES / "_full.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_TEXTS = ("text", "lines", "story")


def fields_forgotten(further: Mapping[str, Any], folder: Path) -> dict[str, list[str]]:
    """The fields of the model that each output lacks, by output; ``further`` fills those that ``FULL`` does not.

    Of ``translation`` it is the texts that a page in another language would give in Polish without saying so.
    """
    catalogue = published(folder, {OTHER: {"title": "Inny ogród"}})
    full = PRACTICE({"id": ID, **FULL, **further}, None)
    catalogue = replace(catalogue, practices={**catalogue.practices, ID: full})
    shape = record_shape(Practice)
    names = shape["fields"]
    shown = {output: look_at(full, catalogue) for output, look_at in OUTPUTS.items()}
    found = {output: [name for name in names if not shows(name)] for output, shows in shown.items()}
    elsewhere = in_language(replace(catalogue, practices={ID: full}), "uk").practices[ID]  # nobody translated it
    return {**found, TRANSLATION: list(dict.fromkeys(_left_in_polish(elsewhere, shape, "")))}


Shows = Callable[[str], bool]


def _page(full: Practice, catalogue: Catalogue) -> Shows:
    related = analyse(catalogue).related.to(full)
    html = practice_article(practice_inputs(full, related, catalogue, IDENTITY, renderer().links), renderer()).content
    page = LexborHTMLParser(html)
    return lambda name: bool(page.css(f"[data-field={name}]"))


def _json(full: Practice, catalogue: Catalogue) -> Shows:
    return practice_record(full, catalogue).__contains__


def _csv(full: Practice, catalogue: Catalogue) -> Shows:
    cells = _cells(full, catalogue)
    return lambda name: cells != _cells(_without(name, full), catalogue)


def _cells(some: Practice, catalogue: Catalogue) -> list[Any]:
    """What stands in the tables, but for the column that counts fields."""
    record = practice_record(some, catalogue)
    record["derived"]["completeness"] = {}
    names = Names(catalogue, PL, lambda practice_id: practice_id, "CC-BY-4.0")
    return [row for table in OF_PRACTICES for row in table.cells(record, names)]


def _search(full: Practice, _: Catalogue) -> Shows:
    found = _found(full)
    return lambda name: found != _found(_without(name, full))


def _found(some: Practice) -> list[object]:
    return [*own_passages(some, stories(some)), *connections(some)]


def _form(_: Practice, __: Catalogue) -> Shows:
    return {name for step in FORM_STEPS for name in (*step.fields, *step.more)}.__contains__


def _guide(_: Practice, catalogue: Catalogue) -> Shows:
    sections = [explained(section, FIELD_SECTIONS, catalogue, PL)[0] for section in FIELD_SECTIONS]
    return {field.name for fields in sections for field in fields}.__contains__


def _words(_: Practice, __: Catalogue) -> Shows:
    """Whether every language has a label for it and a word of help."""
    loaded = [Translations.load(language) for language in languages()]
    return lambda name: all(f"{group}.{name}" in t for t in loaded for group in ("field", "help"))


def _left_in_polish(value: Any, shape: Shape, place: str) -> Iterator[str]:
    """Where texts of a value stand that are not told to be Polish, by dotted names."""
    if value is None:
        return
    if shape["kind"] == "list":
        for each in value:
            yield from _left_in_polish(each, shape["of"], place)
    elif shape["kind"] == "record":
        for name, field in shape["fields"].items():
            yield from _left_in_polish(getattr(value, name), field, f"{place}.{name}" if place else name)
    elif shape["kind"] in _TEXTS and not isinstance(value, Untranslated):
        yield place


def _without(name: str, full: Practice) -> Practice:
    """The entry with the field empty or, where it has to be there, as in one that has nothing in common with it."""
    given = {"id": OTHER, **practice(), "sources": [{"id": "s2", "title": "Inne"}], "editorial": {"state": "draft"}}
    plain = PRACTICE.plain(full)
    plain.pop(name, None)
    if name in given:
        plain[name] = given[name]
    return PRACTICE(plain, None)


OUTPUTS: Mapping[str, Callable[[Practice, Catalogue], Shows]] = {
    "page": _page,
    "search": _search,
    "csv": _csv,
    "json": _json,
    "form": _form,
    "guide": _guide,
    "words": _words,
}


if __name__ == "__main__":
    pytest.MonkeyPatch().setattr(everyday, "_book", lambda: FEW_WORDS)
    with TemporaryDirectory() as empty:
        print(json.dumps(fields_forgotten(json.loads(sys.argv[1]), Path(empty))))
