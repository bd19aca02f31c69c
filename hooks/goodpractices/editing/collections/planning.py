"""What an import would do: each draft beside the entry that was made of the same row before, if there is one.

``origin.hash`` keeps two hashes: of what was read of the row, and of the fields that were written of it. The first one
says whether the row, or the map, has changed since; the second one whether somebody has edited these fields. What an
editor adds to an entry (a state, a figure, a contact) is in neither, so it stays when the row changes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from ...catalogue import PRACTICE, SECTIONS, Practice, fingerprint_of
from ..entry_text import entry_text
from ..submissions.drafting import free_id
from .drafts import Draft

_NOT_READ = ("id", "editorial", "origin", "translations", "former_ids", "sources")
_ORDER = PRACTICE.fields()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that an entry and its row say differently, each as JSON values; ``None`` where it says nothing."""

    field: str
    here: Any
    there: Any


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that was edited while its row changed. ``hash`` in its origin would say that it is kept as it is."""

    id: str
    key: str
    differences: tuple[Difference, ...]
    hash: str


@dataclass(slots=True)
class Plan:
    """What an import would do. Entries are texts by id; ``rows`` says which row each of them is made of."""

    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    vanished: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0
    drafts: dict[str, Draft] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparing:
    """What drafts are compared with.

    Attributes:
        practices: the catalogue.
        managed: the fields that the map fills.
        today: the day of the import.
        asked: how the questions begin that imports ask.
        edited_files: ids of entries whose files hold more than their values, such as comments.
        kept: ids of rows that the map leaves out, whose entries have not vanished.
    """

    practices: Mapping[str, Practice]
    managed: Collection[str]
    today: date
    asked: str
    edited_files: Collection[str] = ()
    kept: Collection[str] = ()


def plan_of(drafts: Sequence[Draft], namespace: str, by: Comparing) -> Plan:
    """What an import of the drafts of all rows of a collection would do."""
    plan = Plan()
    practices = by.practices
    before = {each.origin.id: each for each in practices.values() if each.origin and each.origin.namespace == namespace}
    taken = {*practices, *(former for each in practices.values() for former in each.former_ids)}
    for draft in drafts:
        if (practice := before.pop(draft.key, None)) is None:
            name = free_id(str(draft.fields.get("title", "")), taken)
            taken.add(name)
            plan.new[name] = entry_text(_new_record(draft, by.today), "pl")
            plan.drafts[name] = draft
        else:
            _compare(plan, draft, practice, by)
    plan.vanished = sorted((each.id, key) for key, each in before.items() if key not in by.kept)
    return plan


def doubled_origins(practices: Iterable[Practice]) -> Iterator[tuple[str, str]]:
    """Pairs of entries that say they are made of the same row."""
    first: dict[tuple[str, str], str] = {}
    for each in practices:
        if each.origin:
            key = each.origin.namespace, each.origin.id
            if first.setdefault(key, each.id) != each.id:
                yield first[key], each.id


def _compare(plan: Plan, draft: Draft, practice: Practice, by: Comparing) -> None:
    said = _said(practice)
    read, _, written = (practice.origin.hash or "" if practice.origin else "").partition("-")
    if read == draft.read:
        plan.unchanged += 1
        return
    new = _normal(draft)
    here = _named(_without(said, _NOT_READ), by.managed)
    is_untouched = practice.id not in by.edited_files and written in (_hash(here), _hash(_without(said, _NOT_READ)))
    if is_untouched or here == _without(new, _NOT_READ):
        plan.changed[practice.id] = entry_text(_updated(said, draft, new, by), "pl")
        plan.drafts[practice.id] = draft
        return
    names = [name for name in _ORDER if name in here or name in new]
    differences = tuple(
        Difference(name, said.get(name), new.get(name))
        for name in names
        if name not in _NOT_READ and said.get(name) != new.get(name)
    )
    plan.conflicts.append(Conflict(practice.id, draft.key, differences, f"{draft.read}-{_hash(here)}"))


def _new_record(draft: Draft, today: date) -> dict[str, Any]:
    new = _normal(draft)
    editorial: dict[str, Any] = {"state": "draft", "created": today.isoformat()}
    if draft.questions:
        editorial["questions"] = draft.questions
    return _ordered({**new, "editorial": editorial, "origin": _origin(draft, new, today)})


def _updated(said: Mapping[str, Any], draft: Draft, new: Mapping[str, Any], by: Comparing) -> dict[str, Any]:
    """The entry with the fields of the row; what editors added to it stays, questions of theirs too."""
    editorial = dict(said["editorial"])
    editorial["updated"] = by.today.isoformat()
    own = [each for each in editorial.get("questions", []) if not each.startswith(by.asked)]
    editorial["questions"] = [*own, *draft.questions]
    if not editorial["questions"]:
        del editorial["questions"]
    kept = _without(said, (*by.managed, *new))
    sources = {each["id"]: each for each in (*said["sources"], *new["sources"])}
    parts = {"sources": [*sources.values()], "editorial": editorial, "origin": _origin(draft, new, by.today)}
    return _ordered({**kept, **new, **parts})


def _origin(draft: Draft, new: Mapping[str, Any], today: date) -> dict[str, Any]:
    return {**draft.origin, "imported": today.isoformat(), "hash": f"{draft.read}-{_hash(_without(new, _NOT_READ))}"}


def _normal(draft: Draft) -> dict[str, Any]:
    """The fields of a draft as the model says them; as they are where the model refuses them, which the check tells."""
    given = {**draft.fields, "rights": draft.rights}
    filled = {"id": "x", "editorial": {"state": "draft"}, **given}
    try:
        said = _said(PRACTICE(filled, None))
    except ValidationError:
        return given
    return _without(said, ("id", "editorial"))


def _said(practice: Practice) -> dict[str, Any]:
    """What an entry says, without the empty lines around a story that its file has."""
    said = PRACTICE.said(practice)
    return said | {name: said[name].strip() for name in SECTIONS if name in said}


def _ordered(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record in the order people write entries: sources and what remains to be done at the end."""
    last = ("sources", "rights", "origin", "editorial")
    return {name: record[name] for name in (*(each for each in _ORDER if each not in last), *last) if name in record}


def _named(record: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name in names}


def _without(record: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in names}


def _hash(record: Mapping[str, Any]) -> str:
    return fingerprint_of(record)
