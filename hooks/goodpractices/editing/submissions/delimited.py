"""Tables as text (CSV) and plain texts, in whatever encoding and with whatever separator an office program writes."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from .asked import Asked
from .submission import unusable

_COMMON = ("cp1250", "iso-8859-2", "cp1252")
# Of old systems; they make letters of any bytes, so they are believed only for the questions that are found.
_RARE = ("cp852", "mac_latin2")
DELIMITERS = (";", ",", "\t", "|")
_LETTERS = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻàèêïøùåæñãõÀÈÊÏØÙÅÆÑÃÕäöüßéçÄÖÜÉÇ")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_OF_EIGHT_BITS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SEPARATOR = re.compile(r"sep=(.)\r?\n")
"""The line that tells Excel what parts cells."""
_PASTED = re.compile("[\udc80-\udcff]+")
_MOST_CELLS = 200_000
_MOST_FIELD = 4 * 1024 * 1024

Rows = Sequence[Sequence[str]]


def decoded(data: bytes, asked: Asked) -> str:
    """The text in some bytes: the encoding is taken in which most questions and letters of ours are found.

    Raises:
        UnusableSubmission: they are no text.
    """
    for encoding in _with_marks(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and (text or not data):
            return text
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unusable("submission.not_text")
    if mixed := _mostly_utf8(data):
        return mixed
    common = _best(data, _COMMON, asked)
    rare = _best(data, _RARE, asked)
    if rare and rare[0][0] > (common[0][0] if common else 0):
        return rare[1]
    if common is None:
        raise unusable("submission.not_text")
    return common[1]


def _with_marks(data: bytes) -> Iterator[str]:
    """Encodings that can be known for sure, by the marks at the beginning or by being valid at all."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    if b"\0" in data[:200]:
        yield "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    yield "utf-8-sig"


def _mostly_utf8(data: bytes) -> str:
    """UTF-8 into which something of a Polish Windows was pasted; nothing where it is not mainly UTF-8."""
    text = data.decode("utf-8-sig", "surrogateescape")
    pasted = sum("\udc80" <= letter <= "\udcff" for letter in text)
    if sum(letter > "\x7f" for letter in text) <= 2 * pasted or _CONTROLS.search(text):
        return ""
    return _PASTED.sub(lambda found: found[0].encode("utf-8", "surrogateescape").decode("cp1250", "replace"), text)


def _best(data: bytes, encodings: Sequence[str], asked: Asked) -> tuple[tuple[int, int], str] | None:
    """The text in the encoding that fits best, and how well (``_score``); nothing where none makes a text."""
    best: tuple[tuple[int, int], str] | None = None
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS_OF_EIGHT_BITS.search(text) and (best is None or _score(text, asked) > best[0]):
            best = (_score(text, asked), text)
    return best


def _score(text: str, asked: Asked) -> tuple[int, int]:
    """How many questions a text holds, and how many letters as they are written in Poland and west of it."""
    questions = sum(asked.find(part) is not None for part in set(re.split(r"[\n\r;,\t|#:\"]+", text)))
    return questions, sum(letter in _LETTERS for letter in text)


def read_csv(data: bytes, asked: Asked) -> Rows:
    """The cells of a CSV file: the separator is taken with which most questions stand in cells of their own.

    Raises:
        UnusableSubmission: the file is no text, or no table with any separator.
    """
    text = decoded(data, asked)
    if named := SEPARATOR.match(text):
        return _cells(text[named.end() :], named[1])
    tried: list[tuple[tuple[int, int, int, int], Rows]] = []
    failed: csv.Error | None = None
    for n, delimiter in enumerate(DELIMITERS):
        try:
            rows = _cells(text, delimiter)
        except csv.Error as error:
            failed = failed or error
            continue
        tried.append((_fit(rows, n, asked), rows))
    best = max(tried, key=lambda each: each[0], default=None)
    if best is None or (failed and best[0][0] == 0):
        raise unusable("submission.bad_csv", detail=failed) from failed
    return best[1]


def _cells(text: str, delimiter: str) -> Rows:
    csv.field_size_limit(_MOST_FIELD)
    rows: list[list[str]] = []
    count = 0
    for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True):
        rows.append(row)
        count += len(row)
        if count > _MOST_CELLS:
            raise unusable("submission.too_many_elements")
    return rows


def _fit(rows: Rows, n: int, asked: Asked) -> tuple[int, int, int, int]:
    """How well a separator fits: questions found, then cells of the first row and of all; else the first one tried."""
    found = sum(asked.find(cell, also=True) is not None for row in rows[:200] for cell in row)
    return found, len(rows[0]) if rows else 0, sum(map(len, rows)), -n
