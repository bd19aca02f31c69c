"""Atom feeds (RFC 4287): what is new and what changed, by the dates of the entries and never by that of the build."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from ...catalogue import Identity, Practice, licences_of
from ...wording import Translations
from ..addresses import practice_address
from ..phrasing import licence_label, rights_in_words
from .xml_files import add_text, xml_file

MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NEVER = date(1970, 1, 1)

Day = Callable[[Practice], date | None]


def created(practice: Practice) -> date | None:
    """The day a practice came into the catalogue."""
    return practice.editorial.created


def changed(practice: Practice) -> date | None:
    """The day a practice was last written to."""
    return practice.editorial.updated or practice.editorial.created


def feed(
    address: str,
    title: str,
    practices: Iterable[Practice],
    day: Day,
    identity: Identity,
    link: Callable[[str], str],
    t: Translations,
) -> bytes:
    """The feed at an address: the practices with the latest of the given days, at most fifty.

    Args:
        address: where it stands on the site; it names the feed.
        title: what it is called.
        practices: those it is made of.
        day: the day a practice is listed by; without one it is left out.
        identity: whose the catalogue is.
        link: an address of the site as a link from the feed.
        t: words for licences.
    """
    listed = _latest(practices, day)
    root = ET.Element("feed", {"xmlns": _ATOM, _XML_LANGUAGE: "pl"})
    add_text(root, "id", _urn(identity, address))
    add_text(root, "title", title)
    add_text(root, "updated", _moment(max((day(each) or _NEVER for each in listed), default=_NEVER)))
    author = ET.SubElement(root, "author")
    add_text(author, "name", identity.publisher)
    add_text(root, "rights", "; ".join(licence_label(each, t) for each in licences_of(listed, identity)))
    if identity.address:
        ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": link(address)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": link("")})
    for practice in listed:
        root.append(_entry(practice, identity, link, t))
    return xml_file(root)


def _latest(practices: Iterable[Practice], day: Day) -> Sequence[Practice]:
    dated = [(when, practice) for practice in practices if (when := day(practice))]
    return [practice for _, practice in sorted(dated, key=lambda each: (-each[0].toordinal(), each[1].id))][:MOST]


def _entry(practice: Practice, identity: Identity, link: Callable[[str], str], t: Translations) -> ET.Element:
    entry = ET.Element("entry")
    address = practice_address(practice.id)
    add_text(entry, "id", _urn(identity, address))
    add_text(entry, "title", practice.title)
    if since := created(practice):
        add_text(entry, "published", _moment(since))
    add_text(entry, "updated", _moment(changed(practice) or _NEVER))
    add_text(entry, "summary", practice.summary)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link(address)})
    if practice.rights:
        add_text(entry, "rights", rights_in_words(practice.rights, t))
    for theme in practice.themes:
        ET.SubElement(entry, "category", {"term": theme})
    return entry


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _urn(identity: Identity, address: str) -> str:
    """A name that stays when the site moves; the name of the catalogue keeps those of two cities apart."""
    return uuid5(NAMESPACE_URL, f"{identity.name}/{address}").urn
