"""The addresses outside that a catalogue leads its readers to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...catalogue import SECTIONS, Catalogue, Practice, is_safe_link

_IN_TEXT = re.compile(
    r"\]\(\s*<?(https?://[^)\s>]+)|<(https?://[^>\s]+)>|^[ ]{0,3}\[[^\]^\n][^\]\n]*\]:\s*<?(https?://[^\s>]+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One address, where it stands, and what is known for the day it is dead: when it was read, and a copy of it.

    Of a source (``is_source``) a copy is wanted before that day.
    """

    url: str
    where: str
    read_on: date | None = None
    copy: str | None = None
    is_source: bool = False


def links_of(catalogue: Catalogue) -> list[Link]:
    """Every address that published practices and the records they share name, in order, each place once."""
    found = {link for practice in catalogue.published for link in _of_practice(practice)}
    for name in ("organisations", "programmes"):
        records = getattr(catalogue, name).values()
        found |= {Link(each.url, f"{name}.{each.id}") for each in records if each.url}
    return sorted(found, key=lambda link: (link.url, link.where))


def _of_practice(practice: Practice) -> Iterator[Link]:
    yield from _of_sources(practice)
    for name in ("documents", "events", "evaluation"):
        for n, each in enumerate(getattr(practice, name)):
            if each.url:
                yield Link(each.url, f"{practice.id}.{name}[{n}]")
    for section in SECTIONS:
        for match in _IN_TEXT.finditer(getattr(practice, section) or ""):
            url = next(filter(None, match.groups()))
            if is_safe_link(url):
                yield Link(url, f"{practice.id}.{section}")


def _of_sources(practice: Practice) -> Iterator[Link]:
    for source in practice.sources:
        where = f"{practice.id}.sources.{source.id}"
        if source.url:
            yield Link(source.url, where, source.retrieved, source.archive_url, is_source=True)
        if source.copy_of:
            yield Link(source.copy_of, f"{where}.copy_of")
