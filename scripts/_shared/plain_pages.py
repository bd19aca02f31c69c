"""The practices as plain Markdown pages: what one would write for MkDocs without this catalogue, to measure against.

A page has the content of ours: title, summary, facts as a table and lists, figures and money as tables, the story with
its links, and the sources as footnotes. It has no drawings, computed values, related practices or links to terms.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from goodpractices.catalogue import PRACTICE, SECTIONS, Catalogue, Practice, load_catalogue
from goodpractices.wording import Translations

# The plainest project that gives such pages: stock theme and search, pages outside the navigation (in it, every page
# would hold a link to every other one), and the extensions that the content needs.
_SETTINGS = """\
site_name: Katalog
theme: {name: material, language: pl, font: false}
plugins: [search]
nav: [index.md]
not_in_nav: /praktyki/
markdown_extensions: [tables, footnotes, toc]
validation: {links: {anchors: ignore}}
"""
_TABLES = ("indicators", "funding")
_TEXTS = ("title", "summary", "plain_summary", "easy_to_read", *SECTIONS)
_ELSEWHERE = ("id", "sources", "editorial", "translations", *_TEXTS)


def write_projects(practices: Path, converted: Path, raw: Path) -> None:
    """Write two MkDocs projects of the published practices: converted to pages, and as copies of the entries' files."""
    catalogue = load_catalogue(practices)
    names = _names(catalogue)
    for project in (converted, raw):
        (project / "docs" / "praktyki").mkdir(parents=True)
        (project / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
        (project / "docs" / "index.md").write_text("# Katalog\n", encoding="utf-8")
    for practice in catalogue.published:
        page, copy = (project / "docs" / "praktyki" / practice.id / "index.md" for project in (converted, raw))
        page.parent.mkdir()
        page.write_text(plain_page(practice, names), encoding="utf-8")
        copy.parent.mkdir()
        shutil.copyfile(practices / practice.id / "index.md", copy)


def plain_page(practice: Practice, names: Mapping[str, str]) -> str:
    """One practice as Markdown; ``names`` says what an id is called."""
    t = Translations.load("pl")
    record = _given(PRACTICE.plain(practice))
    facts = {name: value for name, value in record.items() if name not in _ELSEWHERE}
    meta = f"---\ntitle: {_quoted(practice.title)}\ndescription: {_quoted(practice.summary)}\n---"
    parts = [meta, f"# {practice.title}", practice.summary, practice.plain_summary or ""]
    if easy := practice.easy_to_read:
        parts += [easy.text, easy.written_by or "", easy.tested_by or ""]
    short = {name: value for name, value in facts.items() if not _is_list_of_records(value)}
    parts.append(_table([["", ""], *([t.field(name), _said(value, names)] for name, value in short.items())]))
    for name, value in facts.items():
        if _is_list_of_records(value):
            parts.append(f"## {t.field(name)}")
            parts.append(_records_table(value, names) if name in _TABLES else _bullets(value, names))
    for section in SECTIONS:
        if section in record:
            parts.append(f"## {t(f'section.{section}')}\n{record[section]}")
    if questions := practice.editorial.questions:
        parts += [f"## {t.field('editorial')}", _bullets(questions, names)]
    parts.append("\n".join(f"[^{source['id']}]: {_said(_rest(source), names)}" for source in record["sources"]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _names(catalogue: Catalogue) -> dict[str, str]:
    names = {term.id: term.pl for terms in catalogue.vocabularies.values() for term in terms.values()}
    for records in (catalogue.organisations, catalogue.places, catalogue.programmes):
        names |= {each.id: each.name for each in records.values()}
    return names | {each.id: f"[{each.title}](../{each.id}/index.md)" for each in catalogue.published}


def _given(value: Any) -> Any:
    """The value without what is empty in it."""
    if isinstance(value, dict):
        return {key: _given(each) for key, each in value.items() if each not in ([], {}) and each is not False}
    return [_given(each) for each in value] if isinstance(value, list) else value


def _is_list_of_records(value: Any) -> bool:
    return isinstance(value, list) and isinstance(value[0], dict)


def _bullets(values: Sequence[Any], names: Mapping[str, str]) -> str:
    return "\n".join(f"- {_said(value, names)}" for value in values)


def _records_table(records: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> str:
    keys = list(dict.fromkeys(key for record in records for key in record))
    rows = [[_said(record.get(key, ""), names) for key in keys] for record in records]
    return _table([keys, *rows])


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _said(value: Any, names: Mapping[str, str]) -> str:
    return "; ".join(_pieces(value, names)).replace("|", "\\|")


def _pieces(value: Any, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            words = f"[^{each}]" if key == "source" else ", ".join(_pieces(each, names))
            yield words if key in _record_keys() else f"{names.get(key, key)}: {words}"
    elif isinstance(value, list):
        for each in value:
            yield ", ".join(_pieces(each, names))
    else:
        yield names.get(value, value) if isinstance(value, str) else str(value)


@cache
def _record_keys() -> frozenset[str]:
    """Keys that are the model's; all others are content, such as the parts of a split."""
    return frozenset(name for record in PRACTICE.schema()["$defs"].values() for name in record.get("properties", ()))


def _rest(source: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in source.items() if key != "id"}


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
