"""What leaves the catalogue: articles, open data, the offline archive."""

from .article import Article
from .books import Book, MissingLibraries, PdfPress, epub
from .catalogue_page import JOINED_SCRIPTS
from .chrome import SECTIONS
from .leftovers import remove_leftovers
from .offline import Archive, write_archive
from .policy import guard_pages
from .shell import CONTENT, DEPTHS, Shell, is_about_shell, shell_address, shell_source
from .single_file import read_styles, single_file
from .site import Site
from .writer import join_files, shrink_scripts, write_other_pages, write_site

__all__ = [
    "CONTENT",
    "DEPTHS",
    "JOINED_SCRIPTS",
    "SECTIONS",
    "Archive",
    "Article",
    "Book",
    "MissingLibraries",
    "PdfPress",
    "Shell",
    "Site",
    "epub",
    "guard_pages",
    "is_about_shell",
    "join_files",
    "read_styles",
    "remove_leftovers",
    "shell_address",
    "shell_source",
    "shrink_scripts",
    "single_file",
    "write_archive",
    "write_other_pages",
    "write_site",
]
