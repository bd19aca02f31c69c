"""The same practice written down twice: nearly the same title, in a common place, with a common partner.

All pairs are never compared. Titles are sets of groups of three letters, and sets that have seven tenths in common
also share one of their rarest groups: only practices that do so in a common place are looked at (prefix filtering,
Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from ...catalogue import Practice, Problem
from ...wording import fold

NEARLY = 0.7
"""What two titles must have in common, as a share of all their groups of letters."""

# Of practices that share a group of letters and a place, so many: a hundred of one title need no hundred warnings each.
_LOOKED_AT = 50

_DIGITS = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\W_]+")


def near_duplicates(practices: Sequence[Practice]) -> Iterator[tuple[str, Problem]]:
    """A warning for the later of two such practices, by id, that names the earlier one; one for each practice."""
    titles = [_groups(practice.title) for practice in practices]
    reported = set[str]()
    for earlier, later in sorted(candidates(practices, titles)):
        one, other = practices[earlier], practices[later]
        if other.id in reported or in_common(titles[earlier], titles[later]) < NEARLY:
            continue
        if _may_be_the_same(one, other):
            reported.add(other.id)
            params = {"value": one.id, "title": one.title}
            yield other.id, Problem("near_duplicate", ("title",), params, severity="warning")


def in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what two sets have in common, from 0 to 1 (Jaccard)."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def candidates(practices: Sequence[Practice], titles: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """The pairs, by position, that may be alike; their number grows with that of the practices, not with its square."""
    holders: Mapping[tuple[str, str], list[int]] = defaultdict(list)
    frequency = Counter(group for title in titles for group in title)
    ranks = {group: n for n, group in enumerate(sorted(frequency, key=lambda group: (frequency[group], group)))}
    pairs = set[tuple[int, int]]()
    for n, (practice, title) in enumerate(zip(practices, titles, strict=True)):
        rarest = sorted(title, key=ranks.__getitem__)
        near = set[int]()
        for group in rarest[: len(title) - ceil(NEARLY * len(title)) + 1]:
            for place in {use.place for use in practice.places}:
                held = holders[place, group]
                near.update(held[-_LOOKED_AT:])
                held.append(n)
        pairs.update((earlier, n) for earlier in near)
    return pairs


def _groups(title: str) -> frozenset[str]:
    """The groups of three letters of a title, whatever its case, diacritics and signs."""
    plain = f" {_NO_WORD.sub(' ', fold(title)).strip()} "
    return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))


def _may_be_the_same(one: Practice, other: Practice) -> bool:
    """Whether nothing tells them apart: another number in the title, other partners, or an editor who linked them."""
    partners, others = ({each.org for each in practice.organisations} for practice in (one, other))
    linked = any(each.target == other.id for each in one.relations) or any(
        each.target == one.id for each in other.relations
    )
    common_partner = bool(partners & others) or not partners or not others
    return common_partner and not linked and _DIGITS.findall(one.title) == _DIGITS.findall(other.title)
