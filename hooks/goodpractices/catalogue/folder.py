"""From a folder of practices to the checked catalogue, or to everything that is wrong with it."""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from os import DirEntry
from pathlib import Path
from typing import Any

from .cache import Cache
from .catalogue import Catalogue
from .entries import EntryFolder, read_entries, translation_languages
from .fields import is_slug, is_windows_device
from .files import MAX_ENTRY_BYTES, MAX_PICTURE_BYTES, not_readable, read_text, sorted_entries
from .fingerprints import Fingerprint
from .ignored import ignored, is_left_behind
from .invalid import InvalidCatalogue
from .loading import placed_in_entry
from .model import Practice
from .problems import Location, Problem
from .registry import VOCABULARIES, GlossaryItem, Organisation, Place, Programme, Rates, Term
from .shared import SharedLists
from .steps import step
from .translation_owners import foreign_translations
from .validation import Names, Validator
from .workers import without_collector

_REGISTRIES: Mapping[str, Validator[Any]] = {
    "organisations": Validator(Organisation),
    "places": Validator(Place),
    "programmes": Validator(Programme),
    "glossary": Validator(GlossaryItem),
    "rates": Validator(Rates),
}
REGISTRIES = tuple(_REGISTRIES)
OPTIONAL_REGISTRIES = ("glossary", "rates")
"""Those a catalogue may go without; entries name nothing in them."""
_TERMS = Validator(Term)
_TRANSLATION_FILE = re.compile(r"index\.([a-z]{2})\.md")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
# Pages of a long list stand beside the practices: praktyki/strona-2/.
_RESERVED_ID = re.compile(r"strona-[0-9]+")


def load_catalogue(folder: Path, cache: Cache | None = None) -> Catalogue:
    """Read and check a folder of practices with its ``_vocabularies/`` and ``_registry/``.

    Args:
        folder: the practices.
        cache: what earlier runs read, so that only files that changed are read in full; the outcome is the same.

    Raises:
        InvalidCatalogue: when anything in any file is wrong; it lists every problem of every file.
    """
    with step("reading"), without_collector():
        return _Loading(folder, cache).catalogue()


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """What an entry is checked against: the shared records, and which practices there are, in order or not."""

    shared: Catalogue
    practice_ids: frozenset[str]

    def names(self, further: Names | None = None) -> Names:
        """Which ids exist, by vocabulary or registry, with those that are about to be added."""
        known: dict[str, set[str]] = {name: set(terms) for name, terms in self.shared.vocabularies.items()}
        known |= {name: set(getattr(self.shared, name)) for name in _REGISTRIES}
        known["practices"] = set(self.practice_ids)
        for name, ids in (further or {}).items():
            known[name] |= set(ids)
        return known


def load_reference_data(folder: Path) -> ReferenceData:
    """Read what new entries of a folder are checked against; what is wrong with entries in it does not matter.

    Raises:
        InvalidCatalogue: a vocabulary or a registry is not in order.
    """
    return _Loading(folder).reference()


def check_entries(
    folder: Path, reference: ReferenceData, further: Names | None = None
) -> tuple[Mapping[str, Practice], list[Problem]]:
    """The entries of a folder that is no catalogue yet, as new ones in another, and all that is wrong with them.

    ``further`` are ids that are about to be added to the registries.
    """
    return _Loading(folder).check_entries(reference.names(further))


def shared_records(catalogue: Catalogue) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Vocabularies and registries as JSON values, as their files give them."""
    return {
        "vocabularies": {
            name: [_TERMS.plain(term) for term in terms.values()] for name, terms in catalogue.vocabularies.items()
        },
        "registry": {
            name: [validator.plain(each) for each in getattr(catalogue, name).values()]
            for name, validator in _REGISTRIES.items()
        },
    }


class _Loading:
    """One reading of one folder; gathers problems on the way."""

    def __init__(self, folder: Path, cache: Cache | None = None) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._languages = translation_languages()
        self._cache = cache
        # What does not belong to a catalogue, and is told of unless it turns out to be ignored.
        self._strangers: list[tuple[Path, Problem]] = []

    def catalogue(self) -> Catalogue:
        self._refuse_no_folder()
        files = self._shared_files()
        entries = self._entries()
        shared, names = self._shared(files, entries)
        # Entries whose ids could not all be looked up are neither taken from the cache nor kept in it.
        complete = not {*VOCABULARIES, *_REGISTRIES} - {*OPTIONAL_REGISTRIES} - names.keys()
        practices, fingerprints = self._practices(entries, names, self._cache if complete else None)
        catalogue = _catalogue(practices, shared, fingerprints)
        if self._problems:
            raise InvalidCatalogue(self._problems, catalogue)
        return catalogue

    def reference(self) -> ReferenceData:
        self._refuse_no_folder()
        entries = {entry.path.name for entry in self._entry_folders()}
        self._problems.clear()  # those of entries, which are not looked at here
        self._strangers.clear()
        files = self._shared_files()
        self._report_strangers(ignored(self._folder, (path for path, _ in self._strangers)))
        shared, _ = self._shared(files, entries)
        if self._problems:
            raise InvalidCatalogue(self._problems)
        return ReferenceData(_catalogue({}, shared), frozenset(entries))

    def check_entries(self, names: Names) -> tuple[Mapping[str, Practice], list[Problem]]:
        entries = self._entries()
        practices, _ = self._practices(entries, {**names, "practices": {*names["practices"], *entries}})
        return practices, InvalidCatalogue(self._problems).problems

    def _refuse_no_folder(self) -> None:
        if self._folder.is_symlink():
            raise InvalidCatalogue([Problem("symlink", path=self._folder.name)])
        if not self._folder.is_dir():
            raise InvalidCatalogue([Problem("missing_folder", path=self._folder.name)])

    def _shared(
        self, files: Mapping[str, Path], practice_ids: Collection[str]
    ) -> tuple[dict[str, dict[str, Any]], Names]:
        """Vocabularies and registries by name, and the ids that exist."""
        lists = SharedLists(files, {name: _REGISTRIES.get(name, _TERMS) for name in files}, self._cache)
        # Where a file of records cannot be read, that alone is said, not that each of its ids is unknown.
        names = {**lists.ids(), "practices": set(practice_ids)}
        shared = {}
        for name, (records, problems) in lists.checked(names).items():
            shared[name] = records
            self._report(files[name], *problems)
        return shared, names

    def _entries(self) -> dict[str, EntryFolder]:
        """The folders of entries by name, without the files in them that are ignored."""
        entries = {entry.path.name: entry for entry in self._entry_folders()}
        pictures = [entry.path / name for entry in entries.values() for name in entry.pictures]
        passed_over = ignored(self._folder, [*pictures, *(path for path, _ in self._strangers)])
        self._report_strangers(passed_over)
        for path in passed_over & {*pictures}:
            entries[path.parent.name].pictures.remove(path.name)
        for entry in entries.values():
            self._refuse_same_names(entry)
        return entries

    def _report_strangers(self, passed_over: Collection[Path]) -> None:
        for path, problem in self._strangers:
            if path not in passed_over:
                self._report(path, problem)
        self._strangers.clear()

    def _entry_folders(self) -> Iterator[EntryFolder]:
        for entry in self._listed(self._folder) or ():
            if is_left_behind(entry.name):
                continue
            if entry.is_symlink():
                self._report(Path(entry.path), Problem("symlink"))
            elif entry.name.startswith("."):
                continue
            elif not entry.is_dir():
                if entry.name != "README.md":
                    self._strangers.append((Path(entry.path), Problem("unexpected_file")))
            elif entry.name not in ("_vocabularies", "_registry"):
                yield from self._entry_folder(Path(entry.path))

    def _entry_folder(self, path: Path) -> Iterator[EntryFolder]:
        if not is_slug(path.name):
            self._strangers.append((path, Problem("bad_id", params={"value": path.name})))
            return
        if _RESERVED_ID.fullmatch(path.name) or is_windows_device(path.name):
            self._report(path, Problem("reserved_name", params={"value": path.name}))
        found = EntryFolder(path)
        entries = self._listed(path)
        for entry in entries or ():
            found.has_index |= entry.name == "index.md"
            self._sort_in(entry, found)
        if entries is not None and not found.has_index:
            self._report(path, Problem("missing_index"))
        yield found

    def _refuse_same_names(self, found: EntryFolder) -> None:
        """Where small and capital letters are the same to a system, one of two pictures would overwrite the other."""
        first: dict[str, str] = {}
        for name in sorted(found.pictures):
            if first.setdefault(name.casefold(), name) != name:
                self._report(found.path / name, Problem("same_name", params={"value": first[name.casefold()]}))

    def _sort_in(self, entry: DirEntry[str], found: EntryFolder) -> None:
        if entry.name == "index.md":
            return  # what may be wrong with it is told when it is read
        if is_left_behind(entry.name):
            return
        path = Path(entry.path)
        translation = _TRANSLATION_FILE.fullmatch(entry.name)
        if entry.is_symlink():
            self._report(path, Problem("symlink"))
            found.pictures.add(entry.name)  # refused, but not missing
        elif translation and translation[1] in self._languages:
            found.translations[translation[1]] = path
        elif path.suffix.lower() in _PICTURES and entry.is_file():
            if is_windows_device(entry.name):
                self._strangers.append((path, Problem("reserved_name", params={"value": entry.name})))
            if (size := entry.stat().st_size) > MAX_PICTURE_BYTES:
                self._strangers.append((path, Problem("file_too_large", params=_sizes(size, MAX_PICTURE_BYTES))))
            found.pictures.add(entry.name)
        elif not entry.name.startswith("."):
            self._strangers.append((path, Problem("unexpected_file")))

    def _shared_files(self) -> dict[str, Path]:
        files = {name: self._folder / "_vocabularies" / f"{name}.yml" for name in VOCABULARIES}
        files |= {name: self._folder / "_registry" / f"{name}.yml" for name in _REGISTRIES}
        for parent in dict.fromkeys(path.parent for path in files.values()):
            if parent.is_dir() and not parent.is_symlink():
                self._refuse_others(parent, set(files.values()))
        return {name: path for name, path in files.items() if name not in OPTIONAL_REGISTRIES or os.path.lexists(path)}

    def _refuse_others(self, folder: Path, expected: set[Path]) -> None:
        for entry in self._listed(folder) or ():
            if Path(entry.path) in expected or entry.name.startswith(".") or is_left_behind(entry.name):
                continue
            if entry.is_symlink():
                self._report(Path(entry.path), Problem("symlink"))
            else:
                self._strangers.append((Path(entry.path), Problem("unexpected_file")))

    def _practices(
        self, entries: Mapping[str, EntryFolder], names: Names, cache: Cache | None = None
    ) -> tuple[dict[str, Practice], dict[str, Fingerprint]]:
        readable = {name: entry for name, entry in entries.items() if entry.has_index}
        reads = dict(zip(readable, read_entries([*readable.values()], names, cache), strict=True))
        for read in reads.values():
            self._problems += read.problems
        self._check_former_ids({name: read.former_ids for name, read in reads.items()})
        practices = {name: read.practice for name, read in reads.items() if read.practice}
        fingerprints = {name: read.fingerprint for name, read in reads.items() if read.fingerprint}
        self._refuse_foreign_translations(readable, practices, fingerprints)
        return practices, fingerprints

    def _refuse_foreign_translations(
        self,
        entries: Mapping[str, EntryFolder],
        practices: Mapping[str, Practice],
        fingerprints: Mapping[str, Fingerprint],
    ) -> None:
        def text_of(name: str) -> str:
            return read_text(entries[name].index, MAX_ENTRY_BYTES)

        for practice_id, language, owner in foreign_translations(practices, fingerprints, text_of):
            path = entries[practice_id].translations[language]
            problem = Problem("translation_of_other", ("translation", "source_hash"), {"value": owner})
            self._report(path, *placed_in_entry(path, [problem], language))

    def _check_former_ids(self, former_ids: Mapping[str, Mapping[int, str]]) -> None:
        first: dict[str, str] = {}
        for practice_id, formers in former_ids.items():
            for n, former in formers.items():
                index = self._folder / practice_id / "index.md"
                if former in former_ids:
                    self._report_at(index, ("former_ids", n), "former_id_live", value=former)
                elif first.setdefault(former, practice_id) != practice_id:
                    self._report_at(index, ("former_ids", n), "former_id_twice", value=first[former])

    def _listed(self, folder: Path) -> list[DirEntry[str]] | None:
        """What a folder holds; ``None``, and a problem, where the system refuses to say."""
        try:
            return sorted_entries(folder)
        except OSError as error:
            self._report(folder, not_readable(error))
            return None

    def _report_at(self, index: Path, location: Location, key: str, **params: Any) -> None:
        self._report(index, *placed_in_entry(index, [Problem(key, location, params)]))

    def _report(self, path: Path, *problems: Problem) -> None:
        shown = (Path(self._folder.name) / path.relative_to(self._folder)).as_posix()
        self._problems += [replace(problem, path=shown) for problem in problems]


def _catalogue(
    practices: Mapping[str, Practice],
    shared: Mapping[str, dict[str, Any]],
    fingerprints: Mapping[str, Fingerprint] | None = None,
) -> Catalogue:
    return Catalogue(
        practices=practices,
        fingerprints=fingerprints or {},
        vocabularies={name: shared[name] for name in VOCABULARIES},
        organisations=_by_id(shared["organisations"]),
        places=_by_id(shared["places"]),
        programmes=_by_id(shared["programmes"]),
        glossary=_by_id(shared.get("glossary", {})),
        rates=_by_id(shared.get("rates", {})),
    )


def _by_id(records: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(records.items()))


def _sizes(size: int, limit: int) -> dict[str, int]:
    return {"size": size // 1024, "max": limit // 1024}
