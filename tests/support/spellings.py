"""The spellings that Python and the script of the form both have to read."""

from functools import cache
from typing import Any

import yaml
from tests.support.entries import CASES


@cache
def spellings() -> dict[str, dict[str, Any]]:
    """What each spelling means, by kind and as it is typed."""
    content: dict[str, dict[str, Any]] = yaml.load(
        (CASES / "_spellings.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return content


@cache
def usual_spellings() -> dict[str, list[dict[str, Any]]]:
    """Usual Polish spellings with the fields of an entry they become, all of them as text but numbers."""
    text = (CASES / "_usual_spellings.yml").read_text(encoding="utf-8")
    content: dict[str, list[dict[str, Any]]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
    return content
