"""What an import of a collection did or would do, for the person at the terminal and as a file to keep."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...catalogue import Problem
from ...wording import Translations
from ..reports import printable, problem_text
from .importing_collections import Import

_MOST_ROWS = 5
_MOST_SHOWN = 200

Section = tuple[str, Sequence[str]]
"""The key of a heading under ``collection.report.`` and the lines below it."""


def as_text(made: Import, problems: Sequence[Problem], t: Translations, most: int = 20) -> str:
    """The report for a terminal: of long lists the first ``most`` lines."""
    lines = [_counts(made, t)]
    for key, found in _sections(made, problems, t):
        lines += ["", f"{t(f'collection.report.{key}')}:", *(f"  {printable(line)}" for line in found[:most])]
        if len(found) > most:
            lines.append(f"  {t('collection.report.more', n=len(found) - most)}")
    return "\n".join(lines)


def as_markdown(made: Import, problems: Sequence[Problem], name: str, t: Translations) -> str:
    """The report as Markdown, whole; nothing of the collection is taken for markup in it."""
    lines = [f"# {_harmless(t('collection.report.title', name=name))}", "", _counts(made, t)]
    further: list[Section] = [
        ("new", [_entry(made, each, t) for each in made.plan.new]),
        ("changed", [_entry(made, each, t) for each in made.plan.changed]),
    ]
    for key, found in (*_sections(made, problems, t), *(each for each in further if each[1])):
        lines += ["", f"## {t(f'collection.report.{key}')}", "", *(f"- {_harmless(line)}" for line in found)]
    return "\n".join(lines) + "\n"


def _counts(made: Import, t: Translations) -> str:
    plan = made.plan
    counts = {"new": plan.new, "changed": plan.changed, "conflicts": plan.conflicts, "vanished": plan.vanished}
    numbers = {name: str(len(found)) for name, found in counts.items()}
    return t("collection.report.counts", rows=str(made.rows), unchanged=str(plan.unchanged), **numbers)


def _sections(made: Import, problems: Sequence[Problem], t: Translations) -> list[Section]:
    def say(key: str, **params: Any) -> str:
        return t(f"collection.report.{key}", **params)

    sections: list[Section] = [
        ("problems", [*_problems(made, problems, t)]),
        ("unknown", [*_unknown(made, t)]),
        (
            "new_records",
            [
                say("record", registry=registry, id=each["id"], name=each["name"])
                for registry, records in made.new_records.items()
                for each in records
            ],
        ),
        ("misread", [say("cells", column=column, n=n) for (column, _), n in made.misread.items()]),
        ("conflicts", [*_conflicts(made, t)]),
        ("vanished", [say("entry", id=name, row_id=key) for name, key in made.plan.vanished]),
        ("ignored", [say("cells", column=column, n=n) for column, n in made.ignored.items()]),
        ("beside", made.table.beside if made.table else ()),
    ]
    return [(key, lines) for key, lines in sections if lines]


def _problems(made: Import, problems: Iterable[Problem], t: Translations) -> Iterator[str]:
    """Each problem once, with the rows that have it."""
    found: dict[tuple[str, str], list[int]] = {}
    for each in problems:
        column = made.columns.get(str(each.location[0]) if each.location else "", "") or each.path
        row = made.row_of(each)
        # Of records in a registry nobody needs to know the number.
        text = problem_text(each if row else replace(each, location=each.location[1:]), t)
        found.setdefault((column, text), []).append(row)
    for (column, text), rows in found.items():
        if any(rows):
            yield t("collection.report.problem", column=column, text=text, n=len(rows), rows=_rows(sorted(rows)))
        else:
            yield f"{column}: {text}"


def _rows(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:_MOST_ROWS])) + (", …" if len(rows) > _MOST_ROWS else "")


def _unknown(made: Import, t: Translations) -> Iterator[str]:
    for each in made.unknown:
        near = t("collection.report.nearest", names=", ".join(each.nearest)) if each.nearest else ""
        rows = ", ".join(map(str, each.rows)) + (", …" if each.count > len(each.rows) else "")
        params = {"vocabulary": each.vocabulary, "value": _short(each.value), "column": each.column, "nearest": near}
        yield t("collection.report.value", n=each.count, rows=rows, **params)


def _conflicts(made: Import, t: Translations) -> Iterator[str]:
    for each in made.plan.conflicts:
        yield t("collection.report.conflict", id=each.id, row_id=each.key, hash=each.hash)
        for one in each.differences:
            here, there = _said(one.here), _said(one.there)
            yield t("collection.report.difference", field=f"{each.id}: {one.field}", here=here, there=there)


def _entry(made: Import, name: str, t: Translations) -> str:
    return t("collection.report.entry", id=name, row_id=made.plan.drafts[name].key)


def _said(value: Any) -> str:
    if value is None:
        return "–"
    return _short(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_SHOWN else words[:_MOST_SHOWN].rstrip() + "…"


def _harmless(line: str) -> str:
    """A line in which Markdown finds no links, pictures, tables, code or HTML."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#!" else sign for sign in printable(line))
