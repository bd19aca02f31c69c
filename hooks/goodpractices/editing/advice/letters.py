"""Words that mix alphabets: an "а" from another alphabet looks the same and is found by no search."""

import re
from collections.abc import Iterator

from ...catalogue import Problem
from .spotting import spotted, warning_at

_LATIN = "A-Za-z\u00c0-\u024f"
_LOOKALIKE = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic
_ELSEWHERE = re.compile(f"[{_LOOKALIKE}]")
_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(f"[{_LATIN}][{_LOOKALIKE}]|[{_LOOKALIKE}][{_LATIN}]")
_SHOWN = 40


def words_keep_to_one_script(text: str) -> Iterator[Problem]:
    """Each word with Latin letters beside Greek or Cyrillic ones; words wholly in another alphabet are welcome."""
    if _ELSEWHERE.search(text) is None:
        return
    for word, line, column in spotted(_WORD, text):
        if _MIXED.search(word[0]) and (odd := _ELSEWHERE.search(word[0])):
            params = {"value": word[0][:_SHOWN], "letter": odd[0], "code": f"U+{ord(odd[0]):04X}"}
            yield warning_at("mixed_scripts", line, column + odd.start(), **params)
