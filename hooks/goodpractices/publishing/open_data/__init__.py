"""The catalogue as open data: every file comes from one record of a practice, in the words of the model."""

from .addresses import CHANGED, NEW, theme_feed_address
from .citing import CitationLink, citation_links, reference
from .files import (
    data_addresses,
    data_files,
    data_names,
    feed_files,
    practice_data,
    table_meanings,
)
from .linked import linked_practice, script
from .records import practice_record
from .shares import PracticeShare, share_inputs
from .spreadsheets import formula_safe_table
from .tables import Cell, Names

__all__ = [
    "CHANGED",
    "NEW",
    "Cell",
    "CitationLink",
    "Names",
    "PracticeShare",
    "citation_links",
    "data_addresses",
    "data_files",
    "data_names",
    "feed_files",
    "formula_safe_table",
    "linked_practice",
    "practice_data",
    "practice_record",
    "reference",
    "script",
    "share_inputs",
    "table_meanings",
    "theme_feed_address",
]
