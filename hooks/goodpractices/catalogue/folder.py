"""From a folder of practices to the checked catalogue, or to everything that is wrong with it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from os import DirEntry
from pathlib import Path
from typing import Any

from ..wording import languages
from .body import section_headings
from .catalogue import Catalogue
from .fields import WINDOWS_DEVICE, is_picture_name, is_slug
from .files import MAX_PICTURE_BYTES, not_readable, sorted_entries
from .loading import Loaded, load_practice, load_records, load_translation, placed_in_entry, record_ids
from .model import Practice, Translation
from .pictures import UnusablePicture, open_picture
from .problems import InvalidCatalogue, Location, Problem
from .registry import VOCABULARIES, Organisation, Place, Programme, Term
from .validation import Names, Validator
from .workers import gathered

_REGISTRIES: Mapping[str, Validator[Any]] = {
    "organisations": Validator(Organisation),
    "places": Validator(Place),
    "programmes": Validator(Programme),
}
_TERMS = Validator(Term)
_TRANSLATION_FILE = re.compile(r"index\.([a-z]{2})\.md")
_ORIGINAL = "pl"
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
# Pages of a long list stand beside the practices: praktyki/strona-2/.
_RESERVED_ID = re.compile(r"strona-[0-9]+")


@dataclass(slots=True)
class _EntryFolder:
    """What the folder of one practice holds."""

    path: Path
    has_index: bool = False
    translations: dict[str, Path] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)

    @property
    def index(self) -> Path:
        return self.path / "index.md"


def load_catalogue(folder: Path) -> Catalogue:
    """Read and check a folder of practices with its ``_vocabularies/`` and ``_registry/``.

    Raises:
        InvalidCatalogue: when anything in any file is wrong; it lists every problem of every file.
    """
    return _Loading(folder).catalogue()


@dataclass(frozen=True, slots=True)
class Surroundings:
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


def load_surroundings(folder: Path) -> Surroundings:
    """Read what new entries of a folder are checked against; what is wrong with entries in it does not matter.

    Raises:
        InvalidCatalogue: a vocabulary or a registry is not in order.
    """
    return _Loading(folder).surroundings()


def check_entries(
    folder: Path, surroundings: Surroundings, further: Names | None = None
) -> tuple[Mapping[str, Practice], list[Problem]]:
    """The entries of a folder that is no catalogue yet, as new ones in another, and all that is wrong with them.

    ``further`` are ids that are about to be added to the registries.
    """
    return _Loading(folder).check_entries(surroundings.names(further))


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

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._headings = {language: section_headings(language) for language in languages()}

    def catalogue(self) -> Catalogue:
        self._refuse_no_folder()
        entries = {entry.path.name: entry for entry in self._entry_folders()}
        shared, names = self._shared(entries)
        practices = self._practices(entries, names)
        catalogue = _catalogue(practices, shared)
        if self._problems:
            raise InvalidCatalogue(self._problems, catalogue)
        return catalogue

    def surroundings(self) -> Surroundings:
        self._refuse_no_folder()
        entries = {entry.path.name for entry in self._entry_folders()}
        self._problems.clear()  # those of entries, which are not looked at here
        shared, _ = self._shared(entries)
        if self._problems:
            raise InvalidCatalogue(self._problems)
        return Surroundings(_catalogue({}, shared), frozenset(entries))

    def check_entries(self, names: Names) -> tuple[Mapping[str, Practice], list[Problem]]:
        entries = {entry.path.name: entry for entry in self._entry_folders()}
        practices = self._practices(entries, {**names, "practices": {*names["practices"], *entries}})
        return practices, InvalidCatalogue(self._problems).problems

    def _refuse_no_folder(self) -> None:
        if self._folder.is_symlink():
            raise InvalidCatalogue([Problem("symlink", path=self._folder.name)])
        if not self._folder.is_dir():
            raise InvalidCatalogue([Problem("missing_folder", path=self._folder.name)])

    def _shared(self, practice_ids: Collection[str]) -> tuple[dict[str, dict[str, Any]], Names]:
        """Vocabularies and registries by name, and the ids that exist."""
        files = self._shared_files()
        ids = {name: record_ids(path) for name, path in files.items()}
        # Where a file of records cannot be read, that alone is said, not that each of its ids is unknown.
        names: Names = {name: known for name, known in ids.items() if known is not None}
        names = {**names, "practices": set(practice_ids)}
        return {name: self._records(name, path, names) for name, path in files.items()}, names

    def _entry_folders(self) -> Iterator[_EntryFolder]:
        for entry in self._listed(self._folder) or ():
            if entry.is_symlink():
                self._report(Path(entry.path), Problem("symlink"))
            elif entry.name.startswith("."):
                continue
            elif not entry.is_dir():
                if entry.name != "README.md":
                    self._report(Path(entry.path), Problem("unexpected_file"))
            elif entry.name not in ("_vocabularies", "_registry"):
                yield from self._entry_folder(Path(entry.path))

    def _entry_folder(self, path: Path) -> Iterator[_EntryFolder]:
        if not is_slug(path.name):
            self._report(path, Problem("bad_id", params={"value": path.name}))
            return
        if _RESERVED_ID.fullmatch(path.name) or WINDOWS_DEVICE.fullmatch(path.name):
            self._report(path, Problem("reserved_name", params={"value": path.name}))
        found = _EntryFolder(path)
        entries = self._listed(path)
        for entry in entries or ():
            found.has_index |= entry.name == "index.md"
            self._sort_in(entry, found)
        if entries is not None and not found.has_index:
            self._report(path, Problem("missing_index"))
        self._refuse_same_names(found)
        yield found

    def _refuse_same_names(self, found: _EntryFolder) -> None:
        """Where small and capital letters are the same to a system, one of two pictures would overwrite the other."""
        first: dict[str, str] = {}
        for name in sorted(found.pictures):
            if first.setdefault(name.casefold(), name) != name:
                self._report(found.path / name, Problem("same_name", params={"value": first[name.casefold()]}))

    def _sort_in(self, entry: DirEntry[str], found: _EntryFolder) -> None:
        path = Path(entry.path)
        translation = _TRANSLATION_FILE.fullmatch(entry.name)
        if entry.is_symlink():
            if entry.name != "index.md":  # that one is refused when it is read
                self._report(path, Problem("symlink"))
                found.pictures.add(entry.name)  # refused, but not missing
        elif translation and translation[1] in self._headings and translation[1] != _ORIGINAL:
            found.translations[translation[1]] = path
        elif path.suffix.lower() in _PICTURES and entry.is_file():
            if WINDOWS_DEVICE.fullmatch(entry.name):
                self._report(path, Problem("reserved_name", params={"value": entry.name}))
            if entry.stat().st_size > MAX_PICTURE_BYTES:
                self._report(path, Problem("file_too_large", params=_sizes(entry.stat().st_size, MAX_PICTURE_BYTES)))
            found.pictures.add(entry.name)
        elif entry.name != "index.md" and not entry.name.startswith("."):
            self._report(path, Problem("unexpected_file"))

    def _shared_files(self) -> dict[str, Path]:
        files = {name: self._folder / "_vocabularies" / f"{name}.yml" for name in VOCABULARIES}
        files |= {name: self._folder / "_registry" / f"{name}.yml" for name in _REGISTRIES}
        for parent in dict.fromkeys(path.parent for path in files.values()):
            if parent.is_dir() and not parent.is_symlink():
                self._refuse_others(parent, set(files.values()))
        return files

    def _refuse_others(self, folder: Path, expected: set[Path]) -> None:
        for entry in self._listed(folder) or ():
            if Path(entry.path) not in expected and not entry.name.startswith("."):
                self._report(Path(entry.path), Problem("symlink" if entry.is_symlink() else "unexpected_file"))

    def _records(self, name: str, path: Path, names: Names) -> dict[str, Any]:
        records, problems = load_records(path, _REGISTRIES.get(name, _TERMS), names)
        self._report(path, *problems)
        return records

    def _practices(self, entries: Mapping[str, _EntryFolder], names: Names) -> dict[str, Practice]:
        loaded: dict[str, Loaded[Practice]] = {}
        practices = {}
        readable = [(name, entry.index) for name, entry in entries.items() if entry.has_index]

        def load(part: Sequence[tuple[str, Path]]) -> list[Loaded[Practice]]:
            return [load_practice(index, name, names, self._headings[_ORIGINAL]) for name, index in part]

        reads = list(gathered(load, readable))
        for (practice_id, _), read in zip(readable, reads, strict=True):
            entry, loaded[practice_id] = entries[practice_id], read
            self._report(entry.index, *read.problems)
            self._check_pictures(entry, read)
            translations = self._translations(entry, read, names)
            if read.value:
                practices[practice_id] = replace(read.value, translations=translations) if translations else read.value
        self._check_former_ids(loaded)
        return practices

    def _translations(self, entry: _EntryFolder, original: Loaded[Practice], names: Names) -> dict[str, Translation]:
        found = {}
        for language, path in entry.translations.items():
            read = load_translation(path, names, self._headings[language], original)
            self._report(path, *read.problems)
            if read.value:
                found[language] = read.value
        return found

    def _check_pictures(self, entry: _EntryFolder, read: Loaded[Practice]) -> None:
        if read.raw is None:
            return
        described = read.texts("media", "file")
        for n, name in described.items():
            if name not in entry.pictures and is_picture_name(name):
                self._report_at(entry.index, ("media", n, "file"), "missing_picture", value=name)
        for name in sorted(entry.pictures & set(described.values())):
            if is_picture_name(name) and not (entry.path / name).is_symlink():  # else it was refused already
                self._check_picture(entry.path / name)
        if len(described) < read.size("media"):
            return  # which picture the other descriptions are about is not known
        for name in sorted(entry.pictures - set(described.values())):
            self._report(entry.path / name, Problem("picture_without_description"))

    def _check_picture(self, path: Path) -> None:
        try:
            open_picture(path)
        except UnusablePicture:
            self._report(path, Problem("unusable_picture"))

    def _check_former_ids(self, loaded: Mapping[str, Loaded[Practice]]) -> None:
        former_ids = {practice_id: read.texts("former_ids") for practice_id, read in loaded.items()}
        first: dict[str, str] = {}
        for practice_id, formers in former_ids.items():
            for n, former in formers.items():
                index = self._folder / practice_id / "index.md"
                if former in loaded:
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


def _catalogue(practices: Mapping[str, Practice], shared: Mapping[str, dict[str, Any]]) -> Catalogue:
    return Catalogue(
        practices=practices,
        vocabularies={name: shared[name] for name in VOCABULARIES},
        organisations=_by_id(shared["organisations"]),
        places=_by_id(shared["places"]),
        programmes=_by_id(shared["programmes"]),
    )


def _by_id(records: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(records.items()))


def _sizes(size: int, limit: int) -> dict[str, int]:
    return {"size": size // 1024, "max": limit // 1024}
