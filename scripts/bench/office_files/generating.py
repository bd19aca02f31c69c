"""Random office files of every structure we know of, each with the words that must not be lost.

A word is made once and stands in one place only, so a draft that holds it has it from there. The same seed makes the
same file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from . import open_document, spreadsheet_cells, word_structures
from .packing import docx, ods, ods_rows, odt

_LETTERS = "abcdefghijklmnoprstuwyząćęłńóśźż"
QUESTIONS = (
    "Wyzwanie",
    "Co miało się zmienić",
    "Na czym to polega",
    "Co robiono po kolei",
    "Ile to kosztowało",
    "Liczby",
)
_TITLE = "Nazwa praktyki"


@dataclass(frozen=True)
class Made:
    """A file: the ending of its name, its bytes, the words that must not be lost, what it is made of."""

    ending: str
    data: bytes
    words: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass
class Maker:
    """Makes up words that were not there before, and gathers what a file is made of."""

    random: Random
    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    parts: dict[str, str | bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def word(self) -> str:
        """A word of its own that has to arrive."""
        word = "".join(self.random.choices(_LETTERS, k=9))
        self.words.append(word)
        return word

    def phrase(self) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(1, 4)))

    def address(self) -> str:
        """The address of a link that has to arrive."""
        word = "".join(self.random.choices("abcdefghijkmnprstuwz", k=9))
        address = f"https://{word}.example.org/strona?nr={self.random.randint(1, 99)}"
        self.words.append(address)
        return address

    def expect(self, shown: str) -> None:
        self.words.append(shown)

    def some(self, kinds: Sequence[Callable[[Maker], str]], least: int, most: int) -> list[str]:
        """What some of the kinds make, in any order."""
        chosen = [self.random.choice(kinds) for _ in range(self.random.randint(least, most))]
        self.kinds += [kind.__name__ for kind in chosen]
        return [kind(self) for kind in chosen]


def generate(seed: int, number: int) -> Made:
    """The file of a number: documents and spreadsheets by turns."""
    maker = Maker(Random(f"{seed}/{number}"))  # noqa: S311 - no secret
    ending = (".docx", ".xlsx", ".odt", ".ods", ".docx", ".xlsx", ".csv", ".txt")[number % 8]
    data = _MAKERS[ending](maker)
    return Made(ending, data, tuple(maker.words), tuple(maker.kinds))


def _document(maker: Maker) -> bytes:
    title = maker.word()
    body = ["## Nazwa praktyki", f"Las {title}"]
    for question in maker.random.sample(QUESTIONS, maker.random.randint(1, 4)):
        body += [f"## {question}", *maker.some(word_structures.KINDS, 1, 5)]
    if maker.random.random() < 0.3:
        body.insert(maker.random.randint(0, 1) * 2, maker.phrase())
    return docx(
        body, word_structures.parts_of(maker), maker.links, maker.random.choice(("document.xml", "document2.xml"))
    )


def _spreadsheet(maker: Maker) -> bytes:
    made = spreadsheet_cells.Sheets(maker)
    return made.packed([*_titles(maker), *_laid_out(maker, spreadsheet_cells.KINDS)])


def _titles(maker: Maker) -> list[list[str]]:
    return [[maker.phrase()] for _ in range(maker.random.choice((0, 0, 1, 2)))]


def _laid_out(maker: Maker, kinds: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """The rows of a sheet, laid out in one of the ways that offices lay them out."""
    ways = (_across, _down, _below, _pairs, _with_remarks, _as_on_paper)
    way = maker.random.choices(ways, (5, 3, 1, 1, 1, 1))[0]
    maker.kinds.append(way.__name__)
    return way(maker, kinds)


def _across(maker: Maker, kinds: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """A row a practice: questions of ours, and now and then a column of somebody's own."""
    questions = maker.random.sample(QUESTIONS, maker.random.randint(2, 5))
    own = [maker.word() for _ in range(maker.random.randint(0, 1))]
    head = [_TITLE, *questions, *own]
    rows = [
        [f"Las {maker.word()}", *(maker.some(kinds, 1, 1)[0] for _ in head[1:])]
        for _ in range(maker.random.randint(1, 3))
    ]
    if maker.random.random() < 0.3:
        amount = f"{maker.random.randint(1_000_000, 9_999_999)} zł"
        maker.expect(amount)
        rows.append([maker.random.choice(("Razem", "Suma:")), amount])
    return [head, *rows]


def _down(maker: Maker, kinds: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """One practice in two columns."""
    questions = maker.random.sample(QUESTIONS, maker.random.randint(2, 5))
    rows = [[_TITLE, f"Las {maker.word()}"], *([each, *maker.some(kinds, 1, 1)] for each in questions)]
    return [*rows, *([maker.phrase(), maker.phrase()] for _ in range(maker.random.randint(0, 1)))]


def _below(maker: Maker, kinds: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """Rows of questions, each above a row of answers."""
    heads = (_TITLE, "Liczby"), ("Na czym to polega", "Co robiono po kolei")
    answers = (f"Las {maker.word()}", maker.phrase()), (maker.phrase(), maker.some(kinds, 1, 1)[0])
    return [[*row] for each in zip(heads, answers, strict=True) for row in each]


def _pairs(maker: Maker, kinds: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """Two questions in a row, each with its answer to its right."""
    first = [_TITLE, f"Las {maker.word()}", "Liczby", *maker.some(kinds, 1, 1)]
    return [first, ["Na czym to polega", maker.phrase(), "Co robiono po kolei", maker.phrase()]]


def _with_remarks(maker: Maker, kinds: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """One practice in two columns, and in a third what somebody says of the answers."""
    head = ["Pytanie", "Odpowiedź", "Uwagi"]
    questions = maker.random.sample(QUESTIONS, maker.random.randint(2, 5))
    rows = (
        [each, *maker.some(kinds, 1, 1), maker.phrase() if maker.random.random() < 0.5 else ""] for each in questions
    )
    return [head, [_TITLE, f"Las {maker.word()}", maker.phrase()], *rows]


def _as_on_paper(maker: Maker, _: Sequence[Callable[[Maker], str]]) -> list[list[str]]:
    """Each question and its answer in one cell."""
    return [[f"{_TITLE}: Las {maker.word()}"], [f"Liczby: {maker.phrase()}", f"Na czym to polega: {maker.phrase()}"]]


def _open_document(maker: Maker) -> bytes:
    body = ["## Nazwa praktyki", f"Las {maker.word()}"]
    for question in maker.random.sample(QUESTIONS, maker.random.randint(1, 4)):
        body += [f"## {question}", *maker.some(open_document.KINDS, 1, 5)]
    return odt(body, parts=open_document.parts_of(maker))


def _open_spreadsheet(maker: Maker) -> bytes:
    rows = [*_titles(maker), *_laid_out(maker, open_document.CELLS)]
    return ods({"Arkusz1": ods_rows(rows), **open_document.sheets_of(maker)}, parts=open_document.parts_of(maker))


def _table_of_text(maker: Maker) -> bytes:
    delimiter = maker.random.choice(";,\t|")
    rows = (_across if maker.random.random() < 0.5 else _down)(maker, [_text_cell])
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    encoding = maker.random.choice(("utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2"))
    return text.encode(encoding)


def _text_cell(maker: Maker) -> str:
    between = maker.random.choice(("; ", ",\n", " "))
    return maker.phrase() + between + maker.word()


def _letter(maker: Maker) -> bytes:
    lines = [f"Dzień dobry {maker.word()}", "", f"{_TITLE}: Las {maker.word()}", ""]
    for question in maker.random.sample(QUESTIONS, maker.random.randint(1, 4)):
        form = maker.random.choice(
            ("{0}: {1}", "**{0}**\n{1}", "## {0}\n\n{1}", "{0}\n{1}\n{2}", "> {0}: {1}", "- [ ] {1}\n")
        )
        lines += [form.format(question, maker.phrase(), maker.phrase() if "{2}" in form else ""), ""]
    return "\n".join(lines).encode(maker.random.choice(("utf-8", "cp1250", "utf-16")))


_MAKERS: dict[str, Callable[[Maker], bytes]] = {
    ".docx": _document,
    ".xlsx": _spreadsheet,
    ".odt": _open_document,
    ".ods": _open_spreadsheet,
    ".csv": _table_of_text,
    ".txt": _letter,
}
