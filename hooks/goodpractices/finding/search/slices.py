"""Sequences cut by what they hold: an item more or less changes the slice it is in, and the others stay as they are."""

from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

_MOST = 4
_HASHES = 1 << 32
_FACTOR = 2_654_435_761


def sliced(names: Sequence[str], least: int) -> list[range]:
    """The positions of each slice of a sequence; a slice begins where the hash of a name says so.

    Args:
        names: what the items are called, each once.
        least: so many items a slice has at least, but for the last one; about twice as many on the average, and never
            more than four times as many.
    """
    starts: list[int] = []
    for n, name in enumerate(names):
        length = n - starts[-1] if starts else _MOST * least
        if length >= least and (is_boundary(name, 1 / least) or length == _MOST * least):
            starts.append(n)
    return [range(start, end) for start, end in pairwise([*starts, len(names)])]


def is_boundary(name: str, chance: float) -> bool:
    """Whether a slice may begin at a name, which is so for a share of all names."""
    # The sum of alike names is alike in its first bits; multiplied by a large odd number it is not.
    return crc32(name.encode()) * _FACTOR % _HASHES < chance * _HASHES


def short_names(names: Sequence[str]) -> list[str]:
    """A few signs for each name, the same wherever it stands; so many that no two are alike.

    >>> short_names(["las", "park"])
    ['0b66', 'c407']
    """
    hashes = [f"{crc32(name.encode()):08x}" for name in names]
    for length in range(4, 9):
        short = [each[:length] for each in hashes]
        if len(set(short)) == len(short):
            return short
    return list(names)
