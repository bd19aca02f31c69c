"""A whole collection into a catalogue: read by its map, compared, checked as a build would, written all or nothing."""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...catalogue import (
    PRACTICE,
    Catalogue,
    InvalidCatalogue,
    Problem,
    ReferenceData,
    check_entries,
    load_reference_data,
    write_whole,
)
from ...wording import Translations
from ..accepting import with_records
from ..entry_text import entry_text
from ..submissions.submission import Fault, UnusableSubmission
from ..submissions.writing import write_entries
from .catalogues import OtherCatalogue, is_catalogue
from .collection_map import CollectionMap
from .drafts import Draft, Drafting, columns_of, map_faults, terms_faults
from .lookup import Lookup, Unknown
from .planning import Comparing, Plan, doubled_origins, plan_of
from .tables import Table, json_in, read_table

_SHARED = ("_vocabularies", "_registry")


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would do, and all that there is to say about it.

    Attributes:
        plan: the entries.
        new_records: what is added to the registries, by registry.
        unknown: values that lead to no id.
        misread: how many cells of a column hold no date or number, by column and field.
        ignored: how many cells of the columns that are ignored are filled.
        rows: how many rows there are.
        table: the table that was read; ``None`` where the collection is another catalogue.
        columns: the names of the columns that a field comes from.
    """

    plan: Plan
    new_records: Mapping[str, Sequence[Mapping[str, Any]]]
    unknown: Sequence[Unknown] = ()
    misread: Mapping[tuple[str, str], int] = field(default_factory=dict)
    ignored: Mapping[str, int] = field(default_factory=dict)
    rows: int = 0
    table: Table | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def row_of(self, problem: Problem) -> int:
        """The row that a problem of an entry comes from; 0 where it comes from none."""
        name = problem.path.split("/")[1] if "/" in problem.path else ""
        draft = self.plan.drafts.get(name)
        return draft.row.number if draft else 0


def prepared(
    data: bytes, ending: str, settings: CollectionMap, folder: Path, catalogue: Catalogue, t: Translations, today: date
) -> Import:
    """What the import of a collection would do.

    Args:
        data: the bytes of its file.
        ending: the ending of the name of the file, with its dot, in small letters.
        settings: its map.
        folder: the folder of practices.
        catalogue: what that folder holds.
        t: the wording of messages and questions.
        today: the day of the import.

    Raises:
        UnusableSubmission: it cannot be read, may not be published, or does not fit its map; it says all that is wrong.
    """
    if ending == ".json" and not settings.table.path and is_catalogue(value := json_in(data)):
        return _of_catalogue(value, settings, folder, catalogue, t, today)
    table = read_table(data, ending, settings.table, t)
    if faults := [*map_faults(settings, table, t), *_doubled(catalogue)]:
        raise UnusableSubmission(faults)
    lookup = Lookup(ReferenceData(catalogue, frozenset(catalogue.practices)), settings, t)
    drafting = Drafting(settings, lookup, t)
    drafts = drafting.drafts(table)
    if drafting.faults:
        raise UnusableSubmission(drafting.faults)
    return Import(
        plan=planned(drafts, settings, managed_by(settings), folder, catalogue, t, today),
        new_records={name: [*records.values()] for name, records in lookup.new.items()},
        unknown=sorted(lookup.unknown.values(), key=lambda each: (each.vocabulary, -each.count, each.value)),
        misread=drafting.misread,
        ignored=Counter(name for row in table.rows for name in row.cells if name in settings.ignore),
        rows=len(table.rows),
        table=table,
        columns=_columns(settings),
    )


def _of_catalogue(
    value: Any, settings: CollectionMap, folder: Path, catalogue: Catalogue, t: Translations, today: date
) -> Import:
    if faults := [*terms_faults(settings, t), *_doubled(catalogue)]:
        raise UnusableSubmission(faults)
    lookup = Lookup(ReferenceData(catalogue, frozenset(catalogue.practices)), settings, t)
    other = OtherCatalogue(value, settings, lookup, t)
    drafts = other.drafts()
    if other.faults:
        raise UnusableSubmission(other.faults)
    return Import(
        plan=planned(drafts, settings, frozenset(PRACTICE.fields()), folder, catalogue, t, today),
        new_records={name: [*records.values()] for name, records in lookup.new.items()},
        unknown=sorted(lookup.unknown.values(), key=lambda each: (each.vocabulary, -each.count, each.value)),
        rows=len(other.practices),
    )


def _columns(settings: CollectionMap) -> dict[str, str]:
    found: dict[str, list[str]] = {"origin": [settings.id]}
    for name, rule in settings.fields.items():
        found.setdefault(name.partition(".")[0], []).extend(columns_of(rule))
    return {name: ", ".join(dict.fromkeys(columns)) for name, columns in found.items()}


def managed_by(settings: CollectionMap) -> frozenset[str]:
    """The fields of entries that a map fills."""
    return frozenset({name.partition(".")[0] for name in settings.fields} | {"rights"})


def planned(
    drafts: Sequence[Draft],
    settings: CollectionMap,
    managed: frozenset[str],
    folder: Path,
    catalogue: Catalogue,
    t: Translations,
    today: date,
) -> Plan:
    """The drafts of a collection compared with the catalogue in a folder."""
    ours = [
        each.id for each in catalogue.practices.values() if each.origin and each.origin.namespace == settings.namespace
    ]
    edited = [name for name in ours if _has_comments(folder / name / "index.md")]
    by = Comparing(catalogue.practices, managed, today, t("collection.ask"), edited, settings.leave_out)
    return plan_of(drafts, settings.namespace, by)


def _has_comments(path: Path) -> bool:
    facts = path.read_text(encoding="utf-8").split("\n---", 1)[0]
    return any(_is_comment(line) for line in facts.split("\n"))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _doubled(catalogue: Catalogue) -> Iterator[Fault]:
    for first, second in doubled_origins(catalogue.practices.values()):
        yield Fault("collection.doubled", f"practices/{second}", {"first": first})


def checked(made: Import, folder: Path) -> list[Problem]:
    """What a build would say of the entries and records that an import would write; nothing stays on disk."""
    with TemporaryDirectory() as aside:
        staged = Path(aside) / folder.name
        for name in _SHARED:
            shutil.copytree(folder / name, staged / name)
        for name, data in _registries(made, folder).items():
            (staged / "_registry" / name).write_bytes(data)
        try:
            reference = load_reference_data(staged)
        except InvalidCatalogue as invalid:
            return list(invalid.problems)
        for name in made.plan.changed:
            shutil.copytree(folder / name, staged / name)
        for name, text in (made.plan.new | made.plan.changed).items():
            (staged / name).mkdir(exist_ok=True)
            files = _files(made, name, text) if name in made.plan.new else {"index.md": text.encode()}
            for file, content in files.items():
                (staged / name / file).write_bytes(content)
        existing = frozenset(path.name for path in folder.iterdir() if path.is_dir())
        return check_entries(staged, replace(reference, practice_ids=reference.practice_ids | existing))[1]


def written(made: Import, folder: Path, catalogue: Catalogue) -> None:
    """Write what was checked and found in order, all or nothing.

    Raises:
        OSError: the system refuses; nothing was written.
    """
    entries = {name: _files(made, name, text) for name, text in made.plan.new.items()}
    files = {folder / name / "index.md": text.encode() for name, text in made.plan.changed.items()}
    files |= {folder / "_registry" / name: data for name, data in _registries(made, folder).items()}
    with _replaced(files):
        write_entries(folder, entries, ReferenceData(catalogue, frozenset(catalogue.practices)), is_checked=True)


def _files(made: Import, name: str, text: str) -> dict[str, bytes]:
    """The files of a new entry: with its translations, where the collection has any."""
    translations = made.plan.drafts[name].translations.items()
    further = {f"index.{language}.md": entry_text(each, language).encode() for language, each in translations}
    return {"index.md": text.encode(), **further}


def _registries(made: Import, folder: Path) -> dict[str, bytes]:
    return {
        f"{name}.yml": with_records((folder / "_registry" / f"{name}.yml").read_bytes().decode(), records).encode()
        for name, records in made.new_records.items()
        if records
    }


@contextmanager
def _replaced(files: Mapping[Path, bytes]) -> Iterator[None]:
    """The files with what they are to hold, unless what is done meanwhile fails."""
    before: dict[Path, bytes] = {}
    try:
        for path, data in files.items():
            before[path] = path.read_bytes()
            write_whole(path, data)
        yield
    except BaseException:
        for path, data in before.items():
            write_whole(path, data)
        raise
