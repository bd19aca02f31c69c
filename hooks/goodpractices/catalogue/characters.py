"""Characters that no text of an entry may hold: those nobody sees, and marks that pile up over their neighbours."""

import re
from collections.abc import Iterator

from .problems import Problem

MOST_MARKS = 4
"""How many marks one letter may carry. Vietnamese needs two beyond its letter, Greek with all its accents three, Hebrew
with vowels and cantillation four; with more the marks lie over the lines above and below."""

# What emoji are made of, as far as they are joined to one: arrows, symbols, pictures. U+FE0F asks for the coloured one.
_EMOJI = r"\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_JOINS = _EMOJI + r"\ufe0f"

# Characters that change how text is shown without being seen, or that no text needs: C0 and C1 controls, direction
# marks and overrides (the "Trojan Source" set), zero-width characters, line and paragraph separators, letters that
# leave a blank (Hangul fillers, the Mongolian vowel separator), and the tags and selectors of plane 14, in which whole
# sentences can be hidden. Tab and line feed stay.
_UNSEEN = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\u3164"
    r"\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
# As some programs write emoji in YAML, the joiner between them as it is.
_ESCAPED = r"\\U0001[0-9A-Fa-f]{4}"
# Between two emoji the joiner is a letter of the one they make, a family for example; elsewhere it hides.
CONTROL = re.compile(rf"{_UNSEEN}|(?<![{_JOINS}])(?<!{_ESCAPED})\u200d|\u200d(?![{_EMOJI}]|{_ESCAPED})")
# The same without a look behind, which Safari did not know before 16.4: what is found is the last character of a match.
CONTROL_IN_BROWSERS = rf"{_UNSEEN}|(?:^|[^{_JOINS}])\u200d|\u200d(?![{_EMOJI}])"

# Marks of the scripts that people pile up: Latin, Greek, Cyrillic, Hebrew, Arabic, Thai, and those for any script.
_MARK = (
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u0e31"
    r"\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1abe\u1dc0-\u1df5\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]"
)
STACKED_MARKS = re.compile(rf"{_MARK}{{{MOST_MARKS + 1},}}")


def control_characters(text: str) -> Iterator[Problem]:
    """Each character that is not seen but changes how the text is shown."""
    for found, line, column in _places(CONTROL, text):
        yield Problem("control_character", params={"value": code_of(found)}, line=line, column=column)


def stacked_marks(text: str) -> Iterator[Problem]:
    """Each letter with more marks than any language writes."""
    for found, line, column in _places(STACKED_MARKS, text):
        # The letter itself is where a person would look for it.
        yield Problem("stacked_marks", params=marks_params(found), line=line, column=max(column - 1, 1))


def unwanted_characters(text: str) -> Iterator[Problem]:
    """All of that in a file, each kind in the order of the text."""
    yield from control_characters(text)
    yield from stacked_marks(text)


def without_control_characters(text: str) -> str:
    """The same text with a blank for each, so that reading can go on and every place stays where it was."""
    return CONTROL.sub(" ", text)


def code_of(character: str) -> str:
    """``U+200D``: how Unicode names a character that is not seen."""
    return f"U+{ord(character):04X}"


def marks_params(marks: str) -> dict[str, int]:
    """What the message about marks says of some."""
    return {"count": len(marks), "most": MOST_MARKS}


def _places(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    if pattern.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for found in pattern.finditer(line):
            yield found[0], number, found.start() + 1
