"""Who signs a reply: what names an office or a post, and what looks like the name of a person."""

import re
from collections.abc import Sequence

from ...catalogue import plain_words, spelling_table
from .reply_words import first_beginning

_PERSON = re.compile(
    r"(?:(?:mgr|dr|inż|hab|prof)\.?\s+)*[^\W\d_a-ząćęłńóśźż][a-ząćęłńóśźż]+(?:\s+[^\W\d_a-ząćęłńóśźż][^\W\d_]+(?:-[^\W\d_]+)?){1,2}"
)
_MOST_WORDS = 8


def looks_like_signature(line: str) -> bool:
    """Whether a line that stands alone is the name of a person, or nothing but a post.

    >>> [*map(looks_like_signature, ("Anna Kowalska", "Kierownik projektu", "Kierownik pilnuje dyżurów."))]
    [True, True, False]
    """
    words = line.strip(" ,")
    if _PERSON.fullmatch(words):
        return not is_office(words)
    is_short = len(words.split()) <= _MOST_WORDS and not words.endswith((".", "!", "?"))
    return is_short and words[:1].isupper() and role_in(words) == words.strip(" .,")


def signature_start(lines: Sequence[str], *, is_office_asked: bool) -> int:
    """Where in the lines of the last answer somebody signs; behind all of them where nobody does.

    The first line is the answer; an office signs if a gap stands before it and the question was not which office.
    """
    for n, line in enumerate(lines[1:], 1):
        signs_for = not is_office_asked and not lines[n - 1] and len(line.split()) <= _MOST_WORDS and is_office(line)
        if looks_like_signature(line) or (signs_for and not line.endswith((".", "!", "?"))):
            return n
    return len(lines)


def is_office(words: str) -> bool:
    """Whether words name an office and no person."""
    plain = plain_words(words)
    return any(first_beginning(plain, each) is not None for each in spelling_table("offices"))


def role_in(words: str) -> str:
    """The post that words name, from its first word on; nothing where they name none."""
    plain = plain_words(words)
    found = (first_beginning(plain, each) for each in spelling_table("roles"))
    starts = [start for start in found if start is not None]
    return words[min(starts) :].strip(" .,") if starts and len(plain) == len(words) else ""
