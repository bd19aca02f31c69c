"""The page of a practice and that of its text easy to read: what goes in, and the article that comes out.

Each block of the page is a module: a frozen record with what its template prints, and the function that fills it.
"""

from .article import practice_article
from .easy_text import EasyTextInputs, easy_text_article
from .inputs import PracticeInputs, practice_inputs
from .labels import Labels
from .meeting import MeetingInputs, meeting_article
from .money import exchanged_amount, rate_in_words
from .transfer import MEANS

__all__ = [
    "MEANS",
    "EasyTextInputs",
    "Labels",
    "MeetingInputs",
    "PracticeInputs",
    "easy_text_article",
    "exchanged_amount",
    "meeting_article",
    "practice_article",
    "practice_inputs",
    "rate_in_words",
]
