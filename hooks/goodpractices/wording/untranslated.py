"""Texts that stand in Polish where another language is spoken."""

ORIGINAL = "pl"
"""The language entries are written in; all others are translations."""


class Untranslated(str):
    """A Polish text in a catalogue told in another language; whoever prints it says which language it is in."""

    __slots__ = ()
