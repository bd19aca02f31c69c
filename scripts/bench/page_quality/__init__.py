"""What Lighthouse says of the pages: the program itself, the sites it looks at, and its reports as rows of a table."""

from .lighthouse import FORMS, fetched_lighthouse, report_of
from .pages import Page, pages_to_judge, plain_page_of
from .reports import CATEGORIES, LEAST, Reading, reading_of, together
from .rows import Row, in_words, table, too_low
from .sites import build_ours, build_plain

__all__ = [
    "CATEGORIES",
    "FORMS",
    "LEAST",
    "Page",
    "Reading",
    "Row",
    "build_ours",
    "build_plain",
    "fetched_lighthouse",
    "in_words",
    "pages_to_judge",
    "plain_page_of",
    "reading_of",
    "report_of",
    "table",
    "together",
    "too_low",
]
