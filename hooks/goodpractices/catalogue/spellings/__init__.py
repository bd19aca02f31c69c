"""What people type for a number, an amount, a date or a name, and every way it can be read.

One reading is understood, several are a question, none is not understood: nothing is guessed. The words stand in
``words.yml``; the form reads the same words with the same rules in the browser, and a table of spellings tries both.
"""

from .lists import list_items, story_lists
from .plain import plain as plain_words
from .plain import without_unseen
from .quantities import Reading
from .reading import meant_instead, period_ends, placed, readings, written
from .tables import spelling_tables
from .tables import table as spelling_table

__all__ = [
    "Reading",
    "list_items",
    "meant_instead",
    "period_ends",
    "placed",
    "plain_words",
    "readings",
    "spelling_table",
    "spelling_tables",
    "story_lists",
    "without_unseen",
    "written",
]
