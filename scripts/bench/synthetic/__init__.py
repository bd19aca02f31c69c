"""Made-up practices in any number, for tests and measurements; nothing in them is about a real place or body."""

from .entry import Entry, make_entry
from .folder import write_catalogue
from .subject import Subject, subject_of

__all__ = ["Entry", "Subject", "make_entry", "subject_of", "write_catalogue"]
