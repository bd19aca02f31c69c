"""Names of people who agreed to be named until a day, and numbers that nobody may publish."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.support.entries import loaded

from goodpractices.catalogue import without_ended_consents
from goodpractices.catalogue.personal_numbers import is_pesel, personal_numbers

LAST_DAY = date(2026, 11, 22)
NAMED = {
    "org": "um-gdynia",
    "unit": "Wydział Spraw Społecznych",
    "role": "koordynatorka",
    "person": "Osoba Zgodna",
    "email": "osoba@gdynia.pl",
    "phone": "+48 58 000 00 00",
    "consent_until": LAST_DAY.isoformat(),
}
OFFICIAL = {"person": "Osoba Publiczna", "role": "burmistrz", "source": "s1"}


def test_a_name_stays_until_the_last_day_of_the_consent(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, wzor={"contacts": [NAMED, OFFICIAL]})
    assert without_ended_consents(catalogue, LAST_DAY) == (catalogue, {})


def test_after_it_name_mailbox_and_phone_are_gone_and_the_unit_stays(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, wzor={"contacts": [NAMED, OFFICIAL]}, inna={})
    shown, ended = without_ended_consents(catalogue, LAST_DAY + timedelta(days=1))
    first, official = shown.practices["wzor"].contacts
    assert ended == {"wzor": 1}
    assert (first.person, first.email, first.phone, first.consent_until) == (None, None, None, None)
    assert (first.org, first.unit, first.role) == ("um-gdynia", "Wydział Spraw Społecznych", "koordynatorka")
    assert official.person == "Osoba Publiczna"
    assert shown.practices["inna"] is catalogue.practices["inna"]
    assert catalogue.practices["wzor"].contacts[0].person == "Osoba Zgodna"


def test_a_contact_that_was_nothing_but_a_person_is_gone(tmp_path: Path) -> None:
    alone = {name: NAMED[name] for name in ("person", "email", "consent_until")}
    catalogue = loaded(tmp_path, wzor={"contacts": [alone, OFFICIAL]})
    shown, _ = without_ended_consents(catalogue, LAST_DAY + timedelta(days=1))
    assert [each.person for each in shown.practices["wzor"].contacts] == ["Osoba Publiczna"]


@pytest.mark.parametrize("number", ["44051401359", "02070803628", "00210100011"])
def test_a_number_with_the_right_checksum_and_a_day_is_a_pesel(number: str) -> None:
    assert is_pesel(number)
    assert not is_pesel(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("number", ["44131401350", "44053201351", "44000001350", "99990099999"])
def test_a_number_without_a_day_is_none(number: str) -> None:
    assert not is_pesel(number)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("PESEL: 44051401359.", [(1, 8)]),
        ("a\nb (440514-01359), 440514 01359", [(2, 4), (2, 19)]),
        ("044051401359 440514013590 x44051401359 4405140135x", []),
        ("https://www.example.org/?id=44051401359", []),
        ("12 3456 7890 44051401359 zł", [(1, 14)]),
    ],
)
def test_a_pesel_is_found_where_it_stands_by_itself(text: str, places: list[tuple[int, int]]) -> None:
    assert [(each.line, each.column) for each in personal_numbers(text)] == places


def test_the_message_does_not_hold_the_number() -> None:
    [problem] = personal_numbers("44051401359")
    assert "44051401359" not in repr(problem)
