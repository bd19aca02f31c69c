"""From a document to the answers in it: below, beside and inside the questions, in tables too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ...catalogue import SECTIONS
from .asked import Asked, Line, known_labels, lines_with_marks, without_links, without_room
from .document_layout import (
    are_heads,
    asks_several,
    is_form,
    names_columns,
    remarks_in,
    stands_across,
    text_of,
    unfolded,
)
from .questions import BY_ID, Question
from .reading.values import Block, Document, DocumentTable, Paragraph, paragraphs
from .submission import Note, Submission, comparable, unusable

_MAX_HEADING = 150
_NUMBER_OF_QUESTION = re.compile(r"\(?\d{1,2}[.)]?")
_CROSSED_OUT = " \t\n/|,;*"
"""What stays of a list of answers of which all but one were crossed out."""
_NESTED_ITEM = re.compile(r" {4,12}(?:- |\d+\. )")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a file; ``passed_over`` are its words that are ours or were written by a program."""

    submissions: tuple[Submission, ...]
    passed_over: tuple[str, ...] = ()


@dataclass
class _Answer:
    """What stands under one question or heading: paragraphs, each with whether it stands out."""

    label: str
    question: Question | None = None
    level: int = 0
    parts: list[tuple[str, bool]] = field(default_factory=list)


def read_answers(document: Document, asked: Asked) -> Reading:
    """The answers in a document: one practice.

    Raises:
        UnusableSubmission: none of its texts is a question.
    """
    document = replace(document, blocks=tuple(unfolded(document.blocks, asked)))
    reader = _read(document, asked)
    if not reader.answers:
        reader = _read(_out_of_boxes(document), asked)
    if not reader.answers:
        raise unusable("submission.no_questions", known=known_labels(asked.labels.values(), asked.t))
    submission = reader.submission()
    notes = (*submission.notes, *document.notes)
    whole = Submission(submission.answers, submission.leftovers, submission.places, notes=notes)
    return Reading((whole,), (*document.passed_over, *reader.passed_over))


def _read(document: Document, asked: Asked) -> "_Reader":
    reader = _Reader(asked, _standing_alone(document, asked), document.moved)
    reader.blocks(document.blocks)
    return reader


def _out_of_boxes(document: Document) -> Document:
    """The document with the words of text boxes as its paragraphs: programs for layout put all of a page into boxes."""
    return replace(document, blocks=tuple(_unboxed(document.blocks)))


def _unboxed(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, DocumentTable):
            yield DocumentTable(tuple(tuple(tuple(_unboxed(cell)) for cell in row) for row in block.rows))
            continue
        yield replace(block, asides=tuple(each for each in block.asides if each.kind != "text_box"))
        boxes = (each.text for each in block.asides if each.kind == "text_box")
        yield from (Paragraph(line) for text in boxes for line in text.split("\n"))


def _standing_alone(document: Document, asked: Asked) -> frozenset[str]:
    """The questions that stand alone somewhere, as in the template: no other text is taken for them."""
    found = (asked.find(each.text, also=bool(each.level)) for each in paragraphs(document.blocks))
    return frozenset(each.id for each in found if each)


class _Reader:
    """Reads one document from its beginning to its end."""

    def __init__(self, asked: Asked, alone: frozenset[str], moved: frozenset[str]) -> None:
        self.asked = asked
        self.alone = alone
        self.moved = moved
        self.answers: dict[str, _Answer] = {}
        self.others: list[_Answer] = [_Answer(asked.t("submission.before"))]
        self.current = self.others[0]
        self.passed_over: list[str] = []
        self.notes: list[Note] = []

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        stands_out = paragraph.level > 0 or paragraph.is_marked
        for text in self.asked.questions_in(paragraph.text, self.alone):
            if not self._begins(text, paragraph.level, also=stands_out):
                if paragraph.level and text.strip():
                    self._heading(paragraph)
                else:
                    self._add(text, is_marked=paragraph.is_marked)
        self._asides((paragraph,))

    def _begins(self, text: str, level: int, *, also: bool) -> bool:
        """Begin the answer to a question if a text is one that was not answered yet."""
        if question := self.asked.find(text, also=also):
            if not self._is_open(question):
                return False
            self._start(question, text, level)
            return True
        explained = self.asked.find_with_hint(text)
        if explained and explained.id not in self.alone and self._is_open(explained):
            self._start(explained, text, level)
            return True
        found = self.asked.split(text, also=True)
        if found is None or not self._is_open(found.question):
            return False
        if not level and (found.question.id in self.alone or self._is_offered(found.label)):
            return False
        self._start(found.question, found.label, level)
        self._add(found.rest, is_marked=False)
        return True

    def _is_offered(self, label: str) -> bool:
        """Whether a text is a ready answer to the question that is being answered: ``program – nie``."""
        question = self.current.question
        return bool(question) and comparable(label) in self.asked.offers.get(question.id if question else "", ())

    def _is_open(self, question: Question) -> bool:
        return not (question.id in self.answers and self.answers[question.id].parts)

    def _start(self, question: Question, label: str, level: int) -> None:
        self.passed_over.append(label)
        own = question.label(self.asked.t)
        if self.asked.find(label) is None:
            self.notes.append(Note("taken_for", label.strip(), own))
        self.current = self.answers.setdefault(question.id, _Answer(own, question, level))

    def _heading(self, heading: Paragraph) -> None:
        """A heading of somebody's own: inside a longer answer a part of it, else the end of that answer."""
        at = self.current
        text = " ".join(heading.text.split())
        if comparable(text) in self.asked.hints:
            self.passed_over.append(text)
        elif at.question and at.question.id in SECTIONS and at.level and heading.level > at.level:
            at.parts.append((f"### {text}", False))
        else:
            label = text if len(text) <= _MAX_HEADING else self.asked.t("submission.long_heading")
            self.current = _Answer(label, level=heading.level, parts=[] if label == text else [(text, False)])
            self.others.append(self.current)

    def _add(self, text: str, *, is_marked: bool) -> None:
        """Add a paragraph to the answer that was begun, without the lines that are ours."""
        kept = []
        for line in text.split("\n"):
            if comparable(line) in self.asked.hints and line.strip():
                self.passed_over.append(line)
            else:
                kept.append(without_room(line))
        words = "\n".join(kept).strip("\n")
        if words.strip():
            self.current.parts.append((words, is_marked))

    def _asides(self, blocks: tuple[Block, ...]) -> None:
        place = self.asked.t("submission.under", label=self.current.label)
        for aside in (aside for each in paragraphs(blocks) for aside in each.asides):
            if aside.kind == "moved" and aside.text in self.moved:
                self.passed_over.append(aside.text)
            else:
                self.notes.append(Note(aside.kind, place, aside.text))

    def _table(self, table: DocumentTable) -> None:
        cells = [cell for row in table.rows for cell in row if cell]
        inner = [block for cell in cells for block in cell if isinstance(block, DocumentTable)]
        only_lays_out = len(cells) == 1 or any(is_form(each, self.asked) for each in inner)
        if only_lays_out or any(asks_several(cell, self.asked) for cell in cells):
            for cell in cells:
                self.blocks(cell)
        elif stands_across(table, self.asked):
            self._columns(table)
        elif is_form(table, self.asked):
            self._form(table)
        else:
            self._data(table)

    def _form(self, table: DocumentTable) -> None:
        """A table of questions, each with its answer beside it, or below it in a row of answers."""
        remarks = remarks_in(table)
        rows = list(table.rows)
        if names_columns(rows[0]):
            first, *rest = filter(None, map(str.strip, map(text_of, rows[0])))
            self.others.append(_Answer(first, parts=[(text, False) for text in rest]))
            self._asides((DocumentTable((rows.pop(0),)),))
        while rows:
            row = rows.pop(0)
            if rows and are_heads(row, rows[0], self.asked):
                for question, answer in zip(row, rows.pop(0), strict=True):
                    self._form_row([question, answer])
                continue
            label = text_of(next((cell for cell in row if self._label_of(cell)), ())).strip()
            self._form_row([cell for n, cell in enumerate(row) if cell and n not in remarks])
            for n, head in remarks.items():
                self._remark(row[n] if n < len(row) else (), f"{head}, {label}" if label else head)
        self.current = _Answer(self.asked.t("submission.after_table"))
        self.others.append(self.current)

    def _remark(self, cell: tuple[Block, ...], label: str) -> None:
        """What others say about an answer is none; what stands below belongs to the answer again."""
        if text := text_of(cell).strip():
            self.others.append(_Answer(label, parts=[(text, False)]))
        self._asides(cell)

    def _label_of(self, cell: tuple[Block, ...]) -> Question | None:
        """The question that a cell of a table asks."""
        first = next((block for block in cell if isinstance(block, Paragraph) and block.text.strip()), None)
        if first is None:
            return None
        split = self.asked.split(first.text, also=True)
        return self.asked.find(first.text, also=True) or (split.question if split else None)

    def _form_row(self, cells: list[tuple[Block, ...]]) -> None:
        """A row of questions and answers side by side; one without a question belongs to that above, or to none."""
        filled = [cell for cell in cells if any(each.text.strip() or each.asides for each in paragraphs(cell))]
        questions = [self._label_of(cell) for cell in filled]
        if len(filled) > 1 and questions[1] and _NUMBER_OF_QUESTION.fullmatch(number := text_of(filled[0]).strip()):
            self.passed_over.append(number)
            filled, questions = filled[1:], questions[1:]
        open_questions = [each if each and self._is_open(each) else None for each in questions]
        if filled and not any(open_questions) and (len(filled) > 1 or self.current.parts):
            first = " ".join(each.text for each in paragraphs(filled[0])).strip()
            if len(filled) > 1 and first and len(first) <= _MAX_HEADING:
                self.current = _Answer(first)
                self.others.append(self.current)
                self._asides(filled[0])
                filled, open_questions = filled[1:], open_questions[1:]
        for cell, question in zip(filled, open_questions, strict=True):
            self._form_cell(cell, question)

    def _form_cell(self, cell: tuple[Block, ...], question: Question | None) -> None:
        rest = list(cell)
        if question:
            number = next(n for n, block in enumerate(cell) if isinstance(block, Paragraph) and block.text.strip())
            label = cell[number]
            split = self.asked.split(text_of((label,)), also=True)
            is_whole = self.asked.find(text_of((label,)), also=True) is not None
            self._start(question, split.label if split and not is_whole else text_of((label,)), 0)
            if split and not is_whole:
                self._add(split.rest, is_marked=False)
            self._asides((label,))
            del rest[: number + 1]
        for block in rest:
            if isinstance(block, Paragraph):
                self._add(block.text, is_marked=block.is_marked)
                self._asides((block,))
            else:
                self._data(block)

    def _columns(self, table: DocumentTable) -> None:
        """A table with the questions in its first row: the row below answers them, others stand for themselves."""
        head, *rows = table.rows
        for n, row in enumerate(rows):
            for column, cell in enumerate(row):
                question = self._label_of(head[column]) if column < len(head) else None
                text = text_of(cell).strip()
                if not text:
                    continue
                if question and n == 0 and self._is_open(question):
                    self._start(question, text_of(head[column]), 0)
                else:
                    label = text_of(head[column]).strip() if column < len(head) else ""
                    is_short = 0 < len(label) <= _MAX_HEADING
                    self.current = _Answer(label if is_short else self.asked.t("submission.table"))
                    self.others.append(self.current)
                self._add(text, is_marked=False)
                self._asides(cell)
        for cell in head:
            self.passed_over.append(text_of(cell)) if self._label_of(cell) else self.others.append(
                _Answer(self.asked.t("submission.table"), parts=[(text_of(cell), False)])
            )
        self.current = _Answer(self.asked.t("submission.after_table"))
        self.others.append(self.current)

    def _data(self, table: DocumentTable) -> None:
        """A table that is part of an answer."""
        rows = [[" ".join(text_of(cell).split()) for cell in row] for row in table.rows]
        rows = [row for row in rows if any(row)]
        question = self.current.question
        if question and question.id in SECTIONS and len(rows) > 1:
            width = max(map(len, rows))
            full = [[*(cell.replace("|", "\\|") for cell in row), *[""] * (width - len(row))] for row in rows]
            written = [f"| {' | '.join(row)} |" for row in full]
            self._add("\n".join([written[0], f"|{' --- |' * width}", *written[1:]]), is_marked=False)
        else:
            between = " " if question and question.kind != "text" else " | "
            for row in rows:
                self._add(between.join(filter(None, row)), is_marked=False)
        self._asides((table,))

    def submission(self) -> Submission:
        given, leftovers = {}, []
        for name, answer in self.answers.items():
            words, links = without_links(BY_ID[name], "\n\n".join(self._kept(answer)).strip())
            words = words.strip(_CROSSED_OUT) if BY_ID[name].kind == "choice" else words
            if words:
                given[name] = words
            place = self.asked.t("submission.under", label=answer.label)
            self.notes += [Note("link", place, link) for link in links]
        for answer in self.others:
            if words := "\n\n".join(self._kept(answer)).strip():
                leftovers.append((answer.label, words))
            elif answer.label not in (self.asked.t("submission.before"), self.asked.t("submission.after_table")):
                self.notes.append(Note("heading_alone", "", answer.label))
        places = {name: f"„{self.asked.t(f'ask.{name}')}”" for name in given}
        return Submission(given, tuple(leftovers), places, notes=tuple(self.notes))

    def _kept(self, answer: _Answer) -> Iterator[str]:
        """The paragraphs of an answer: of boxes those that were ticked, of a list nothing that was only made bold."""
        is_choice = bool(answer.question and answer.question.allowed)
        read = [[*lines_with_marks(text, self.asked, is_choice=is_choice)] for text, _ in answer.parts]
        parts = [(lines, is_marked) for lines, (_, is_marked) in zip(read, answer.parts, strict=True)]
        parts = self._as_crossed(answer, parts)
        is_list = bool(answer.question and answer.question.allowed) and not any(
            line.mark for lines, _ in parts for line in lines
        )
        options = [(line, is_marked) for lines, is_marked in parts for line in lines if self._is_option(line)]
        stand_out = [line for line, is_marked in options if is_marked]
        whole = self.asked.offers.get(answer.question.id, ()) if answer.question else ()
        is_whole = len(options) * 2 > len(whole)
        is_one = bool(answer.question and answer.question.kind == "choice")
        are_asked = is_list and 0 < len(stand_out) < len(options) and (is_whole or is_one)
        if are_asked:
            others = [line.text.strip() for line, is_marked in options if not is_marked]
            words = ", ".join(
                [*(line.text.strip() for line in stand_out), *(f"({each})" for each in others if not is_whole)]
            )
            self.notes.append(Note("marked", self.asked.t("submission.under", label=answer.label), words))
            self.passed_over += others if is_whole else []
        for lines, _ in parts:
            kept = [
                line.text for line in lines if self._is_kept(line, answer) and not (are_asked and self._is_option(line))
            ]
            words = "\n".join(kept)
            if words.strip():
                yield words.rstrip() if _NESTED_ITEM.match(words) else words.strip("\n ")

    def _as_crossed(self, answer: _Answer, parts: list[tuple[list[Line], bool]]) -> list[tuple[list[Line], bool]]:
        """Where one answer has a letter X beside it and the others have nothing, those were not chosen."""
        signs = {line.sign.strip(" .:–-\t").lower() for lines, _ in parts for line in lines if line.mark}
        if not (answer.question and answer.question.allowed and signs and signs <= {"x", "xx", "v", "+"}):
            return parts
        return [([self._unchosen(line) for line in lines], is_marked) for lines, is_marked in parts]

    def _unchosen(self, line: Line) -> Line:
        return Line(line.text, mark=False) if line.mark is None and self._is_option(line) else line

    def _is_option(self, line: Line) -> bool:
        return comparable(line.text.removeprefix("- ")) in self.asked.answers

    def _is_kept(self, line: Line, answer: _Answer) -> bool:
        self.passed_over.append(line.sign)
        if line.mark is not False:
            return True
        if self._is_option(line):
            self.passed_over.append(line.text)
        elif line.text.strip():
            self.notes.append(Note("unticked", self.asked.t("submission.under", label=answer.label), line.text))
        return False
