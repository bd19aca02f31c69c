"""Adoptions that only others tell of: whether the adopter has had time enough to say so itself."""

from datetime import date

from .edtf import EdtfDate, EdtfInterval
from .model import Practice

CONFIRMATION_YEARS = 2
"""So many years after an adoption, nobody who made it having said so, readers are told that it is unconfirmed since."""


def long_unconfirmed(practice: Practice, day: date) -> tuple[int, ...]:
    """Which adoptions of a practice nobody confirmed in the years until a day, as numbers in the order of the entry.

    Of an adoption without a date, or of an unknown year, nobody can tell.
    """
    return tuple(
        n
        for n, each in enumerate(practice.adoptions)
        if not each.confirmed and each.when and is_older(each.when, CONFIRMATION_YEARS, day)
    )


def is_older(when: EdtfDate | EdtfInterval, years: int, day: date) -> bool:
    """Whether the last day it can be lies more than so many years back; an unknown year is never old."""
    year, month, of_month = when.latest
    return (year + years, month, of_month) < (day.year, day.month, day.day)
