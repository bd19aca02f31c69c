"""The table of forms: which words of the catalogue a form may belong to, small enough to be sent before a query.

A word is one or more stems, each with a class of endings; most words share their class with hundreds of others. Only
words of the catalogue are in the table, but in all their forms, so that a form no practice uses still finds its word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .encoding import SIGNS, front_coded, number, numbers, shared_length
from .tokens import fold

# Forms that share fewer letters than this belong to different stems (człowiek, ludzie).
_SAME_STEM = 2


@dataclass(slots=True)
class Entry:
    """A word as the catalogue knows it: all its forms, and those that occur."""

    forms: set[str] = field(default_factory=set)
    attested: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Row:
    stem: str
    endings: frozenset[str]
    lemma: str
    attested: frozenset[str]
    is_main: bool


class Lexicon:
    """The table of a catalogue; gives each word its number, in the order of the first letters of its stem."""

    def __init__(self, entries: Mapping[str, Entry], families: Mapping[str, Iterable[str]]) -> None:
        self._rows = sorted((row for lemma in entries for row in _rows(lemma, entries[lemma])), key=_sort_key)
        main = [row.lemma for row in self._rows if row.is_main]
        self.numbers: Mapping[str, int] = {lemma: n for n, lemma in enumerate(main)}
        self._families = families

    def to_json(self, frequencies: Mapping[str, int]) -> dict[str, Any]:
        """The table as the browser reads it; ``frequencies`` says in how many practices each word is."""
        classes = _classes(self._rows)
        order = {endings: n for n, endings in enumerate(classes)}
        lists = [_ordered(endings, attested) for endings, attested in classes.items()]
        return {
            "stems": front_coded([row.stem for row in self._rows]),
            "endings": ";".join(front_coded(each) for each in lists),
            "classes": numbers(order[row.endings] for row in self._rows),
            "attested": " ".join(_attested(row, lists[order[row.endings]]) for row in self._rows),
            "further": self._further(),
            "families": self._pairs(),
            "often": "".join(SIGNS[min(frequencies[lemma].bit_length(), 30)] for lemma in self.numbers),
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
            if not row.is_main:
                coded.append(number(n - before) + number(self.numbers[row.lemma]))
                before = n
        return "".join(coded)


def _sort_key(row: _Row) -> tuple[str, str, str, bool]:
    return fold(row.stem), row.stem, row.lemma, not row.is_main


def _rows(lemma: str, entry: Entry) -> Iterable[_Row]:
    groups: dict[str, set[str]] = defaultdict(set)
    for form in entry.forms | entry.attested:
        groups[fold(form)[:_SAME_STEM]].add(form)
    main = fold(lemma)[:_SAME_STEM]
    if main not in groups:
        main = min(groups)
    for start, forms in sorted(groups.items()):
        # What the first and the last in order share, all between them share.
        stem = min(forms)[: shared_length(min(forms), max(forms))]
        endings = frozenset(form[len(stem) :] for form in forms)
        attested = frozenset(form[len(stem) :] for form in forms & entry.attested)
        yield _Row(stem, endings, lemma, attested, is_main=start == main)


def _classes(rows: Iterable[_Row]) -> dict[frozenset[str], Counter[str]]:
    """Classes of endings, the commonest first, each with how often its endings occur."""
    found: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    sizes = Counter[frozenset[str]]()
    for row in rows:
        found[row.endings].update(row.attested)
        sizes[row.endings] += 1
    ranked = sorted(found, key=lambda endings: (-sizes[endings], sorted(endings)))
    return {endings: found[endings] for endings in ranked}


def _ordered(endings: Iterable[str], attested: Counter[str]) -> list[str]:
    """At most as many endings as there are signs for, those that occur first of all; in an order that packs well."""
    return sorted(sorted(endings, key=lambda ending: (-attested[ending], ending))[: len(SIGNS)])


def _attested(row: _Row, endings: list[str]) -> str:
    return "".join(SIGNS[n] for n, ending in enumerate(endings) if ending in row.attested)
