"""Mutants: single changes of the code that its tests should notice, drawn at random, tried one by one, and counted.

What is common to every language stands in ``mutants.py``, ``trying.py`` and ``reporting.py``; ``javascript.py`` finds
the changes of a script and ``python.py`` those of a module; ``site_scripts.py`` and ``packages.py`` say which tests try
them.
"""

from .javascript import mutants_of_script
from .mutants import Mutant, draw
from .packages import Packages
from .python import mutants_of_module
from .reporting import Score, report
from .site_scripts import SiteScripts
from .trying import Outcome, Verdict, try_all

__all__ = [
    "Mutant",
    "Outcome",
    "Packages",
    "Score",
    "SiteScripts",
    "Verdict",
    "draw",
    "mutants_of_module",
    "mutants_of_script",
    "report",
    "try_all",
]
