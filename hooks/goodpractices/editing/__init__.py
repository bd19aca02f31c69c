"""What editors are told about their entries, and the way back from the open data to entries."""

from .advice import advice
from .formats import FORMATS
from .guide import Guide
from .rebuilding import UnusableData, pictures, practice_files
from .reports import listed_in_colour, of_severity, problem_line, report

__all__ = [
    "FORMATS",
    "Guide",
    "UnusableData",
    "advice",
    "listed_in_colour",
    "of_severity",
    "pictures",
    "practice_files",
    "problem_line",
    "report",
]
