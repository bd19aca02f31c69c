"""What the site says, and how Polish sorts, folds, counts and breaks lines."""

from .dates import DateParts, at_date_in_words, date_in_words, day_in_words, range_in_words
from .numbers import Number
from .polish import fold, letter_of, list_order, polish_order, slug
from .translations import Translations, languages
from .typography import NO_BREAK, bind_short_words, bind_short_words_in_html, with_soft_hyphens
from .untranslated import ORIGINAL, Untranslated, said_or_polish

__all__ = [
    "NO_BREAK",
    "ORIGINAL",
    "DateParts",
    "Number",
    "Translations",
    "Untranslated",
    "at_date_in_words",
    "bind_short_words",
    "bind_short_words_in_html",
    "date_in_words",
    "day_in_words",
    "fold",
    "languages",
    "letter_of",
    "list_order",
    "polish_order",
    "range_in_words",
    "said_or_polish",
    "slug",
    "with_soft_hyphens",
]
