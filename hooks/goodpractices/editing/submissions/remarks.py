"""Columns beside questions and answers: remarks of a commission, explanations, what has to be filled in."""

import re
from collections.abc import Sequence

_REMARK = re.compile(
    r"(?:uwagi|komentarz|objaśnieni|wyjaśnieni|wskazówk|przykład|instrukcj|podpowied|limit|maks|ocena|punkty|wymaga"
    r"|obowiązkow|format)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:l\.? ?p\.?|nr|numer|pytani[ea]|pol[ae]|zagadnieni[ea]|zakres|odpowied[źz]i?|treść|wypełnia|informacj)",
    re.IGNORECASE,
)
_FLAG = re.compile(r"tak|nie|wymagane|obowiązkowe|opcjonalne|dobrowolne|t|n|o", re.IGNORECASE)
_MARK = re.compile(r"[xXvV+✓✔☒☑✕✖×]{1,2}")
_LONGEST = 60


def is_remark(head: str) -> bool:
    """Whether a column of such a name says something about answers and holds none."""
    return len(head) <= _LONGEST and bool(_REMARK.match(head.strip()))


def is_head(texts: Sequence[str]) -> bool:
    """Whether the texts of a row name the columns of a form: ``Lp. | Pytanie | Odpowiedź | Uwagi``."""
    filled = [text.strip() for text in texts if text.strip()]
    named = [text for text in filled if len(text) <= _LONGEST and _HEAD.match(text)]
    return len(filled) > 1 and bool(named) and all(text in named or is_remark(text) for text in filled)


def are_flags(texts: Sequence[str]) -> bool:
    """Whether the filled cells of a column only say which questions have to be answered."""
    filled = [text.strip() for text in texts if text.strip()]
    return len(filled) > 1 and all(_FLAG.fullmatch(text) for text in filled)


def is_mark(text: str) -> bool:
    """Whether a cell beside a ready answer says that it was chosen."""
    return bool(_MARK.fullmatch(text.strip()))
