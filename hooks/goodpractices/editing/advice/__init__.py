"""What could be better in entries that are in order: warnings, and the field to fill next. None of it stops a build."""

from .advising import advice, advice_on_text
from .next_field import NEXT_FIELDS

__all__ = ["NEXT_FIELDS", "advice", "advice_on_text"]
