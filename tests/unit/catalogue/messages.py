"""Which messages the code can give, found by reading it, and which the wording has words for."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import goodpractices.catalogue
from goodpractices.catalogue.loading import _MISSING
from goodpractices.catalogue.validation import _KEYS
from goodpractices.catalogue.yaml_reader import _KNOWN_FAULTS
from goodpractices.wording import Translations

ROOM = Path(goodpractices.catalogue.__file__).parent

# What a message may have added to it.
_ADDED = {"suggestion", "write", "readings", "office"}
# Functions that are given the key of a message, and which of their arguments it is.
_GIVEN = {
    "Problem": 0,
    "refuse": 0,
    "problem": 0,
    "_problem": 0,
    "_repeated": 1,
    "_matching": 1,
    "_edtf": 1,
    "_report_at": 2,
}


@cache
def keys_in_code() -> frozenset[str]:
    """Each key the catalogue can put into a problem."""
    keys = {*_KEYS.values(), *_MISSING.values(), "yaml_syntax", *(f"yaml_{name}" for _, name in _KNOWN_FAULTS)}
    for path in ROOM.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        keys |= set(_keys_in_calls(tree)) | set(_keys_elsewhere(tree))
    return frozenset(keys)


def keys_in_words(t: Translations) -> set[str]:
    """Each key under ``problem.`` that the wording has a text for."""
    keys = {key.removeprefix("problem.").removesuffix(".far") for key in t.entries if key.startswith("problem.")}
    return keys - _ADDED


def _keys_in_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in _GIVEN and len(node.args) > _GIVEN[name]:
            yield from _texts(node.args[_GIVEN[name]])


def _texts(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def _keys_elsewhere(tree: ast.AST) -> Iterator[str]:
    """Texts of the code that are keys of messages, for instance in tables."""
    known = keys_in_words(Translations.load("pl"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in known:
            yield node.value
