"""What leaves the catalogue: articles, open data, the offline archive."""

from .article import Article
from .catalogue_page import JOINED_SCRIPTS
from .chrome import SECTIONS
from .offline import write_archive
from .shell import CONTENT, DEPTHS, Shell, is_about_shell, shell_address, shell_source
from .site import Site
from .writer import join_files, shrink_scripts, write_other_pages, write_site

__all__ = [
    "CONTENT",
    "DEPTHS",
    "JOINED_SCRIPTS",
    "SECTIONS",
    "Article",
    "Shell",
    "Site",
    "is_about_shell",
    "join_files",
    "shell_address",
    "shell_source",
    "shrink_scripts",
    "write_archive",
    "write_other_pages",
    "write_site",
]
