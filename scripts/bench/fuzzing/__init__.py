"""Mutated entries, and the trial each of them has to stand."""

from .mutants import Mutant, mutant, mutants, original_entries
from .trial import LIMIT_MEMORY, LIMIT_SECONDS, Ground, Report, Trial, run_trials

__all__ = [
    "LIMIT_MEMORY",
    "LIMIT_SECONDS",
    "Ground",
    "Mutant",
    "Report",
    "Trial",
    "mutant",
    "mutants",
    "original_entries",
    "run_trials",
]
