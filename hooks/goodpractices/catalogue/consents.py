"""People who agreed to be named until a day: after it their names leave the catalogue, the rest of a contact stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .catalogue import Catalogue
from .fingerprints import Fingerprint
from .model import Practice
from .records import Contact


def consent_has_ended(contact: Contact, day: date) -> bool:
    """Whether a person is named whose consent ended before a day; on its last day it still holds."""
    return bool(contact.person) and contact.consent_until is not None and contact.consent_until < day


def ended_consents(practice: Practice, day: date) -> Iterator[int]:
    """The positions of the contacts whose consent ended before a day."""
    return (n for n, contact in enumerate(practice.contacts) if consent_has_ended(contact, day))


def without_ended_consents(catalogue: Catalogue, day: date) -> tuple[Catalogue, dict[str, int]]:
    """The catalogue without the people whose consent ended before a day; how many they are, by the practice's id.

    Their e-mail and phone go with the name, since they may be the person's own; organisation, unit, role and address
    stay.
    """
    ended = {each.id: count for each in catalogue.practices.values() if (count := len([*ended_consents(each, day)]))}
    if not ended:
        return catalogue, {}
    practices = {
        name: _without_people(practice, day) if name in ended else practice
        for name, practice in catalogue.practices.items()
    }
    # What is left of these practices depends on the day as well as on their files.
    fingerprints = {
        name: Fingerprint.of(practices[name], each.whole) if name in ended else each
        for name, each in catalogue.fingerprints.items()
    }
    return replace(catalogue, practices=practices, fingerprints=fingerprints), ended


def _without_people(practice: Practice, day: date) -> Practice:
    shown = (_without_person(each) if consent_has_ended(each, day) else each for each in practice.contacts)
    return replace(practice, contacts=tuple(contact for contact in shown if contact is not None))


def _without_person(contact: Contact) -> Contact | None:
    """What is left of a contact without its person; ``None`` where nothing is."""
    left = replace(contact, person=None, email=None, phone=None, consent_until=None)
    return left if left.org or left.unit or left.role or left.address else None
