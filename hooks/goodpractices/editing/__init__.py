"""What editors are told about their entries."""

from .formats import FORMATS
from .reports import problem_line, report

__all__ = ["FORMATS", "problem_line", "report"]
