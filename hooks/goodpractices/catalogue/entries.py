"""One entry of a folder: its files as they lie there, and everything that is read from them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..wording import ORIGINAL, languages
from .asking import Asking, known_ids
from .body import section_headings
from .cache import Cache, Content
from .fields import is_picture_name
from .files import MAX_ENTRY_BYTES, MAX_PICTURE_BYTES
from .fingerprints import Fingerprint
from .loading import Loaded, load_practice, load_translation, placed_in_entry
from .model import Practice
from .pictures import UnusablePicture, published_picture
from .problems import Problem
from .recalled import recalled, to_keep
from .steps import tally
from .validation import Names
from .workers import gathered

ENTRIES = "entries"
"""The kind of values that a cache has of entries in order."""


def most_bytes(path: Path) -> int:
    """How many bytes a file of an entry may have: a text, or a picture."""
    return MAX_ENTRY_BYTES if path.suffix == ".md" else MAX_PICTURE_BYTES


@dataclass(slots=True)
class EntryFolder:
    """What the folder of one practice holds."""

    path: Path
    has_index: bool = False
    translations: dict[str, Path] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)
    index: Path = field(init=False)
    """Its file in Polish, whether it is there or not."""

    def __post_init__(self) -> None:
        self.index = self.path / "index.md"

    def content(self) -> Content | None:
        """What the files hold that an entry is read from; ``None`` where one of them cannot be read."""
        paths = [*self.texts(), *self.picture_files()]
        return Content.of(self.path.name, [(path, most_bytes(path)) for path in paths])

    def texts(self) -> list[Path]:
        """The files of the entry in its languages."""
        return [self.index, *self.translations.values()]

    def picture_files(self) -> list[Path]:
        """The files of its pictures."""
        return [self.path / name for name in sorted(self.pictures)]


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """What became of an entry: the practice as far as it is in order, and all that is wrong with any of its files.

    ``former_ids`` are those it names, by their position. Of entries in order is also known what they were read from
    (``content``), its ``fingerprint``, and in ``asked`` the ids of other things that it names.
    """

    practice: Practice | None
    problems: Sequence[Problem]
    former_ids: Mapping[int, str]
    content: Content | None = None
    fingerprint: Fingerprint | None = None
    asked: frozenset[str] = frozenset()


def read_entries(entries: Sequence[EntryFolder], names: Names, cache: Cache | None = None) -> list[ReadEntry]:
    """Read and check entries, in their order; those that the cache has are not read again.

    Args:
        entries: their folders, each with an index.
        names: the ids that exist, by vocabulary or registry.
        cache: what earlier runs read; afterwards it has what these entries hold, as far as they are in order.
    """
    cache = cache or Cache(None)
    known = known_ids(names)
    before = [_read_before(each, known, cache) for each in entries]
    others = [entry for entry, found in zip(entries, before, strict=True) if found is None]
    reads = iter(_read_now(others, names, known, cache))
    return [found or next(reads) for found in before]


def _read_before(entry: EntryFolder, known: frozenset[str], cache: Cache) -> ReadEntry | None:
    """The entry as it was read before, if nothing has changed since that it follows from."""
    found: ReadEntry | None = cache.read_before(
        f"{ENTRIES} {entry.path.name}", [*entry.texts(), *entry.picture_files()]
    )
    if found is None or not known.issuperset(found.asked):
        return None
    if found.content:
        cache.contents[entry.path.name] = found.content
    return found


def _read_now(entries: Sequence[EntryFolder], names: Names, known: frozenset[str], cache: Cache) -> list[ReadEntry]:
    """The same entries as the cache has them, else as they are read."""
    contents = [each.content() for each in entries]
    kept = cache.recalled(ENTRIES, [each.key for each in contents if each])
    cached = [_from_cache(content, known, kept) if content else None for content in contents]
    missing = [each for each in zip(entries, contents, cached, strict=True) if each[2] is None]
    reads = iter([*gathered(lambda part: [_read_of(entry, content, names) for entry, content, _ in part], missing)])
    everything = [found or next(reads) for found in cached]
    tally("entries.made", len(missing))
    tally("entries.kept", len(entries) - len(missing))
    for read, found in zip(everything, cached, strict=True):
        if read.content and read.practice and read.fingerprint:
            cache.contents[read.content.name] = read.content
            cache.remember(f"{ENTRIES} {read.content.name}", read)
            if not found:
                cache.keep(ENTRIES, read.content.key, to_keep(read.practice, read.fingerprint, read.asked))
    cache.save()
    return everything


def _from_cache(content: Content, known: frozenset[str], kept: Mapping[str, Any]) -> ReadEntry | None:
    """The entry if it is as it was and names nothing that has gone since."""
    try:
        found = recalled(kept[content.key])
    except (LookupError, TypeError, ValueError):
        return None
    if not known.issuperset(found.asked):
        return None
    former = dict(enumerate(found.practice.former_ids))
    return ReadEntry(found.practice, (), former, content, found.fingerprint, frozenset(found.asked))


def _read_of(entry: EntryFolder, content: Content | None, names: Names) -> ReadEntry:
    """The entry, with what it takes to recall it if nothing is wrong with it and no file changed meanwhile."""
    asking = Asking(names)
    read = _read(entry, asking)
    if content is None or read.practice is None or read.problems or not content.is_unchanged():
        return read
    fingerprint = Fingerprint.of(read.practice, content.key)
    return replace(read, content=content, fingerprint=fingerprint, asked=frozenset(asking.asked))


def _read(entry: EntryFolder, names: Names) -> ReadEntry:
    return _Reading(entry).read(names)


class _Reading:
    """One reading of one entry; gathers problems on the way."""

    def __init__(self, entry: EntryFolder) -> None:
        self._entry = entry
        self._problems: list[Problem] = []

    def read(self, names: Names) -> ReadEntry:
        entry = self._entry
        original = load_practice(entry.index, entry.path.name, names, section_headings(ORIGINAL))
        self._report(entry.index, *original.problems)
        self._check_pictures(original)
        translations = {}
        for language, path in entry.translations.items():
            read = load_translation(path, names, section_headings(language), original)
            self._report(path, *read.problems)
            if read.value:
                translations[language] = read.value
        practice = original.value
        if practice and translations:
            practice = replace(practice, translations=translations)
        return ReadEntry(practice, self._problems, original.texts("former_ids"))

    def _check_pictures(self, read: Loaded[Practice]) -> None:
        if read.raw is None:
            return
        entry = self._entry
        described = read.texts("media", "file")
        for n, name in described.items():
            if name not in entry.pictures and is_picture_name(name):
                self._report_at(("media", n, "file"), "missing_picture", value=name)
        for name in sorted(entry.pictures & set(described.values())):
            if is_picture_name(name) and not (entry.path / name).is_symlink():  # else it was refused already
                self._check_picture(entry.path / name)
        if len(described) < read.size("media"):
            return  # which picture the other descriptions are about is not known
        for name in sorted(entry.pictures - set(described.values())):
            self._report(entry.path / name, Problem("picture_without_description"))

    def _check_picture(self, path: Path) -> None:
        try:
            published_picture(path)  # the very work of publishing, so that what is in order can be built
        except UnusablePicture:
            self._report(path, Problem("unusable_picture"))

    def _report_at(self, location: tuple[str | int, ...], key: str, **params: Any) -> None:
        self._report(self._entry.index, *placed_in_entry(self._entry.index, [Problem(key, location, params)]))

    def _report(self, path: Path, *problems: Problem) -> None:
        shown = Path(path.parent.parent.name, path.parent.name, path.name).as_posix()
        self._problems += [replace(problem, path=shown) for problem in problems]


def translation_languages() -> frozenset[str]:
    """The languages an entry may be translated into."""
    return frozenset(languages()) - {ORIGINAL}
