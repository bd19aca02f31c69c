"""How a text falls into words and how words are compared: the same rules here and in the browser.

``words.js`` repeats them, and ``tests/cases/search/tokens.json`` holds both to the same examples. So nothing here may
lean on what only Python knows: the browser has no ``casefold`` and no list of its own of letters without a base.
"""

import re
import unicodedata

# A run of letters and digits, or a single digit; what joins words (hyphens, dots, slashes, apostrophes) parts them.
_WORD = re.compile(r"[^\W_]{2,}|\d")
_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

# Letters that no decomposition leads to their Latin base.
BASES = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ß": "ss",
    "ς": "σ",
}
_BASES = str.maketrans(BASES)


def clean(text: str) -> str:
    """The text in composed form, without the signs that are there but not seen."""
    return _HIDDEN.sub("", unicodedata.normalize("NFC", text))


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.lower() for word in words_as_written(text)]


def words_as_written(text: str) -> list[str]:
    """The words of a text; single letters are left out, since nobody looks for them."""
    return _WORD.findall(clean(text))


def fold(word: str) -> str:
    """The word as typed on a keyboard without Polish letters: ``Łódź`` is ``lodz``."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).lower())
    return "".join(part for part in parts if not unicodedata.category(part).startswith("M")).translate(_BASES)
