"""Ways to a practice: groups, related practices, the newest, documents for the search."""

from .documents import SearchDocument, search_documents
from .groups import DIMENSIONS, Group, Groups, group_practices
from .newest import newest, state_date
from .related import Related, RelatedPractices

__all__ = [
    "DIMENSIONS",
    "Group",
    "Groups",
    "Related",
    "RelatedPractices",
    "SearchDocument",
    "group_practices",
    "newest",
    "search_documents",
    "state_date",
]
