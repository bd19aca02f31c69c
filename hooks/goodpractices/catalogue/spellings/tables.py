"""The words of ``words.yml`` as they compare, for the readers here and for the one in the browser."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from ..fields import is_country, is_language
from .plain import plain

Table = Mapping[str, str]
"""What each word stands for, the word as ``plain`` writes it."""

_FILE = Path(__file__).with_name("words.yml")
_LOCALES = ("pl", "en")
# Words of answers to questions and letters, which the form does not ask.
_ANSWERS = (
    *("funding_roles", "units", "natures", "split_parts", "dimensions", "topics", "verdicts", "reserves", "unknowns"),
    *("formalities", "closings", "footers", "cues", "bounds", "leads", "roles", "offices", "evaluations"),
    "adoption_states",
)


@cache
def table(name: str) -> Table:
    """A table by its name in the file; a list of words is a table in which each stands for itself."""
    return _tables()[name]


def spelling_tables() -> dict[str, Table]:
    """The tables for the script of the form, with the names of countries and languages."""
    return {name: words for name, words in _tables().items() if name not in _ANSWERS}


@cache
def _tables() -> dict[str, Table]:
    with _FILE.open(encoding="utf-8") as file:
        # Only texts are built here: with types, YAML would read `no` as false.
        content: dict[str, Any] = yaml.load(file, Loader=yaml.CBaseLoader)  # noqa: S506
    tables = {name: _table(words) for name, words in content.items()}
    tables["countries"] = {**_names("territories", is_country), **tables["countries"]}
    return {**tables, "languages": _names("languages", is_language)}


def _table(words: Any) -> dict[str, str]:
    if isinstance(words, list):
        return {plain(word): plain(word) for word in words}
    return {plain(word): meaning for meaning, spelled in words.items() for word in spelled}


def _names(kind: str, is_code: Any) -> dict[str, str]:
    """The codes of countries or languages by their names in the languages people write in, and by themselves."""
    names: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in sorted(getattr(Locale(locale), kind).items()):
            if is_code(code):
                names.setdefault(plain(name), code)
                names.setdefault(plain(code), code)
    return names
