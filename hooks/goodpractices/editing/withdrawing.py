"""A consent is withdrawn: what it covered leaves the file of the entry, the rest stays as it was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..catalogue import PRACTICE, Contact, Location, Mentions, Picture, Practice, lines_of_field
from .entry_text import yaml_text

_PERSONAL = ("person", "email", "phone", "consent_until", "consent", "shared")
_WORTH_KEEPING = ("org", "unit", "address")


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
    records = [*PRACTICE.said(practice)[field]]
    if field == "media":
        gone = records.pop(n)
        return Withdrawal(_with_field(text, field, records), gone["file"], ())
    records[n] = {name: value for name, value in records[n].items() if name not in _PERSONAL}
    if not any(records[n].get(name) for name in _WORTH_KEEPING):
        del records[n]
    mentions = tuple(Mentions.of([practice.contacts[n]]).fields_in(practice))
    return Withdrawal(_with_field(text, field, records), None, mentions)


def _with_field(text: str, name: str, records: list[Mapping[str, Any]]) -> str:
    """The entry with one field of its front matter written anew; without it where there is nothing left to write."""
    lines = text.split("\n")
    first, behind = lines_of_field(text, name)
    written = yaml_text({name: records}).rstrip("\n").split("\n") if records else []
    return "\n".join([*lines[: first - 1], *written, *lines[behind - 1 :]])
