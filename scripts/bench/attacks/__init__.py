"""Runs hostile inputs, each in a process of its own, and says what became of them. Linux and macOS."""

from .trying import MOST_MEMORY, MOST_SECONDS, Attack, Outcome, Refused, table, tried

__all__ = ["MOST_MEMORY", "MOST_SECONDS", "Attack", "Outcome", "Refused", "table", "tried"]
