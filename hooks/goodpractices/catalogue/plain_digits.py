"""A text as somebody who looks for numbers sees it: digits of any script, without what only seems to part them."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote

WEB_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]+", re.IGNORECASE)
_BYTES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|ndash|mdash|hyphen|dash);"
)
_ROUND_LINK = re.compile(r"\]\([^()\s]*\)|\]\[[^\[\]]{0,99}\]|\[\^[^\[\]]{0,99}\]|~~|[\[\]]")
"""What Markdown makes a link, a footnote or struck text of, and nobody sees."""
_UNSEEN = "\u00ad"
_MARKUP = "*_`\\"
"""What Markdown takes away between two digits."""
LETTER = "x"
"""What stands for whatever is no digit and parts none."""
IN_ADDRESS = "~"
"""What stands for a hyphen of a web address."""

# As many characters as Europe writes with are remembered; more would let a hostile file fill the memory.
_REMEMBERED = 4096

_Piece = tuple[str, int, bool]
"""Some characters, where they begin in the text, and whether all of them come from that one place."""


class _Table(dict[int, str]):
    """What stands for each character, found out when it is first met; at most one character."""

    def __init__(self, of: Callable[[str], str]) -> None:
        self._of = of

    def __missing__(self, code: int) -> str:
        found = self._of(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = found
        return found


def decoded(text: str) -> str:
    """A text without the escapes of web addresses and of HTML, for a first look.

    >>> decoded("https://example.org/?a=%34%34&#32;b")
    'https://example.org/?a=44 b'
    """
    if "%" in text:
        text = _ADDRESS.sub(lambda found: unquote(found[0]), text)
    return unescape(text) if "&" in text else text


def without_links(text: str) -> str:
    """A text as long as it was, with what nobody sees in the place of addresses of links and marks of footnotes.

    >>> plain_digits(without_links("[4405](https://example.org)14[^1]"))
    '440514'
    """
    return _ROUND_LINK.sub(lambda found: _UNSEEN * len(found[0]), text)


def plain_digits(text: str) -> str:
    """Its characters: digits as ASCII, blanks, line breaks, hyphens and dots each as one of its kind.

    What nobody sees, the marks of Markdown and accents are left out; whatever else there is becomes as it is.
    """
    return "".join(characters for characters, _, _ in _pieces(text)).translate(_SIMPLE)


def places_of_plain(text: str) -> list[int]:
    """Where in a text each character of its plain digits comes from."""
    return [
        start if is_one else start + n
        for characters, start, is_one in _pieces(text)
        for n, character in enumerate(characters)
        if _SIMPLE[ord(character)]
    ]


def other_digits(plain: str) -> str:
    """The same text, as long as it was, with raised or encircled digits in the place of the usual ones.

    >>> other_digits("4 m²")
    'x m2'
    """
    return plain.translate(_OTHER)


def _raised(character: str) -> str:
    """What a character is among raised and encircled digits: the digit that it is, a letter for a usual one."""
    if character.isascii():
        return LETTER if character.isdigit() else character
    usual = unicodedata.normalize("NFKC", character)
    return usual if usual in tuple("0123456789") else character


def _pieces(text: str) -> Iterator[_Piece]:
    """The text cut where it holds escapes, these resolved."""
    position = 0
    for found in _ADDRESS.finditer(text):
        yield from _cut(text, position, found.start(), _ENTITY, unescape)
        for characters, start, is_one in _cut(text, found.start(), found.end(), _BYTES, _unquoted):
            yield characters if is_one else characters.translate(_IN_ADDRESSES), start, is_one
        position = found.end()
    yield from _cut(text, position, len(text), _ENTITY, unescape)


def _cut(text: str, first: int, end: int, escapes: re.Pattern[str], resolve: Callable[[str], str]) -> Iterator[_Piece]:
    for found in escapes.finditer(text, first, end):
        yield text[first : found.start()], first, False
        yield resolve(found[0]), found.start(), True
        first = found.end()
    yield text[first:end], first, False


def _unquoted(escapes: str) -> str:
    return unquote(escapes, errors="replace")


def _simple(character: str) -> str:
    if character in _MARKUP:
        return ""
    if character.isascii() and character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if character in "\n\u2028\u2029":
        return "\n"
    if category in ("Zs", "Cc") and (category == "Zs" or character == "\t"):
        return " "
    if category in ("Cf", "Mn", "Me", "Cc"):
        return ""
    return {"\N{MINUS SIGN}": "-", "\N{MIDDLE DOT}": "."}.get(character, "-" if category == "Pd" else character)


_SIMPLE, _OTHER = _Table(_simple), _Table(_raised)
# Dots and hyphens that are part of an address seldom stand within a number, a plus is a blank.
_IN_ADDRESSES = str.maketrans({".": LETTER, "-": IN_ADDRESS, "+": " "})
