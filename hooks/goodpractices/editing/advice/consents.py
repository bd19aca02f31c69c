"""Consents that ended, that say too little, or that nobody may have thought of."""

from collections.abc import Iterator
from datetime import date

from ...catalogue import Contact, Location, Picture, Practice, Problem, consent_day, ended_consents, warning

MOST_YEARS = 5
"""How many years a consent may hold before the site advises to ask for a nearer end."""


def consents_last(practice: Practice, day: date | None) -> Iterator[Problem]:
    """What a consent covered that ended before a day: the build leaves it out, and it should leave the file as well."""
    for location in ended_consents(practice, day) if day else ():
        field, n = str(location[0]), int(location[1])
        holder = getattr(practice, field)[n]
        yield warning("consent_ended", _place(field, n, holder), id=practice.id)


def consents_end(practice: Practice, day: date | None) -> Iterator[Problem]:
    """Consents without an end that somebody lives to see: whether one still holds is asked anew every few years."""
    editorial = practice.editorial
    start = day or max(filter(None, (editorial.created, editorial.updated, editorial.reviewed_on)), default=None)
    for field in ("contacts", "media") if start else ():
        for n, holder in enumerate(getattr(practice, field)):
            until = consent_day(holder)
            if start and until and until.year - start.year > MOST_YEARS:
                yield warning("consent_far", _place(field, n, holder), years=MOST_YEARS)


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


def _place(field: str, n: int, holder: Contact | Picture) -> Location:
    return (field, n, "consent" if holder.consent else "consent_until")
