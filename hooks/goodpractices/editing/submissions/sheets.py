"""A spreadsheet of submissions: a row a practice under the labels of the questions, or one practice in two columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from .asked import Asked, known_labels, lines_with_marks
from .documents import Reading, read_answers
from .questions import Question
from .reading.values import EMPTY, Aside, Cell, Document, Paragraph, Sheet, Workbook
from .remarks import are_flags, is_head, is_remark
from .sheet_columns import MAX_NAME, Answers, Below, Row, TwoColumns
from .sheet_layout import Layout, column_name, is_caption, is_sum, layout_of, practices_below, tables_in
from .submission import Fault, Note, Submission, UnusableSubmission, comparable, unusable

MAX_ROWS = 500
MAX_COLUMNS = 100
MAX_CELL = 20_000
_DATES = ("start", "end")
_PIECE = 900
_FEW = 2

Rows = Sequence[Sequence[str]]


def read_rows(rows: Rows, sheet: str, asked: Asked) -> Reading:
    """The submissions in a table of texts; see ``read_sheets``."""
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    return read_sheets(Workbook((Sheet(sheet, cells),)), asked)


def read_sheets(book: Workbook, asked: Asked) -> Reading:
    """The submissions on all sheets of a spreadsheet, whichever way round each was filled.

    What stands on other sheets, above the questions or hidden is noted with the first of them.

    Raises:
        UnusableSubmission: no sheet holds a question of the catalogue, or one more than a table may.
    """
    if not any(cell.text.strip() or cell.asides for sheet in book.sheets for row in sheet.rows for cell in row):
        raise unusable("submission.empty")
    read = [_OneSheet(table, asked) for sheet in book.sheets for table in tables_in(sheet, asked)]
    if not any(each.layout for each in read):
        return _read_as_text(book, read, asked)
    _refuse_too_much(read)
    submissions = [submission for each in read for submission in each.submissions()]
    passed_over = [*book.passed_over, *(text for each in read for text in each.passed_over)]
    passed_over += [each.sheet.name for each in read if each.is_named()]
    notes = (*(note for each in read for note in each.notes), *book.notes)
    if notes and not submissions:
        submissions = [Submission({})]
    if submissions:
        submissions[0] = replace(submissions[0], notes=(*notes, *submissions[0].notes))
    return Reading(tuple(submissions), tuple(passed_over))


def _read_as_text(book: Workbook, read: Sequence["_OneSheet"], asked: Asked) -> Reading:
    """The practice on sheets that people wrote on as on paper: ``Nazwa praktyki: Las`` in one cell.

    Raises:
        UnusableSubmission: no practice is named so.
    """
    cells = [(each.sheet, cell) for each in read for row in each.sheet.rows for cell in row]
    blocks = (
        Paragraph("", asides=(Aside("hidden", cell.text), *cell.asides))
        if sheet.is_hidden or cell.is_hidden
        else Paragraph(cell.text, asides=cell.asides)
        for sheet, cell in cells
        if cell.text.strip() or cell.asides
    )
    try:
        reading = read_answers(Document(tuple(blocks), book.notes, book.passed_over), asked)
    except UnusableSubmission:
        reading = Reading(())
    if not any("title" in each.answers for each in reading.submissions):
        raise unusable("submission.no_columns", known=known_labels(asked.labels.values(), asked.t))
    return reading


def _refuse_too_much(read: Sequence["_OneSheet"]) -> None:
    faults = [fault for each in read if each.layout for fault in each.faults()]
    if faults:
        raise UnusableSubmission(faults)


class _OneSheet:
    """The submissions on one sheet."""

    def __init__(self, sheet: Sheet, asked: Asked) -> None:
        self.sheet = sheet
        self.asked = asked
        self.is_template = _is_of_template(sheet, asked)
        self.layout: Layout | None = None if sheet.is_hidden or self.is_template else layout_of(sheet, asked)
        self.notes: list[Note] = []
        self.passed_over: list[str] = []
        self.separated: frozenset[str] = frozenset()

    def is_named(self) -> bool:
        """Whether the name of the sheet says nothing new: it is ours, or stands with what is noted of the sheet."""
        return self.asked.is_ours(self.sheet.name) or any(self.sheet.name in note.place for note in self.notes)

    def faults(self) -> Iterator[Fault]:
        t, name = self.asked.t, self.sheet.name
        if len(self.sheet.rows) > MAX_ROWS + 2 + (self.layout.first if self.layout else 0):
            yield Fault("submission.too_many_rows", "", {"max": MAX_ROWS})
            return
        for number, row in enumerate(self.sheet.rows, 1):
            if len(row) > MAX_COLUMNS:
                yield Fault("submission.too_many_columns", t("submission.row", sheet=name, row=str(number)))
            for n, cell in enumerate(row):
                if len(cell.text) > MAX_CELL:
                    yield Fault("submission.long_cell", self._place(n, number), {"max": MAX_CELL})

    def submissions(self) -> list[Submission]:
        if self.layout is None:
            kind = "hidden_sheet" if self.sheet.is_hidden else "other_sheet"
            self._note_rows(kind, [*self._rows(0)])
            return []
        for (row, column), question in self.layout.questions.items():
            label = self._cell(row, column).text
            self.passed_over.append(label)
            if self.asked.find(label) is None:
                place = self._place(column, row + 1)
                self.notes.append(Note("taken_for", f"{place}: {label.strip()}", question.label(self.asked.t)))
            self._note_asides(self._cell(row, column), self._place(column, row + 1))
        if self.layout.is_across:
            self._note_rows("above", [row for row in self._rows(0) if row.number <= self.layout.first])
            return [*self._row_by_row(self.layout)]
        if self.layout.is_stacked:
            return [self._below(self.layout)]
        found = [
            self._two_columns(layout, rows, columns, is_first=n == 0)
            for layout, rows in practices_below(self.layout, len(self.sheet.rows))
            for n, columns in enumerate(self._columns_of_practices(layout))
        ]
        return [each for each in found if each.answers or each.leftovers or each.notes]

    def _rows(self, start: int) -> Iterator[Row]:
        for number, row in enumerate(self.sheet.rows[start:], start + 1):
            if any(cell.text.strip() or cell.asides for cell in row):
                yield Row(number, row)

    def _cell(self, row: int, column: int) -> Cell:
        rows = self.sheet.rows
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else EMPTY

    def _place(self, column: int, number: int) -> str:
        return self.asked.t("submission.cell", sheet=self.sheet.name, cell=f"{column_name(column)}{number}")

    # A row a practice

    def _row_by_row(self, layout: Layout) -> Iterator[Submission]:
        columns = {column: question for (_, column), question in layout.questions.items()}
        head = self.sheet.rows[layout.first]
        self.notes += self._merged_questions(columns, layout.first)
        for n, cell in enumerate(head):
            if n not in columns and cell.asides:
                self._note_asides(cell, self._place(n, layout.first + 1))
        used: set[int] = set()
        self.separated = self._separated(columns, layout.first)
        for row in self._rows(layout.first + 1):
            if self._is_hints(row) or self._is_head_again(row, columns):
                self.passed_over += [cell.text for cell in row.cells]
                self._note_row_asides(row)
                continue
            submission = self._practice(row, head, columns, used)
            if submission:
                yield submission
        for n, cell in enumerate(head):
            if n not in columns and cell.text.strip():
                if n in used:
                    self.passed_over.append(cell.text)
                else:
                    self.notes.append(Note("own_column", self._place(n, layout.first + 1), cell.text))

    def _separated(self, columns: dict[int, Question], head: int) -> frozenset[str]:
        """The questions whose answers are parted by semicolons somewhere in their column: commas belong to names."""
        several = {column: question.id for column, question in columns.items() if question.kind == "choices"}
        rows = range(head + 1, len(self.sheet.rows))
        return frozenset(
            name for column, name in several.items() if any(";" in self._cell(row, column).text for row in rows)
        )

    def _practice(
        self, row: Row, head: Sequence[Cell], columns: dict[int, Question], used: set[int]
    ) -> Submission | None:
        cells = self._with_merged(row)
        texts = [cell.text for cell in cells]
        if len(columns) > 1 and (is_sum(texts) or is_caption(texts)):
            self._note_rows("sum" if is_sum(texts) else "no_practice", [row])
            return None
        made = Answers()
        for n, cell in enumerate(cells):
            place = self._place(n, row.number)
            made.notes += [Note(aside.kind, place, aside.text) for aside in cell.asides]
            if not cell.text.strip():
                continue
            name = head[n].text if n < len(head) else ""
            if cell.is_hidden:
                made.notes.append(
                    Note("hidden_cell", f"{place}, {name}" if name and len(name) <= MAX_NAME else place, cell.text)
                )
            elif question := columns.get(n):
                made.put(question, self.answer(cell, question), place, name.strip())
            else:
                is_short = 0 < len(name.strip()) <= MAX_NAME
                made.leftovers.append((name.strip() if is_short else place, cell.text))
                used |= {n} if is_short else set()
        asks_title = any(question.id == "title" for question in columns.values())
        if (
            "title" not in made.answers
            and len(made.answers) <= _FEW
            and (len(columns) > 1 or not made.answers)
            and (asks_title or not made.answers)
        ):
            is_hidden = all(cell.is_hidden for cell in row.cells if cell.text.strip())
            self._note_rows("hidden_row" if is_hidden else "no_practice", [row])
            return None
        place = self.asked.t("submission.row", sheet=self.sheet.name, row=str(row.number))
        return Submission(made.answers, tuple(made.leftovers), made.places, place, tuple(made.notes))

    def _with_merged(self, row: Row) -> list[Cell]:
        """The cells of a row; what was merged over several rows stands in each."""
        cells = list(row.cells)
        for first, last, column, _ in self.sheet.spans:
            if first < row.number - 1 <= last and self.layout and first > self.layout.first:
                cells += [EMPTY] * (column + 1 - len(cells))
                if not cells[column].text.strip():
                    cells[column] = replace(self._cell(first, column), asides=cells[column].asides)
        return cells

    def _merged_questions(self, columns: dict[int, Question], head: int) -> Iterator[Note]:
        for first, last, left, right in self.sheet.spans:
            covered = [columns[n].label(self.asked.t) for n in range(left, right + 1) if n in columns]
            words = self._cell(first, left).text
            if first > head and len(covered) > 1 and words.strip():
                cells = f"{column_name(left)}{first + 1}:{column_name(right)}{last + 1}"
                place = self.asked.t("submission.cell", sheet=self.sheet.name, cell=cells)
                yield Note("merged", f"{place} ({', '.join(covered)})", words)

    def _is_hints(self, row: Row) -> bool:
        """Whether a row is that of the template which explains the columns."""
        return all(comparable(cell.text) in self.asked.hints for cell in row.cells if cell.text.strip())

    def _is_head_again(self, row: Row, columns: dict[int, Question]) -> bool:
        found = [self.asked.find(cell.text, also=True) for cell in row.cells if cell.text.strip()]
        return len(found) > 1 and all(each in columns.values() for each in found)

    # One practice in two columns

    def _columns_of_practices(self, layout: Layout) -> list[frozenset[int]]:
        """The columns of each practice: all are of one, unless further ones have titles and answers of their own."""
        title = next((at for at, question in layout.questions.items() if question.id == "title"), None)
        everything = frozenset(range(max(map(len, self.sheet.rows)))) - self.beside.keys()
        if title is None:
            return [everything]
        further = (n for n in sorted(everything) if n > title[1])
        beside = takewhile(lambda n: self.asked.find_head(self._cell(title[0], n).text) is None, further)
        titles = [n for n in beside if self._is_title(self._cell(title[0], n))]
        others = [n for n in titles[1:] if self._answers_in(layout, n) > 1]
        return [everything - set(others), *(frozenset((title[1], each)) for each in others)]

    def _answers_in(self, layout: Layout, column: int) -> int:
        return sum(self._is_title(self._cell(row, column)) for row, _ in layout.questions)

    def _is_title(self, cell: Cell) -> bool:
        return bool(cell.text.strip()) and not cell.is_hidden and comparable(cell.text) not in self.asked.hints

    def _two_columns(self, layout: Layout, on: range, columns: frozenset[int], *, is_first: bool) -> Submission:
        rows = {row: (column, question) for (row, column), question in layout.questions.items()}
        column = next(iter(layout.questions))[1]
        made = TwoColumns(self, column)
        for row in (each for each in self._rows(on.start) if each.number <= on.stop):
            question = rows.get(row.number - 1, (0, None))[1]
            if row.number - 1 == self.head:
                made.add(row, None)
                continue
            for n in self.beside if is_first else ():
                made.remark(n, row, self.beside[n], question)
            cells = tuple(cell if n in columns else EMPTY for n, cell in enumerate(row.cells))
            if is_first or question or any(cell.text.strip() for cell in cells[column + 1 :]):
                made.add(Row(row.number, cells), question)
        made.finish()
        return Submission(made.answers, tuple(made.leftovers), made.places, notes=tuple(made.notes))

    def _below(self, layout: Layout) -> Submission:
        """One practice with rows of questions, each above the rows with their answers."""
        heads: dict[int, dict[int, Question]] = {}
        for (row, column), question in layout.questions.items():
            heads.setdefault(row, {})[column] = question
        made = Below(self, heads)
        for each in self._rows(0):
            made.add(each)
        made.finish()
        return Submission(made.answers, tuple(made.leftovers), made.places, notes=tuple(made.notes))

    # What stands beside

    @cached_property
    def head(self) -> int:
        """The row above the questions that names the columns; -1 where there is none."""
        first = self.layout.first if self.layout else 0
        return next((n for n in range(first) if is_head([cell.text for cell in self.sheet.rows[n]])), -1)

    @cached_property
    def beside(self) -> Mapping[int, str]:
        """The columns beside questions and answers in which others say something of them, with their heads."""
        if self.layout is None or self.layout.is_across:
            return {}
        at = next(iter(self.layout.questions))[1]
        named = enumerate(self.sheet.rows[self.head] if self.head >= 0 else ())
        found = {n: cell.text.strip() for n, cell in named if n > at and is_remark(cell.text)}
        columns = range(at + 1, max(map(len, self.sheet.rows)))
        told = {n: [self._cell(row, n).text for row, _ in self.layout.questions] for n in columns if n not in found}
        last = max((n for n, texts in told.items() if any(texts)), default=-1)
        return found | {n: "" for n, texts in told.items() if n < last and are_flags(texts)}

    def _note_rows(self, kind: str, rows: Sequence[Row]) -> None:
        """Note whole rows, several at once, without what is ours."""
        texts: list[str] = []
        numbers: list[int] = []
        for row in rows:
            self._note_row_asides(row)
            kept = [cell.text.strip() for cell in row.cells if cell.text.strip()]
            if not kept or (self.is_template and all(map(self.asked.is_ours, kept))):
                self.passed_over += kept
                continue
            if texts and sum(map(len, texts)) + sum(map(len, kept)) > _PIECE:
                self._note_texts(kind, numbers, texts)
                texts, numbers = [], []
            texts.append(" | ".join(kept))
            numbers.append(row.number)
        if texts:
            self._note_texts(kind, numbers, texts)

    def _note_texts(self, kind: str, numbers: Sequence[int], texts: Sequence[str]) -> None:
        row = str(numbers[0]) if numbers[0] == numbers[-1] else f"{numbers[0]}–{numbers[-1]}"
        self.notes.append(Note(kind, self.asked.t("submission.row", sheet=self.sheet.name, row=row), " / ".join(texts)))

    def _note_row_asides(self, row: Row) -> None:
        for n, cell in enumerate(row.cells):
            self._note_asides(cell, self._place(n, row.number))

    def _note_asides(self, cell: Cell, place: str) -> None:
        self.notes += [Note(aside.kind, place, aside.text) for aside in cell.asides]

    def answer(self, cell: Cell, question: Question) -> str:
        """What a cell answers: of boxes the ticked ones, a date in the catalogue's notation, else what it shows."""
        if question.kind in ("choice", "choices") and (ticked := self._ticked(cell, question)) is not None:
            return ticked
        if question.id in self.separated and ";" not in cell.text:
            return f"{cell.text};"
        if not cell.date or question.id not in _DATES:
            return cell.text
        self.passed_over.append(cell.text)
        return cell.date

    def _ticked(self, cell: Cell, question: Question) -> str | None:
        """What was ticked in a cell; nothing where there are no boxes."""
        lines = [*lines_with_marks(cell.text, self.asked, is_choice=True)]
        if not any(line.sign for line in lines):
            return None
        for line in lines:
            self.passed_over.append(line.sign)
            if line.mark is False and comparable(line.text) in self.asked.answers:
                self.passed_over.append(line.text)
            elif line.mark is False and line.text.strip():
                place = self.asked.t("submission.under", label=question.label(self.asked.t))
                self.notes.append(Note("unticked", place, line.text))
        return "; ".join(line.text.strip() for line in lines if line.mark is not False and line.text.strip())

    def place(self, column: int, number: int) -> str:
        """The name of a cell as a person knows it."""
        return self._place(column, number)


def _is_of_template(sheet: Sheet, asked: Asked) -> bool:
    """Whether a sheet is one of the template that nobody fills in: it lists ready answers, or explains the columns."""
    if comparable(sheet.name) == comparable(asked.t("submission.sheet_lists")):
        return True
    first = next((row for row in sheet.rows if any(cell.text.strip() for cell in row)), ())
    head = [comparable(cell.text) for cell in first if cell.text.strip()]
    return head == [comparable(asked.t(f"submission.{name}")) for name in ("question", "explanation", "allowed")]
