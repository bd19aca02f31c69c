"""Office files made by code: small ones for tests, and random ones of every structure to look for losses in imports."""

from .generating import Made, generate
from .packing import docx, ods, odt, paragraph, repacked, xlsx
from .spoiling import spoilt
from .trying import Importer, Trial, lost_words, tried

__all__ = [
    "Importer",
    "Made",
    "Trial",
    "docx",
    "generate",
    "lost_words",
    "ods",
    "odt",
    "paragraph",
    "repacked",
    "spoilt",
    "tried",
    "xlsx",
]
