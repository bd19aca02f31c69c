"""Texts that stand in Polish where another language is spoken."""

ORIGINAL = "pl"
"""The language entries are written in; all others are translations."""


class Untranslated(str):
    """A Polish text in a catalogue in another language; whoever prints it says which language it is in."""

    __slots__ = ()


def said_or_polish(said: str | None, polish: str | None) -> str | None:
    """What is said in another language; where nobody has said it, the Polish text, marked as such, if there is one."""
    return said or (Untranslated(polish) if polish else None)
