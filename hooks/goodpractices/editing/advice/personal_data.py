"""Mailboxes, phones, bank accounts and tax numbers that may be private. Whether they are, only people know.

So these are warnings. An account or a NIP of an organisation is public (the list of VAT payers shows both), that of a
person is not, and no sign of a number tells which it is. A REGON is public by law, and nobody's home is behind it.
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

_ACCOUNT = re.compile(
    r"(?<![\w,./-])(?:(?P<country>[A-Z]{2})[ -]?(?=[0-9]))?"
    r"(?P<number>[0-9]{2}(?:[ -]?[0-9A-Z]{4}){3,7}(?:[ -]?[0-9A-Z]{1,3})?)(?![\w-])"
)
_OF_POLAND = 26
_NIP = re.compile(
    r"\bNIP\b[^\w\n]{0,4}(?:PL ?)?([0-9]{3}(?:[ -]?[0-9]{2,3}){2}[ -]?[0-9]{2,3})(?![\w-])", re.IGNORECASE
)
_NIP_WEIGHTS = (6, 5, 7, 2, 3, 4, 5, 6, 7)


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


def bank_accounts(text: str) -> Iterator[Problem]:
    """Numbers of bank accounts (IBAN, in Poland without its letters too) whose check digits are right."""
    for found, line, column in spotted(_ACCOUNT, text):
        number = re.sub(r"[ -]", "", found["number"])
        is_polish = found["country"] in (None, "PL")
        is_long_enough = (len(number) == _OF_POLAND and number.isdecimal()) if is_polish else len(number) <= 32
        if is_long_enough and _is_account(found["country"] or "PL", number):
            yield warning_at("bank_account", line, column)


def _is_account(country: str, number: str) -> bool:
    """Whether check digits are those of ISO 13616: letters count from 10, and the whole leaves 1 of 97."""
    turned = "".join(str(int(each, 36)) for each in number[2:] + country + number[:2])
    return int(turned) % 97 == 1


def tax_numbers(text: str) -> Iterator[Problem]:
    """Numbers called NIP whose check digit is right."""
    for found, line, column in spotted(_NIP, text):
        digits = re.sub(r"\D", "", found[1])
        total = sum(weight * int(digit) for weight, digit in zip(_NIP_WEIGHTS, digits, strict=False))
        if len(digits) == len(_NIP_WEIGHTS) + 1 and total % 11 == int(digits[-1]):
            yield warning_at("tax_number", line, column + found.start(1) - found.start())
