"""Numbers as text: small, the same in every build, and quick to read for a browser without help of a library.

A digit is one of 90 signs that JSON writes as they are. Digits below 45 end a number; those from 45 on say that it goes
on, so that most numbers in the index are one sign long. ``words.js`` reads them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")[:90]
_DIGITS = {sign: digit for digit, sign in enumerate(SIGNS)}
_HALF = 45
# Front coding writes how many letters are shared as a capital letter: words are in small ones.
_SHARED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def number(value: int) -> str:
    """A number from 0 up, as text.

    >>> number(0), number(44), number(45)
    ('#', 'O', 'Q#')
    """
    return _CODES[value] if value < len(_CODES) else _written(value)


def steps(places: Sequence[int]) -> str:
    """Rising numbers, each as its distance from the one before."""
    if len(places) == 1:
        return number(places[0])
    return "".join([number(after - before) for before, after in pairwise([0, *places])])


def merged(one: str, other: str) -> str:
    """The steps of two series together.

    >>> merged(steps([1, 5]), steps([2])) == steps([1, 2, 5])
    True
    """
    return steps(sorted([*_places(one), *_places(other)]))


def numbers(values: Iterable[int]) -> str:
    """Numbers one after another."""
    return "".join(map(number, values))


def front_coded(words: Sequence[str]) -> str:
    """Words one after another, each as a capital for the letters it shares with the one before, and the rest.

    >>> front_coded(["praca", "pracownia"])
    'ApracaEownia'
    """
    coded = []
    before = ""
    for word in words:
        shared = min(shared_length(before, word), len(_SHARED) - 1)
        coded.append(_SHARED[shared] + word[shared:])
        before = word
    return "".join(coded)


def shared_length(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _places(coded: str) -> Iterator[int]:
    here = value = 0
    for sign in coded:
        digit = _DIGITS[sign]
        value = value * _HALF + digit % _HALF
        if digit < _HALF:
            here += value
            yield here
            value = 0


def script(name: str, data: Any) -> bytes:
    """A part of the index as a classic script that hands it over: nothing else loads from a folder as well."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # JSON allows these two inside texts; old browsers end a line of a script at them.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'katalogPart("{name}",{text});\n'.encode()


def _written(value: int) -> str:
    digits = SIGNS[value % _HALF]
    value //= _HALF
    while value:
        digits = SIGNS[_HALF + value % _HALF] + digits
        value //= _HALF
    return digits


_CODES = [_written(value) for value in range(_HALF * _HALF)]
