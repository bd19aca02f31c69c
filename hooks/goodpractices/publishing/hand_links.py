"""Links that somebody wrote by hand to pages the catalogue makes: MkDocs, which knows sources alone, lets them pass."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

_HREF = re.compile(r'<a\s[^>]*?href="([^"]*)"')


def dead_links(content: str, here: str, file_at: Callable[[str], Path | None]) -> Iterator[str]:
    """The links of a page's content, as they stand there, that lead to no file of the built site or to no anchor in it.

    Args:
        content: the HTML of the content.
        here: the address of the page from the root of the site: "o-katalogu/", or "o-katalogu/index.html" offline.
        file_at: where the file with an address lies, if the site has one.
    """
    for link in dict.fromkeys(map(unescape, _HREF.findall(content))):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        target = file_at(_address(here, unquote(parts.path)))
        if target is None or not _has_anchor(target, unquote(parts.fragment)):
            yield link


def place_of(link: str, source: str) -> tuple[int, int]:
    """Line and column where a link stands in the Markdown of a page; the first ones if it is not found as it is.

    >>> place_of("../slownik/index.html", "Zobacz [słownik](../slownik/).")
    (1, 18)
    """
    at = max(source.find(link.replace("index.html", "")), 0)
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)


def files_below(folder: Path) -> Callable[[str], Path | None]:
    """Where files lie in the folder of a built site."""

    def file_at(address: str) -> Path | None:
        path = folder / address
        return path if path.is_file() else None

    return file_at


def _address(here: str, path: str) -> str:
    address = normpath(f"{here.rpartition('/')[0]}/{path}".lstrip("/"))
    return normpath(f"{address}/index.html") if path.endswith("/") else address


def _has_anchor(target: Path, anchor: str) -> bool:
    if not anchor or target.suffix != ".html":
        return True
    return re.search(rf'\bid="?{re.escape(anchor)}[" >]', target.read_text(encoding="utf-8")) is not None
