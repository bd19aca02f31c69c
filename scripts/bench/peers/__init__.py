"""Other generators with the same practices as plain pages: getting them, their projects, the edits, the table.

They come from PyPI, each from a lock of its own beside this file, and only when a measurement asks for them.
"""

from .edits import EDITS, Edit, chosen
from .generators import MKDOCS, OURS, Generator, generators
from .report import BUILDS, COLD, Machine, between_marks, page, readme, table

__all__ = [
    "BUILDS",
    "COLD",
    "EDITS",
    "MKDOCS",
    "OURS",
    "Edit",
    "Generator",
    "Machine",
    "between_marks",
    "chosen",
    "generators",
    "page",
    "readme",
    "table",
]
