"""What readers type: two words of a title, for Material as they stand there, for us in forms that no practice has.

Material finds only what begins with what was typed, so each side is asked for something that it can find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodpractices.catalogue import Catalogue, Practice
from goodpractices.finding.search import Morphology, load_morphology, stories, words

_SHORTEST = 5
_WORDS = 2


@dataclass(frozen=True, slots=True)
class Query:
    """Words as a title has them, and the same words in other forms."""

    said: str
    other: str


def chosen_queries(catalogue: Catalogue, count: int) -> list[Query]:
    """Queries about practices that lie evenly in the order of their ids, the same ones for the same catalogue."""
    morphology = load_morphology()
    practices = sorted(catalogue.published, key=lambda practice: practice.id)
    written = {word for each in practices for text in _texts(each) for word in words(text)}
    found: list[Query] = []
    for practice in _evenly(practices):
        query = _query(practice, morphology, written)
        if query and query not in found:
            found.append(query)
        if len(found) == count:
            break
    return found


def _texts(practice: Practice) -> tuple[str, ...]:
    return practice.title, practice.summary, stories(practice)


def _evenly(practices: Sequence[Practice]) -> Iterator[Practice]:
    """All of them, the distance between those that follow each other being a little more than a third of the whole."""
    step = len(practices) * 3 // 8 | 1
    while len(practices) % step == 0 and step > 1:
        step -= 2
    return (practices[n * step % len(practices)] for n in range(len(practices)))


def _query(practice: Practice, morphology: Morphology, written: set[str]) -> Query | None:
    pairs = ((word, _other_form(word, morphology, written)) for word in words(practice.title) if len(word) >= _SHORTEST)
    changed = [(word, other) for word, other in pairs if other][:_WORDS]
    return Query(*(" ".join(each) for each in zip(*changed, strict=True))) if changed else None


def _other_form(word: str, morphology: Morphology, written: set[str]) -> str | None:
    """A form of a word that no practice has; none for a word that may be several."""
    lemmas = morphology.word(word).lemmas
    if len(lemmas) != 1:
        return None
    forms = (form for form in morphology.paradigm(lemmas[0]) if len(form) >= _SHORTEST)  # no abbreviations
    return next((form for form in forms if form not in written), None)
