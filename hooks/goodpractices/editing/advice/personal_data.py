"""Mailboxes and phones that look private. Whether they are, only people know, so these are warnings.

A PESEL is no matter of judgement and therefore an error: see ``catalogue/personal_numbers.py``.
"""

import re
from collections.abc import Iterator

from ...catalogue import FREE_MAIL, MOBILE, Problem, is_office_mail, without_web_addresses
from .spotting import spotted, warning_at

# A pattern that begins with the sign is found many times faster than one that begins with any word.
_MAIL_HOST = re.compile(r"@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})")
_MAIL_NAME = re.compile(r"[A-Za-z0-9_.+-]{1,64}\Z")
_LONGEST_NAME = 64

_PHONE = re.compile(
    rf"(?<![\w.,+/-])(?P<country>(?:\+|00)48[ -]?)?(?P<number>{MOBILE}\d(?P<gap>[ -]?)\d{{3}}(?P=gap)\d{{3}})"
    r"(?![\w-]|[ ]\d|[.,]\d)"
)
_NINE_DIGITS = re.compile(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}")
_LONGEST_CALL = 20
_CALLS = re.compile(r"(?:tel|kom|phone|mobile|dzwo)[\w.]{0,6}[\s:\"']{0,3}\Z", re.IGNORECASE)
# What follows an amount: three groups of three digits are millions as well.
_COUNTED = re.compile(r"\s*(?:zł|PLN|EUR|euro|€|tys|mln|os[óo]b|ludzi|mieszk|m2|m²|km)", re.IGNORECASE)


def private_addresses(text: str) -> Iterator[Problem]:
    """Mailboxes at services for everyone, unless their name is that of an office."""
    for found, line, column in spotted(_MAIL_HOST, text):
        if found[1].casefold() not in FREE_MAIL:
            continue
        name = _MAIL_NAME.search(text[max(0, found.start() - _LONGEST_NAME) : found.start()])
        if name and not is_office_mail(name[0]):
            yield warning_at("private_email", line, column - len(name[0]))


def private_phones(text: str) -> Iterator[Problem]:
    """Polish mobile numbers; nine digits in a row count only after a country code or a word such as "tel."."""
    if _NINE_DIGITS.search(text) is None:
        return
    for found, line, column in spotted(_PHONE, without_web_addresses(text)):
        if found["country"] or _is_called(found) or not _is_amount(found):
            yield warning_at("private_phone", line, column)


def _is_called(found: re.Match[str]) -> bool:
    return bool(_CALLS.search(found.string, max(0, found.start() - _LONGEST_CALL), found.start()))


def _is_amount(found: re.Match[str]) -> bool:
    """Nine digits in a row, or three groups of them that count something, are no phone by themselves."""
    counts = found["number"].endswith("000") or _COUNTED.match(found.string, found.end())
    return not found["gap"] or bool(counts)
