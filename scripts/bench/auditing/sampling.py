"""The pages that are tried: one of each kind, and of the practices a few more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_REDIRECT = re.compile(r"<meta[^>]*http-equiv=[\"']?refresh", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?([\w-]+)")
_PRACTICES = ("praktyki", "practices")
_DEPTH_OF_PRACTICES = len(["praktyki", "epic", ""])
_FEW = 3


@dataclass(frozen=True, slots=True, order=True)
class Sample:
    """A page by its address, as on the web, and its language."""

    address: str
    language: str


def sample_of(folder: Path, practices: int = _FEW) -> list[Sample]:
    """The pages of a built site to try, in the order of their addresses; so many practices at most in each language."""
    return sorted(_sampled(pages_of(folder), practices))


def pages_of(folder: Path) -> Iterator[Sample]:
    """Every page of a built site that does not only lead on to another."""
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        language = _LANGUAGE.search(html)
        if language and not _REDIRECT.search(html):
            yield Sample(path.relative_to(folder).as_posix().removesuffix("index.html"), language[1])


def _sampled(pages: Iterable[Sample], practices: int) -> Iterator[Sample]:
    """Of pages in order the first of each kind, and those that lie evenly between the first and the last."""
    kinds: dict[tuple[str, str, int], list[Sample]] = {}
    for page in pages:
        parts = page.address.removeprefix(f"{page.language}/").split("/")
        kinds.setdefault((page.language, parts[0], len(parts)), []).append(page)
    for (_, name, depth), alike in kinds.items():
        count = min(len(alike), practices if name in _PRACTICES and depth == _DEPTH_OF_PRACTICES else 1)
        yield from (alike[n * len(alike) // count] for n in range(count))
