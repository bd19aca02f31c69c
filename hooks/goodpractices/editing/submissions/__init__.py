"""From what people tell to the draft of an entry: by a form, a document, a spreadsheet, or asked at a terminal."""

from .drafting import Doubt, Drafter, free_id
from .forms import issue_form, issue_template
from .importing import Imported, imported
from .interview import Interview
from .limits import read_within_limits
from .questions import QUESTIONS, Question
from .submission import Fault, UnusableSubmission
from .templates import TEMPLATES
from .understanding import Understood
from .writing import write_entries

__all__ = [
    "QUESTIONS",
    "TEMPLATES",
    "Doubt",
    "Drafter",
    "Fault",
    "Imported",
    "Interview",
    "Question",
    "Understood",
    "UnusableSubmission",
    "free_id",
    "imported",
    "issue_form",
    "issue_template",
    "read_within_limits",
    "write_entries",
]
