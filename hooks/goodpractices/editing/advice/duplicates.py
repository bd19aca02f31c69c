"""The same practice written down twice: nearly the same title, in a common place, with a common partner.

All pairs are never compared. Titles are sets of groups of three letters, and sets that have seven tenths in common
also share one of their rarest groups: only practices that do so in a common place are looked at (prefix filtering,
Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import Any

from ...catalogue import Cache, Problem, code_stamp, fingerprint_of
from ...wording import fold
from .noted import Compared

NEARLY = 0.7
"""What two titles must have in common, as a share of all their groups of letters."""

# Of practices that share a group of letters and a place, so many: a hundred of one title need no hundred warnings each.
_LOOKED_AT = 50

_KIND = "near duplicates"
_PACKAGE = Path(__file__).resolve().parents[2]
_DIGITS = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\W_]+")


def near_duplicates(practices: Sequence[Compared], cache: Cache | None = None) -> Iterator[tuple[str, Problem]]:
    """A warning for the later of two such practices, by id, that names the earlier one; one for each practice.

    Args:
        practices: all of them.
        cache: what earlier runs found among the same ones.
    """
    for one, other in _pairs_from(cache, practices) if cache else _pairs(practices):
        params = {"value": practices[one].id, "title": practices[one].title}
        yield practices[other].id, Problem("near_duplicate", ("title",), params, severity="warning")


def _pairs_from(cache: Cache, practices: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    """The pairs, by position, as an earlier run found them among practices that are compared by the same values."""
    said = [[each.id, each.title, each.places, each.organisations, each.relations] for each in practices]
    key = fingerprint_of([code_stamp(_PACKAGE), said])
    kept = cache.get(_KIND, key)
    if not _are_pairs(kept, len(practices)):
        kept = [[*pair] for pair in _pairs(practices)]
        cache.keep(_KIND, key, kept)
    return ((one, other) for one, other in kept)


def _are_pairs(kept: Any, count: int) -> bool:
    return isinstance(kept, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, int) and 0 <= n < count for n in pair)
        for pair in kept
    )


def _pairs(practices: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    titles = [_groups(practice.title) for practice in practices]
    reported = set[str]()
    for earlier, later in sorted(candidates(practices, titles)):
        one, other = practices[earlier], practices[later]
        if other.id in reported or in_common(titles[earlier], titles[later]) < NEARLY:
            continue
        if _may_be_the_same(one, other):
            reported.add(other.id)
            yield earlier, later


def in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what two sets have in common, from 0 to 1 (Jaccard)."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def candidates(practices: Sequence[Compared], titles: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """The pairs, by position, that may be alike; their number grows with that of the practices, not with its square."""
    holders: Mapping[tuple[str, str], list[int]] = defaultdict(list)
    frequency = Counter(group for title in titles for group in title)
    ranks = {group: n for n, group in enumerate(sorted(frequency, key=lambda group: (frequency[group], group)))}
    pairs = set[tuple[int, int]]()
    for n, (practice, title) in enumerate(zip(practices, titles, strict=True)):
        rarest = sorted(title, key=ranks.__getitem__)
        near = set[int]()
        for group in rarest[: len(title) - ceil(NEARLY * len(title)) + 1]:
            for place in {*practice.places}:
                held = holders[place, group]
                near.update(held[-_LOOKED_AT:])
                held.append(n)
        pairs.update((earlier, n) for earlier in near)
    return pairs


def _groups(title: str) -> frozenset[str]:
    """The groups of three letters of a title, whatever its case, diacritics and signs."""
    plain = f" {_NO_WORD.sub(' ', fold(title)).strip()} "
    return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))


def _may_be_the_same(one: Compared, other: Compared) -> bool:
    """Whether nothing tells them apart: another number in the title, other partners, or an editor who linked them."""
    partners, others = ({*practice.organisations} for practice in (one, other))
    linked = other.id in one.relations or one.id in other.relations
    common_partner = bool(partners & others) or not partners or not others
    return common_partner and not linked and _DIGITS.findall(one.title) == _DIGITS.findall(other.title)
