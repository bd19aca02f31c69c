"""A consent is withdrawn: what it covered leaves the file of the entry, the rest stays as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..catalogue import (
    PRACTICE,
    Contact,
    Location,
    Mentions,
    Picture,
    Practice,
    lines_of_field,
    with_fields,
    without_person,
)
from .entry_text import with_lines, yaml_text


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What an entry is without a contact's person or without a picture.

    Attributes:
        text: the file of the entry.
        picture: the file of a picture to remove, if it was one.
        mentions: the fields, Polish and translated, in whose texts the person is still named.
    """

    text: str
    picture: str | None
    mentions: tuple[str, ...]


def with_consent(practice: Practice) -> Iterator[tuple[Location, Contact | Picture]]:
    """The contacts that name a person or have a consent, and the pictures that have one."""
    for n, contact in enumerate(practice.contacts):
        if contact.person or contact.consent or contact.consent_until:
            yield ("contacts", n), contact
    for n, picture in enumerate(practice.media):
        if picture.consent:
            yield ("media", n), picture


def withdrawn(text: str, practice: Practice, location: Location) -> Withdrawal:
    """The entry without what a consent covered.

    The field that holds it is written anew, with its remarks gone; every other line stays.

    Args:
        text: the file of the entry.
        practice: the same, checked.
        location: the contact or picture, one of those :func:`with_consent` gives.
    """
    field, n = str(location[0]), int(location[1])
    held = getattr(practice, field)
    rest = [*held[:n], *_left_of(held[n]), *held[n + 1 :]]
    records = PRACTICE.said(with_fields(practice, {field: tuple(rest)})).get(field)
    changed = with_lines(text, lines_of_field(text, field), yaml_text({field: records}) if records else "")
    if isinstance(held[n], Picture):
        return Withdrawal(changed, held[n].file, ())
    return Withdrawal(changed, None, tuple(Mentions.of([held[n]]).fields_in(practice)))


def _left_of(holder: Contact | Picture) -> Iterator[Contact]:
    """The office of a contact, if it has one; of a picture nothing is left."""
    if isinstance(holder, Contact) and (left := without_person(holder)):
        yield replace(left, shared=False)
