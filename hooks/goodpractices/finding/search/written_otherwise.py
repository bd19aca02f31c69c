"""What readers type for words of a text: names by their initials, no hyphen where it stands behind a letter or two."""

import re
from collections.abc import Iterator

from .tokens import clean

# Words with a capital each, between them small ones: Instytut Rozwoju Miast i Regionów.
_CAPITAL = r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]+"
_NAME = re.compile(rf"(?<![\w-]){_CAPITAL}(?: (?:[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]{{1,3}} )?{_CAPITAL}){{2,5}}(?![\w-])")
_FIRST_OF_SENTENCE = re.compile(r"^\w{1,3} ")  # The European Social Fund
_CAPITALS = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]+")
_SHORTEST, _LONGEST = 3, 5
# Behind a longer part readers are understood without this: the search takes careleavers apart.
_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]{1,2})-([^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]{2,})(?![\w-])")


def written_otherwise(text: str) -> Iterator[str]:
    """What else may be typed for words of a text.

    >>> [*written_otherwise("Social co-operatives and the European Social Fund")]
    ['cooperatives', 'ESF']
    """
    text = clean(text)
    yield from (first + second for first, second in _HYPHENATED.findall(text))
    for name in _NAME.findall(text):
        yield from dict.fromkeys(each for each in _initials(name) if _SHORTEST <= len(each) <= _LONGEST)


def _initials(name: str) -> Iterator[str]:
    """Those of the words between small ones, those of all words with a capital, those of all: IRM, IRMR, IRMiR."""
    letters = "".join(word[0] for word in _FIRST_OF_SENTENCE.sub("", name).split(" "))
    yield from _CAPITALS.findall(letters)
    yield "".join(letter for letter in letters if letter.isupper())
    yield letters
