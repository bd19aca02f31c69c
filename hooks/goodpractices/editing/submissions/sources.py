"""A source as people write it on a line: words, and an address among them."""

import re
from collections.abc import Sequence
from functools import reduce

from ...catalogue import is_safe_link

_MAX_LABEL = 200
# Brackets inside an address come in pairs, as in those of Wikipedia; punctuation at its end is that of the sentence.
_ADDRESS = re.compile(r"https?://(?:\([^\s<>\"'()]*\)|\[[^\s<>\"'\[\]]*\]|[^\s<>\"'()\[\]])+(?<![.,;:])")
_PUNCTUATION = " .,;:"
_SEPARATORS = " ,;:–—-"
_WRAPPED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def source_told(line: str) -> dict[str, str]:
    """A source as it was typed: its address is the first of the line, its title the words beside addresses.

    A line with more than a source has room for stands whole in the note.
    """
    found = [each for each in _ADDRESS.finditer(line) if is_safe_link(each[0])]
    title = (_without(line, found) if found else line) or found[0][0]
    given = {"title": title if len(title) <= _MAX_LABEL else title[: _MAX_LABEL - 1] + "…"}
    if given["title"] != title or len(found) > 1:
        given["note"] = line
    return {**given, "url": found[0][0]} if found else given


def _without(line: str, found: Sequence[re.Match[str]]) -> str:
    """What is left of a line without some parts of it and without the punctuation that only held them."""
    starts = [0, *(each.end() for each in found)]
    ends = [*(each.start() for each in found), len(line)]
    words = reduce(_joined, (line[start:end] for start, end in zip(starts, ends, strict=True)))
    words = words.strip(_SEPARATORS)
    wrapped = _WRAPPED.fullmatch(words)
    return wrapped[1].strip(_SEPARATORS) if wrapped else words


def _joined(before: str, after: str) -> str:
    """The words before and behind an address; brackets that held nothing else go with it."""
    before, after = before.rstrip(), after.lstrip(_PUNCTUATION)
    if before[-1:] + after[:1] in ("()", "[]", "<>"):
        before, after = before[:-1].rstrip(), after[1:].lstrip(_PUNCTUATION)
    return f"{before}{after}" if after[:1] in (")", "]") else f"{before} {after}"
