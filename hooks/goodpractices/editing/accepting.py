"""New records that an entry proposes, moved into the registries and vocabularies that lacked them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..catalogue import (
    InvalidCatalogue,
    Problem,
    ReferenceData,
    entry_as_written,
    lines_of_field,
    load_catalogue,
    load_reference_data,
    write_whole,
)
from .entry_text import entry_text, with_lines, yaml_text
from .submissions import Fault, UnusableSubmission, proposals_of


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of it: the ids that were added by file, those that were there already, and what is wrong now.

    Where something is wrong nothing was written.
    """

    added: Mapping[str, Sequence[str]]
    known: Sequence[str]
    problems: Sequence[Problem] = ()


def accept_proposals(folder: Path, practice_id: str) -> Accepted:
    """Move the new records of an entry into the files they are for, all or none of them.

    Args:
        folder: the practices.
        practice_id: the entry.

    Raises:
        UnusableSubmission: there is no such entry, it proposes nothing, or a proposal cannot be taken as it is.
        InvalidCatalogue: a registry or a vocabulary is not in order as it stands.
    """
    path = folder / practice_id / "index.md"
    if not path.is_file():
        raise UnusableSubmission([Fault("accept.no_entry", params={"id": practice_id})])
    text = path.read_bytes().decode("utf-8-sig")
    proposals = proposals_of(entry_as_written(text))
    reference = load_reference_data(folder)
    if faults := [*_faults(proposals, reference)] or ([] if proposals else [Fault("accept.nothing")]):
        raise UnusableSubmission(faults)
    new, known = _sorted_out(proposals, reference)
    texts = {path: without_proposals(text)}
    for (where, name), records in new.items():
        file = folder / where / f"{name}.yml"
        texts[file] = with_records(file.read_bytes().decode(), records)
    added = {f"{where}/{name}.yml": [str(each["id"]) for each in records] for (where, name), records in new.items()}
    return Accepted(added, known, _written(folder, practice_id, texts))


def without_proposals(text: str) -> str:
    """The text of an entry without the block of its proposals, all else as it was written."""
    place = lines_of_field(text, "editorial", "proposals")
    if text.split("\n")[place[0] - 1].lstrip().startswith("proposals:"):
        return with_lines(text, place, "")
    record = entry_as_written(text)
    editorial = {name: value for name, value in record["editorial"].items() if name != "proposals"}
    return entry_text({**record, "editorial": editorial}, "pl")


def with_records(text: str, records: Sequence[Mapping[str, Any]]) -> str:
    """The text of a registry with records at its end, the rest as it was written."""
    ends = "\r\n" if "\r\n" in text else "\n"
    start = "" if text.strip() == "[]" else text.rstrip() + ends
    added = "".join(f"\n{yaml_text([dict(record)])}" for record in records)
    return start + (added if start else added.lstrip()).replace("\n", ends)


Place = tuple[str, str]
"""The folder of a file of records, and its name: ``("_registry", "places")``."""


def _sorted_out(
    proposals: Mapping[str, Sequence[Mapping[str, Any]]], reference: ReferenceData
) -> tuple[dict[Place, list[dict[str, Any]]], list[str]]:
    """The records to add by their file, and the ids that are there already."""
    new: dict[Place, list[dict[str, Any]]] = {}
    known = []
    for name, each in _each(proposals):
        place = ("_vocabularies", str(each["vocabulary"])) if name == "terms" else ("_registry", name)
        if str(each["id"]) in _records(place, reference):
            known.append(str(each["id"]))
        else:
            record = {key: _typed(value) for key, value in each.items() if key != "vocabulary"}
            new.setdefault(place, []).append(record)
    return new, known


def _faults(proposals: Mapping[str, Sequence[Mapping[str, Any]]], reference: ReferenceData) -> Iterator[Fault]:
    """Why some proposals cannot be taken: an id that means something else already, a term without an English name."""
    for name, each in _each(proposals):
        place = ("_vocabularies", str(each.get("vocabulary"))) if name == "terms" else ("_registry", name)
        record = _records(place, reference).get(str(each.get("id")))
        called = getattr(record, "pl", getattr(record, "name", None))
        if record and called != each.get("pl", each.get("name")):
            yield Fault("accept.other", params={"id": each.get("id"), "name": called})
        elif name == "terms" and not record and not each.get("en"):
            yield Fault("accept.no_english", params={"id": each.get("id")})


def _each(proposals: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, records in proposals.items():
        yield from ((name, each) for each in records)


def _records(place: Place, reference: ReferenceData) -> Mapping[str, Any]:
    folder, name = place
    if folder == "_vocabularies":
        return reference.shared.vocabularies.get(name, {})
    records: Mapping[str, Any] = getattr(reference.shared, name)
    return records


def _typed(value: Any) -> Any:
    """A number as one, so that a file says it without quotes."""
    for kind in (int, float):
        try:
            if isinstance(value, str) and str(kind(value)) == value:
                return kind(value)
        except ValueError:
            continue
    return value


def _written(folder: Path, practice_id: str, texts: Mapping[Path, str]) -> list[Problem]:
    """What is wrong with the files once they are written; they are then as they were."""
    touched = (f"{folder.name}/{practice_id}/", f"{folder.name}/_registry/", f"{folder.name}/_vocabularies/")
    with _restored_on_failure([*texts]) as failed:
        for path, text in texts.items():
            write_whole(path, text.encode())
        try:
            load_catalogue(folder)
        except InvalidCatalogue as invalid:
            failed += [each for each in invalid.problems if each.path.startswith(touched)]
    return failed


@contextmanager
def _restored_on_failure(paths: Sequence[Path]) -> Iterator[list[Problem]]:
    """The files as they were, if problems are put into the list or anything is raised."""
    before = {path: path.read_bytes() for path in paths}
    failed: list[Problem] = []
    done = False
    try:
        yield failed
        done = not failed
    finally:
        for path, data in before.items() if not done else ():
            write_whole(path, data)
