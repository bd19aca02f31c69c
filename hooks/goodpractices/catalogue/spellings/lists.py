"""Lists as people paste them: bullets of an office program, dashes, numbers and letters before their items."""

import re
from collections.abc import Iterator
from itertools import pairwise

from .plain import without_unseen

_BULLET = re.compile(r"[•·◦▪▫●○■□►➢➤✓✔❖*–—-](?:\s+|$)|[•●○▪■►➢➤✓✔❖\uf0b7\uf0a7]\s*")
_NUMBER = re.compile(r"\(?(?:([0-9]{1,2})|([a-z]))([.)])(?:\s+|$)")
_BEFORE_A = ord("a") - 1
# A single dash may be somebody who speaks; a bullet never is.
_SURE = re.compile(r"[•·◦▪▫●○■□►➢➤✓✔❖\uf0b7\uf0a7]")


def list_items(text: str) -> list[str]:
    """The items on the lines of a text without what marked them.

    A letter or a number with a point marks items only where they count up from the first: elsewhere it is an initial
    or an edition (``12. edycja``). So does a mark alone, which may be an answer; nothing but marks stays as it is.
    """
    items, counted = [], 0
    lines = [line for line in map(without_unseen, text.split("\n")) if line]
    letters = _counts_letters(lines)
    for line in lines:
        number = _NUMBER.match(line)
        if number and _is_mark(number, counted, letters=letters):
            counted = _place(number)
            items.append(line[number.end() :])
        else:
            items.append(_BULLET.sub("", line, count=1) if _BULLET.match(line) else line)
    return [item for item in items if item] or lines


def _is_mark(number: re.Match[str], counted: int, *, letters: bool) -> bool:
    """Whether a number or letter at the beginning of a line marks an item; the one before was ``counted``."""
    if number[3] == ")" and number.end() < len(number.string):
        return True
    is_sure = bool(number[1]) or number[3] == ")" or letters
    return is_sure and _place(number) == counted + 1


def story_lists(text: str) -> str:
    """A text in which pasted lists are those of Markdown, each a paragraph of its own."""
    lines = text.split("\n")
    listed = [_is_listed(lines, n) for n in range(len(lines))]
    made = [_as_markdown(line) if is_item else line for line, is_item in zip(lines, listed, strict=True)]
    return "\n".join(_with_gaps(made, listed))


def _counts_letters(lines: list[str]) -> bool:
    """Whether two items of a text are marked a and b: a single letter may be an initial."""
    found = [each for line in lines if (each := _NUMBER.match(line)) and each[2]]
    return any(_place(one) + 1 == _place(other) for one, other in pairwise(found))


def _place(number: re.Match[str]) -> int:
    return int(number[1]) if number[1] else ord(number[2]) - _BEFORE_A


def _is_listed(lines: list[str], n: int) -> bool:
    """Whether a line is an item that Markdown would not take for one."""
    line = without_unseen(lines[n])
    if _SURE.match(line):
        return True
    beside = [without_unseen(each) for each in lines[max(n - 1, 0) : n + 2] if each is not lines[n]]
    return any(line.startswith(sign) and any(each.startswith(sign) for each in beside) for sign in ("– ", "— "))


def _as_markdown(line: str) -> str:
    return "- " + _BULLET.sub("", without_unseen(line), count=1)


def _with_gaps(lines: list[str], listed: list[bool]) -> Iterator[str]:
    """The lines with an empty one where a list begins or ends beside other words, which Markdown asks for."""
    for n, line in enumerate(lines):
        if n and listed[n] != listed[n - 1] and line.strip() and lines[n - 1].strip():
            yield ""
        yield line
