"""Pages written by hand, as the search box of the header knows them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from .encoding import script

OTHER_PAGES = "pages.js"
"""The file they stand in, among those of the index."""

# The sign behind each heading that links to it is no word of the page.
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>')


@dataclass(frozen=True, slots=True)
class OtherPage:
    """A page: its address, its title and its content, both HTML."""

    address: str
    title: str
    content: str


def other_pages(pages: Iterable[OtherPage]) -> bytes:
    """The pages as a part of the index, each with its address, its title and all its words."""
    return script("pages", [[page.address, *_texts(page)] for page in pages])


def _texts(page: OtherPage) -> tuple[str, str]:
    title = _plain(page.title)
    return title, f"{title} {_plain(_PERMALINK.sub('', page.content))}"


def _plain(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704 - tags go
