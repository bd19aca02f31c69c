"""Numbers, amounts and days as the one word by which the search knows them, however a text or a reader writes them.

9,2 mln and 9 200 000 are ``9200000``, 48,1 is ``48d1``, 9 November 2020 is ``20201109``. ``numbers.js`` repeats the
rules, and ``tests/cases/search/numbers.json`` holds both to the same examples.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from ...wording import Number

_AMOUNT = re.compile(
    r"(?<![^\W_])(?<![.,])(\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?"
    r"(?:[ \u00a0\u202f]*(tys|mln|mld|thousand|million|billion)(?![^\W_]))?(?![^\W_]|[.,]\d)",
    re.IGNORECASE,
)
_ZEROS = {"tys": 3, "thousand": 3, "mln": 6, "million": 6, "mld": 9, "billion": 9}
_ONE_GROUP = re.compile(r"(\d+)[.,](\d{3})")
_WHOLE_FROM = 4  # digits: of larger numbers nobody types what follows the comma
_ROUNDED_FROM = 1_000_000
_ROUNDED_TO = (2, 3)  # digits


def numbers_in(text: str) -> Iterator[str]:
    """The words of the numbers in a text, as far as they are not those that stand there."""
    for found in _AMOUNT.finditer(text):
        yield from (word for word in _readings(*found.groups(default="")) if word != found[0])


def number_words(value: Number) -> Iterator[str]:
    """The words of a number whose value the facts know: the exact one, and those of a large one as people round it.

    >>> list(number_words(48.1)), list(number_words(30_998_423.88))
    (['48d1'], ['30998423', '31000000'])
    """
    exact = Decimal(str(value))
    whole, _, part = f"{exact:f}".partition(".")
    words = [_word(whole, part)]
    if exact >= _ROUNDED_FROM:
        steps = (Decimal(1).scaleb(exact.adjusted() + 1 - digits) for digits in _ROUNDED_TO)
        words += [str(int((exact / step).to_integral_value(ROUND_HALF_UP) * step)) for step in steps]
    yield from dict.fromkeys(words)


def day_word(year: int, month: int, day: int) -> str:
    """The word of a day."""
    return f"{year:04}{month:02}{day:02}"


def _readings(whole: str, part: str, scale: str) -> Iterator[str]:
    """What a number may be: three digits behind one sign are thousands, or what follows the comma."""
    yield _word(re.sub(r"\D", "", whole), part, _ZEROS.get(scale.lower(), 0))
    if not part and (group := _ONE_GROUP.fullmatch(whole)):
        yield _word(group[1], group[2], _ZEROS.get(scale.lower(), 0))


def _word(whole: str, part: str, zeros: int = 0) -> str:
    number = (whole + part[:zeros].ljust(zeros, "0")).lstrip("0") or "0"
    rest = part[zeros:].rstrip("0")
    return f"{number}d{rest}" if rest and len(number) < _WHOLE_FROM else number
