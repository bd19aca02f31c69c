"""How good the search is: queries, the browser that answers them, and what the answers are worth."""

from .asking import ask, browser_page
from .everyday import everyday_words, proper_names
from .known_items import known_items
from .metrics import Answer, Report, Scores, counted, precision, recall, reciprocal_rank, report, within
from .paradigms import HOW_TO_INSTALL, Lemma, Paradigms, paradigms_of, read_paradigms
from .planting import Ground, plant
from .queries import ABSENT, NEEDS, TYPO, Query, read_queries, unknown_practices

__all__ = [
    "ABSENT",
    "HOW_TO_INSTALL",
    "NEEDS",
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
    "precision",
    "proper_names",
    "read_paradigms",
    "read_queries",
    "recall",
    "reciprocal_rank",
    "report",
    "unknown_practices",
    "within",
]
