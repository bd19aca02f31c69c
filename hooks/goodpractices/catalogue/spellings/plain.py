"""Typed words without what only an office program put there, so that they compare."""

import re
import unicodedata

# Zero-width spaces and joiners, marks of direction, the soft hyphen and the byte order mark: nobody types them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_BLANKS = re.compile("[\\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_MARKS = re.compile("[\u0300-\u036f]")


def without_unseen(text: str) -> str:
    """The text without characters that are not seen, its blanks of whatever width single spaces."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).strip()


def plain(text: str) -> str:
    """The same in small letters without Polish marks: ``Ok. 1 mln ZŁ`` is ``ok. 1 mln zl``; a minus is a hyphen."""
    letters = unicodedata.normalize("NFD", without_unseen(text).lower().replace("\u2212", "-"))
    return _MARKS.sub("", letters).replace("ł", "l")
