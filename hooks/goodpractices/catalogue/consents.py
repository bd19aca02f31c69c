"""Consents: what belongs to a person is published only while the person agrees to it.

A consent that ended closes whatever it was for: the name leaves all texts of the entry and of its translations, mailbox
and telephone go with it, a picture goes whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from ..wording import ORIGINAL, Translations
from .catalogue import Catalogue
from .choices import ConsentScope
from .fingerprints import Fingerprint
from .mentions import Mentions, mapped_texts, with_fields
from .model import Practice
from .personal_contacts import personal_fields
from .problems import Location
from .records import Consent, Contact, Picture

_SCOPES: Mapping[str, ConsentScope] = {"person": "name", "email": "contact", "phone": "contact", "people": "picture"}


@dataclass(frozen=True, slots=True)
class EndedConsent:
    """A consent that ended, and what is therefore not published.

    Attributes:
        practice: the id of the practice.
        location: the contact or picture in the entry.
        until: the last day of the consent.
        ask: who can ask for a new one: a role, a department, the id of an organisation or the author of a picture.
        mentions: the fields, Polish and translated, in whose texts the person was named as well.
    """

    practice: str
    location: Location
    until: date
    ask: str
    mentions: tuple[str, ...] = ()


def consent_day(holder: Contact | Picture) -> date | None:
    """The last day of the consent of a contact or picture, if there is one."""
    if holder.consent:
        return holder.consent.until
    return holder.consent_until if isinstance(holder, Contact) else None


def fields_without_consent(holder: Contact | Picture) -> Iterator[str]:
    """The fields that are a person's and that no consent covers, whether or not it has ended by now."""
    needing = personal_fields(holder) if isinstance(holder, Contact) else _recognisable(holder)
    for name in needing:
        if consent_day(holder) is None or not _covers(holder.consent, _SCOPES[name]):
            yield name


def ended_consents(practice: Practice, day: date) -> Iterator[Location]:
    """The contacts and pictures whose consent ended before a day; on its last day it still holds."""
    for field in ("contacts", "media"):
        for n, holder in enumerate(getattr(practice, field)):
            if _has_ended(holder, day):
                yield field, n


def without_ended_consents(catalogue: Catalogue, day: date) -> tuple[Catalogue, tuple[EndedConsent, ...]]:
    """The catalogue without what people agreed to until an earlier day, and what that is."""
    practices, ended = {**catalogue.practices}, list[EndedConsent]()
    # What is left of these practices depends on the day as well as on their files.
    fingerprints = {**catalogue.fingerprints}
    for name, practice in catalogue.practices.items():
        if locations := [*ended_consents(practice, day)]:
            practices[name] = left = _without(practice, day)
            ended += [_told(practice, left, location) for location in locations]
            if name in fingerprints:
                fingerprints[name] = Fingerprint.of(left, fingerprints[name].whole)
    if not ended:
        return catalogue, ()
    return replace(catalogue, practices=practices, fingerprints=fingerprints), tuple(ended)


def _recognisable(picture: Picture) -> Iterator[str]:
    if picture.people == "recognisable":
        yield "people"


def _covers(consent: Consent | None, scope: ConsentScope) -> bool:
    """Whether a consent is for something; one that does not say what for is for all of its contact or picture."""
    return consent is None or not consent.covers or scope in consent.covers


def _has_ended(holder: Contact | Picture, day: date) -> bool:
    until = consent_day(holder)
    return until is not None and until < day


def _without(practice: Practice, day: date) -> Practice:
    """What is left of a practice, its translations included."""
    ended = [each for each in practice.contacts if _has_ended(each, day)]
    contacts = (_without_person(each) if each in ended else each for each in practice.contacts)
    kept = {
        "contacts": tuple(contact for contact in contacts if contact is not None),
        "media": tuple(each for each in practice.media if not _has_ended(each, day)),
    }
    left = with_fields(practice, kept)
    mentions = Mentions.of(ended)
    translations = {
        language: mapped_texts(translation, partial(mentions.replaced, by=_removed(language)))
        for language, translation in left.translations.items()
    }
    texts: Practice = mapped_texts(left, partial(mentions.replaced, by=_removed(ORIGINAL)))
    # What a translation finds a text by is the Polish text as it now stands.
    return with_fields(texts, {"translations": _found_again(left, translations, mentions)})


def _found_again(practice: Practice, translations: Mapping[str, Any], mentions: Mentions) -> dict[str, Any]:
    by_original = {
        language: tuple(
            with_fields(said, {"original": mentions.replaced(before.original, by=_removed(ORIGINAL))})
            for before, said in zip(practice.translations[language].texts, translation.texts, strict=True)
        )
        for language, translation in translations.items()
    }
    return {language: with_fields(each, {"texts": by_original[language]}) for language, each in translations.items()}


def _removed(language: str) -> str:
    return Translations.load(language)("consent.removed")


def _without_person(contact: Contact) -> Contact | None:
    """What is left of a contact without its person; ``None`` where nothing is."""
    left = replace(contact, person=None, email=None, phone=None, consent_until=None, consent=None)
    return left if left.org or left.unit or left.address else None  # a role alone leads to nobody


def _told(practice: Practice, left: Practice, location: Location) -> EndedConsent:
    field, n = location
    holder = getattr(practice, str(field))[n]
    until = consent_day(holder)
    assert until is not None  # nothing else ends  # noqa: S101
    if isinstance(holder, Picture):
        return EndedConsent(practice.id, location, until, holder.credit)
    ask = holder.unit or holder.role or holder.org or ""
    return EndedConsent(practice.id, location, until, ask, tuple(Mentions.of([holder]).fields_in(practice)))
