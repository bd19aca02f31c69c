"""What every engine is given: each practice as a title, a summary and the rest of what it says, with its labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goodpractices.catalogue import Catalogue
from goodpractices.finding.search import passages_of


@dataclass(frozen=True, slots=True)
class Document:
    """A practice as plain text."""

    id: str
    title: str
    summary: str
    text: str


def documents_of(catalogue: Catalogue) -> Iterator[Document]:
    """All that our index is made of, synonyms and the names of records included, so that no engine knows less."""
    for practice in catalogue.published:
        texts = dict.fromkeys(passage.text for passage in passages_of(practice, catalogue))
        rest = "\n".join(text for text in texts if text not in (practice.title, practice.summary))
        yield Document(practice.id, practice.title, practice.summary, rest)
