"""A page on paper, as the print of a browser has it."""

from io import BytesIO

import pikepdf
from playwright.sync_api import Page


def printed(page: Page, paper: str | None = None) -> list[tuple[int, int]]:
    """The sizes in points of the pages that a print has; ``paper`` is used where the page asks for none."""
    with pikepdf.open(BytesIO(page.pdf(format=paper, prefer_css_page_size=True))) as document:
        return [(round(sheet.mediabox[2]), round(sheet.mediabox[3])) for sheet in document.pages]
