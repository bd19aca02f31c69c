"""A page's own part, which the frame is put around."""

from dataclasses import dataclass

from ..wording import ORIGINAL


@dataclass(frozen=True, slots=True)
class Article:
    """One page without its frame.

    ``address`` is its place on the site (``praktyki/gdynia-pracownia/``; empty for the home page), ``content`` a
    finished HTML fragment, ``section`` the entry of the menu it belongs to, ``head`` a finished fragment for the
    head of the page, before its styles, ``picture`` the address of what stands for it where it is shared, empty where
    that is the picture of the whole site. Title and description are plain text and escaped where they are used.

    ``leads_home`` says whether the content has a link to the home page, ``has_bands`` whether it goes from one side of
    the window to the other, ``is_lost`` whether it is shown for wrong addresses, at any depth.
    """

    address: str
    title: str
    description: str
    content: str
    section: str
    language: str = ORIGINAL
    head: str = ""
    picture: str = ""
    leads_home: bool = True
    has_bands: bool = False
    is_lost: bool = False
