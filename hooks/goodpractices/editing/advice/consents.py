"""Consents that ended, that say too little, or that nobody may have thought of."""

from collections.abc import Iterator
from datetime import date

from ...catalogue import Practice, Problem, ended_consents, warning


def consents_last(practice: Practice, day: date | None) -> Iterator[Problem]:
    """What a consent covered that ended before a day: the build leaves it out, and it should leave the file as well."""
    for location in ended_consents(practice, day) if day else ():
        field, n = location
        holder = getattr(practice, str(field))[n]
        yield warning("consent_ended", (*location, "consent" if holder.consent else "consent_until"), id=practice.id)


def consents_are_told(practice: Practice) -> Iterator[Problem]:
    """Consents that do not say who took them and how, and pictures that do not say whether they show people."""
    for n, contact in enumerate(practice.contacts):
        if contact.consent_until:
            yield warning("consent_rest", ("contacts", n, "consent_until"))
        elif contact.consent and not (contact.consent.given_to and contact.consent.how):
            yield warning("consent_rest", ("contacts", n, "consent"))
    for n, picture in enumerate(practice.media):
        if picture.people is None:
            yield warning("picture_people", ("media", n))
