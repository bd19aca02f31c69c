"""Days that are given to commands."""

from __future__ import annotations

import argparse
from datetime import date


def day(text: str) -> date:
    """A day as it is written in files.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("Podaj dzień jako rok-miesiąc-dzień, np. 2027-01-15.") from error
