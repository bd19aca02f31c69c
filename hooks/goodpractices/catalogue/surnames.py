"""Surnames that stand alone, in any Polish case, as far as letters alone can tell them from other words.

What is matched has plain letters (``Wozniak`` for ``Woźniak``). A surname is a proper name: its first letter is a
capital one. Words that only begin like it are others (``Nowak``, but not ``Nowy``): endings are those that names take.
"""

import re

_SHORTEST = 3
_LONGEST_BEFORE = 60
# A given name within a sentence, where only names have a capital letter; its first word has one anyway, and behind
# "w" stands a place.
_BEFORE_OTHERS = re.compile(
    r"(?:[\w,;)](?<!\bw)(?<!\bwe)(?<!\bna)\s+[A-Z][a-z]{2,}\s|\b(?:ul|al|pl|os|im)\.\s*|\b(?i:ulic|alej|plac|osiedl|rond|skwer|imieni)\w{0,3}\s+)\Z"
)
_ENDINGS = (
    *("", "a", "e", "i", "o", "u", "y", "ow", "owi", "owie", "em", "iem", "om", "ami", "ach", "ie", "ia", "iu", "io"),
    *("owa", "owej", "owna", "owny", "ownie", "s", "'s", "iow", "iowi", "iowie", "iami", "iach", "iom"),
    *("ego", "iego", "emu", "iemu", "ej", "iej", "im", "ym", "ich", "ych", "imi", "ymi"),
)
# Before "e" and "y": Sikora, Sikorze; Kowalski, Kowalscy. Other letters only take an "i", as in Zarebie.
_SOFTENED = {"t": "ci", "d": "dzi", "r": "rz", "k": "c", "g": "dz", "h": "z", "ch": "sz"}
_SOFT_ENDINGS = ("e", "y")
_VOWELS = "aeioy"
_FLEETING = re.compile(r"(?<=[^aeiouy])i?e(?=[^aeiouy]$)")


def surname_pattern(person: str) -> str:
    """A pattern for the surname of a person where it stands alone; empty where no part of a name is one.

    Args:
        person: the name in plain letters, the surname last.

    >>> bool(re.search(surname_pattern("Anna Nowak"), "Prosze pytac Nowakowej."))
    True
    >>> bool(re.search(surname_pattern("Anna Nowak"), "Nowy Port nowak"))
    False
    """
    words = person.split()
    parts = [each for each in words[-1].split("-") if _is_name(each)] if len(words) > 1 else []
    return rf"\b(?:{'|'.join(map(_forms, parts))})\b" if parts else ""


def is_of_another(before: str) -> bool:
    """Whether a surname belongs to somebody else, or to a street or a school, by the text before it.

    >>> is_of_another("sadzi Jan "), is_of_another("przy ul. "), is_of_another("Mowi "), is_of_another("a w Gdyni ")
    (True, True, False, False)
    """
    return _BEFORE_OTHERS.search(before[-_LONGEST_BEFORE:]) is not None


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and word[:1].isupper() and word.replace("'", "").isalpha()


def _forms(surname: str) -> str:
    """The forms of one surname, written with a capital letter or in capitals."""
    capital, rest = surname[0], surname[1:].lower()
    bare = rest[:-1] if rest[-1] in _VOWELS else rest
    found = {rest, *(stem + ending for stem in {bare, _FLEETING.sub("", bare)} for ending in _ENDINGS)}
    for size in (1, 2):
        if soft := _SOFTENED.get(bare[-size:]):
            found |= {f"{bare[:-size]}{soft}{ending}" for ending in _SOFT_ENDINGS}
    letters = "|".join(re.escape(each) for each in sorted(found, key=len, reverse=True))
    return rf"(?-i:{capital})(?:{letters})"
