"""The search index: what is found, in which forms of the words, and the files the browser reads it from."""

from .fields import FIELDS
from .index import SearchIndex, build_index
from .morphology import Morphology, Word, load_morphology
from .tokens import fold, words

__all__ = [
    "FIELDS",
    "Morphology",
    "SearchIndex",
    "Word",
    "build_index",
    "fold",
    "load_morphology",
    "words",
]
