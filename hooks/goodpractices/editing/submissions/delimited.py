"""Tables as text (CSV) and plain texts, in whatever encoding and with whatever separator an office program writes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from .asked import Asked
from .submission import unusable

_COMMON = ("cp1250", "iso-8859-2", "cp1252")
# Of old systems; they make letters of any bytes, so they are believed only for the questions that are found.
_RARE = ("cp852", "mac_latin2")
DELIMITERS = (";", ",", "\t", "|")
_RARE_DELIMITERS = ("^", "~", "¦", ":")
"""Signs that stand in answers as well: they part cells only where more questions are found so."""
_LETTERS = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻàèêïøùåæñãõÀÈÊÏØÙÅÆÑÃÕäöüßéçÄÖÜÉÇ")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_OF_EIGHT_BITS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SEPARATOR = re.compile(r'"?sep= ?([^\s"]|\t)"?[ \t]*(?:\r\n?|\n)', re.IGNORECASE)
"""The line that tells Excel what parts cells."""
_END_OF_FILE = b"\x1a"
"""How programs of DOS end a text."""
_PASTED = re.compile("[\udc80-\udcff]+")
_OF_WRONG_READING = "ÄĹĂâ"
"""What the first bytes of our letters and dashes in UTF-8 are in Windows."""
_OF_SEVEN_BITS = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")
"""A letter of ours as UTF-7 writes it, which old programs of mail export."""
_MOST_CELLS = 200_000
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
_MOST_FIELD = 4 * 1024 * 1024

Rows = Sequence[Sequence[str]]


def decoded(data: bytes, asked: Asked) -> str:
    """The text in some bytes: the encoding is taken in which most questions and letters of ours are found.

    Raises:
        UnusableSubmission: they are no text.
    """
    data = data.removesuffix(_END_OF_FILE)
    for encoding in _with_marks(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and (text or not data):
            return _read_wrongly_once(text) or _of_seven_bits(data) or text
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
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        yield "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    if b"\0" in data[:200]:
        yield "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    yield "utf-8-sig"


def _read_wrongly_once(text: str) -> str:
    """The text of which this one was made: UTF-8 that a Polish Windows took for its own and saved.

    That all of a text reads as UTF-8 a second time is no accident, so it is believed; nothing where it does not.
    """
    if not any(sign in text for sign in _OF_WRONG_READING):
        return ""
    try:
        saved = b"".join(_as_windows_saves(letter) for letter in text)
        read = saved.decode("utf-8-sig")
    except UnicodeError:
        return ""
    return read if text != read and not _CONTROLS_OF_EIGHT_BITS.search(read) else ""


def _as_windows_saves(letter: str) -> bytes:
    """A letter as a Polish Windows saves it, which keeps the five bytes that are no letter of its own."""
    return letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode("cp1250")


def _of_seven_bits(data: bytes) -> str:
    """The text in UTF-7; nothing where it makes no letters of ours."""
    if not data.isascii() or not _OF_SEVEN_BITS.search(data):
        return ""
    try:
        text = data.decode("utf-7")
    except UnicodeDecodeError:
        return ""
    foreign = {letter for letter in text if letter > "\x7f"}
    return text if foreign and foreign <= _LETTERS | set("–—„”…\u00a0") else ""


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
        UnusableSubmission: the file is no text, or has too many cells.
    """
    text = decoded(data, asked)
    if named := SEPARATOR.match(text):
        return cells_of(text[named.end() :], named[1])
    best = _best_fit(text, asked)
    if _fit(best, 0, asked)[0] == 0 and all(len(row) <= 1 for row in best):  # whole lines were put into quotation marks
        inside = _best_fit("\n".join(row[0] for row in best if row), asked)
        best = inside if _fit(inside, 0, asked)[0] > 0 else best
    return best


def _best_fit(text: str, asked: Asked) -> Rows:
    tried = [(cells_of(text, delimiter), n) for n, delimiter in enumerate((*DELIMITERS, *_RARE_DELIMITERS))]
    return max(tried, key=lambda each: _fit(each[0], each[1], asked))[0]


def cells_of(text: str, delimiter: str, most: int = _MOST_CELLS) -> list[list[str]]:
    """The cells of a text. Every text has some: quotation marks that nobody closed are letters as any other."""
    at, reader = 0, _reader(delimiter)
    rows: list[list[str]] = [[]]
    count = 0
    while at < len(text):
        found = reader.match(text, at)
        assert found is not None  # it matches the empty text as well  # noqa: S101
        quoted, escaped, plain, end = found.groups()
        rows[-1].append(_unquoted(quoted, escaped, plain))
        count += 1
        if count > most or len(rows[-1][-1]) > _MOST_FIELD:
            raise unusable("submission.too_many_elements")
        at = found.end()
        if end != delimiter and at < len(text):
            rows.append([])
        elif end == delimiter and at == len(text):
            rows[-1].append("")
    return rows if rows != [[]] else []


@cache
def _reader(delimiter: str) -> re.Pattern[str]:
    """What one cell looks like, and what follows it: in quotation marks, in such with escapes of programmers, plain."""
    each = re.escape(delimiter)
    end = rf"({each}|\r\n|\r|\n|\Z)"
    ends = rf"(?={each}|[\r\n]|\Z)"
    blank = " *" if delimiter != " " else ""
    quoted = rf'{blank}"((?>(?:[^"]|"")*))"{blank}{ends}'
    escaped = rf'{blank}"((?>(?:[^"\\]|\\.)*))"{blank}{ends}'
    return re.compile(rf"(?:{quoted}|{escaped}|([^\r\n{each}]*)){end}", re.DOTALL)


def _unquoted(quoted: str | None, escaped: str | None, plain: str | None) -> str:
    if quoted is not None:
        return quoted.replace('""', '"')
    if escaped is not None:
        return re.sub(r"\\(.)", r"\1", escaped, flags=re.DOTALL)
    shown = _AS_TEXT.fullmatch(plain or "")  # so that Excel takes it for no number
    return shown[1].replace('""', '"') if shown else plain or ""


def _fit(rows: Rows, n: int, asked: Asked) -> tuple[int, bool, int, int, int]:
    """How well a separator fits: questions found, not a rare one, cells of the first row and of all; else the first."""
    found = sum(bool(asked.find(cell, also=True) or asked.find_head(cell)) for row in rows[:200] for cell in row)
    return found, n < len(DELIMITERS), len(rows[0]) if rows else 0, sum(map(len, rows)), -n
