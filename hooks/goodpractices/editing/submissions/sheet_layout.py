"""Where the questions stand on a sheet: in a row, also below titles, or in a column, also behind numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .asked import Asked
from .questions import Question
from .reading.values import EMPTY, Cell, Sheet

_ROWS_SEARCHED = 200
_COLUMNS_SEARCHED = 20
_MOST_COLUMNS = 1_000_000
_FEWEST_ROWS = 2
MAX_CAPTION = 120
_CAPTION = re.compile(
    r"(?:rok )?(?:19|20)\d{2}(?: ?r\.| rok)?:?|(?:stan na|źródło(?: danych)?:|opracowa|sporządz|uwag[ai]:|data ).*",
    re.IGNORECASE,
)
"""What stands alone in a row of a table and is no name: ``Rok 2024``, ``Stan na 31.12.2025``."""
_MAX_SUM = 60
_SUM = re.compile(
    r"(?:razem|suma|ogółem|łącznie|w sumie|podsumowanie|total|sum|summe|insgesamt|gesamt)"
    r"(?: \(?(?:końcowa|całkowita|wszystkie praktyki|praktyk[iy]?|zł|pln|eur)\)?)?[ :=]*",
    re.IGNORECASE,
)
"""What stands before sums below a table."""
_SUMMED = re.compile(r"[^\w\s]{0,3} ?-?\d[\d\s.,]*(?:%|[^\W\d_]{1,12}\.?)?(?: [^\W\d_]{1,12}\.?)?")
"""A number with its unit: ``9,2 mln zł``, ``12 praktyk``."""

At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """The questions of a sheet by row and column; ``first`` is the row of the first, counted from 0.

    ``is_stacked`` where several rows of questions are each answered by the rows below.
    """

    is_across: bool
    questions: Mapping[At, Question]
    is_stacked: bool = False

    @property
    def first(self) -> int:
        return min(row for row, _ in self.questions)


def layout_of(sheet: Sheet, asked: Asked) -> Layout | None:
    """The row or the column that holds most questions; nothing where none does."""
    found = {
        (row, column): question
        for row, cells in enumerate(sheet.rows[:_ROWS_SEARCHED])
        for column, cell in enumerate(cells)
        if cell.text and (question := asked.find_head(cell.text) or asked.find(cell.text, also=True))
    }
    exact = {at for at in found if asked.find_head(sheet.rows[at[0]][at[1]].text)}
    if stacked := _stacked(sheet, found, exact):
        return Layout(False, stacked, is_stacked=True)
    across = _best(found, exact, {row for row, _ in found}, 0)
    down = _best(found, exact, {column for _, column in found if column < _COLUMNS_SEARCHED}, 1)
    if not across and not down:
        return None
    is_across = (
        len(across) >= len(down)
        and not _is_answered_beside(sheet, across, down)
        and not _goes_on_below(sheet, across, {at: found[at] for at in exact})
    )
    return Layout(is_across, across if is_across else down or across)


def _stacked(sheet: Sheet, found: Mapping[At, Question], exact: set[At]) -> dict[At, Question]:
    """The questions that stand side by side in several rows, with rows of answers below each; else none."""
    heads = sorted(row for row in {row for row, _ in exact} if _only_asks(sheet, row, exact))
    questions = {at: found[at] for at in sorted(exact) if at[0] in heads}
    distinct = {question.id for question in questions.values()}
    if len(heads) < _FEWEST_ROWS or len(distinct) < len(questions) or len(questions) < len(exact):
        return {}
    ends = [*heads[1:], len(sheet.rows)]
    answered = (
        any(
            column < len(sheet.rows[below]) and sheet.rows[below][column].text.strip()
            for below in range(row + 1, end)
            for at, column in questions
            if at == row
        )
        for row, end in zip(heads, ends, strict=True)
    )
    return questions if all(answered) else {}


def _only_asks(sheet: Sheet, row: int, exact: set[At]) -> bool:
    filled = [n for n, cell in enumerate(sheet.rows[row]) if cell.text.strip()]
    return len(filled) > 1 and all((row, n) in exact for n in filled)


def _goes_on_below(sheet: Sheet, across: Mapping[At, Question], exact: Mapping[At, Question]) -> bool:
    """Whether a row below a row of questions begins with another question: then its cells are no heads of columns."""
    head = min((row for row, _ in across), default=0)
    asked = {question.id for question in across.values()}
    for row in range(head + 1, len(sheet.rows)):
        first = next((n for n, cell in enumerate(sheet.rows[row]) if cell.text.strip()), -1)
        if (row, first) in exact and exact[row, first].id not in asked:
            return True
    return False


def _is_answered_beside(sheet: Sheet, questions: Mapping[At, Question], down: Mapping[At, Question]) -> bool:
    """Whether each question of the last row that is filled in has words to its right, before the next one.

    Of several questions in it, the first has to stand below another: else they are heads of columns, some not ours.
    """
    if not questions or (len(questions) > 1 and len(down) < len(questions)):
        return False
    row = min(row for row, _ in questions)
    below = any(cell.text.strip() for cells in sheet.rows[row + 1 :] for cell in cells)
    columns = sorted(column for _, column in questions)
    ends = [*columns[1:], len(sheet.rows[row])]
    return not below and all(
        any(cell.text.strip() for cell in sheet.rows[row][column + 1 : end])
        for column, end in zip(columns, ends, strict=True)
    )


def _best(found: Mapping[At, Question], exact: set[At], lines: Iterable[int], axis: int) -> dict[At, Question]:
    """The questions of the row (``axis`` 0) or column (1) with most of them.

    A single word that only offices use for a question is a word like any other; a row of them is no accident.
    """
    best: dict[At, Question] = {}
    for line in sorted(lines):
        questions = {at: question for at, question in found.items() if at[axis] == line}
        is_meant = any(at in exact for at in questions) or len(questions) > 2
        names = {question.id for question in questions.values()}
        if is_meant and len(names) > len({question.id for question in best.values()}):
            best = _without_doubles(questions, exact)
    return best


def _without_doubles(questions: dict[At, Question], exact: set[At]) -> dict[At, Question]:
    """Without other names of questions that are also asked by their own, or by a name before."""
    own = {question.id for at, question in questions.items() if at in exact}
    kept: dict[At, Question] = {}
    for at, question in questions.items():
        if at in exact or (question.id not in own and question not in kept.values()):
            kept[at] = question
    return kept


def column_name(n: int) -> str:
    """The name of a column: A, B … Z, AA."""
    name = ""
    while n >= 0:
        n, letter = divmod(n, 26)
        name = chr(ord("A") + letter) + name
        n -= 1
    return name


def tables_in(sheet: Sheet, asked: Asked) -> Iterator[Sheet]:
    """The tables on a sheet, each as a sheet of its own: below each other with other columns, or beside each other."""
    named = {n: _questions_of(row, asked) for n, row in enumerate(sheet.rows[:_ROWS_SEARCHED])}
    heads = [n for n, names in named.items() if len(names) > 1 and "title" in names.values()]
    starts = [n for before, n in pairwise((-1, *heads)) if before < 0 or named[before] != named[n]]
    for start, end in pairwise((0, *starts[1:], len(sheet.rows))):
        rows = (*[()] * start, *sheet.rows[start:end])
        part = replace(sheet, rows=rows)
        head = next((n for n in starts if start <= n < end), None)
        titles = [column for column, name in named[head].items() if name == "title"] if head is not None else []
        yield from (_columns_of(part, *ends) for ends in pairwise((0, *titles[1:], _MOST_COLUMNS)))


def _questions_of(row: Sequence[Cell], asked: Asked) -> dict[int, str]:
    found = ((n, asked.find_head(cell.text)) for n, cell in enumerate(row) if cell.text)
    return {n: question.id for n, question in found if question}


def _columns_of(sheet: Sheet, start: int, end: int) -> Sheet:
    """A sheet with only some of its columns filled."""
    if start == 0 and end == _MOST_COLUMNS:
        return sheet
    kept = (tuple(c if start <= n < end else EMPTY for n, c in enumerate(row)) for row in sheet.rows)
    return replace(sheet, rows=tuple(kept))


def is_caption(texts: Iterable[str]) -> bool:
    """Whether a row only says what those below it are about, or when and by whom the table was made."""
    filled = [" ".join(text.split()) for text in texts if text.strip()]
    return len(filled) == 1 and len(filled[0]) <= MAX_CAPTION and bool(_CAPTION.fullmatch(filled[0]))


def is_sum(texts: Iterable[str]) -> bool:
    """Whether the cells of a row are a word for a sum, and numbers: such a row is no practice."""
    filled = [" ".join(text.split()) for text in texts if text.strip()]
    if not filled or any(len(text) > _MAX_SUM for text in filled):
        return False
    return bool(_SUM.fullmatch(filled[0])) and all(_SUMMED.fullmatch(text) for text in filled[1:])


def practices_below(layout: Layout, rows: int) -> Iterator[tuple[Layout, range]]:
    """The practices below each other in a column of questions, each from its title on, and their rows.

    What stands above the first title belongs to that practice.
    """
    titles = sorted(row for (row, _), question in layout.questions.items() if question.id == "title")
    for start, end in pairwise((0, *titles[1:], rows)):
        own = {at: question for at, question in layout.questions.items() if start <= at[0] < end}
        yield Layout(layout.is_across, own), range(start, end)
