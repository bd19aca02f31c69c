"""What editors are told about their entries, and the ways to new ones: people's words and the open data."""

from . import collections, inquiries
from .accepting import accept_proposals
from .advice import advice
from .changed_files import changed_files, files_as_markdown, files_as_text
from .changes import Change, as_markdown, as_text, changes
from .entry_text import yaml_text
from .formats import FORMATS
from .guide import Guide
from .rebuilding import UnusableData, pictures, practice_files
from .reports import listed_in_colour, of_severity, printable, problem_line, problem_text, report, told_of_consents
from .schemas import file_schemas, published_schemas, schema_settings
from .submissions import (
    FIELD,
    QUESTIONS,
    TEMPLATES,
    Adding,
    Deciding,
    Doubt,
    Drafter,
    Fault,
    Imported,
    Interview,
    Question,
    Understood,
    UnusableSubmission,
    free_id,
    imported,
    is_told_field,
    issue_form,
    issue_template,
    read_within_limits,
    write_entries,
)
from .upkeep import (
    Manners,
    Visit,
    coverage_table,
    link_report,
    missing_lines,
    overdue_reviews,
    upkeep_report,
    visit_all,
)
from .withdrawing import Withdrawal, with_consent, withdrawn

__all__ = [
    "FIELD",
    "FORMATS",
    "QUESTIONS",
    "TEMPLATES",
    "Adding",
    "Change",
    "Deciding",
    "Doubt",
    "Drafter",
    "Fault",
    "Guide",
    "Imported",
    "Interview",
    "Manners",
    "Question",
    "Understood",
    "UnusableData",
    "UnusableSubmission",
    "Visit",
    "Withdrawal",
    "accept_proposals",
    "advice",
    "as_markdown",
    "as_text",
    "changed_files",
    "changes",
    "collections",
    "coverage_table",
    "file_schemas",
    "files_as_markdown",
    "files_as_text",
    "free_id",
    "imported",
    "inquiries",
    "is_told_field",
    "issue_form",
    "issue_template",
    "link_report",
    "listed_in_colour",
    "missing_lines",
    "of_severity",
    "overdue_reviews",
    "pictures",
    "practice_files",
    "printable",
    "problem_line",
    "problem_text",
    "published_schemas",
    "read_within_limits",
    "report",
    "schema_settings",
    "told_of_consents",
    "upkeep_report",
    "visit_all",
    "with_consent",
    "withdrawn",
    "write_entries",
    "yaml_text",
]
