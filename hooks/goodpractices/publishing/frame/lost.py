"""The page for wrong addresses: a server shows it at any depth, so its links begin at the root of the host.

Each language has its own. Hosts that know one alone show the Polish one, which says in other languages where to go.
"""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

LOST = "404.html"
"""The page from the home page of its language."""

_LINK = re.compile(r'(?<=\s)((?:href|src|action)=")([^"#][^"]*)(?=")')


def lost_address(home: str) -> str:
    """Where the page of a language stands, by the address of its home page."""
    return home + LOST


def lost_pages(homes: Iterable[str]) -> dict[str, str]:
    """The address of the page by that of the home page of its language."""
    return {home: lost_address(home) for home in homes}


def from_root(html: str, address: str, root: str) -> str:
    """The page with links that work wherever it is shown.

    >>> from_root('<a href="../mapa/">', "en/404.html", "/katalog/")
    '<a href="/katalog/mapa/">'

    Args:
        html: a page whose links lead from its own address.
        address: that address, from the root of the site.
        root: the path of the site on its host.
    """
    return _LINK.sub(lambda link: link[1] + urljoin(root + address, link[2]), html)
