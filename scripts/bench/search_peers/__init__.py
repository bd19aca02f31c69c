"""Other search engines beside ours: the same documents, the same queries, the same browser."""

from .documents import Document, documents_of
from .engines import Engine, minisearch, ours, pagefind
from .measuring import Cost, answers_of, cost_of
from .report import Measured, shown

__all__ = [
    "Cost",
    "Document",
    "Engine",
    "Measured",
    "answers_of",
    "cost_of",
    "documents_of",
    "minisearch",
    "ours",
    "pagefind",
    "shown",
]
