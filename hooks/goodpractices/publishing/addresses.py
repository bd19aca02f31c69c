"""Where each page stands, and links between pages that work on the web, in a folder and from a USB stick."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

_FOLDER_LINK = re.compile(r'(href="(?:(?!https?:|mailto:|#)[^"#?]*/))((?:[#?][^"]*)?")')

PRACTICES = "praktyki/"
MAP = "mapa/"
TIMELINE = "os-czasu/"
ABOUT = "o-katalogu/"
EVIDENCE = "o-katalogu/#poziomy-dowodow"
CORRECT = "o-katalogu/#zglos-blad"
DATA = "dane/"
FORM = "zglos/"
ARCHIVE = "dane/katalog-offline.zip"
SEARCH = "szukaj/"

INDEXES = {
    "themes": "tematy/",
    "target_groups": "grupy/",
    "places": "miejsca/",
    "organisations": "organizacje/",
    "programmes": "programy/",
    "kinds": "rodzaje/",
    "support_types": "formy-wsparcia/",
}
"""Address of the list of each dimension; the page of one of its members lies below it."""


def practice_address(practice_id: str) -> str:
    """Address of a practice."""
    return f"{PRACTICES}{practice_id}/"


def member_address(dimension: str, identifier: str) -> str:
    """Address of one term, place, organisation or programme."""
    return f"{INDEXES[dimension]}{identifier}/"


def picture_address(address: str) -> str:
    """Address of the picture that stands for a page where it is shared; of an empty address, for the whole site."""
    return f"{address}karta.png"


def narrowed_address(facet: str, value: str) -> str:
    """Address of the catalogue narrowed to one value of a facet."""
    return f"{PRACTICES}?{facet}={value}"


def numbered(address: str, number: int) -> str:
    """Address of a further page of a list; the first one is the list itself."""
    return address if number == 1 else f"{address}strona-{number}/"


def sitemap(base: str, addresses: Iterable[str], changed: Mapping[str, date]) -> str:
    """A site map in the form of the sitemaps.org protocol; ``changed`` has the days of the addresses that have one."""
    urls = "".join(
        f"  <url><loc>{escape(base.rstrip('/') + '/' + address)}</loc>{_last_change(changed.get(address))}</url>\n"
        for address in sorted(addresses)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n"


def _last_change(day: date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""


@dataclass(frozen=True, slots=True)
class Links:
    """Writes relative links; ``explicit_index`` names ``index.html``, for folders without a server."""

    explicit_index: bool = False

    def between(self, here: str, there: str) -> str:
        """The link from the page at one address to another page, file or anchor.

        >>> Links().between("praktyki/las/", "tematy/sport/")
        '../../tematy/sport/'
        """
        if there.startswith(("#", "https://", "http://", "mailto:")):
            return there
        return "../" * here.count("/") + self.from_root(there) or "./"

    def explicit(self, html: str) -> str:
        """HTML whose links to folders of the site name their ``index.html``, where this edition needs it."""
        return _FOLDER_LINK.sub(r"\1index.html\2", html) if self.explicit_index else html

    def from_root(self, address: str) -> str:
        """An address as links name it, from the root of the site."""
        path = re.split("[?#]", address, maxsplit=1)[0]
        rest = address[len(path) :]
        if self.explicit_index and (not path or path.endswith("/")):
            path += "index.html"
        return path + rest
