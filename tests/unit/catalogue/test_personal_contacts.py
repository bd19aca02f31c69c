"""What of a contact is a person's: told by the name of the mailbox, the number, the role and where that is said."""

import re

import pytest

from goodpractices.catalogue.personal_contacts import (
    FREE_MAIL,
    OFFICE_MAIL,
    OFFICES,
    is_mobile,
    is_office_mail,
    personal_fields,
)
from goodpractices.catalogue.records import Contact

# The alternatives of the patterns, those with parts of their own written out.
ROLES = OFFICES.replace("czlon(?:ek|kini) (?:rady|zarzadu)", "czlonek rady|czlonkini zarzadu").split("|")
NAMES = OFFICE_MAIL.replace("urz[ea]d", "urzed|urzad").split("|")
MOBILES = ("45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79")
MAIL, PHONE = "anna@gdynia.pl", "58 123 45 67"


def personal(**fields: object) -> list[str]:
    return list(personal_fields(Contact(**fields)))  # type: ignore[arg-type]


def test_with_a_person_all_that_leads_to_the_contact_is_the_persons() -> None:
    assert personal(person="Anna Nowak", email="biuro@gdynia.pl", phone=PHONE, org="um") == ["person", "email", "phone"]
    assert personal(person="Anna Nowak", shared=True) == ["person"]
    assert personal(person="Anna Nowak", role="dyrektorka") == ["person"]
    assert personal(person="Anna Nowak", role="specjalistka", source="s1") == ["person"]


def test_who_holds_a_public_office_is_named_where_a_source_says_so() -> None:
    assert personal(person="Anna Nowak", role="Zastępczyni prezydenta", source="s1", email=MAIL, phone=PHONE) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"org": "um", "email": MAIL}, []),
        ({"unit": "Wydział", "email": MAIL}, []),
        ({"email": MAIL}, ["email"]),
        ({"email": "biuro@gdynia.pl"}, []),
        ({"email": "Biuro@GMAIL.com"}, []),
        ({"org": "um", "email": "anna@gmail.com"}, ["email"]),
        ({"org": "um", "email": "anna@GMAIL.COM"}, ["email"]),
        ({"org": "um", "email": "biuro.x@gmail.com"}, []),
        ({"phone": PHONE}, ["phone"]),
        ({"org": "um", "phone": PHONE}, []),
        ({"unit": "Wydział", "phone": PHONE}, []),
        ({"org": "um", "phone": "501 123 456"}, ["phone"]),
        ({"email": MAIL, "phone": PHONE}, ["email", "phone"]),
        ({"email": MAIL, "phone": PHONE, "shared": True}, []),
        ({}, []),
    ],
)
def test_without_a_person_a_private_mailbox_and_a_mobile_are_a_persons(
    fields: dict[str, str], found: list[str]
) -> None:
    assert personal(**fields) == found


@pytest.mark.parametrize("host", sorted(FREE_MAIL))
def test_a_mailbox_of_a_free_service_is_a_persons_even_at_an_office(host: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+(\.[a-z]+)+", host)
    assert personal(org="um", email=f"anna@{host}") == ["email"]


@pytest.mark.parametrize(
    ("phone", "mobile"),
    [
        *((f"{first}1234567", True) for first in MOBILES),
        ("88 123 45 67", True),
        ("+48 501-123-456", True),
        ("0048 501 123 456", True),
        ("(50) 112 34 56", True),
        ("58 123 45 67", False),
        ("+49 501 123 456", False),
        ("501 123 45", False),
        ("501 123 4567", False),
    ],
)
def test_a_mobile_is_known_by_its_first_two_digits(phone: str, *, mobile: bool) -> None:
    assert is_mobile(phone) is mobile


@pytest.mark.parametrize("word", NAMES)
def test_a_mailbox_that_is_called_like_an_office_is_an_offices(word: str) -> None:
    assert word
    assert is_office_mail(f"x.{word.upper()}.y")
    assert not is_office_mail("anna.nowak")


@pytest.mark.parametrize("role", ROLES)
def test_a_public_office_is_known_by_the_beginning_of_its_word(role: str) -> None:
    assert role
    assert personal(person="Anna Nowak", role=f"p.o. {role.title()}", source="s1") == []
    assert personal(person="Anna Nowak", role=f"x{role}", source="s1") == ["person"]
