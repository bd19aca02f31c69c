"""Whole collections of others: read by a map that a person finishes, compared with what was taken over before."""

from .collection_map import CollectionMap, UnusableMap, read_map
from .collection_report import as_markdown, as_text
from .importing_collections import Import, checked, prepared, written
from .proposing import proposed_map

__all__ = [
    "CollectionMap",
    "Import",
    "UnusableMap",
    "as_markdown",
    "as_text",
    "checked",
    "prepared",
    "proposed_map",
    "read_map",
    "written",
]
