"""One practice of a spreadsheet while it is read: of a row, or of a column of questions with the answers beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from .asked import Asked, without_links
from .questions import Question
from .reading.values import EMPTY, Cell
from .reading.words import UNTICKED
from .remarks import is_mark
from .submission import Note, comparable

MAX_NAME = 120
_NUMBER_OF_QUESTION = re.compile(r"\(?\d{1,2}[.)]?")


@dataclass
class Row:
    """A row with anything in it, and its number as the person sees it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass
class Answers:
    """What was read of one practice so far; see ``Submission``."""

    answers: dict[str, str] = field(default_factory=dict)
    leftovers: list[tuple[str, str]] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def put(self, question: Question, text: str, place: str, label: str) -> None:
        """Note an answer; where the question has one already, it is kept with its place and under its label."""
        if question.id in self.answers:
            self.leftovers.append((f"{place}, {label}", text))
            return
        self.answers[question.id], links = without_links(question, text)
        self.places[question.id] = place
        self.notes += [Note("link", place, link) for link in links]


class OfSheet(Protocol):
    """What is asked of the sheet that a practice stands on."""

    asked: Asked
    passed_over: list[str]

    def answer(self, cell: Cell, question: Question) -> str: ...

    def place(self, column: int, number: int) -> str: ...


class OnSheet(Answers):
    """One practice while it is read from the cells of a sheet."""

    def __init__(self, sheet: OfSheet) -> None:
        super().__init__()
        self.sheet = sheet

    def _is_set_aside(self, n: int, cell: Cell, row: Row, question: Question | None) -> bool:
        asked = self.sheet.asked
        if comparable(cell.text) in asked.hints or (question and asked.is_whole_offer(question, cell.text)):
            self.sheet.passed_over.append(cell.text)
            return True
        if cell.is_hidden:
            self.notes.append(Note("hidden_cell", self.sheet.place(n, row.number), cell.text))
        return cell.is_hidden

    def remark(self, n: int, row: Row, head: str, question: Question | None) -> None:
        """Keep what a column beside the answers says of one of them."""
        cell = row.cells[n] if n < len(row.cells) else EMPTY
        place = self.sheet.place(n, row.number)
        self.notes += [Note(aside.kind, place, aside.text) for aside in cell.asides]
        if cell.text.strip() and not self._is_set_aside(n, cell, row, None):
            name = question.label(self.sheet.asked.t) if question else place
            self.leftovers.append((f"{head}, {name}" if head else f"{place}, {name}", cell.text))


class Below(OnSheet):
    """One practice while it is read from rows of questions, each answered by the rows below it."""

    def __init__(self, sheet: OfSheet, heads: Mapping[int, Mapping[int, Question]]) -> None:
        super().__init__(sheet)
        self.heads = heads
        self.asked: Mapping[int, Question] = {}
        self.found: dict[int, list[str]] = {}
        self.first_row = 0

    def add(self, row: Row) -> None:
        """Read the next row."""
        if row.number - 1 in self.heads:
            self.finish()
            self.asked = self.heads[row.number - 1]
            return
        for n, cell in enumerate(row.cells):
            place = self.sheet.place(n, row.number)
            self.notes += [Note(aside.kind, place, aside.text) for aside in cell.asides]
            question = self.asked.get(n)
            if not cell.text.strip() or self._is_set_aside(n, cell, row, question):
                continue
            if question:
                self.first_row = self.first_row or row.number
                self.found.setdefault(n, []).append(self.sheet.answer(cell, question))
            else:
                self.leftovers.append((place, cell.text))

    def finish(self) -> None:
        """Note what answered the last row of questions."""
        for n, texts in self.found.items():
            question = self.asked[n]
            self.put(
                question, "\n".join(texts), self.sheet.place(n, self.first_row), question.label(self.sheet.asked.t)
            )
        self.found, self.first_row = {}, 0


class TwoColumns(OnSheet):
    """One practice while it is read from the column of questions and those to its right."""

    def __init__(self, sheet: OfSheet, column: int) -> None:
        super().__init__(sheet)
        self.column = column
        self.waiting: Question | None = None
        self.offering: Question | None = None
        self.options: list[tuple[list[tuple[int, Cell]], Row]] = []

    def add(self, row: Row, question: Question | None) -> None:
        """Read the next row, which asks a question or does not."""
        for n, cell in enumerate(row.cells):
            if n != self.column or not question:
                place = self.sheet.place(n, row.number)
                self.notes += [Note(aside.kind, place, aside.text) for aside in cell.asides]
        cells = [
            (n, cell)
            for n, cell in enumerate(row.cells)
            if cell.text.strip() and not self._is_set_aside(n, cell, row, question)
        ]
        if self._is_of_options(cells, row, question):
            return
        self.finish()
        if question:
            answer = self._with_second([(n, cell) for n, cell in cells if n > self.column], row)
            self._before([(n, cell) for n, cell in cells if n < self.column], row)
            self.waiting = None if answer else question
            if answer:
                self._answer(question, answer, row)
        elif self.waiting and cells and len(cells) == 1:
            self._answer(self.waiting, cells, row)
            self.waiting = None
        elif cells:
            self._leftover(cells, row)

    def _is_of_options(self, cells: list[tuple[int, Cell]], row: Row, question: Question | None) -> bool:
        """Whether a row holds one of the ready answers to a question, with or without a mark beside it."""
        beside = [(n, cell) for n, cell in cells if n > self.column]
        before = [(n, cell) for n, cell in cells if n < self.column]
        target = question or self.offering or self.waiting
        if target is None or not self._option(target, beside):
            return False
        if question:
            self.finish()
            self._before(before, row)
        elif len(beside) < len(cells):
            return False
        self.offering, self.waiting = target, None
        self.options.append((beside, row))
        return True

    def _option(self, question: Question, cells: list[tuple[int, Cell]]) -> str:
        """The ready answer in a row, where nothing else is beside it than a mark."""
        words = [text for _, cell in cells if not is_mark(text := cell.text.strip()) and text not in UNTICKED]
        is_one = len(words) == 1 and len(cells) <= 2
        return words[0] if is_one and comparable(words[0]) in self.sheet.asked.offers.get(question.id, ()) else ""

    def finish(self) -> None:
        """Note which ready answers were chosen: those with a mark, or the first where none has one."""
        question, options = self.offering, self.options
        self.offering, self.options = None, []
        if question is None:
            return
        marked = [each for each in options if any(is_mark(cell.text) for _, cell in each[0])]
        if not marked:
            self._answer(question, *options[0])
            for cells, row in options[1:]:
                self._leftover(cells, row)
            return
        texts = [self._option(question, cells) for cells, _ in marked]
        cells, row = marked[0]
        self.put(
            question, "; ".join(texts), self.sheet.place(cells[0][0], row.number), question.label(self.sheet.asked.t)
        )
        self.sheet.passed_over += [
            cell.text for cells, _ in options for _, cell in cells if cell.text.strip() not in texts
        ]

    def _answer(self, question: Question, cells: list[tuple[int, Cell]], row: Row) -> None:
        texts = [self.sheet.answer(cell, question) for _, cell in cells]
        place = self.sheet.place(cells[0][0], row.number)
        self.put(question, "\n".join(texts), place, question.label(self.sheet.asked.t))

    def _with_second(self, cells: list[tuple[int, Cell]], row: Row) -> list[tuple[int, Cell]]:
        """The answer to a question; a second question in its row is answered by what stands behind that."""
        for at, (_, cell) in enumerate(cells[:-1]):
            second = self.sheet.asked.find(cell.text) if at else None
            if second and second.id not in self.answers:
                self.sheet.passed_over.append(cell.text)
                self._answer(second, self._with_second(cells[at + 1 :], row), row)
                return cells[:at]
        return cells

    def _before(self, cells: list[tuple[int, Cell]], row: Row) -> None:
        """Numbers of questions say nothing; other words before a question are kept."""
        for n, cell in cells:
            if _NUMBER_OF_QUESTION.fullmatch(cell.text.strip()):
                self.sheet.passed_over.append(cell.text)
            else:
                self.leftovers.append((self.sheet.place(n, row.number), cell.text))

    def _leftover(self, cells: list[tuple[int, Cell]], row: Row) -> None:
        first, *rest = [cell.text for _, cell in cells]
        if rest and len(first) <= MAX_NAME:
            self.leftovers.append((first, "\n".join(rest)))
        else:
            self.leftovers.append((self.sheet.place(cells[0][0], row.number), "\n".join((first, *rest))))
