"""Spaces at which a line must not break.

A one-letter word (a, i, o, u, w, z) does not stay at the end of a line: rule 54.8.1 of the spelling dictionary of PWN
demands this in titles and leaves it open in running text, where typesetters keep it all the same. A number is not
parted from its unit, nor are the groups of its digits from each other.
"""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

_UNITS = r"tys\.|mln|mld|zł|PLN|EUR|euro|%|proc\.|r\.|roku|lat|km|m²|ha|kg|°C"
# Each alternative begins after its space, so that the search runs from space to space.
_SPACE = (
    r"[ \n](?:(?<=(?<![^\W_])(?<![.'’/-])[aiouwzAIOUWZ][ \n])(?=\S)"
    rf"|(?<=\d )(?=(?:{_UNITS})(?!\w)|\d{{3}}(?!\d))"
    r"|(?<=(?:tys\.|\smln|\smld) )(?=zł|PLN|EUR|euro))"
)
_BREAKING = re.compile(_SPACE)
# Attribute values may hold > and spaces, and must stay as they are.
_TAG_OR_BREAKING = re.compile(rf"""<(?:[^<>"']|"[^"]*"|'[^']*')*+>|{_SPACE}""")


def bind_short_words(text: str) -> str:
    """Plain text with spaces that do not break where they should not: after ``w``, before ``zł``."""
    return _BREAKING.sub(NO_BREAK, text)


def bind_short_words_in_html(html: str) -> str:
    """Well-formed HTML with the same done to its texts; tags and their attributes stay as they are."""
    return _TAG_OR_BREAKING.sub(_kept_or_bound, html)


def _kept_or_bound(found: re.Match[str]) -> str:
    return found[0] if found[0][0] == "<" else NO_BREAK


_LONG_WORD = re.compile(r"[^\W\d_]{12,}")
_VOWEL = "[aąeęioóuy]"
_CONSONANT = "(?:c[hz]|d[zźż]|[rs]z|(?!c[hz]|d[zźż]|[rs]z)[b-df-hj-np-tv-xzćłńśźż])"
# After a vowel, before the last consonant of those that follow, or the last two as in "pra"; "i" may only soften it.
_SYLLABLE = re.compile(
    rf"(?<=\w)({_VOWEL}{_CONSONANT}*?)(?=(?:[bdfgkpt][rlł]|{_CONSONANT})(?:i(?={_VOWEL}))?{_VOWEL}\w)", re.IGNORECASE
)


def with_soft_hyphens(text: str) -> str:
    r"""Polish text whose longest words have places to break at, for narrow columns: not every browser knows them.

    >>> with_soft_hyphens("osoby z niepełnosprawnościami").replace("\xad", "-")
    'osoby z nie-peł-nos-praw-noś-ciami'
    """
    return _LONG_WORD.sub(lambda found: _SYLLABLE.sub("\\1\xad", found[0]), text)
