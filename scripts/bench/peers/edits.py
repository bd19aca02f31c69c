"""The edits whose builds are measured: the same ones to entries of the catalogue and to plain pages of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from _shared.environment import CommandError
from bench.entry_edits import BETWEEN_WORDS, FIGURE, TITLE, edited, one_more

_PAGE_TITLE = re.compile(r'(?<=^title: ").*(?="$)|(?<=^# ).*$', re.MULTILINE)
_PAGE_FIGURE = re.compile(r"(?<= )[1-9][0-9]+(?= \|)")
_PLAIN_TITLE = re.compile(r"^title: [^\"'>|\n]+\n(?! )", re.MULTILINE)
_NEW = "nowa-praktyka"
_NEW_TITLE = "Inny tytuł"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of the practice of an id among those of a folder.

    ``to_entry`` and ``to_page`` raise :class:`CommandError` where there is nothing to edit.
    """

    to_entry: Callable[[Path, str], None]
    to_page: Callable[[Path, str], None]


def can_be_edited(entry: str, page: str) -> bool:
    """Whether an entry and its page have all that is edited: a title on one line, a story, a figure."""
    needed = (_PLAIN_TITLE, FIGURE, BETWEEN_WORDS)
    has_all = "\n## " in entry and all(pattern.search(entry) for pattern in needed) and bool(_PAGE_FIGURE.search(page))
    return has_all and "\nformer_ids:" not in entry  # a copy would claim the same ones


def chosen(practices: Path, pages: Path, number: int) -> str:
    """The id of a practice that can be edited, another one for each number.

    Args:
        practices: the entries.
        pages: their pages, which drafts are not among.
        number: which of them, from 0.

    Raises:
        CommandError: there are not so many.
    """
    for path in sorted(practices.glob("[a-z]*/index.md")):
        page = pages / path.parent.name / "index.md"
        if page.is_file() and can_be_edited(path.read_text(encoding="utf-8"), page.read_text(encoding="utf-8")):
            if number == 0:
                return path.parent.name
            number -= 1
    raise CommandError("Za mało praktyk na tyle rund: podaj więcej praktyk albo mniej rund.")


def _nothing(folder: Path, name: str) -> None:
    """Leave everything as it is."""


def _changed(pattern: re.Pattern[str], to: Callable[[str], str]) -> Callable[[Path, str], None]:
    def change(folder: Path, name: str) -> None:
        path = folder / name / "index.md"
        path.write_text(edited(path, pattern, to), encoding="utf-8")

    return change


def _page_titled(folder: Path, name: str) -> None:
    """Another title above the text and in the front matter of a page."""
    path = folder / name / "index.md"
    text, times = _PAGE_TITLE.subn(_NEW_TITLE, path.read_text(encoding="utf-8"), count=2)
    if times < 2:
        raise CommandError(f"W {path} nie ma tytułu do zmiany.")
    path.write_text(text, encoding="utf-8")


def _added(folder: Path, name: str) -> None:
    shutil.copytree(folder / name, folder / _NEW)


def _removed(folder: Path, name: str) -> None:
    shutil.rmtree(folder / _NEW)


def _same(change: Callable[[Path, str], None]) -> Edit:
    return Edit(change, change)


EDITS: Mapping[str, Edit] = {
    "nic się nie zmieniło": _same(_nothing),
    "słowo w opisie": _same(_changed(BETWEEN_WORDS, lambda _: " nowe ")),
    "liczba": Edit(_changed(FIGURE, one_more), _changed(_PAGE_FIGURE, one_more)),
    "tytuł": Edit(_changed(TITLE, lambda _: _NEW_TITLE), _page_titled),
    "nowa praktyka": _same(_added),
    "usunięta praktyka": _same(_removed),
}
"""In the order in which they are made; the last one takes away what the one before has added."""
