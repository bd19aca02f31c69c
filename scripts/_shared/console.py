"""What commands write beside and around their results.

The console of the measurements is as wide as the terminal, and of a set width where the output goes to a file.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def console_for(width_of_a_log: int = 120) -> Console:
    """A console to print tables on."""
    from rich.console import Console  # only the environments have it

    return Console(width=None if sys.stdout.isatty() else width_of_a_log)


def announce(message: str, end: str = "\n") -> None:
    """Say what is being set up, on the standard error: what a command gives out may be JSON, from the first run on."""
    print(message, end=end, file=sys.stderr, flush=True)
