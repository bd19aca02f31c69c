"""What the search box knows of a practice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue import CITATION, SECTIONS, Catalogue, Practice

_MARKDOWN = re.compile(r"[*_`#>|]+|\]\([^)]*\)|\[")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A practice as plain text: what it is called, what it says, which terms it carries."""

    practice_id: str
    title: str
    text: str
    terms: tuple[str, ...]


def search_documents(catalogue: Catalogue) -> Iterator[SearchDocument]:
    """A document for each published practice, in the order of their ids."""
    for practice in catalogue.published:
        yield _document(practice, catalogue)


def _document(practice: Practice, catalogue: Catalogue) -> SearchDocument:
    terms = [catalogue.term("themes", each).pl for each in practice.themes]
    terms += [catalogue.term("target_groups", each).pl for each in practice.target_groups]
    return SearchDocument(practice.id, practice.title, " ".join(_words(practice, catalogue))[:_LONGEST], tuple(terms))


def _words(practice: Practice, catalogue: Catalogue) -> Iterator[str]:
    yield practice.summary
    yield from (catalogue.places[use.place].name for use in practice.places)
    yield from (catalogue.organisations[each.org].name for each in practice.organisations)
    if practice.programme:
        yield catalogue.programmes[practice.programme.id].name
    for section in SECTIONS:
        if story := getattr(practice, section):
            yield " ".join(_MARKDOWN.sub(" ", CITATION.sub("", story)).split())
