"""PESEL, the number that stands for one person in Poland: nothing that is published may hold one.

It is looked for as a reader would see it, however it is written (see ``plain_digits.py``): eleven digits in a row
anywhere, six and five with something between, in other groups that stand alone, or parted by any signs behind its
name. Eleven digits in a row that pass the check are refused even as an amount or a part of a web address, since
nobody can tell them from a person's; by chance one in ninety passes it. An amount in thousands with its unit, a phone
number after a plus or "tel.", the 26 digits of an account and the SHA-256 of an original are none.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Any

from .placing import named, placed
from .plain_digits import (
    IN_ADDRESS,
    LETTER,
    WEB_ADDRESS,
    decoded,
    other_digits,
    places_of_plain,
    plain_digits,
    without_links,
)
from .problems import Location, Problem, first_of
from .yaml_reader import YamlText

_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
# The month says the century as well. Those after 2099 are left out: nobody has such a number yet, but many phones would
# be taken for one.
_CENTURIES = (1900, 2000, None, None, 1800)
_MONTHS_OF_A_CENTURY = 20
_LENGTH = 11
_BIRTH_DATE = 6
_ACCOUNT = 26

_RAISED = "²³¹⁰⁴-⁹₀-₉①-⑨⓪"
# A first look, which most texts do not pass: eleven digits without a letter or a sign that parts numbers for certain.
_MAY_HOLD = re.compile(rf"[\d{_RAISED}](?:(?:[^\w,;:()|/\"'=]|_){{0,40}}[\d{_RAISED}]){{10}}")
# Where its name stands before it, whatever parts the digits.
_BY_NAME = re.compile(r"pesel[^0-9]{0,20}?((?:[0-9]\W{0,3}){10}[0-9])(?![0-9])", re.IGNORECASE)
_ITS_NAME = re.compile("pesel", re.IGNORECASE)
_BETWEEN = r" {0,9}\n[ >#]{0,99}| {1,2}|[-.~]"
_RUN = re.compile(rf"[0-9]+(?:(?:{_BETWEEN})[0-9]+)*")
_GROUP = re.compile(rf"([0-9]+)({_BETWEEN})?")
# The sum that a translation keeps of its original: 64 hexadecimal digits that stand alone, letters among them.
_HASH = re.compile(r"(?<!\w)(?=[0-9]*[a-f])[0-9a-f]{64}(?!\w)")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_DECIMALS_BEFORE = re.compile(r"[0-9],\Z")
_DECIMALS_AFTER = re.compile(r",[0-9]")
_CALLED = re.compile(r"(?:tel|fax|faks|kom|phone|mobile|infolini)[^\W\d]{0,6}[.:]{0,2}[ (]{0,2}\Z", re.IGNORECASE)
_LONGEST_CALL = 20
_COUNTED = re.compile(
    r"(?:,[0-9]{1,2})? ?(?:zł|PLN|EUR|euro|€|USD|\$|CZK|SEK|tys|mln|mld|os[óo]b|mieszk|m2|m3|km|kWh|MWh|kg|ton|szt|%)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number as it was found: its digits, and where the first of them stands in the text."""

    digits: str
    index: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Digits in groups, with what stands between, before and after them."""

    groups: tuple[str, ...]
    between: tuple[str, ...]
    starts: tuple[int, ...]
    before: str
    after: str

    @property
    def digits(self) -> str:
        return "".join(self.groups)

    def side(self, n: int) -> tuple[str, str]:
        """What parts a group from the one before and from the one behind, as a kind; nothing at the ends."""
        before = _kind(self.between[n - 1]) if n else ""
        return before, _kind(self.between[n]) if n < len(self.between) else ""


def personal_numbers(text: str) -> Iterator[Problem]:
    """Each PESEL in a text, with its line and column; the message does not repeat it."""
    yield from _at_their_places(numbers_of_people(text), text)


def _at_their_places(found: Sequence[PersonalNumber], text: str) -> Iterator[Problem]:
    if not found:
        return
    starts = [0, *(each.end() for each in re.finditer("\n", text))]
    for number in found:
        line = bisect_right(starts, number.index)
        yield Problem("personal_number", line=line, column=number.index - starts[line - 1] + 1)


def personal_numbers_of(text: str, document: YamlText) -> list[Problem]:
    """Those of a file, each told once: in its text, comments among it, and in the values that are read from it.

    Args:
        text: the file as it is.
        document: what was read from it.
    """
    seen = numbers_of_people(text)
    hidden = personal_numbers_in(document.value, {number.digits for number in seen})
    found = [*named(first_of(_at_their_places(seen, text)), document), *placed(first_of(hidden), document)]
    return [replace(each, location=_without_numbers(each.location)) for each in found]


def personal_numbers_in(value: Any, known: Collection[str] = ()) -> Iterator[Problem]:
    """A problem, at its location, for each text of a read value that holds a PESEL.

    Args:
        value: texts, lists and mappings of them, as they were read: folded lines joined, escapes resolved.
        known: digits that are told of already.
    """
    together = "\nx\n".join(_texts_in(value))
    if not (_may_hold(together) or _may_hold(without_links(together))):
        return
    for location, text in _texts_of(value, ()):
        called = f"tel. {text}" if location[-1:] == ("phone",) else text
        if any(number.digits not in known for number in numbers_of_people(called)):
            yield Problem("personal_number", location)


def numbers_of_people(text: str) -> list[PersonalNumber]:
    """Each PESEL in a text, in its order."""
    found: dict[int, PersonalNumber] = {}
    for each in dict.fromkeys((text, without_links(text))):
        for number in _seen_in(each):
            found.setdefault(number.index, number)
    return [found[index] for index in sorted(found)]


def _seen_in(text: str) -> Iterator[PersonalNumber]:
    if not _may_hold(text):
        return
    shown = _HASH.sub(lambda found: LETTER * len(found[0]), text)
    plain = plain_digits(shown)
    found = {start: digits for each in (plain, other_digits(plain)) for start, digits in _numbers(each)}
    places = places_of_plain(shown) if found else []
    yield from (PersonalNumber(digits, places[start]) for start, digits in sorted(found.items()))


def is_pesel(digits: str) -> bool:
    """Whether eleven digits can be a PESEL: its checksum is right, and it begins with a day that there was.

    The rule is that of the law on the population register (Ustawa z dnia 24 września 2010 r. o ewidencji ludności,
    art. 15), the weights are those its register publishes.

    >>> is_pesel("44051401359"), is_pesel("44051401358")
    (True, False)
    """
    century, month = divmod(int(digits[2:4]), _MONTHS_OF_A_CENTURY)
    first_year = _CENTURIES[century]
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return first_year is not None and total % 10 == 0 and _is_day(first_year + int(digits[:2]), month, int(digits[4:6]))


def without_web_addresses(text: str) -> str:
    """The same text with blanks for its web addresses, so that every place stays where it was."""
    return WEB_ADDRESS.sub(lambda found: " " * len(found[0]), text)


def _without_numbers(location: Location) -> Location:
    """A location up to the first name in it that holds a PESEL itself."""
    return tuple(takewhile(lambda part: not numbers_of_people(str(part)), location))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _may_hold(text: str) -> bool:
    shown = decoded(text)
    return _MAY_HOLD.search(shown) is not None or _ITS_NAME.search(shown) is not None


def _texts_in(value: Any) -> list[str]:
    """The texts of a value without their locations, in no order."""
    found: list[str] = []
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            found.append(each)
        elif isinstance(each, list):
            left += each
        elif isinstance(each, Mapping):
            found += map(str, each)
            left += each.values()
    return found


def _texts_of(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield (*location, key), str(key)
            yield from _texts_of(each, (*location, key))
    elif isinstance(value, list):
        for n, each in enumerate(value):
            yield from _texts_of(each, (*location, n))


def _numbers(plain: str) -> Iterator[tuple[int, str]]:
    for found in _RUN.finditer(plain):
        if len(found[0]) >= _LENGTH:
            run = _run(found)
            for n in _in_groups(run):
                yield run.starts[n[0]], "".join(run.groups[n[0] : n[1]])
    for named_so in _BY_NAME.finditer(plain):
        digits = "".join(filter(str.isdigit, named_so[1]))
        if is_pesel(digits):
            yield named_so.start(1), digits


def _run(found: "re.Match[str]") -> _Run:
    text = found.string
    parts = [*_GROUP.finditer(text, found.start(), found.end())]
    return _Run(
        tuple(part[1] for part in parts),
        tuple(part[2] for part in parts if part[2]),
        tuple(part.start() for part in parts),
        text[max(0, found.start() - _LONGEST_CALL) : found.start()],
        text[found.end() : found.end() + _LONGEST_CALL],
    )


def _in_groups(run: _Run) -> Iterator[tuple[int, int]]:
    """The groups, from the first up to the one behind the last, that make a PESEL."""
    digits = run.digits
    if len(digits) < _LENGTH or len(digits) == _ACCOUNT or run.before.endswith("+"):
        return
    if len(run.groups) > 1 and len(digits) == _LENGTH and _stands_alone(run) and is_pesel(digits):
        yield 0, len(run.groups)
        return
    sizes = [len(group) for group in run.groups]
    for n, size in enumerate(sizes):
        if size == _LENGTH and not _has_decimals(run, n, n) and is_pesel(run.groups[n]):
            yield n, n + 1
        elif sizes[n : n + 2] == [_BIRTH_DATE, _LENGTH - _BIRTH_DATE] and _is_pair(run, n):
            yield n, n + 2


def _is_pair(run: _Run, n: int) -> bool:
    """Whether a date of birth and the five digits behind it are a number, and no part of a longer one."""
    kind = _kind(run.between[n])
    outer = (run.side(n)[0], run.side(n + 1)[1])
    return (
        (kind == " " or kind not in outer)
        and not (kind == IN_ADDRESS and _YEAR.match(run.groups[n]))  # a month in an address: 200511-12345
        and not _has_decimals(run, n, n + 1)
        and is_pesel(run.groups[n] + run.groups[n + 1])
    )


def _has_decimals(run: _Run, first: int, last: int) -> bool:
    """Whether some groups are one of the sides of a decimal point or comma."""
    before, after = run.side(first)[0], run.side(last)[1]
    return (
        "." in (before, after)
        or (not before and bool(_DECIMALS_BEFORE.search(run.before)))
        or (not after and bool(_DECIMALS_AFTER.match(run.after)))
    )


def _stands_alone(run: _Run) -> bool:
    """Whether groups of eleven digits in all are one number, rather than years, an amount, a phone or decimals."""
    kinds = {_kind(each) for each in run.between} - {"\n"}
    is_dated = [len(group) for group in run.groups] == [2, 2, 2, 5]
    return (
        (is_dated or len(kinds) <= 1)
        and IN_ADDRESS not in kinds
        and not any(_YEAR.fullmatch(group) for group in run.groups)
        and not _is_amount(run)
        and not _CALLED.search(run.before)
        and not _has_decimals(run, 0, len(run.groups) - 1)
    )


def _is_amount(run: _Run) -> bool:
    """Whether the groups are thousands of something: ``44 051 401 359 zł``."""
    return [len(group) for group in run.groups] == [2, 3, 3, 3] and _COUNTED.match(run.after) is not None


def _kind(between: str) -> str:
    """What parts two groups: a line break, a blank, or the sign itself."""
    return "\n" if "\n" in between else between[0]
