"""What leaves the catalogue: articles, open data, the offline archive."""

from .article import Article
from .downloads import Archive, Downloads, sheet_name
from .editions import Book, MissingLibraries, PdfPress, epub, read_styles, single_file, write_archive
from .form import FORM_STEPS
from .frame import STYLES, PageSettings, guard_pages, pack_assets, write_server_settings
from .hand_links import dead_links, place_of
from .languages import half_languages
from .legal import AXE, NU, Audit, Finding, Tried, audit_from_earl, audit_to_earl, design_of, missing_facts
from .pages import ENGINE_PARTS, WORDS_SCRIPT, HandWritten, Heading
from .site import Site
from .writer import write_other_pages, write_site

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
    "MissingLibraries",
    "PageSettings",
    "PdfPress",
    "Site",
    "Tried",
    "audit_from_earl",
    "audit_to_earl",
    "dead_links",
    "design_of",
    "epub",
    "guard_pages",
    "half_languages",
    "missing_facts",
    "pack_assets",
    "place_of",
    "read_styles",
    "sheet_name",
    "single_file",
    "write_archive",
    "write_other_pages",
    "write_server_settings",
    "write_site",
]
