"""What checks an entry and its translation against the model; each made once."""

from .model import Practice, Translation
from .validation import Validator

PRACTICE = Validator(Practice)
TRANSLATION = Validator(Translation)
