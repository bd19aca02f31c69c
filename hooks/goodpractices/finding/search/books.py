"""The word lists of this package that are YAML, read by the parser written in C, which is much quicker."""

from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


def book(name: str) -> Any:
    """What a file beside this module holds."""
    with (_FOLDER / name).open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)
