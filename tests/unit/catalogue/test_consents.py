"""Names of people who agreed to be named until a day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import loaded

from goodpractices.catalogue import Catalogue, EndedConsent, ended_consents, without_ended_consents
from goodpractices.catalogue.consents import fields_without_consent
from goodpractices.catalogue.evidence import Source
from goodpractices.catalogue.model import Translation
from goodpractices.catalogue.records import (
    Consent,
    Contact,
    Picture,
    TranslatedText,
    TranslationNote,
)

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
    assert without_ended_consents(catalogue, LAST_DAY) == (catalogue, ())


def test_after_it_name_mailbox_and_phone_are_gone_and_the_unit_stays(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, wzor={"contacts": [NAMED, OFFICIAL]}, inna={})
    shown, ended = without_ended_consents(catalogue, LAST_DAY + timedelta(days=1))
    first, official = shown.practices["wzor"].contacts
    assert ended == (EndedConsent("wzor", ("contacts", 0), LAST_DAY, "Wydział Spraw Społecznych"),)
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


AFTER = LAST_DAY + timedelta(days=1)
LONG = "Las w mieście rośnie od wielu lat i każdy może tam pójść na spacer, także zimą. "
KOWALSKA = {**NAMED, "person": "dr Janina Kowalska", "phone": "+48 601 234 567"}
NAMES = [
    *("Janina Kowalska", "JANINA KOWALSKA", "Janiny Kowalskiej", "Janinie\u00a0Kowalskiej", "Kowalska Janina"),
    *("J. Kowalska", "pani Kowalska", "Pani Kowalskiej", "dr Kowalska", "Janina Maria Kowalska", "Janiną Kowalską"),
    *("osoba@gdynia.pl", "OSOBA@gdynia.pl", "601 234 567", "+48601234567", "0048 601-234-567", "601.234.567"),
]


def with_kowalska(parent: Path, **fields: Any) -> Catalogue:
    """A catalogue of one practice with her as its contact, and with some fields."""
    catalogue = loaded(parent, wzor={"contacts": [KOWALSKA]})
    return replace(catalogue, practices={"wzor": replace(catalogue.practices["wzor"], **fields)})


@pytest.mark.parametrize("name", NAMES)
def test_a_name_leaves_every_text_of_the_entry(name: str, tmp_path: Path) -> None:
    given = with_kowalska(tmp_path, summary=f"{LONG}Las sadzi {name}, codziennie.", goals=f"Cel zna\n{name}.")
    shown, _ = without_ended_consents(given, AFTER)
    practice = shown.practices["wzor"]
    assert practice.summary == f"{LONG}Las sadzi [dane usunięte], codziennie."
    assert practice.goals == "Cel zna\n[dane usunięte]."


@pytest.mark.parametrize(
    "words", ["Janina", "ul. Kowalska 5 w Gdyni", "Jan Kowalski", "601 234 5678", "biuro@gdynia.pl"]
)
def test_others_and_other_things_stay_named(words: str, tmp_path: Path) -> None:
    given = with_kowalska(tmp_path, summary=f"{LONG}Las sadzi {words}, codziennie.")
    shown, [ended] = without_ended_consents(given, AFTER)
    assert shown.practices["wzor"].summary == f"{LONG}Las sadzi {words}, codziennie."
    assert ended.mentions == ()


def test_the_fields_are_told_in_which_somebody_is_named_too(tmp_path: Path) -> None:
    source = Source(id="s1", title="Rozmowa z Janiną Kowalską")
    words = TranslatedText(original="Mówi Janina Kowalska", text="Janina Kowalska speaks")
    english = Translation(
        title="Forest",
        summary=f"{LONG}It is planted by Janina Kowalska",
        translation=TranslationNote(kind="human", source_hash="0" * 64),
        texts=(words,),
    )
    given = with_kowalska(
        tmp_path, summary=f"{LONG}Las sadzi Janina Kowalska.", sources=(source,), translations={"en": english}
    )
    shown, [ended] = without_ended_consents(given, AFTER)
    assert ended.mentions == ("summary", "sources", "en: summary", "en: texts")
    practice = shown.practices["wzor"]
    assert practice.sources[0].title == "Rozmowa z [dane usunięte]"
    assert practice.translations["en"].summary == f"{LONG}It is planted by [data removed]"
    assert practice.translations["en"].texts == (
        TranslatedText(original="Mówi [dane usunięte]", text="[data removed] speaks"),
    )


def test_a_translation_in_letters_in_which_no_name_is_looked_for_is_left_out(tmp_path: Path) -> None:
    def translated(words: str) -> Translation:
        note = TranslationNote(kind="human", source_hash="0" * 64)
        return Translation(title="Forest", summary=f"{LONG}{words}", translation=note)

    translations = {"uk": translated("Питайте Яніну Ковальську."), "en": translated("From α to ω, says Jørgen.")}
    given = with_kowalska(tmp_path, translations=translations)
    shown, _ = without_ended_consents(given, AFTER)
    assert [*shown.practices["wzor"].translations] == ["en"]
    assert without_ended_consents(given, LAST_DAY)[0].practices["wzor"].translations == translations


def test_a_picture_whose_consent_ended_is_gone(tmp_path: Path) -> None:
    picture = Picture(
        file="a.jpg", alt="Ludzie", credit="Autor", people="recognisable", consent=Consent(until=LAST_DAY)
    )
    given = with_kowalska(tmp_path, contacts=(), media=(picture, replace(picture, consent=Consent(until=AFTER))))
    assert [*ended_consents(given.practices["wzor"], LAST_DAY)] == []
    shown, ended = without_ended_consents(given, AFTER)
    assert ended == (EndedConsent("wzor", ("media", 0), LAST_DAY, "Autor"),)
    assert shown.practices["wzor"].media == given.practices["wzor"].media[1:]


UNTIL = date(2027, 1, 1)
OFFICE = {"role": "burmistrz", "source": "s1"}


@pytest.mark.parametrize(
    ("contact", "missing"),
    [
        ({"person": "Ola"}, ["person"]),
        ({"person": "Ola", "email": "o@x.pl", "phone": "+48 58 000 00"}, ["person", "email", "phone"]),
        ({"person": "Ola", "role": "mieszkanka", "source": "s1"}, ["person"]),
        ({"person": "Ola", "role": "wolontariuszka", "org": "um", "source": "s1"}, ["person"]),
        ({"person": "Ola", "role": "burmistrz"}, ["person"]),
        ({"person": "Ola", **OFFICE}, []),
        ({"person": "Ola", "role": "Zastępczyni Prezydenta", "source": "s1"}, []),
        ({"person": "Ola", "consent_until": UNTIL}, []),
        ({"person": "Ola", "consent": Consent(until=UNTIL)}, []),
        ({"person": "Ola", "phone": "58 111 11 11", "consent": Consent(until=UNTIL, covers=("name",))}, ["phone"]),
        ({"person": "Ola", "consent": Consent(until=UNTIL, covers=("contact", "picture"))}, ["person"]),
        ({"phone": "+48 58 621 00 00"}, ["phone"]),
        ({"phone": "+48 58 621 00 00", "unit": "Wydział"}, []),
        ({"phone": "+48 58 621 00 00", "org": "um"}, []),
        ({"phone": "601 234 567", "org": "um"}, ["phone"]),
        ({"phone": "0048 601-234-567", "org": "um"}, ["phone"]),
        ({"phone": "601 234 567", "org": "um", "shared": True}, []),
        ({"phone": "601 234 567", "org": "um", "consent_until": UNTIL}, []),
        ({"email": "jan.nowak@gmail.com", "org": "um"}, ["email"]),
        ({"email": "jan.nowak@gmail.com", "org": "um", "shared": True}, []),
        ({"email": "fundacja.las@gmail.com", "org": "um"}, []),
        ({"email": "jan.nowak@gdynia.pl", "org": "um"}, []),
        ({"email": "jan.nowak@gdynia.pl"}, ["email"]),
        ({"email": "biuro@gdynia.pl"}, []),
    ],
)
def test_what_is_a_persons_needs_consent(contact: dict[str, Any], missing: list[str]) -> None:
    assert [*fields_without_consent(Contact(**contact))] == missing


@pytest.mark.parametrize(
    ("picture", "missing"),
    [
        ({}, []),
        ({"people": "none"}, []),
        ({"people": "unrecognisable"}, []),
        ({"people": "recognisable"}, ["people"]),
        ({"people": "recognisable", "consent": Consent(until=UNTIL)}, []),
        ({"people": "recognisable", "consent": Consent(until=UNTIL, covers=("name",))}, ["people"]),
    ],
)
def test_a_picture_of_people_needs_consent(picture: dict[str, Any], missing: list[str]) -> None:
    assert [*fields_without_consent(Picture(file="a.jpg", alt="Ludzie", credit="Autor", **picture))] == missing
