"""The addresses outside that a catalogue leads its readers to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .body import SECTIONS
from .catalogue import Catalogue
from .fields import is_safe_link
from .model import Practice

_IN_TEXT = re.compile(
    r"\]\(\s*<?(https?://[^)\s>]+)|<(https?://[^>\s]+)>|^[ ]{0,3}\[[^\]^\n][^\]\n]*\]:\s*<?(https?://[^\s>]+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, order=True)
class LinkOut:
    """One address, where it stands, and what is known for the day it is dead: when it was read, and a copy of it.

    Of a source (``is_source``) a copy is wanted before that day.
    """

    url: str
    where: str
    read_on: date | None = None
    copy: str | None = None
    is_source: bool = False


def links_of(catalogue: Catalogue) -> list[LinkOut]:
    """Every address that published practices and the records they share name, in order, each place once."""
    found = {link for practice in catalogue.published for link in links_of_practice(practice)}
    return sorted({*found, *links_of_records(catalogue)}, key=lambda link: (link.url, link.where))


def links_of_records(catalogue: Catalogue) -> Iterator[LinkOut]:
    """The addresses of the records that practices share."""
    for name in ("organisations", "programmes"):
        yield from (LinkOut(each.url, f"{name}.{each.id}") for each in getattr(catalogue, name).values() if each.url)


def links_of_practice(practice: Practice) -> Iterator[LinkOut]:
    """The addresses that a practice names; one may stand there more than once."""
    yield from _of_sources(practice)
    for name in ("documents", "events", "evaluation"):
        for n, each in enumerate(getattr(practice, name)):
            if each.url:
                yield LinkOut(each.url, f"{practice.id}.{name}[{n}]")
    for section in SECTIONS:
        for match in _IN_TEXT.finditer(getattr(practice, section) or ""):
            url = next(filter(None, match.groups()))
            if is_safe_link(url):
                yield LinkOut(url, f"{practice.id}.{section}")


def _of_sources(practice: Practice) -> Iterator[LinkOut]:
    for source in practice.sources:
        where = f"{practice.id}.sources.{source.id}"
        if source.url:
            yield LinkOut(source.url, where, source.retrieved, source.archive_url, is_source=True)
        if source.copy_of:
            yield LinkOut(source.copy_of, f"{where}.copy_of")
