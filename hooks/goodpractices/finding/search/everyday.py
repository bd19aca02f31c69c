"""What people say in everyday life, as a table that leads to words of the catalogue; loaded once a query needs it.

Words are found in any form, by a table of forms of their own; expressions of several words, which none of them tells,
as they are written. Whatever is found by either is shown as similar.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ...catalogue import digest, gathered
from ...wording import ORIGINAL
from .books import book
from .cache import SearchCache, words_in_slices
from .catalogue_words import CatalogueWords
from .encoding import front_coded, numbers, steps
from .lexicon import Entry, Lexicon, Row, are_rows, rows_of
from .morphology import Morphology
from .names import nominal_forms
from .tokens import fold

# In at most so many practices, or in one of so many, a word is hardly what somebody means who types it.
_FEW, _ONE_OF = 3, 5

_THESAURUS = Path(__file__).parent / "everyday_thesaurus.txt"


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """For each word of everyday life, and each expression, the numbers of the words of the catalogue to look for."""

    lexicon: Lexicon
    found_by: Mapping[str, Sequence[int]]
    expressions: Sequence[tuple[str, Sequence[int]]]
    rare: Mapping[int, Sequence[int]]
    """The same for words that the catalogue has itself, but in so few practices that they are hardly what is meant."""
    names: Mapping[int, str]
    """What the words of the catalogue are called."""

    def hints(self) -> dict[str, Any] | None:
        """What tells whether a query needs the table: the expressions, and the words that few practices have."""
        if not self.found_by:
            return None
        said = [said for said, _ in sorted(self.expressions)]
        return {"expressions": front_coded(said), "further": steps(sorted(self.rare))}

    def table(self) -> dict[str, Any]:
        """The table as the browser reads it, expressions in the order of the hints."""
        counts = dict.fromkeys(self.lexicon.numbers, 0)
        return {
            "lexicon": self.lexicon.to_json(counts),
            "of": " ".join(numbers(self.found_by[word]) for word in self.lexicon.numbers),
            "expressions": " ".join(numbers(found) for _, found in sorted(self.expressions)),
            "further": [[lemma, numbers(found)] for lemma, found in sorted(self.rare.items())],
            "names": [[lemma, name] for lemma, name in sorted(self.names.items())],
        }


def find_everyday(
    words: CatalogueWords, counts: Mapping[str, int], practices: int, known: "KnownWords"
) -> EverydayWords:
    """What of the table of a language leads to something that so many practices have."""
    there = {lemma: number for lemma, number in words.lexicon.numbers.items() if counts[lemma]}
    few = max(_FEW, practices // _ONE_OF)
    said_for = _SaidFor()
    for line in known.lines:
        named = {
            there[lemma]: word for word in line["find"].split() for lemma in known.lemmas_of([word]) if lemma in there
        }
        found = [*named]
        said_for.names.update({number: word for number, word in named.items() if number not in said_for.names})
        for said in _said(line) if found else ():
            if " " in said:
                said_for.expressions.setdefault(" ".join(map(_folded, said.split())), found)
                continue
            lemmas = known.lemmas_of([said])
            its_own = [lemma for lemma in lemmas if lemma in there]
            for lemma in its_own:
                if counts[lemma] <= few:
                    said_for.rare.setdefault(there[lemma], {}).update(dict.fromkeys(found))
            for lemma in () if its_own else lemmas:
                said_for.words.setdefault(lemma, {}).update(dict.fromkeys(found))
    return EverydayWords(
        Lexicon(known.rows_of(said_for.words), {}),
        {lemma: [*found] for lemma, found in said_for.words.items()},
        [*said_for.expressions.items()],
        {lemma: [each for each in found if each != lemma] for lemma, found in said_for.rare.items()},
        said_for.names,
    )


class KnownWords:
    """What the table of a language says, and what knows the words; its answers are kept for later builds."""

    def __init__(self, language: str, morphology: Morphology, stored: SearchCache) -> None:
        self.lines = _book().get(language, ())
        self._morphology = morphology
        single = {word for line in self.lines for word in _said(line) if " " not in word}
        found = {word for line in self.lines for word in line["find"].split()}
        self._lemmas = stored.lines("everyday", words_in_slices(sorted(single | found)), self._all_lemmas)
        self._said_as: dict[str, set[str]] = defaultdict(set)
        for word in single:
            for lemma in self.lemmas_of([word]):
                self._said_as[lemma].add(word.lower())
        self._rows = self._known_rows(stored)

    def lemmas_of(self, words: Iterable[str]) -> list[str]:
        """The words themselves, if they are headwords, or those that they are forms of; unknown ones as names."""
        return [lemma for word in words for lemma in self._lemmas[word].split(" ")]

    def rows_of(self, lemmas: Container[str]) -> list[Row]:
        """The rows of the table of forms that some words have."""
        return [row for row in self._rows if row.lemma in lemmas]

    def _known_rows(self, stored: SearchCache) -> list[Row]:
        slices = words_in_slices(sorted(self._said_as))
        by_key = {
            digest(*(" ".join([lemma, *sorted(self._said_as[lemma])]) for lemma in some)): some for some in slices
        }

        def compute(keys: Sequence[str]) -> list[list[Row]]:
            return list(gathered(lambda some: [rows_of(self._entries(by_key[key])) for key in some], keys))

        found = stored.known("everyday-rows", [*by_key], compute, are_rows)
        return [Row(*row) for some in found.values() for row in some]

    def _entries(self, lemmas: Iterable[str]) -> dict[str, Entry]:
        return {each: Entry({each.lower(), *self._said_as[each], *self._forms(each)}, frozenset()) for each in lemmas}

    def _forms(self, lemma: str) -> Iterable[str]:
        forms = self._morphology.paradigm(lemma)
        return forms if len(forms) > 1 else nominal_forms(lemma)

    def _all_lemmas(self, words: Sequence[str]) -> list[str]:
        known = zip(words, map(self._morphology.word, words), strict=True)
        return [word if word in its.lemmas else " ".join(its.lemmas) or word.lower() for word, its in known]


@dataclass(frozen=True, slots=True)
class _SaidFor:
    """What is said in everyday life, with the numbers of the words to look for in their order."""

    words: dict[str, dict[int, None]] = field(default_factory=dict)
    rare: dict[int, dict[int, None]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    expressions: dict[str, Sequence[int]] = field(default_factory=dict)


@cache
def _book() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """What people say, written by hand, and after that what a thesaurus knows."""
    found: dict[str, list[Mapping[str, str]]] = book("everyday.yml")
    for line in _THESAURUS.read_text(encoding="utf-8").splitlines():
        said, _, find = line.partition(" ")
        found[ORIGINAL].append({"find": find, "say": said})
    return found


def _said(line: Mapping[str, str]) -> list[str]:
    return [said.strip() for said in line["say"].split(",")]


def _folded(part: str) -> str:
    return fold(part.rstrip("*")) + ("*" if part.endswith("*") else "")
