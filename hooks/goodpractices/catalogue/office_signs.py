"""What an office program puts into YAML in place of signs of the keyboard: its blanks, list marks and quotes.

YAML takes them for letters, so its own complaint would be about something else. Here they are named as what they are,
where they stand.
"""

import re
from collections.abc import Iterator, Sequence

from .characters import code_of
from .problems import Location, Problem
from .spellings import placed, readings

_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARK = "•·◦▪●○■►➢✓–—\uf0b7\uf0a7"
OFFICE = re.compile(f"[{_BLANK}{_MARK}„“”«»‘’‚−]")
"""Any such sign: a text without one needs no closer look."""

_INDENT = re.compile(f"[ \t]*([{_BLANK}])")
_AFTER_COLON = re.compile(f"[ \t]*(?:- +)?[\"']?[A-Za-z_][\\w-]*[\"']?:([{_BLANK}])")
_LIST_MARK = re.compile(f"[ \t]*([{_MARK}])[ {_BLANK}\t]")
_CURLY_QUOTE = re.compile(r"[ \t]*(?:- +)?(?:[A-Za-z_][\w-]*: +)?([„“”«])")
# A text in quotes that goes on behind its own closing quote; the other kind of quote is a letter in it.
_INNER_QUOTE = re.compile(
    r"[ \t]*(?:- +)?(?:[A-Za-z_][\w-]*: +)?(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')(?=[ \t]*[^\s,}\]#:])"
)
_BLOCK = re.compile(r"([ \t]*+).*(?::|-)[ \t]++[|>][+-]?[0-9]?[ \t]*(?:#.*)?")
_ANY_BLANK = re.compile(f"[{_BLANK}]")
_FIELD_AND_BLANK = re.compile(f"[A-Za-z_][\\w-]*:([{_BLANK}])")
_NUMBER_START = re.compile(r"-?[0-9]+")
# https://yaml.org/spec/1.1/#id871136
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML 1.1 counts them, which knows more line breaks than the keyboard."""
    return _LINE_BREAK.split(text)


def faults_of_layout(text: str, first_line: int, line: int) -> list[Problem]:
    """The signs that keep a text from being read as YAML, each in its place; none where something else does.

    Args:
        text: the YAML that was refused.
        first_line: the number of its first line in the file.
        line: the number of the line that was refused, for signs that are no fault elsewhere.
    """
    lines = lines_of(text)
    found = [*_layout(lines, first_line), *_quotes(lines, first_line, line)]
    return sorted(found, key=lambda each: each.line)


def _layout(lines: Sequence[str], first_line: int) -> Iterator[Problem]:
    for n, line in _outside_blocks(lines):
        for pattern, key in (
            (_INDENT, "yaml_office_indent"),
            (_AFTER_COLON, "yaml_office_after_colon"),
            (_LIST_MARK, "yaml_office_list"),
        ):
            if sign := pattern.match(line):
                yield _fault(key, (), sign[1], n + first_line, sign.start(1) + 1)
                break


def _quotes(lines: Sequence[str], first_line: int, refused: int) -> Iterator[Problem]:
    for n, line in _outside_blocks(lines):
        if inner := _INNER_QUOTE.match(line):
            sign = inner[0][-1]
            key = "yaml_quote_in_quotes" if sign == '"' else "yaml_apostrophe_in_apostrophes"
            yield _fault(key, (), sign, n + first_line, inner.end())
        elif n + first_line == refused and (curly := _CURLY_QUOTE.match(line)):
            yield _fault("yaml_office_quote", (), curly[1], n + first_line, curly.start(1) + 1)


def _outside_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without those of texts that go on below ``|`` or ``>``."""
    block = -1
    for n, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (not line.strip(" ") or indent > block):
            continue
        found = _BLOCK.fullmatch(line)
        block = len(found[1]) if found else -1
        yield n, line


def list_marks(location: Location, lines: Sequence[str], first: int, last: int, first_line: int) -> list[Problem]:
    """The office list marks that begin lines of one text, which YAML reads as its words."""
    found = ((n, _LIST_MARK.match(lines[n])) for n in range(first, min(last + 1, len(lines))))
    return [
        _fault("yaml_office_list", location, sign[1], n + first_line, sign.start(1) + 1) for n, sign in found if sign
    ]


def blank_in_key(location: Location, key: str, line: int, column: int) -> list[Problem]:
    """The office blank that stands in the name of a field."""
    sign = _ANY_BLANK.search(key)
    return [_fault("yaml_office_blank", location, sign[0], line, column + sign.start())] if sign else []


def blank_after_colon(location: Location, text: str, line: int, column: int) -> list[Problem]:
    """The office blank behind a colon, for which YAML takes the field and its value for one text."""
    sign = _FIELD_AND_BLANK.match(text)
    return [_fault("yaml_office_after_colon", location, sign[1], line, column + sign.start(1))] if sign else []


def id_from_keyboard(text: str) -> str:
    """An id as it would be typed: without office blanks around it, a hyphen in place of a dash or a blank inside."""
    return re.sub(f"[ {_BLANK}–—−]+", "-", text.strip())


def torn_number(name: str, before: str, after: str) -> Problem | None:
    """The number that a comma between braces tore apart, if it did: ``{amount: 9,2 mln zł}``."""
    if not _NUMBER_START.fullmatch(before):
        return None
    typed = f"{before},{after}"
    beside = ("currency", "precision") if name == "amount" else ("unit", "precision")
    meant = [parts for each in readings("number", typed) if (parts := placed(each, name, beside))]
    write = ", ".join(f"{part}: {value}" for part, value in meant[0].items()) if len(meant) == 1 else ""
    return Problem("yaml_torn_number", params={"value": typed, "write": write})


def _fault(key: str, location: Location, sign: str, line: int, column: int) -> Problem:
    return Problem(key, location, {"value": sign, "code": code_of(sign)}, line=line, column=column)
