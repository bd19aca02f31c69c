"""What of a contact belongs to a person and not to an office, as far as that can be told from how it is written."""

import re
from collections.abc import Iterator

from ..wording import fold
from .records import Contact

FREE_MAIL = frozenset(
    {
        "aol.com",
        "autograf.pl",
        "gazeta.pl",
        "gmail.com",
        "gmx.com",
        "gmx.de",
        "gmx.net",
        "go2.pl",
        "googlemail.com",
        "hotmail.com",
        "icloud.com",
        "int.pl",
        "interia.com",
        "interia.eu",
        "interia.pl",
        "live.com",
        "o2.pl",
        "onet.eu",
        "onet.pl",
        "op.pl",
        "outlook.com",
        "poczta.fm",
        "poczta.onet.pl",
        "poczta.pl",
        "proton.me",
        "protonmail.com",
        "spoko.pl",
        "t-online.de",
        "tlen.pl",
        "ukr.net",
        "vp.pl",
        "web.de",
        "wp.eu",
        "wp.pl",
        "yahoo.com",
    }
)
"""Services where anyone gets a mailbox: those common in Poland and in the partner cities' countries."""

OFFICE_MAIL = (
    r"biur|sekretar|kontakt|contact|info|office|urz[ea]d|gmin|miast|powiat|szko|przedszko|bibliotek|fundacj|stowarzysz"
    r"|klub|centrum|dom|osrodek|mops|gops|pup|rada|redakcj|projekt|praca|rekrutacj|zarzad|zapis|pomoc|punkt|kultur"
)
"""A pattern of words in the name of a mailbox that is an office's."""

MOBILE = r"(?:45|50|51|53|57|60|66|69|72|73|78|79|88)"
"""The first two digits of mobile numbers, after the numbering plan of the Office of Electronic Communications (UKE)."""

OFFICES = (
    r"ambasador|burmistrz|czlon(?:ek|kini) (?:rady|zarzadu)|dyrektor|inspektor|kanclerz|kierowni|komendant|konsul"
    r"|koordynator|marszal|minist|naczelni|pelnomocni|posel|poslank|prezes|prezydent|przewodnicz|radn|rektor|rzeczni"
    r"|sekretarz|senator|skarbnik|soltys|starost|wicedyrektor|wiceprez|wojewod|wojt|zastep|commissioner|council"
    r"|director|head|leiter|manager|mayor|minister|oberburgermeister|officer|president|spokes|burgermeister"
)
"""A pattern of roles in which people act for an institution; as they are typed without Polish letters."""

_OFFICE_MAIL = re.compile(OFFICE_MAIL)
_OFFICES = re.compile(rf"\b(?:{OFFICES})")
_MOBILE = re.compile(rf"(?:(?:\+|00)48)?{MOBILE}\d{{7}}")
_NO_DIGIT = re.compile(r"[^\d+]")


def personal_fields(contact: Contact) -> Iterator[str]:
    """The fields of a contact that are a person's: the name, unless it is that of the holder of a public office, and
    a mailbox or telephone that is no office's.

    ``shared`` says that mailbox and telephone are an office's, whatever they look like.
    """
    if contact.person and not _holds_office(contact):
        yield from (name for name in ("person", "email", "phone") if getattr(contact, name))
        return
    if contact.shared or contact.person:
        return
    has_office = contact.org or contact.unit
    if contact.email and _is_private(contact.email, has_office=bool(has_office)):
        yield "email"
    if contact.phone and (not has_office or is_mobile(contact.phone)):
        yield "phone"


def is_office_mail(name: str) -> bool:
    """Whether the name of a mailbox, what stands before the @, is that of an office."""
    return _OFFICE_MAIL.search(name.casefold()) is not None


def is_mobile(phone: str) -> bool:
    """Whether a number is a Polish mobile one."""
    return _MOBILE.fullmatch(_NO_DIGIT.sub("", phone)) is not None


def _is_private(email: str, *, has_office: bool) -> bool:
    name, _, host = email.rpartition("@")
    return not is_office_mail(name) and (not has_office or host.casefold() in FREE_MAIL)


def _holds_office(contact: Contact) -> bool:
    """Whether somebody is named as acting for an institution, and where that is said."""
    return bool(contact.role and contact.source and _OFFICES.search(fold(contact.role)))
