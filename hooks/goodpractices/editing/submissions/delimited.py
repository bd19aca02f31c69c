"""Tables as text (CSV) and plain texts, in whatever encoding and with whatever separator an office program writes."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from .asked import Asked
from .submission import unusable

_ENCODINGS = ("cp1250", "iso-8859-2", "cp1252", "cp852", "mac_latin2")
_RARE = ("cp852", "mac_latin2")
DELIMITERS = (";", ",", "\t", "|")
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
# What bytes of one encoding become when they are read as another: signs inside words, letters that no Polish word has.
_DAMAGED = re.compile(r"[^\W\d_][±¶¦¬ˇ¼½¾¿¹³²¸Ľ˘˝˛×÷¤§©«»](?=[^\W\d_])|[±¶¦¬ˇ¿¼](?=[^\W\d_]{2})|[\x80-\x9f\ufffd]")
_FOREIGN = frozenset("ŕčęďřůťŔČĎŘŮŤľĽĺĹňŇšŠžŽěĚ")
_WESTERN = frozenset("àèêïøùåæñãõÀÈÊÏØÙÅÆÑÃÕ")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CELLS = 200_000
_MOST_FIELD = 4 * 1024 * 1024

Rows = Sequence[Sequence[str]]


def decoded(data: bytes, asked: Asked) -> str:
    """The text in some bytes: the encoding is taken in which most questions are found and fewest letters are damaged.

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
    readable = [*_readable(data)]
    scores = [(_score(text, asked), -n) for n, (_, text) in enumerate(readable)]
    candidates = [
        (score, text)
        for score, (encoding, text) in zip(scores, readable, strict=True)
        if encoding not in _RARE or score[0][0] > 0
    ]
    if not candidates:
        raise unusable("submission.not_text")
    return max(candidates)[1]


def _with_marks(data: bytes) -> Iterator[str]:
    """Encodings that can be known for sure, by the marks at the beginning or by being valid at all."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    if b"\0" in data[:200]:
        yield "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    yield "utf-8-sig"


def _readable(data: bytes) -> Iterator[tuple[str, str]]:
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and not re.search(r"[\x80-\x84\x86-\x9f]", text):
            yield encoding, text


def _score(text: str, asked: Asked) -> tuple[int, int]:
    """How many questions a text holds, and how well its letters go together."""
    questions = sum(asked.find(part) is not None for part in set(re.split(r"[\n\r;,\t|#:\"]+", text)))
    letters = sum(letter in _POLISH or letter in _WESTERN for letter in text)
    damaged = len(_DAMAGED.findall(text))
    foreign = sum(letter in _FOREIGN for letter in text)
    return questions, letters - 4 * damaged - 2 * foreign


def read_csv(data: bytes, asked: Asked) -> Rows:
    """The cells of a CSV file: the separator is taken with which most questions stand in cells of their own.

    Raises:
        UnusableSubmission: the file is no text, or no table with any separator.
    """
    text = decoded(data, asked)
    if named := re.match(r"sep=(.)\r?\n", text):
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
