"""PESEL, the number that stands for one person in Poland: nothing that is published may hold one."""

import re
from collections.abc import Iterator

from .problems import Problem

_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
# The month says the century as well: from the 1800s to the 2200s.
_CENTURIES = 5
_MONTHS_OF_A_CENTURY = 20

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
# Most texts have none, and this pattern, which begins with a digit, finds that out many times faster.
_ELEVEN_DIGITS = re.compile(r"[0-9]{6}[ -]?[0-9]{5}")
_LIKE_PESEL = re.compile(r"(?<![\w.,+-])([0-9]{6})[ -]?([0-9]{5})(?![\w-]|[.,]\d)")


def personal_numbers(text: str) -> Iterator[Problem]:
    """Each PESEL in a text, with its line and column; the message does not repeat it.

    Web addresses are left out: long numbers in them are those of pages.
    """
    if _ELEVEN_DIGITS.search(text) is None:
        return
    for number, line in enumerate(without_web_addresses(text).split("\n"), 1):
        for found in _LIKE_PESEL.finditer(line):
            if is_pesel(found[1] + found[2]):
                yield Problem("personal_number", line=number, column=found.start() + 1)


def is_pesel(digits: str) -> bool:
    """Whether eleven digits can be a PESEL: its checksum is right, and it begins with a day that there was.

    The rule is that of the law on the population register (Ustawa z dnia 24 września 2010 r. o ewidencji ludności,
    art. 15), the weights are those its register publishes.

    >>> is_pesel("44051401359"), is_pesel("44051401358")
    (True, False)
    """
    month, day = int(digits[2:4]), int(digits[4:6])
    century, month = divmod(month, _MONTHS_OF_A_CENTURY)
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return century < _CENTURIES and 1 <= month <= 12 and 1 <= day <= 31 and total % 10 == 0


def without_web_addresses(text: str) -> str:
    """The same text with blanks for its web addresses, so that every place stays where it was."""
    return _WEB_ADDRESS.sub(lambda found: " " * len(found[0]), text)
