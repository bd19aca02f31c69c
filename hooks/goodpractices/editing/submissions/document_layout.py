"""How a document lays out its questions: several in a paragraph or a cell, beside or above the answers, in columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .asked import Asked
from .reading.values import Block, DocumentTable, Paragraph, paragraphs
from .remarks import is_head, is_remark

Cells = Sequence[tuple[Block, ...]]


def unfolded(blocks: Iterable[Block], asked: Asked) -> Iterator[Block]:
    """The blocks with a paragraph for each question where several stand in one, on lines of their own."""
    for block in blocks:
        if isinstance(block, DocumentTable):
            yield DocumentTable(tuple(tuple(tuple(unfolded(cell, asked)) for cell in row) for row in block.rows))
            continue
        first, *others = _parts(block.text, asked)
        yield replace(block, text=first)
        yield from (replace(block, text=text, asides=()) for text in others)


def _parts(text: str, asked: Asked) -> Iterator[str]:
    """A text from question to question; whole where none of its further lines asks one."""
    kept: list[str] = []
    for line in text.split("\n"):
        if kept and (asked.find(line) or asked.split(line, also=True)):
            yield "\n".join(kept)
            kept = []
        kept.append(line)
    yield "\n".join(kept)


def asks_several(cell: tuple[Block, ...], asked: Asked) -> bool:
    """Whether a cell holds several questions, each with its answer: such a table only lays out a page."""
    return sum(asked.split(each.text) is not None for each in cell if isinstance(each, Paragraph)) > 1


def remarks_in(table: DocumentTable) -> Mapping[int, str]:
    """The columns of a form in which others say something about the answers, with their heads."""
    if not names_columns(table.rows[0]):
        return {}
    head = [" ".join(text_of(cell).split()) for cell in table.rows[0]]
    return {n: text for n, text in enumerate(head) if n > 0 and is_remark(text)}


def names_columns(row: Cells) -> bool:
    """Whether a row is the head of a form: ``Pytanie | Odpowiedź``."""
    return is_head([text_of(cell) for cell in row])


def are_heads(row: Cells, below: Cells, asked: Asked) -> bool:
    """Whether a row of a form holds only questions, which the row below answers."""
    texts, answers = ([text_of(cell).strip() for cell in each] for each in (row, below))
    filled = [text for text in texts if text]
    return (
        len(filled) > 1
        and len(texts) == len(answers)
        and all(asked.find(text, also=True) for text in filled)
        and not any(asked.find(text, also=True) for text in answers)
        and all(text for text, answer in zip(texts, answers, strict=True) if answer)
    )


def is_form(table: DocumentTable, asked: Asked) -> bool:
    """Whether a table asks questions: one by its own name, or several in its first column by the names of offices."""
    texts = [each.text for each in paragraphs((table,))]
    if any(map(asked.find, texts)) or sum(asked.split(text) is not None for text in texts) > 1:
        return True
    first = [next(paragraphs(row[0]), None) for row in table.rows if row]
    return sum(bool(each and asked.find(each.text, also=True)) for each in first) > 1


def stands_across(table: DocumentTable, asked: Asked) -> bool:
    """Whether the first row of a table holds the questions, and not the first column."""
    if len(table.rows) < 2:
        return False
    across = [cell for cell in table.rows[0] if asked.find(text_of(cell).strip(), also=True)]
    is_meant = len(across) > 2 or any(asked.find(text_of(cell).strip()) for cell in across)
    down = [row[0] for row in table.rows if row and asked.find(text_of(row[0]).strip(), also=True)]
    answered_below = not any(asked.find(text_of(cell).strip(), also=True) for cell in table.rows[1])
    return is_meant and len(across) > 1 and len(across) > len(down) and answered_below


def text_of(blocks: tuple[Block, ...]) -> str:
    """The text of some blocks, a line a paragraph; a table within them row by row."""
    lines = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [" | ".join(filter(None, (text_of(cell).strip() for cell in row))) for row in block.rows]
    return "\n".join(line for line in lines if line.strip())
