"""What people say in everyday life, as a table that leads to words of the catalogue; loaded once a query needs it.

Words are found in any form, by a table of forms of their own; expressions of several words, which none of them tells,
as they are written. Whatever is found by either is shown as similar.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .catalogue_words import CatalogueWords
from .encoding import numbers
from .lexicon import Entry, Lexicon, rows_of
from .morphology import Morphology
from .names import nominal_forms
from .postings import Postings
from .tokens import fold

# In at most so many practices, or in one of so many, a word is hardly what somebody means who types it.
_FEW, _ONE_OF = 2, 20

_BOOK = Path(__file__).parent / "everyday.yml"


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """For each word of everyday life, and each expression, the numbers of the words of the catalogue to look for."""

    lexicon: Lexicon
    found_by: Mapping[str, Sequence[int]]
    expressions: Sequence[tuple[str, Sequence[int]]]
    rare: Mapping[int, Sequence[int]]
    """The same for words that the catalogue has itself, but in so few practices that they are hardly what is meant."""

    def table(self) -> dict[str, Any]:
        """The table as the browser reads it, of expressions the longest first."""
        counts = dict.fromkeys(self.lexicon.numbers, 0)
        expressions = sorted(self.expressions, key=lambda each: (-len(each[0]), each))
        return {
            "lexicon": self.lexicon.to_json(counts),
            "of": " ".join(numbers(self.found_by[word]) for word in self.lexicon.numbers),
            "expressions": [[said, numbers(found)] for said, found in expressions],
            "further": [[lemma, numbers(found)] for lemma, found in sorted(self.rare.items())],
        }


def find_everyday(
    language: str, words: CatalogueWords, postings: Postings, morphology: Morphology, practices: int
) -> EverydayWords:
    """What of the table of a language leads to something that so many practices have."""
    there = {lemma: number for lemma, number in words.lexicon.numbers.items() if postings.counts[lemma]}
    few = max(_FEW, practices // _ONE_OF)
    said_for = _SaidFor()
    for line in _book().get(language, ()):
        found = _found(line["find"].split(), there, morphology)
        for said in map(str.strip, line["say"].split(",")) if found else ():
            if " " in said:
                said_for.expressions.setdefault(" ".join(map(_folded, said.split())), found)
                continue
            lemmas = _lemmas(said, morphology)
            known = [lemma for lemma in lemmas if lemma in there]
            for lemma in known:
                if postings.counts[lemma] <= few:
                    said_for.rare.setdefault(there[lemma], {}).update(dict.fromkeys(found))
            for lemma in () if known else lemmas:
                said_for.words.setdefault(lemma, {}).update(dict.fromkeys(found))
                said_for.forms.setdefault(lemma, {said.lower()}).add(said.lower())
    entries = {
        lemma: Entry(frozenset({*said_for.forms[lemma], *_forms(lemma, morphology)}), frozenset())
        for lemma in sorted(said_for.words)
    }
    return EverydayWords(
        Lexicon(rows_of(entries), {}),
        {lemma: [*found] for lemma, found in said_for.words.items()},
        [*said_for.expressions.items()],
        {lemma: [each for each in found if each != lemma] for lemma, found in said_for.rare.items()},
    )


@dataclass(frozen=True, slots=True)
class _SaidFor:
    """What is said in everyday life, with the numbers of the words to look for in their order."""

    words: dict[str, dict[int, None]] = field(default_factory=dict)
    forms: dict[str, set[str]] = field(default_factory=dict)
    rare: dict[int, dict[int, None]] = field(default_factory=dict)
    expressions: dict[str, Sequence[int]] = field(default_factory=dict)


@cache
def _book() -> Mapping[str, Sequence[Mapping[str, str]]]:
    book: Mapping[str, Sequence[Mapping[str, str]]] = yaml.safe_load(_BOOK.read_text(encoding="utf-8"))
    return book


def _found(words: Iterable[str], there: Mapping[str, int], morphology: Morphology) -> list[int]:
    """The numbers of those words that the catalogue has, in their order."""
    lemmas = (lemma for word in words for lemma in _lemmas(word, morphology))
    return [*dict.fromkeys(there[lemma] for lemma in lemmas if lemma in there)]


def _lemmas(word: str, morphology: Morphology) -> Sequence[str]:
    """The word itself, if it is a headword, or those that it is a form of; of an unknown one the word as a name."""
    known = morphology.word(word)
    if known.kind == "unknown":
        return [word.lower()]
    return [word] if word in known.lemmas else known.lemmas


def _forms(lemma: str, morphology: Morphology) -> Iterator[str]:
    if morphology.word(lemma).kind == "unknown":
        yield from nominal_forms(lemma)
    yield lemma.lower()
    yield from morphology.paradigm(lemma)


def _folded(part: str) -> str:
    return fold(part.rstrip("*")) + ("*" if part.endswith("*") else "")
