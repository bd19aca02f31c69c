"""What has to be done anew when some files have changed, and what is wrong in others until they are mended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from _shared.environment import ROOT
from _shared.preview.pages import Problems
from _shared.preview.panel import BROKEN, DOUBTFUL
from _shared.updating import Sources

PROGRAM = (ROOT / "scripts", ROOT / "requirements")
HOOKS = ROOT / "hooks"
_PACKAGE = HOOKS / "goodpractices"
_WORDS = (_PACKAGE / "wording" / "locales", _PACKAGE / "publishing" / "templates")
_READ_WITH_ENTRIES = ("katalog.yml", "audyt.json")


@dataclass(frozen=True)
class Change:
    """What some changed files are.

    Attributes:
        site: anything that a site is made of.
        catalogue: entries, vocabularies, registries, or what the catalogue is called.
        words: texts of the site or templates.
        code: that of the package.
        program: the preview itself.
    """

    site: bool
    catalogue: bool
    words: bool
    code: bool
    program: bool

    @classmethod
    def of(cls, paths: Collection[Path], sources: Sources) -> Change:
        """What these files are among the sources of a site."""
        program = {path for path in paths if _is_in(path, PROGRAM)}
        words = {path for path in paths if _is_in(path, _WORDS)}
        read = (sources.practices, *(sources.docs / name for name in _READ_WITH_ENTRIES))
        return cls(
            site=bool({*paths} - program),
            catalogue=any(_is_in(path, read) for path in paths),
            words=bool(words),
            code=any(_is_in(path, (HOOKS,)) for path in {*paths} - words),
            program=bool(program),
        )


def _is_in(path: Path, places: Collection[Path]) -> bool:
    return any(path.is_relative_to(place) for place in places)


@dataclass
class Wrong:
    """What is wrong at the moment.

    Attributes:
        notes: about the preview itself.
        in_catalogue: found when the catalogue was read.
        in_build: found by the last build, which failed.
        warnings: of the last build, which went well.
    """

    notes: Problems = ()
    in_catalogue: Problems = ()
    in_build: Problems = ()
    warnings: Problems = ()

    def forget(self, paths: Collection[Path]) -> None:
        """Take what the build found in some files as mended, until the next one says otherwise."""
        places = ["/".join(path.parts[-2:]) for path in paths]
        self.in_build = tuple(each for each in self.in_build if not any(place in each for place in places))

    @property
    def count(self) -> int:
        return len(dict.fromkeys((*self.in_catalogue, *self.in_build))) or len(self.warnings)

    def on_pages(self) -> Problems:
        """What to write on pages, a heading first; nothing where there is nothing."""
        broken = dict.fromkeys((*self.in_catalogue, *self.in_build))
        if broken:
            return (BROKEN, *self.notes, *broken)
        return (DOUBTFUL, *self.notes, *self.warnings) if self.notes or self.warnings else ()
