"""How good the search is: queries, the browser that answers them, and what the answers are worth."""

from .asking import ask, browser_page
from .everyday import everyday_words, proper_names
from .known_items import known_items
from .metrics import Answer, Report, Scores, counted, recall, reciprocal_rank, report
from .paradigms import HOW_TO_INSTALL, Lemma, Paradigms, paradigms_of, read_paradigms
from .planting import Ground, plant
from .queries import ABSENT, TYPO, Query, read_queries, unknown_practices

__all__ = [
    "ABSENT",
    "HOW_TO_INSTALL",
    "TYPO",
    "Answer",
    "Ground",
    "Lemma",
    "Paradigms",
    "Query",
    "Report",
    "Scores",
    "ask",
    "browser_page",
    "counted",
    "everyday_words",
    "known_items",
    "paradigms_of",
    "plant",
    "proper_names",
    "read_paradigms",
    "read_queries",
    "recall",
    "reciprocal_rank",
    "report",
    "unknown_practices",
]
