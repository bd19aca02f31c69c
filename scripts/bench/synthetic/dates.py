"""Dates of every kind an entry may have: exact, vague, without a year, open at an end."""

from .chance import Chance

# Kinds of EDTF dates and how often each comes.
_DATES = {
    "{y}-{m}": 30,
    "{y}-{m}-{d}": 24,
    "{y}": 20,
    "{y}~": 3,
    "{y}-{m}~": 3,
    "{y}?": 3,
    "{y}-{m}?": 2,
    "{y}-{m}%": 2,
    "XXXX": 2,
    "XXXX-{m}-{d}": 3,
    "XXXX-{m}": 2,
    "20{t}X": 3,
    "{y}-{m}-XX": 3,
}
_INTERVALS = {
    "{y}-{m}-{d}/{y}-{m}-28": 8,
    "{y}-{m}/{y}-12": 4,
    "{y}/..": 3,
    "{y}-{m}/": 3,
    "../{y}": 2,
    "/{y}-{m}": 2,
}
_WHEN = _DATES | _INTERVALS


def a_date(chance: Chance, first: int = 2008, last: int = 2025) -> str:
    """A date that is no interval."""
    return _drawn(chance, _DATES, first, last)


def when(chance: Chance, first: int = 2008, last: int = 2025) -> str:
    """A date or an interval."""
    return _drawn(chance, _WHEN, first, last)


def interval(chance: Chance) -> str:
    """Years of a programme."""
    start = chance.randint(2007, 2021)
    return chance.choice((f"{start}/{start + 6}", f"{start}/..", f"{start}-01/{start + 3}-12", f"{start}/"))


def a_day(chance: Chance, first: int, last: int) -> str:
    """A day of the calendar in these years."""
    return f"{chance.randint(first, last)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _drawn(chance: Chance, kinds: dict[str, int], first: int, last: int) -> str:
    (kind,) = chance.choices(tuple(kinds), tuple(kinds.values()))
    year, month, day = chance.randint(first, last), chance.randint(1, 12), chance.randint(1, 27)
    return kind.format(y=year, m=f"{month:02}", d=f"{day:02}", t=year // 10 % 10)
