"""The site map: which pages there are, in which languages, and when what they show changed last."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from ..catalogue import Catalogue, Practice
from ..finding import Groups, state_date
from ..wording import ORIGINAL
from .addresses import (
    DATA,
    FIT,
    GAPS,
    INDEXES,
    MAP,
    PRACTICES,
    TIMELINE,
    Links,
    easy_text_address,
    meeting_address,
    member_address,
    practice_address,
)

_OTHERS = "x-default"


def site_map(
    base: str, addresses: Iterable[str], catalogue: Catalogue, groups: Groups, links: Mapping[str, Links]
) -> str:
    """The site map of the pages at some addresses, dated by their entries; what was withdrawn is not offered.

    Args:
        base: where the site is read.
        addresses: the pages, in all languages.
        catalogue: what they show.
        groups: its practices by what they belong to.
        links: the links of each language.
    """
    gone = {each.localized(practice_address(one.id)) for each in links.values() for one in catalogue.withdrawn}
    offered = {*addresses} - gone
    alternates: dict[str, Mapping[str, str]] = {}
    for address in offered:
        every = {language: each.localized(address) for language, each in links.items()}
        places = {language: place for language, place in every.items() if place in offered}
        if len({*places.values()}) > 1:
            alternates |= dict.fromkeys(places.values(), places)
    days = _days(catalogue, groups)
    changed = {each.localized(address): day for each in links.values() for address, day in days.items()}
    return sitemap(base, offered, changed, alternates)


def _days(catalogue: Catalogue, groups: Groups) -> dict[str, date]:
    """When what a page shows changed last, by address."""
    published = catalogue.published
    kinds = practice_address, easy_text_address, meeting_address
    shown: dict[str, tuple[Practice, ...]] = {kind(each.id): (each,) for each in published for kind in kinds}
    for dimension, members in groups.by_dimension.items():
        shown |= {member_address(dimension, identifier): group for identifier, group in members.items()}
    shown |= dict.fromkeys(("", PRACTICES, MAP, TIMELINE, DATA, FIT, GAPS, *INDEXES.values()), published)
    return {address: day for address, practices in shown.items() if (day := state_date(practices))}


def sitemap(
    base: str, addresses: Iterable[str], changed: Mapping[str, date], alternates: Mapping[str, Mapping[str, str]]
) -> str:
    """A site map in the form of the sitemaps.org protocol.

    Args:
        base: where the site is read.
        addresses: the pages in it.
        changed: when a page changed last, for those of which that is known.
        alternates: for pages in several languages the address in each of these, itself among them.
    """
    root = base.rstrip("/") + "/"

    def url(address: str) -> str:
        in_languages = alternates.get(address, {})
        # For readers of any other language: the original, which says most.
        others = {_OTHERS: in_languages[ORIGINAL]} if ORIGINAL in in_languages else {}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(root + alternate)}"/>'
            for language, alternate in {**in_languages, **others}.items()
        )
        return f"  <url><loc>{escape(root + address)}</loc>{_last_change(changed.get(address))}{links}</url>\n"

    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n'
    return f"{head}{''.join(map(url, sorted(addresses)))}</urlset>\n"


def _last_change(day: date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
