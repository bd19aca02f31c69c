"""The form that officials fill in: a page, and the data its scripts ask, check and write by."""

from .data import CODES_OF_NUMBERS, PER_FILE, data_address, entry_file, form_data
from .gazetteer import gazetteer_files, gazetteer_stamp
from .page import FORM_SCRIPTS, form_article
from .steps import STEPS as FORM_STEPS

__all__ = [
    "CODES_OF_NUMBERS",
    "FORM_SCRIPTS",
    "FORM_STEPS",
    "PER_FILE",
    "data_address",
    "entry_file",
    "form_article",
    "form_data",
    "gazetteer_files",
    "gazetteer_stamp",
]
