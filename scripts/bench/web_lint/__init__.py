"""Holds the styles and scripts of the site against the oldest browsers it is made for, by the data of MDN, and scripts
against their types.
"""

from .allowed import ALLOWED
from .problems import Problem, found_by, judged, says
from .types import SCRIPTS, found_in_types

__all__ = ["ALLOWED", "SCRIPTS", "Problem", "found_by", "found_in_types", "judged", "says"]
