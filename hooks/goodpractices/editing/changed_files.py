"""Which files differ between two folders of practices, for what the comparison of values does not tell of."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..wording import Translations
from .reports import as_code, printable

Kind = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is in one of two folders alone, or differs between them."""

    name: str
    kind: Kind


def changed_files(old: Path, new: Path) -> list[ChangedFile]:
    """Every file that differs by its bytes, by name; hidden ones too, links are not followed."""
    before, after = (dict(_files(folder)) for folder in (old, new))
    found = []
    for name in sorted({*before, *after}):
        if name not in before or name not in after:
            found.append(ChangedFile(name, "removed" if name in before else "added"))
        elif before[name].read_bytes() != after[name].read_bytes():
            found.append(ChangedFile(name, "changed"))
    return found


def files_as_text(found: Sequence[ChangedFile], t: Translations) -> str:
    """A line for each, below a heading; nothing where there is none."""
    return _listed(found, t, f"\n{t('changes.files')}", lambda name: f"„{printable(name)}”") if found else ""


def files_as_markdown(found: Sequence[ChangedFile], t: Translations) -> str:
    """The same as Markdown."""
    return _listed(found, t, f"\n### {t('changes.files')}\n", as_code) if found else ""


def _listed(found: Sequence[ChangedFile], t: Translations, head: str, value: Callable[[str], str]) -> str:
    lines = [f"- {t(f'changes.file.{each.kind}', file=value(each.name))}" for each in found]
    return "\n".join([head, *lines]) + "\n"


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for here, _, names in os.walk(folder):
        for name in names:
            path = Path(here, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path
