"""How Polish sorts, folds and spells addresses; Unicode's default order and decomposition get all three wrong."""

import unicodedata
from functools import lru_cache

from slugify import slugify

# The 32 letters of the Polish alphabet with q, v and x, which foreign words bring, in their dictionary places.
ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"

_END, _SIGN, _DIGIT, _LETTER, _FOREIGN = range(-1, 4)
_PLACES = {letter: (_LETTER, f"{place:02}") for place, letter in enumerate(ALPHABET)}
_AT_PLACE = {place: letter.upper() for letter, place in _PLACES.items()}
_NO_LETTER = "0–9"
# Letters that no decomposition leads to their Latin base.
_BASES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def polish_order(text: str) -> tuple[tuple[int, str], ...]:
    """Sort key that puts ``Łódź`` after ``Lublin`` and before ``Malbork``.

    Signs come before digits and digits before letters; capitals do not matter unless nothing else differs. Foreign
    letters with a Latin base stand at their base (``Tauragė`` at ``Taurage``), all others come last. Two texts that
    are not the same never have the same key, so that whatever is sorted by it is always in the same order.
    """
    return (*map(_place, _letters(text)), (_END, text.swapcase()), (_END, text))


def list_order(name: str) -> tuple[tuple[int, str], ...]:
    """Sort key for names in a long list, where one in quotation marks stands at its letter."""
    return (*polish_order(_bare(name)), *polish_order(name))


def letter_of(name: str) -> str:
    """The letter that a name stands at in a list in :func:`list_order`; digits stand together before all.

    >>> [letter_of(name) for name in ("Łódź", "Émile", "4 pory roku", "„Żak”")]
    ['Ł', 'E', '0–9', 'Ż']
    """
    place = _place(_letters(_bare(name))[:1])
    if place[0] < _LETTER:
        return _NO_LETTER
    return _AT_PLACE.get(place) or place[1].upper()


def fold(text: str) -> str:
    """The text as typed on a keyboard without Polish letters: ``Łódź`` is ``lodz``."""
    # Twice: taking ℠ apart gives capitals, and their small letters may come apart once more.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    # NFKD leaves ł whole, since Unicode does not see it as l with a mark.
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_BASES)


def slug(text: str) -> str:
    """The text as a part of an address: ``Wsparcie młodzieży`` is ``wsparcie-mlodziezy``."""
    return slugify(text)


def _bare(name: str) -> str:
    """A name without the signs it begins with."""
    return next((name[start:] for start, sign in enumerate(name) if sign.isalnum()), name)


def _letters(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


@lru_cache(1024)
def _place(letter: str) -> tuple[int, str]:
    if letter in _PLACES:
        return _PLACES[letter]
    if letter.isdigit():
        return _DIGIT, letter
    if not letter.isalpha():
        return _SIGN, letter
    base = fold(letter)[:1]
    return _PLACES.get(base, (_FOREIGN, letter))
