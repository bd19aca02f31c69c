"""The audit: which pages of a built site are tried in which states, by which programs, and what they found."""

from .axe import AXE_RULES, COLOUR_RULES, axe_version, broken_rules
from .browsing import SCROLLS_SIDEWAYS, SHOWN, Trial, file_of, opened_page, try_pages
from .checker import fetched_checker
from .markup import nu_version
from .results import axe_findings, criteria_of, nu_findings
from .sampling import Sample, pages_of, sample_of
from .states import OPEN_ALL, SCHEMES, STATES, WIDTHS, State, Window, go_to_step, windows_of

__all__ = [
    "AXE_RULES",
    "COLOUR_RULES",
    "OPEN_ALL",
    "SCHEMES",
    "SCROLLS_SIDEWAYS",
    "SHOWN",
    "STATES",
    "WIDTHS",
    "Sample",
    "State",
    "Trial",
    "Window",
    "axe_findings",
    "axe_version",
    "broken_rules",
    "criteria_of",
    "fetched_checker",
    "file_of",
    "go_to_step",
    "nu_findings",
    "nu_version",
    "opened_page",
    "pages_of",
    "sample_of",
    "try_pages",
    "windows_of",
]
