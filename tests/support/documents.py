"""The documents that the import and the script of the form both have to read."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml
from tests.support.entries import CASES
from tests.support.submissions import PL

from bench.office_files.packing import docx, word_part
from goodpractices.editing.submissions.reading.signs import sign

_FONTS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Calibri")
_CODES = (*range(0x20, 0x100), *range(0xF000, 0xF100), 0x20AC, 0xD800)


@cache
def documents() -> list[dict[str, Any]]:
    """The paragraphs below a question, as XML, and what they say."""
    content: list[dict[str, Any]] = yaml.load(
        (CASES / "_documents.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return content


def document(case: Mapping[str, Any], *more: str) -> bytes:
    """A document with the paragraphs of a case below the question they answer, and more behind them."""
    above = ["ask.title"] if "title" in case else ["ask.title", "ask.challenge"]
    title, *below = map(PL, above)
    lists = {"numbering.xml": word_part("numbering", case["numbering"])} if "numbering" in case else {}
    return docx([title, *(["Las", *below] if below else []), *case["body"], *more], lists)


def signs() -> list[tuple[str, str, str]]:
    """What typefaces have at codes: the typeface, the code as a document writes it, the sign or nothing."""
    return [(font, f"{code:04X}", sign(font, f"{code:04X}")) for font in _FONTS for code in _CODES]
