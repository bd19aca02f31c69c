"""Dates as people type them, as EDTF: ``15.01.2026``, ``marzec 2024 r.``, ``wiosna 2024``, ``od 2019``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from ..edtf import parse_when
from .plain import plain, without_unseen
from .tables import table

# Signs between the parts of a date and between two dates; a hyphen is either.
_INTO_RANGE = (
    (re.compile(r" ?[–—―] ?| - "), "–"),
    (re.compile(r"^([0-9]{4})-([0-9]{4})$"), r"\1–\2"),
    (re.compile(r"^([0-9]{1,2})-([0-9]{1,2})(?=[. ])"), r"\1–\2"),
    (re.compile(r"([0-9a-z])-(?=[a-z])"), r"\1–"),
    (re.compile(r"([. ][0-9]{4})-(?=[0-9])"), r"\1–"),
    (re.compile(r"([0-9]{4})-$"), r"\1–"),
)
# What stands between digits and letters: "2026r.", "15th january", "15. stycznia".
_APART = (
    (re.compile(r"([0-9])(?:(?:th|st|nd|rd|-?go) ?|\. )(?=[a-z])"), r"\1 "),
    (re.compile(r"([0-9])(?=[a-z])"), r"\1 "),
    (re.compile(r"([0-9][./-]) (?=[0-9])"), r"\1"),
)
_NUMERIC = re.compile(r"([0-9]{1,4})(?:([ ./-])([0-9]{1,4}|[ivx]+)(?:\2([0-9]{1,4}))?)?")
_SCHOOL_YEAR = re.compile(r"([0-9]{2})([0-9]{2})[/-]([0-9]{2})")
_SEASON = re.compile(r"([0-9]{2})([0-9]{2})-(2[1-4])")
_YEARS = re.compile(r"^lata (?=[0-9]{4}–)")
_LAST_MONTH, _YEAR = 12, 4


@dataclass(frozen=True, slots=True)
class _Part:
    """A date of which the end of an interval may say the rest."""

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def edtf(self) -> str:
        return "-".join(filter(None, (self.year, self.month, self.day)))


def when(text: str) -> list[str]:
    """Every EDTF date or interval that words can mean, each as a file writes it."""
    given = without_unseen(text)
    if _is_date(given):
        return [given, *_years_like_a_season(given)]
    words, mark = _marked(_prepared(given))
    found = _school_years(words) or list(_intervals(words))
    return [each for each in dict.fromkeys(_with_mark(each, mark) for each in found) if _is_date(each)]


def period(text: str) -> list[str]:
    """The same for intervals with two ends, or one that is open; a quarter is one date, though a file has it as two."""
    words, _ = _marked(_prepared(without_unseen(text)))
    return [each for each in when(text) if "/" in each and not _part_of_year(words)]


def date(text: str) -> list[str]:
    """The same without intervals."""
    found = when(text)
    return [] if any("/" in each for each in found) else found


def day(text: str) -> list[str]:
    """The same for full days only."""
    return [each for each in when(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", each)]


def _is_date(text: str) -> bool:
    try:
        parse_when(text)
    except ValueError:
        return False
    return True


def _years_like_a_season(text: str) -> Iterator[str]:
    """``2019-21`` is the spring of 2019 in EDTF, and two years to most people."""
    if (found := _SEASON.fullmatch(text)) and found[2] < found[3]:
        yield f"{found[1]}{found[2]}/{found[1]}{found[3]}"


def _prepared(text: str) -> str:
    """The words without those that change nothing, dashes between two dates made one sign."""
    words = plain(text)
    for pattern, blank in _APART:
        words = pattern.sub(blank, words)
    fillers = table("fillers")
    words = " ".join(each for each in words.split() if each.rstrip(".,") not in fillers)
    for pattern, sign in _INTO_RANGE:
        words = pattern.sub(sign, words)
    return _YEARS.sub("", words)


def _marked(words: str) -> tuple[str, str]:
    """The words and the sign of EDTF for how sure they are."""
    marks = table("marks")
    for word in sorted(marks, key=len, reverse=True):
        rest = words.removeprefix(word)
        if rest != words and not (word[-1].isalpha() and rest[:1].isalpha()):
            return rest.removeprefix(".").lstrip(), marks[word]
    return words, ""


def _with_mark(text: str, mark: str) -> str:
    return "/".join(each + mark if each and each != ".." else each for each in text.split("/"))


def _school_years(words: str) -> list[str]:
    """``2011/12`` is December or two years; ``2023/24`` can only be two years, ``2024/03`` only March."""
    found = _SCHOOL_YEAR.fullmatch(words)
    if not found:
        return []
    century, year, second = found.groups()
    months = [f"{century}{year}-{second}"] if 1 <= int(second) <= _LAST_MONTH else []
    return months + ([f"{century}{year}/{century}{second}"] if second > year else [])


def _intervals(words: str) -> Iterator[str]:
    ends = _ends(words)
    if ends is None:
        yield from _span(words)
        return
    start, end = ends
    if not start or not end:
        # From when in a quarter on is not said.
        for each in _span(start or end):
            if "/" not in each:
                yield f"{each}/.." if start else f"../{each}"
        return
    for first, last in product(_parts(start), _parts(end)):
        whole = replace(first, year=first.year or last.year, month=first.month or (last.month if first.day else ""))
        if _is_complete(whole) and _is_complete(last):
            yield f"{whole.edtf}/{last.edtf}"


def _ends(words: str) -> tuple[str, str] | None:
    """The two ends of an interval, either of them empty where it is open; ``None`` where there are none."""
    first, _, rest = words.partition(" ")
    if first in table("between"):
        start, end = _split(rest, table("and"))
        return (start, end) if end else None
    if first in table("from"):
        start, end = _split(rest, table("until")) if "–" not in rest else tuple(rest.split("–", 1))
        return start, "" if end in table("ongoing") else end
    if first in table("until"):
        return "", rest
    start, dash, end = words.partition("–")
    return (start.strip(), "" if end.strip() in table("ongoing") else end.strip()) if dash and start else None


def _split(words: str, signs: Iterable[str]) -> tuple[str, str]:
    """The words before and behind the first of some words."""
    each = words.split(" ")
    at = next((n for n, word in enumerate(each) if word in signs), len(each))
    return " ".join(each[:at]), " ".join(each[at + 1 :])


def _span(words: str) -> Iterator[str]:
    """A single date, or the months of a part of a year."""
    if months := _part_of_year(words):
        yield months
    yield from (each.edtf for each in _parts(words) if _is_complete(each))


def _part_of_year(words: str) -> str:
    """The months of ``i kw. 2022``; empty where words name no part of a year."""
    name, _, year = words.rpartition(" ")
    months = table("parts_of_year").get(name.replace(".", ""), "")
    return "/".join(f"{year}-{month}" for month in months.split()) if re.fullmatch("[0-9]{4}", year) else ""


def _is_complete(part: _Part) -> bool:
    return bool(part.year) and bool(part.month or not part.day)


def _parts(words: str) -> list[_Part]:
    """Every way to read one date, which may lack its year."""
    if found := _NUMERIC.fullmatch(words):
        return list(dict.fromkeys(_numeric(*(each or "" for each in found.groups()))))
    return list(_named(words.replace(",", "").split(" ")))


def _named(words: list[str]) -> Iterator[_Part]:
    """``15 stycznia 2026``, ``styczen 2026``, ``january 15 2026``, ``wiosna 2024``."""
    months, seasons = table("months"), table("seasons")
    found = [(n, months[word.rstrip(".")]) for n, word in enumerate(words) if word.rstrip(".") in months]
    numbers = [word.rstrip(".") for word in words if re.fullmatch(r"[0-9]{1,4}\.?", word)]
    if len(found) == 1 and len(numbers) == len(words) - 1:
        years = [each for each in numbers if len(each) == _YEAR]
        days = [each for each in numbers if len(each) < 3]
        if len(years) <= 1 and len(days) <= 1 and len(years) + len(days) == len(numbers):
            yield _Part("".join(years), found[0][1], "".join(days).zfill(2) if days else "")
    elif len(words) == 2 and words[0] in seasons and re.fullmatch("[0-9]{4}", words[1]):
        yield _Part(words[1], seasons[words[0]])


def _numeric(first: str, sign: str, second: str, third: str) -> Iterator[_Part]:
    """The parts of a date in digits, as far as their lengths and the sign between them tell which is which."""
    second = table("months").get(second, second)
    if not second:
        yield _Part(year=first) if len(first) == _YEAR else _Part(day=first.zfill(2))
    elif not third:
        yield from _two_numbers(first, sign, second)
    elif len(first) == _YEAR:
        yield _Part(first, second.zfill(2), third.zfill(2))
    elif len(third) == _YEAR:
        yield _Part(third, second.zfill(2), first.zfill(2))
        # With dots the day comes first in every country; with other signs it may be the month.
        if sign in "/-":
            yield _Part(third, first.zfill(2), second.zfill(2))
    elif len(first) == len(third) == 2:
        yield _Part(f"20{third}", second.zfill(2), first)
        yield _Part(f"20{first}", second.zfill(2), third)


def _two_numbers(first: str, sign: str, second: str) -> Iterator[_Part]:
    if len(first) == _YEAR:
        yield _Part(first, second.zfill(2))
    elif len(second) == _YEAR:
        yield _Part(second, first.zfill(2))
    elif sign == ".":
        yield _Part(month=second.zfill(2), day=first.zfill(2))
