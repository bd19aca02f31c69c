"""The search index: what is found, in which forms of the words, and the files the browser reads it from."""

from .analysed import AnalysedTexts, analyse_texts
from .documents import SORTS, ResultCard
from .fields import FIELDS, passages_of, stories
from .index import CORE_FILE, SearchIndex, build_index, index_files
from .known_languages import load_morphology
from .morphology import Morphology, Word
from .other_pages import OTHER_PAGES, OtherPage, other_pages
from .tokens import fold, words

__all__ = [
    "CORE_FILE",
    "FIELDS",
    "OTHER_PAGES",
    "SORTS",
    "AnalysedTexts",
    "Morphology",
    "OtherPage",
    "ResultCard",
    "SearchIndex",
    "Word",
    "analyse_texts",
    "build_index",
    "fold",
    "index_files",
    "load_morphology",
    "other_pages",
    "passages_of",
    "stories",
    "words",
]
