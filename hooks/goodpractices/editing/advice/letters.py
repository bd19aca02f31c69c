"""Words that are not what they look like: with letters of two alphabets, or with characters that nobody sees.

An "а" of another alphabet looks the same and is found by no search.
"""

import re
from collections.abc import Iterator

from ...catalogue import Problem
from .spotting import spotted, warning_at

_LATIN = "A-Za-z\u00c0-\u024f"
_LOOKALIKE = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic
_ELSEWHERE = re.compile(f"[{_LOOKALIKE}]")
_UNSEEN = "\u00ad\u034f"  # soft hyphen, combining grapheme joiner
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_UNSEEN}])*")
_MIXED = re.compile(f"[{_LATIN}][{_UNSEEN}]*[{_LOOKALIKE}]|[{_LOOKALIKE}][{_UNSEEN}]*[{_LATIN}]")
_SHOWN = 40


def words_keep_to_one_script(text: str) -> Iterator[Problem]:
    """Each word with Latin letters beside Greek or Cyrillic ones; words wholly in another alphabet are welcome."""
    if _ELSEWHERE.search(text) is None:
        return
    for word, line, column in spotted(_WORD, text):
        if _MIXED.search(word[0]) and (odd := _ELSEWHERE.search(word[0])):
            params = {"value": word[0][:_SHOWN], "letter": odd[0], "code": f"U+{ord(odd[0]):04X}"}
            yield warning_at("mixed_scripts", line, column + odd.start(), **params)


def words_hide_nothing(text: str) -> Iterator[Problem]:
    """Each character within a word that is not seen but parts it for a search: a soft hyphen, a joiner of marks."""
    for found, line, column in spotted(_HIDDEN, text):
        yield warning_at("hidden_character", line, column, code=f"U+{ord(found[0]):04X}")
