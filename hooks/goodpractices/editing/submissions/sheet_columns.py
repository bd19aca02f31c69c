"""One practice of a spreadsheet while it is read: of a row, or of a column of questions with the answers beside it."""

import re
from dataclasses import dataclass, field
from typing import Protocol

from .asked import Asked, without_links
from .questions import Question
from .reading.values import Cell
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

    def answer(self, question: Question, text: str, place: str, label: str) -> None:
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


class TwoColumns(Answers):
    """One practice while it is read from the column of questions and those to its right."""

    def __init__(self, sheet: OfSheet, column: int) -> None:
        super().__init__()
        self.sheet = sheet
        self.column = column
        self.waiting: Question | None = None

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

    def _is_set_aside(self, n: int, cell: Cell, row: Row, question: Question | None) -> bool:
        asked = self.sheet.asked
        if comparable(cell.text) in asked.hints or (question and asked.is_whole_offer(question, cell.text)):
            self.sheet.passed_over.append(cell.text)
            return True
        if cell.is_hidden:
            self.notes.append(Note("hidden_cell", self.sheet.place(n, row.number), cell.text))
        return cell.is_hidden

    def _answer(self, question: Question, cells: list[tuple[int, Cell]], row: Row) -> None:
        texts = [self.sheet.answer(cell, question) for _, cell in cells]
        place = self.sheet.place(cells[0][0], row.number)
        self.answer(question, "\n".join(texts), place, question.label(self.sheet.asked.t))

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
