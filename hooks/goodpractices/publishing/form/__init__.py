"""The form that officials fill in: a page, and the data its scripts ask, check and write by."""

from .data import data_address, entry_files, form_data
from .page import FORM_SCRIPTS, form_article
from .steps import STEPS as FORM_STEPS

__all__ = ["FORM_SCRIPTS", "FORM_STEPS", "data_address", "entry_files", "form_article", "form_data"]
