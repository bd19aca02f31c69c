"""What a catalogue needs from time to time although nobody changes it: links that still lead somewhere, reviews."""

from .coverage import coverage_table, missing_lines
from .reviews import Overdue, overdue_reviews
from .upkeep_report import link_report, upkeep_report
from .visiting import Manners, Visit, visit_all

__all__ = [
    "Manners",
    "Overdue",
    "Visit",
    "coverage_table",
    "link_report",
    "missing_lines",
    "overdue_reviews",
    "upkeep_report",
    "visit_all",
]
