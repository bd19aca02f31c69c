"""The pages that are judged: home, catalogue and a practice in each language, and the plain page of that practice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goodpractices.publishing import Site


@dataclass(frozen=True, slots=True)
class Page:
    """A page by what it is called, its language, its address from the root of its site, and whose site that is."""

    name: str
    language: str
    address: str
    is_ours: bool = True


def pages_to_judge(sites: Mapping[str, Site], practice: str) -> list[Page]:
    """The pages of our site, which is one in each language; what a language has not is left out."""
    named = {"strona główna": "", "katalog": "praktyki/", "praktyka": f"praktyki/{practice}/"}
    return [
        Page(name, language, site.links.localized(address))
        for language, site in sites.items()
        for name, address in named.items()
        if site.has(address)
    ]


def plain_page_of(practice: str) -> Page:
    """The same practice on a plain site, as scripts/_shared/plain_pages.py writes it."""
    from goodpractices.wording import ORIGINAL

    return Page("ta praktyka, Material", ORIGINAL, f"praktyki/{practice}/", is_ours=False)
