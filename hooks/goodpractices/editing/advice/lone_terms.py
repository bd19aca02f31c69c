"""Terms that one practice alone uses: a list of one leads no reader any further."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...catalogue import Cache, Problem
from .noted import Compared

_VOCABULARIES = ("themes", "target_groups", "support_types")


def lone_terms(practices: Sequence[Compared], _: Cache | None = None) -> Iterator[tuple[str, Problem]]:
    """One warning for each field that has such terms, with the id of the practice."""
    for vocabulary in _VOCABULARIES:
        uses = Counter(term for practice in practices for term in getattr(practice, vocabulary))
        for practice in practices:
            terms = getattr(practice, vocabulary)
            lone = [term for term in terms if uses[term] == 1]
            if lone:
                where = (vocabulary, terms.index(lone[0]))
                params = {"n": len(lone), "value": ", ".join(lone)}
                yield practice.id, Problem("lone_term", where, params, severity="warning")
