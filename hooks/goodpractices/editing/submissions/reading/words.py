"""The single words of a text, as they are counted to see that none is lost."""

import re
import unicodedata
from collections.abc import Iterable

from .signs import LOWERED, PLACES

TICKED = "☒☑✓✔✅⊠🗹🗵✗✘■●◉⚫"
UNTICKED = "☐□○◯❑❏⬜▢⚪"
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u034f\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"))
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_PLACED = re.compile("|".join(f"[{signs}]+" for signs in PLACES.values()))
_NOT_COUNTED = frozenset("|~<>=^`_" + TICKED + UNTICKED)
_COUNTED = ("Sc", "Sm", "So", "Lm")


def words(text: str) -> list[str]:
    """The words, numbers and signs with a meaning of their own (``€``, ``%``, ``±``); punctuation is none of them.

    Raised and lowered digits count as plain ones that stand apart: a file says by a style what we say by other letters.
    """
    plain = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    plain = _PLACED.sub(lambda found: f" {found[0].translate(LOWERED)} ", plain)
    return [each for each in _WORD.findall(plain) if each[0].isalnum() or _is_sign(each)]


def all_words(texts: Iterable[str]) -> list[str]:
    """The words of several texts."""
    return [word for text in texts for word in words(text)]


def _is_sign(letter: str) -> bool:
    return letter in "%‰§" or (letter not in _NOT_COUNTED and unicodedata.category(letter) in _COUNTED)
