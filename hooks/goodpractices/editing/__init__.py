"""What editors are told about their entries, and the way back from the open data to entries."""

from .formats import FORMATS
from .rebuilding import UnusableData, pictures, practice_files
from .reports import problem_line, report

__all__ = ["FORMATS", "UnusableData", "pictures", "practice_files", "problem_line", "report"]
