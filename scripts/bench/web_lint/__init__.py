"""Holds the styles and scripts of the site against the oldest browsers it is made for, by the data of MDN."""

from .allowed import ALLOWED
from .problems import Problem, found_by, judged, says

__all__ = ["ALLOWED", "Problem", "found_by", "judged", "says"]
