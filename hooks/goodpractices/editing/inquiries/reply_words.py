"""How words of the tables are found in what people wrote, both of them plain: small letters, single blanks."""

import re
from functools import cache

from ...catalogue import spelling_table

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year of the last century or of this one, as a number of its own."""
TIMES = r"tys\.?|tysięcy|tysiące|mln|milion(?:y|ów|a)?|mld|thousand|million|bn"
"""What may follow a number and multiply it, as a part of a pattern."""


def holds(plain: str, words: str) -> bool:
    """Whether words stand somewhere, each of them whole.

    >>> holds("bez kwot, ale zgodnie", "ale"), holds("doskonale", "ale")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", plain) is not None


def first_beginning(plain: str, words: str) -> int | None:
    """Where a word, or the first of several, begins like these words; ``None`` where none does.

    >>> first_beginning("nasza ankietowana grupa", "ankiet"), first_beginning("nieankietowana", "ankiet")
    (6, None)
    """
    found = re.search(rf"(?<!\w){re.escape(words)}", plain)
    return found.start() if found else None


def opens_with(plain: str, words: str) -> bool:
    """Whether words stand at the very start, the last of them whole."""
    return plain.startswith(words) and not plain[len(words) : len(words) + 1].isalnum()


def opening(plain: str, table: str) -> str:
    """The longest words of a table that stand at the very start; nothing where none do."""
    return next((words for words in longest_first(table) if opens_with(plain, words)), "")


@cache
def longest_first(table: str) -> tuple[str, ...]:
    """The words of a table, so that of those that begin alike the one that says most is tried first."""
    return tuple(sorted(spelling_table(table), key=len, reverse=True))
