"""From what people tell to the draft of an entry: by a form, a document, a spreadsheet, or asked at a terminal."""

from .adding import Adding, Deciding
from .answering import proposals_of
from .drafting import Drafter, free_id
from .forms import issue_form, issue_template
from .further_fields import is_told_field
from .importing import Imported, imported
from .interview import FIELD, Interview
from .limits import read_within_limits
from .making import Doubt
from .questions import QUESTIONS, Question
from .submission import Fault, UnusableSubmission
from .templates import TEMPLATES
from .understanding import Understood
from .writing import write_entries

__all__ = [
    "FIELD",
    "QUESTIONS",
    "TEMPLATES",
    "Adding",
    "Deciding",
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
    "is_told_field",
    "issue_form",
    "issue_template",
    "proposals_of",
    "read_within_limits",
    "write_entries",
]
