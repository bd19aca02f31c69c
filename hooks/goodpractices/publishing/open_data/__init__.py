"""The catalogue as open data: every file comes from one record of a practice, in the words of the model."""

from .addresses import CHANGED, NEW, theme_feed_address
from .files import citation_files, citation_links, data_addresses, data_files, feed_files, practice_data, table_meanings
from .linked import linked_practice, script
from .records import practice_record

__all__ = [
    "CHANGED",
    "NEW",
    "citation_files",
    "citation_links",
    "data_addresses",
    "data_files",
    "feed_files",
    "linked_practice",
    "practice_data",
    "practice_record",
    "script",
    "table_meanings",
    "theme_feed_address",
]
