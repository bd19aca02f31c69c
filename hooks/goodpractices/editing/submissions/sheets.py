"""A spreadsheet of submissions: a row a practice under the labels of the questions, or one practice in two columns."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from ...wording import Translations
from .submission import Fault, Submission, UnusableSubmission, comparable, questions_by_label, unusable

MAX_ROWS = 500
MAX_COLUMNS = 100
MAX_CELL = 20_000

Rows = Sequence[Sequence[str]]


def read_csv(data: bytes) -> Rows:
    """The cells of a CSV file in UTF-8, or in the Windows-1250 of older Polish spreadsheets; they are split at the sign
    that its first line has most of.

    Raises:
        UnusableSubmission: the file is no text, or has a cell that is too long.
    """
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise unusable("submission.bad_csv", detail=error) from error


def read_rows(rows: Rows, sheet: str, t: Translations) -> list[Submission]:
    """The submissions in a table, whichever way round it was filled.

    Raises:
        UnusableSubmission: it holds no question of the catalogue, one of them twice, or more than a table may.
    """
    _refuse_too_much(rows, sheet, t)
    labels = questions_by_label(t)
    filled = [(n, list(row)) for n, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise unusable("submission.empty")
    across = [cell for cell in filled[0][1] if comparable(cell) in labels]
    down = [row[0] for _, row in filled if comparable(row[0]) in labels]
    if max(len(across), len(down)) == 0:
        raise unusable("submission.no_columns", known=", ".join(f"„{each.label(t)}”" for each in labels.values()))
    if len(down) > len(across):
        return [_two_columns(filled, sheet, t)]
    return list(_row_by_row(filled, sheet, t))


def _row_by_row(filled: list[tuple[int, list[str]]], sheet: str, t: Translations) -> Iterator[Submission]:
    labels, hints = questions_by_label(t), _hints(t)
    (top, head), *rest = filled
    _refuse_twice([(f"{column_name(n)}{top}", cell) for n, cell in enumerate(head)], sheet, t)
    for number, row in rest:
        if all(comparable(cell) in hints for cell in row if cell.strip()):
            continue  # that of the template which explains the columns
        answers, places, leftovers = {}, {}, []
        for n, cell in enumerate(row):
            name = head[n] if n < len(head) else ""
            if not cell.strip():
                continue
            place = t("submission.cell", sheet=sheet, cell=f"{column_name(n)}{number}")
            if question := labels.get(comparable(name)):
                answers[question.id], places[question.id] = cell, place
            else:
                leftovers.append((name or place, cell))
        yield Submission(answers, tuple(leftovers), places, t("submission.row", sheet=sheet, row=str(number)))


def _two_columns(filled: list[tuple[int, list[str]]], sheet: str, t: Translations) -> Submission:
    labels, hints = questions_by_label(t), _hints(t)
    _refuse_twice([(f"A{number}", row[0]) for number, row in filled], sheet, t)
    answers, places, leftovers = {}, {}, []
    for number, row in filled:
        question = labels.get(comparable(row[0]))
        cells = [cell for cell in row[1:] if cell.strip() and comparable(cell) not in hints]
        if question and cells:
            answers[question.id] = "\n".join(cells)
            places[question.id] = t("submission.cell", sheet=sheet, cell=f"B{number}")
        elif not question:
            leftovers.append((row[0], "\n".join(cells or row[:1])))
    return Submission(answers, tuple(leftovers), places)


def _refuse_too_much(rows: Rows, sheet: str, t: Translations) -> None:
    if len(rows) > MAX_ROWS + 2:
        raise unusable("submission.too_many_rows", max=MAX_ROWS)
    faults = []
    for number, row in enumerate(rows, 1):
        if len(row) > MAX_COLUMNS:
            faults.append(Fault("submission.too_many_columns", t("submission.row", sheet=sheet, row=str(number))))
        for n, cell in enumerate(row):
            if len(cell) > MAX_CELL:
                place = t("submission.cell", sheet=sheet, cell=f"{column_name(n)}{number}")
                faults.append(Fault("submission.long_cell", place, {"max": MAX_CELL}))
    if faults:
        raise UnusableSubmission(faults)


def _refuse_twice(cells: list[tuple[str, str]], sheet: str, t: Translations) -> None:
    labels = questions_by_label(t)
    seen: dict[str, str] = {}
    faults = []
    for cell, label in cells:
        if question := labels.get(comparable(label)):
            if question.id in seen:
                place = t("submission.cell", sheet=sheet, cell=cell)
                faults.append(Fault("submission.twice", place, {"label": label, "cell": seen[question.id]}))
            seen.setdefault(question.id, cell)
    if faults:
        raise UnusableSubmission(faults)


def _hints(t: Translations) -> set[str]:
    """What the template says beside the questions, as it compares."""
    return {comparable(hint) for hint in t.group("ask_help").values()}


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1250")
    except UnicodeDecodeError as error:
        raise unusable("submission.not_text") from error


def column_name(n: int) -> str:
    """The name of a column: A, B … Z, AA."""
    name = ""
    while n >= 0:
        n, letter = divmod(n, 26)
        name = chr(ord("A") + letter) + name
        n -= 1
    return name
