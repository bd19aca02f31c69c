"""Consents: what belongs to a person is published only while the person agrees to it.

A consent that ended closes whatever it was for: the name leaves all texts of the entry and of its translations, mailbox
and telephone go with it, a picture goes whole, and so does one whose file is named after the person.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ..wording import ORIGINAL, Translations
from .catalogue import Catalogue
from .choices import ConsentScope
from .fingerprints import Fingerprint
from .mentions import Mentions, mapped_texts, with_fields
from .model import Practice, Translation
from .personal_contacts import personal_fields
from .problems import Location
from .records import Consent, Contact, Picture

Change = Callable[[str], str]
"""Gives what a text becomes."""

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
    contacts = (without_person(each) if each in ended else each for each in practice.contacts)
    mentions = Mentions.of(ended, [each for each in practice.contacts if each not in ended])
    in_polish = partial(mentions.replaced, by=_removed(ORIGINAL))
    kept = {
        "contacts": tuple(contact for contact in contacts if contact is not None),
        "media": tuple(each for each in practice.media if not (_has_ended(each, day) or mentions.are_in(each.file))),
        "translations": {},
    }
    translations = {
        language: _translated(translation, in_polish, partial(mentions.replaced, by=_removed(language)))
        for language, translation in practice.translations.items()
        if _is_looked_through(translation, mentions)
    }
    left: Practice = mapped_texts(with_fields(practice, kept), in_polish)
    return with_fields(left, {"translations": translations})


def _is_looked_through(translation: Translation, mentions: Mentions) -> bool:
    """Whether a name would be found in a translation; one in other letters is left out once a consent has ended."""

    def marked(text: str) -> str:
        return text if mentions.are_looked_for_in(text) else "\0"

    return not mentions.patterns or mapped_texts(translation, marked) is translation


def _translated(translation: Translation, in_polish: Change, in_its_own: Change) -> Translation:
    """A translation without the people; it finds its texts by the Polish ones as these are now."""
    left: Translation = mapped_texts(translation, in_its_own)
    originals = (in_polish(each.original) for each in translation.texts)
    texts = (with_fields(each, {"original": words}) for each, words in zip(left.texts, originals, strict=True))
    return with_fields(left, {"texts": tuple(texts)})


def _removed(language: str) -> str:
    return Translations.load(language)("consent.removed")


def without_person(contact: Contact) -> Contact | None:
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
