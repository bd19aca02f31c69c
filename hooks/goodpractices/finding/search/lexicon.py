"""The table of forms: which words of the catalogue a form may belong to, small enough to be sent while somebody types.

A word is one or more stems, each with a class of endings; most words share their class with hundreds of others. Only
words of the catalogue are in the table, but in all their forms, so that a form no practice uses still finds its word.

The rows are divided by the first letter of their stem: a query needs those of its own words, and a word that is found
nowhere all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from .encoding import SIGNS, front_coded, number, numbers, shared_length
from .tokens import fold

# Forms that share fewer letters than this belong to different stems (człowiek, ludzie).
_SAME_STEM = 2
# The first letters of the parts of the table. They are fixed, so that an entry changes few of the parts.
_LETTERS = "0acegkmoprstwz"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as the catalogue knows it: all its forms, and those that occur."""

    forms: Set[str]
    attested: Set[str]


class Row(NamedTuple):
    """A stem of a word with its endings, sorted and a blank before each; rows sort as they stand in the table."""

    folded: str
    stem: str
    lemma: str
    is_further: bool
    """Whether another row is the one by which the word has its number."""
    endings: str
    attested: str
    """Those of the endings that occur."""


class Lexicon:
    """The table of a catalogue; gives each word its number, in the order of the first letters of its stem."""

    def __init__(self, rows: Iterable[Row], families: Mapping[str, Iterable[str]]) -> None:
        self._rows = sorted(rows)
        main = [row.lemma for row in self._rows if not row.is_further]
        self.numbers: Mapping[str, int] = {lemma: n for n, lemma in enumerate(main)}
        self._families = families

    def to_json(self, frequencies: Mapping[str, int]) -> dict[str, Any]:
        """The table as the browser reads it, in one; ``frequencies`` says in how many practices each word is."""
        return {**self._head(frequencies), **self._part(self._rows)}

    def divided(self, frequencies: Mapping[str, int]) -> tuple[dict[str, Any], dict[str, Any]]:
        """What every query needs of the table, and by the name of each part its rows."""
        rows: dict[str, list[Row]] = {letter: [] for letter in _LETTERS}
        for row in self._rows:
            rows[_letter_of(row.folded)].append(row)
        cut = {"lengths": numbers(len(some) for some in rows.values()), "names": " ".join(rows)}
        parts = {f"words-{letter}": self._part(some) for letter, some in rows.items()}
        return {**self._head(frequencies), "cut": cut}, parts

    @cached_property
    def _shared(self) -> tuple[dict[str, int], list[list[str]], list[dict[str, str]]]:
        """The number of each class of endings, the endings of each, and the sign that stands for each of those."""
        classes = _classes(self._rows)
        lists = [_ordered(_each(endings), attested) for endings, attested in classes.items()]
        return (
            {endings: n for n, endings in enumerate(classes)},
            lists,
            [dict(zip(some, SIGNS, strict=False)) for some in lists],
        )

    def _head(self, frequencies: Mapping[str, int]) -> dict[str, Any]:
        _, lists, _ = self._shared
        return {
            "endings": ";".join(front_coded(each) for each in lists),
            "further": self._further(),
            "families": self._pairs(),
            "often": "".join(SIGNS[min(frequencies[lemma].bit_length(), 30)] for lemma in self.numbers),
        }

    def _part(self, rows: Sequence[Row]) -> dict[str, str]:
        order, _, signs = self._shared
        return {
            "stems": front_coded([row.stem for row in rows]),
            "classes": numbers(order[row.endings] for row in rows),
            "attested": " ".join(_attested(row, signs[order[row.endings]]) for row in rows),
        }

    def _pairs(self) -> str:
        """Words of one family two by two: how far the first is from the one before, and the second from the first."""
        families = ((self.numbers[lemma], family) for lemma, family in self._families.items())
        pairs = (sorted((one, self.numbers[other])) for one, family in families for other in family)
        coded = []
        before = 0
        for one, other in sorted({(first, second) for first, second in pairs}):
            coded.append(number(one - before) + number(other - one))
            before = one
        return "".join(coded)

    def _further(self) -> str:
        """Rows that belong to a word whose own row is elsewhere: how many rows to go, and the number of the word."""
        coded = []
        before = 0
        for n, row in enumerate(self._rows):
            if row.is_further:
                coded.append(number(n - before) + number(self.numbers[row.lemma]))
                before = n
        return "".join(coded)


def rows_of(entries: Mapping[str, Entry]) -> list[Row]:
    """The rows of some words."""
    return [row for lemma, entry in entries.items() for row in _rows(lemma, entry)]


def are_rows(kept: object) -> bool:
    """Whether these are rows, as a cache keeps them."""
    return isinstance(kept, list) and all(isinstance(row, list) and [*map(type, row)] == _ROW for row in kept)


_ROW = [str, str, str, bool, str, str]


def _rows(lemma: str, entry: Entry) -> Iterable[Row]:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in entry.forms | entry.attested:
        groups[_start_of(form)].add(form)
    main = _start_of(lemma)
    if main not in groups:
        main = min(groups)
    for start, forms in sorted(groups.items()):
        # What the first and the last in order share, all between them share.
        stem = min(forms)[: shared_length(min(forms), max(forms))]
        endings, attested = (
            "".join(sorted(f" {form[len(stem) :]}" for form in some)) for some in (forms, forms & entry.attested)
        )
        yield Row(fold(stem), stem, lemma, start != main, endings, attested)


def _start_of(form: str) -> tuple[str, str]:
    """How forms of one stem begin: alike without marks, and with one first letter, so that no stem is empty."""
    start = _folded(form[: 2 * _SAME_STEM])  # the same for thousands of forms
    return (start if len(start) >= _SAME_STEM else fold(form))[:_SAME_STEM], form[:1].lower()[:1]


@lru_cache(maxsize=8192)
def _folded(start: str) -> str:
    return fold(start)


def _letter_of(folded: str) -> str:
    """The part of the table in which a stem is."""
    return max((letter for letter in _LETTERS if letter <= folded), default=_LETTERS[0])


def _each(endings: str) -> list[str]:
    return endings.split(" ")[1:]


def _classes(rows: Sequence[Row]) -> dict[str, Counter[str]]:
    """Classes of endings, the commonest first, each with how often its endings occur."""
    sizes = Counter(row.endings for row in rows)
    ranked = sorted(sizes, key=lambda endings: (-sizes[endings], _each(endings)))
    found = {endings: Counter[str]() for endings in ranked}
    for row in rows:
        found[row.endings].update(_each(row.attested))
    return found


def _ordered(endings: Iterable[str], attested: Counter[str]) -> list[str]:
    """At most as many endings as there are signs for, those that occur first of all; in an order that packs well."""
    return sorted(sorted(endings, key=lambda ending: (-attested[ending], ending))[: len(SIGNS)])


def _attested(row: Row, signs: Mapping[str, str]) -> str:
    """The signs of the endings that occur, in the order of the class."""
    return "".join(sorted(signs[ending] for ending in _each(row.attested) if ending in signs))
