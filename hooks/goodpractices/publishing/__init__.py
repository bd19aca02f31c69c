"""What leaves the catalogue: articles, open data, the offline archive."""

from .article import Article
from .downloads import Archive, Downloads, sheet_name
from .editions import Book, MissingLibraries, PdfPress, epub, read_styles, single_file, write_archive
from .form import FORM_STEPS
from .frame import PageSettings, pack_assets, write_server_settings
from .hand_links import files_below
from .legal import AXE, NU, Audit, Finding, Tried, audit_from_earl, audit_to_earl, design_of, missing_facts
from .on_request import OnRequest
from .pages import (
    ENGINE_PARTS,
    WORDS_SCRIPT,
    HandWritten,
    Heading,
    ShortlistWords,
    SourcePage,
    health_table,
    shortlist_words,
)
from .planned import Planned
from .publication import Publication, hand_written_in, read_catalogue
from .record import SiteRecord, files_in
from .site import Site
from .styles import FOR_ALL as STYLES
from .updating import Update, is_as_recorded, update
from .upkeep import Upkeep
from .writer import Made, addresses_of, noted, write

__all__ = [
    "AXE",
    "ENGINE_PARTS",
    "FORM_STEPS",
    "NU",
    "STYLES",
    "WORDS_SCRIPT",
    "Archive",
    "Article",
    "Audit",
    "Book",
    "Downloads",
    "Finding",
    "HandWritten",
    "Heading",
    "Made",
    "MissingLibraries",
    "OnRequest",
    "PageSettings",
    "PdfPress",
    "Planned",
    "Publication",
    "ShortlistWords",
    "Site",
    "SiteRecord",
    "SourcePage",
    "Tried",
    "Update",
    "Upkeep",
    "addresses_of",
    "audit_from_earl",
    "audit_to_earl",
    "design_of",
    "epub",
    "files_below",
    "files_in",
    "hand_written_in",
    "health_table",
    "is_as_recorded",
    "missing_facts",
    "noted",
    "pack_assets",
    "read_catalogue",
    "read_styles",
    "sheet_name",
    "shortlist_words",
    "single_file",
    "update",
    "write",
    "write_archive",
    "write_server_settings",
]
