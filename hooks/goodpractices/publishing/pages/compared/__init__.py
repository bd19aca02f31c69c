"""The comparison of two to four practices: what each says in each row, its page, and the data that its scripts load."""

from .page import COMPARE_SCRIPTS, SAVED_STYLES, SAVING_SCRIPTS, compare_article, compared_files, shards_of
from .rows import QUESTIONS, ROWS, said_of
from .said import NOTHING, Line, Said
from .shortlist import SHORTLIST_PARTS, TOGGLES_SCRIPT, ShortlistWords, shortlist_words

__all__ = [
    "COMPARE_SCRIPTS",
    "NOTHING",
    "QUESTIONS",
    "ROWS",
    "SAVED_STYLES",
    "SAVING_SCRIPTS",
    "SHORTLIST_PARTS",
    "TOGGLES_SCRIPT",
    "Line",
    "Said",
    "ShortlistWords",
    "compare_article",
    "compared_files",
    "said_of",
    "shards_of",
    "shortlist_words",
]
