"""From a folder of practices to the checked catalogue, or to everything that is wrong with it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from os import DirEntry
from pathlib import Path
from typing import Any

from ..wording import Translations, languages
from .body import SECTIONS
from .catalogue import Catalogue
from .fields import is_slug
from .files import MAX_PICTURE_BYTES, sorted_entries
from .loading import load_practice, load_records, load_translation, place_in_entry, record_ids
from .model import Practice, Translation
from .problems import InvalidCatalogue, Location, Problem
from .registry import VOCABULARIES, Organisation, Place, Programme, Term
from .validation import Names, Validator

_REGISTRIES: Mapping[str, Validator[Any]] = {
    "organisations": Validator(Organisation),
    "places": Validator(Place),
    "programmes": Validator(Programme),
}
_TERMS = Validator(Term)
_TRANSLATION_FILE = re.compile(r"index\.([a-z]{2})\.md")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
# Pages of a long list stand beside the practices: praktyki/strona-2/.
_RESERVED_ID = re.compile(r"strona-[0-9]+")


@dataclass(slots=True)
class _EntryFolder:
    """What the folder of one practice holds."""

    path: Path
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


class _Loading:
    """One reading of one folder; gathers problems on the way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._headings = {
            language: {section: Translations.load(language)(f"section.{section}") for section in SECTIONS}
            for language in languages()
        }

    def catalogue(self) -> Catalogue:
        if not self._folder.is_dir() or self._folder.is_symlink():
            raise InvalidCatalogue([Problem("missing_folder", path=self._folder.name)])
        entries = {entry.path.name: entry for entry in self._entry_folders()}
        files = self._shared_files()
        names: dict[str, Any] = {name: record_ids(path) for name, path in files.items()}
        names["practices"] = entries.keys()
        shared = {name: self._records(name, path, names) for name, path in files.items()}
        practices = self._practices(entries, names)
        self._check_former_ids(practices)
        if self._problems:
            raise InvalidCatalogue(self._problems)
        return Catalogue(
            practices=practices,
            vocabularies={name: shared[name] for name in VOCABULARIES},
            organisations=_by_id(shared["organisations"]),
            places=_by_id(shared["places"]),
            programmes=_by_id(shared["programmes"]),
        )

    def _entry_folders(self) -> Iterator[_EntryFolder]:
        for entry in sorted_entries(self._folder):
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
        if not is_slug(path.name) or _RESERVED_ID.fullmatch(path.name):
            self._report(path, Problem("bad_id", params={"value": path.name}))
            return
        found = _EntryFolder(path)
        has_index = False
        for entry in sorted_entries(path):
            has_index |= entry.name == "index.md"
            self._sort_in(entry, found)
        if has_index:
            yield found
        else:
            self._report(path, Problem("missing_index"))

    def _sort_in(self, entry: DirEntry[str], found: _EntryFolder) -> None:
        path = Path(entry.path)
        translation = _TRANSLATION_FILE.fullmatch(entry.name)
        if entry.is_symlink():
            if entry.name != "index.md":  # that one is refused when it is read
                self._report(path, Problem("symlink"))
        elif translation and translation[1] in self._headings:
            found.translations[translation[1]] = path
        elif path.suffix.lower() in _PICTURES and entry.is_file():
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
        for entry in sorted_entries(folder):
            if Path(entry.path) not in expected and not entry.name.startswith("."):
                self._report(Path(entry.path), Problem("symlink" if entry.is_symlink() else "unexpected_file"))

    def _records(self, name: str, path: Path, names: Names) -> dict[str, Any]:
        records, problems = load_records(path, _REGISTRIES.get(name, _TERMS), names)
        self._report(path, *problems)
        return records

    def _practices(self, entries: Mapping[str, _EntryFolder], names: Names) -> dict[str, Practice]:
        practices = {}
        for practice_id, entry in entries.items():
            practice, problems = load_practice(entry.index, practice_id, names, self._headings["pl"])
            self._report(entry.index, *problems)
            if practice is None:
                continue
            self._check_pictures(practice, entry)
            translations = self._translations(practice, entry, names)
            practices[practice_id] = replace(practice, translations=translations) if translations else practice
        return practices

    def _translations(self, practice: Practice, entry: _EntryFolder, names: Names) -> dict[str, Translation]:
        found = {}
        for language, path in entry.translations.items():
            sources = [source.id for source in practice.sources]
            translation, problems = load_translation(path, names, self._headings[language], sources)
            self._report(path, *problems)
            if translation:
                found[language] = translation
        return found

    def _check_pictures(self, practice: Practice, entry: _EntryFolder) -> None:
        described = {picture.file for picture in practice.media}
        for n, picture in enumerate(practice.media):
            if picture.file not in entry.pictures:
                self._report_at(entry.index, ("media", n, "file"), "missing_picture", value=picture.file)
        for name in sorted(entry.pictures - described):
            self._report(entry.path / name, Problem("picture_without_description"))

    def _check_former_ids(self, practices: Mapping[str, Practice]) -> None:
        uses = Counter(former for practice in practices.values() for former in practice.former_ids)
        for practice in practices.values():
            for n, former in enumerate(practice.former_ids):
                index = self._folder / practice.id / "index.md"
                if (self._folder / former).exists():
                    self._report_at(index, ("former_ids", n), "former_id_live", value=former)
                elif uses[former] > 1 and practice.former_ids.index(former) == n:
                    self._report_at(index, ("former_ids", n), "former_id_twice", value=former)

    def _report_at(self, index: Path, location: Location, key: str, **params: Any) -> None:
        self._report(index, place_in_entry(index, Problem(key, location, params)))

    def _report(self, path: Path, *problems: Problem) -> None:
        shown = (Path(self._folder.name) / path.relative_to(self._folder)).as_posix()
        self._problems += [replace(problem, path=shown) for problem in problems]


def _by_id(records: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(records.items()))


def _sizes(size: int, limit: int) -> dict[str, int]:
    return {"size": size // 1024, "max": limit // 1024}
