"""What a catalogue needs from time to time although nobody changes it: links that still lead somewhere, reviews."""

from .coverage import coverage_table, missing_lines
from .links import Link, links_of
from .reviews import Overdue, overdue_reviews
from .upkeep_report import upkeep_report
from .visiting import Manners, Visit, visit_all

__all__ = [
    "Link",
    "Manners",
    "Overdue",
    "Visit",
    "coverage_table",
    "links_of",
    "missing_lines",
    "overdue_reviews",
    "upkeep_report",
    "visit_all",
]
