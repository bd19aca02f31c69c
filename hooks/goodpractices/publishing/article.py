"""A page's own part, which the frame is put around."""

from dataclasses import dataclass

from ..wording import ORIGINAL
from .styles import Kind


@dataclass(frozen=True, slots=True)
class Article:
    """One page without its frame.

    ``address`` is its place on the site (``praktyki/gdynia-pracownia/``; empty for the home page), ``content`` a
    finished HTML fragment, ``section`` the entry of the menu it belongs to, ``styles`` the kind of page whose
    styles it has beside those of all pages, ``head`` a finished fragment for the head of the page, ``foot`` one that
    stands behind the content, ``picture`` the address of what stands for it where it is shared, empty where that is
    the picture of the whole site. Title and description are plain text and escaped where they are used.

    ``leads_home`` says whether the content has a link to the home page, ``has_bands`` whether it goes from one side of
    the window to the other, ``is_lost`` whether it is shown for wrong addresses, at any depth.
    """

    address: str
    title: str
    description: str
    content: str
    section: str
    styles: Kind = "plain"
    language: str = ORIGINAL
    head: str = ""
    foot: str = ""
    picture: str = ""
    leads_home: bool = True
    has_bands: bool = False
    is_lost: bool = False
