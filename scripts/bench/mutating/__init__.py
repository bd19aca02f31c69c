"""Mutants: single changes of the code that its tests should notice, drawn at random, tried one by one, and counted.

What is common to every language stands in ``mutants.py``, ``trying.py`` and ``reporting.py``; ``javascript.py`` finds
the changes of a script, ``site_scripts.py`` says which tests try them.
"""

from .javascript import mutants_of_script
from .mutants import Mutant, draw
from .reporting import Score, report
from .site_scripts import SiteScripts
from .trying import Outcome, Verdict, try_all

__all__ = [
    "Mutant",
    "Outcome",
    "Score",
    "SiteScripts",
    "Verdict",
    "draw",
    "mutants_of_script",
    "report",
    "try_all",
]
