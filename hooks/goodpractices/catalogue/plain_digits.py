"""A text as somebody who looks for numbers sees it: digits of any script, without what only seems to part them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

WEB_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]+", re.IGNORECASE)
_BYTES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|ndash|mdash|hyphen|dash);"
)
_MARKUP = "*_`\\"
"""What Markdown takes away between two digits."""
LETTER = "x"
"""What stands for whatever is no digit and parts none."""
IN_ADDRESS = "~"
"""What stands for a hyphen of a web address."""

_DIGIT_OR_BEYOND_ASCII = re.compile(r"[0-9]|[^\x00-\x7f]")
# As many characters as Europe writes with are remembered; more would let a hostile file fill the memory.
_REMEMBERED = 4096

Placed = tuple[str, int]
"""A character, and where in the text it comes from."""


def decoded(text: str) -> str:
    """A text without the escapes of web addresses and of HTML, for a first look.

    >>> decoded("https://example.org/?a=%34%34&#32;b")
    'https://example.org/?a=44 b'
    """
    if "%" in text:
        text = _ADDRESS.sub(lambda found: unquote(found[0]), text)
    return unescape(text) if "&" in text else text


def plain_digits(text: str) -> Iterator[Placed]:
    """Its characters: digits as ASCII, blanks, line breaks, hyphens and dots each as one of its kind.

    What nobody sees, the marks of Markdown and accents are left out; whatever else there is becomes as it is.
    """
    position = 0
    for found in _ADDRESS.finditer(text):
        yield from _simplified(_unescaped(text, position, found.start()))
        yield from _simplified(_address(text, found.start(), found.end()))
        position = found.end()
    yield from _simplified(_unescaped(text, position, len(text)))


def other_digits(plain: str) -> str:
    """The same text, as long as it was, with raised or encircled digits in the place of the usual ones.

    >>> other_digits("4 m²")
    'x m2'
    """
    return _DIGIT_OR_BEYOND_ASCII.sub(lambda found: _raised(found[0]), plain)


@lru_cache(_REMEMBERED)
def _raised(character: str) -> str:
    """What a character is among raised and encircled digits: the digit that it is, a letter for a usual one."""
    if character.isascii():
        return LETTER
    usual = unicodedata.normalize("NFKC", character)
    return usual if usual in tuple("0123456789") else character


def _unescaped(text: str, start: int, end: int) -> Iterator[Placed]:
    position = start
    for found in _ENTITY.finditer(text, start, end):
        yield from zip(text[position : found.start()], range(position, found.start()), strict=True)
        yield from ((each, found.start()) for each in unescape(found[0]))
        position = found.end()
    yield from zip(text[position:end], range(position, end), strict=True)


def _address(text: str, start: int, end: int) -> Iterator[Placed]:
    position = start
    for found in _BYTES.finditer(text, start, end):
        yield from _of_an_address(text, position, found.start())
        yield from ((each, found.start()) for each in unquote(found[0], errors="replace"))
        position = found.end()
    yield from _of_an_address(text, position, end)


def _of_an_address(text: str, start: int, end: int) -> Iterator[Placed]:
    """Dots and hyphens that are part of an address seldom stand within a number, a plus is a blank."""
    for index in range(start, end):
        character = text[index]
        yield {".": LETTER, "-": IN_ADDRESS, "+": " "}.get(character, character), index


def _simplified(characters: Iterator[Placed]) -> Iterator[Placed]:
    for character, index in characters:
        if simple := _simple(character):
            yield simple, index


@lru_cache(_REMEMBERED)
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
