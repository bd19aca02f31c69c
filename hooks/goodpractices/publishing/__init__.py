"""What leaves the catalogue: articles, open data, the offline archive."""

from .article import Article
from .downloads import Archive, Downloads, sheet_name
from .editions import Book, MissingLibraries, PdfPress, epub, read_styles, single_file, write_archive
from .form import FORM_STEPS
from .frame import SECTIONS, STYLES, from_root, guard_pages, pack_assets, write_server_settings
from .furniture import lift_around, lift_furniture
from .hand_links import dead_links, place_of
from .languages import half_languages
from .leftovers import remove_leftovers
from .legal import AXE, NU, Audit, Finding, Tried, audit_from_earl, audit_to_earl, design_of, missing_facts
from .pages import ENGINE_PARTS, ENGINE_SCRIPT, WORDS_SCRIPT
from .shell import CONTENT, DEPTHS, LANGUAGES, Shell, is_about_shell, shell_address, shell_source
from .site import Site
from .writer import write_other_pages, write_site

__all__ = [
    "AXE",
    "CONTENT",
    "DEPTHS",
    "ENGINE_PARTS",
    "ENGINE_SCRIPT",
    "FORM_STEPS",
    "LANGUAGES",
    "NU",
    "SECTIONS",
    "STYLES",
    "WORDS_SCRIPT",
    "Archive",
    "Article",
    "Audit",
    "Book",
    "Downloads",
    "Finding",
    "MissingLibraries",
    "PdfPress",
    "Shell",
    "Site",
    "Tried",
    "audit_from_earl",
    "audit_to_earl",
    "dead_links",
    "design_of",
    "epub",
    "from_root",
    "guard_pages",
    "half_languages",
    "is_about_shell",
    "lift_around",
    "lift_furniture",
    "missing_facts",
    "pack_assets",
    "place_of",
    "read_styles",
    "remove_leftovers",
    "sheet_name",
    "shell_address",
    "shell_source",
    "single_file",
    "write_archive",
    "write_other_pages",
    "write_server_settings",
    "write_site",
]
