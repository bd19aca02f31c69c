"""What search engines read of a practice: schema.org as JSON-LD.

There is no type for a good practice. The page is an ``Article``; what it is about is a ``Project``, or a
``GovernmentService`` where the entry describes a lasting offer.
"""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from ...catalogue import (
    EdtfDate,
    Identity,
    Money,
    Place,
    Practice,
    Records,
    counted_amounts,
    licence_of,
    settled_period,
)

_SERVICES = ("service",)
# What would end the script element or the string it stands in.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def linked_practice(practice: Practice, records: Records, identity: Identity, address: str) -> dict[str, Any]:
    """The page of a practice at an address as an ``Article``, in the language of the records.

    Nothing that is not known is said.
    """
    url = identity.page_address(address)
    publisher = {"@type": "Organization", "name": identity.publisher, "url": identity.address}
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": url,
        "url": url,
        "headline": practice.title,
        "description": practice.summary,
        "inLanguage": records.language,
        "datePublished": practice.editorial.created,
        "dateModified": practice.editorial.updated or practice.editorial.created,
        "license": licence_of(practice, identity).url,
        "creditText": practice.rights.attribution if practice.rights else None,
        "author": publisher,
        "publisher": publisher,
        "isPartOf": {"@type": "WebSite", "name": identity.name, "url": identity.address},
        "isBasedOn": [source.url for source in practice.sources if source.url],
        "keywords": [records.label("themes", theme) for theme in practice.themes],
        "audience": [
            {"@type": "Audience", "audienceType": records.label("target_groups", group)}
            for group in practice.target_groups
        ],
        "spatialCoverage": [_place(place) for place in _places(practice, records)],
        "about": _subject(practice, records),
    }
    known: dict[str, Any] = _known(article)
    return known


def script(value: dict[str, Any]) -> Markup:
    """JSON-LD as an element for the head of a page; no text in it can end the element."""
    text = to_json(value).decode()
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped just now


def _subject(practice: Practice, records: Records) -> dict[str, Any]:
    name = {"name": practice.title, "alternateName": practice.short_title}
    places = [_place(place) for place in _places(practice, records)]
    leaders = [_organisation(each, records) for each in _with_role(practice, "leader")]
    if practice.kind in _SERVICES:
        return {"@type": "GovernmentService", **name, "provider": leaders, "areaServed": places}
    period = settled_period(practice)
    return {
        "@type": "Project",
        **name,
        "foundingDate": _date(period.start if period else None),
        "dissolutionDate": _date(period.end if period else None),
        "location": places,
        "parentOrganization": leaders,
        "sponsor": [_organisation(each, records) for each in _with_role(practice, "funder")],
        "funding": [_grant(money, records) for money in counted_amounts(practice) if money.role == "grant"],
    }


def _grant(money: Money, records: Records) -> dict[str, Any]:
    programme = records.programmes[money.programme].name if money.programme else None
    return {
        "@type": "MonetaryGrant",
        "name": programme,
        "amount": {"@type": "MonetaryAmount", "value": money.amount, "currency": money.currency},
        "funder": _organisation(money.funder, records) if money.funder else None,
    }


def _with_role(practice: Practice, role: str) -> Iterator[str]:
    return (each.org for each in practice.organisations if each.role == role)


def _organisation(identifier: str, records: Records) -> dict[str, Any]:
    organisation = records.organisations[identifier]
    return {"@type": "Organization", "name": organisation.name, "url": organisation.url}


def _places(practice: Practice, records: Records) -> list[Place]:
    return [records.places[each] for each in dict.fromkeys(use.place for use in practice.places)]


def _place(place: Place) -> dict[str, Any]:
    located = place.lat is not None and place.lon is not None
    teryt = {"@type": "PropertyValue", "propertyID": "TERYT", "value": place.teryt} if place.teryt else None
    return {
        "@type": "AdministrativeArea",
        "name": place.name,
        "identifier": teryt,
        "address": {"@type": "PostalAddress", "addressCountry": place.country},
        "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if located else None,
    }


def _date(value: EdtfDate | None) -> str | None:
    """A date schema.org knows: ISO 8601, and only one that is sure."""
    if value is None or value.year is None or value.approximate or value.uncertain:
        return None
    return "-".join([f"{value.year:04}", *(f"{part:02}" for part in (value.month, value.day) if part)])


def _known(value: Any) -> Any:
    """Without what is not known, at any depth."""
    if isinstance(value, dict):
        return {name: _known(each) for name, each in value.items() if each is not None and each != []}
    if isinstance(value, list):
        return [_known(each) for each in value]
    return value
