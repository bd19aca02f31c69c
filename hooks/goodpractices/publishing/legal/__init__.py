"""What the law wants of a public website: the result of the audit, and the pages that follow from it."""

from .audit import AXE, NU, Audit, Finding, Tried, audit_from_earl, audit_to_earl
from .audit_page import audit_article
from .design import design_of
from .statement import missing_facts, privacy_article, statement_article, status_of

__all__ = [
    "AXE",
    "NU",
    "Audit",
    "Finding",
    "Tried",
    "audit_article",
    "audit_from_earl",
    "audit_to_earl",
    "design_of",
    "missing_facts",
    "privacy_article",
    "statement_article",
    "status_of",
]
