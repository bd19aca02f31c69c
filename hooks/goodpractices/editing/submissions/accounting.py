"""That nothing of a file is lost: its words are counted against those of what was made of it.

Whatever is missing becomes a question of the first draft and says where in the file it stood. So an importer need not
know every structure of every office program: what it does not know is asked.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...wording import Translations
from .documents import Reading
from .reading.walk import Unit, unaccounted
from .reading.words import all_words
from .submission import Note, Submission

_PARTS = (
    *(("comments", "comment"), ("footnotes", "footnote"), ("endnotes", "footnote"), ("header", "header")),
    *(
        ("footer", "footer"),
        ("diagrams", "diagram"),
        ("charts", "chart"),
        ("drawing", "drawing"),
        ("docProps", "properties"),
    ),
    *(("meta.xml", "properties"), ("customXml", "custom"), ("_rels", "link"), ("sharedStrings", "no_cell")),
    *(("styles.xml", "page"), ("pivot", "pivot"), ("glossary", "glossary"), ("worksheets", "sheet_part")),
    *(("workbook", "sheet_names"), ("ctrlProps", "control"), ("activeX", "control")),
)
"""What parts of a package are called, by what stands in their names; keys of the wording under ``part.``."""
_PIECE = 1000
_LOST_LETTER = "\ufffd"
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Where a word may or must not be parted; a name with one of them inside is found by nobody."""


def accounted(
    reading: Reading, units: Iterable[Unit], t: Translations, shown: Mapping[tuple[str, str], str] | None = None
) -> list[Submission]:
    """The submissions with a note for everything of the file that none of them carries."""
    if not reading.submissions:
        return []
    carried = [text for each in reading.submissions for text in texts_of(each)]
    counts = Counter(all_words((*carried, *reading.passed_over)))
    whole = unicodedata.normalize("NFC", "\n".join(carried))
    missing = [*_notes(unaccounted(iter(units), whole, counts, shown or {}), t)]
    first, *others = reading.submissions
    whole_again = (replace(first, notes=(*first.notes, *missing)), *others)
    return [_as_typed(replace(each, notes=(*each.notes, *_lost_letters(each, t)))) for each in whole_again]


def _lost_letters(submission: Submission, t: Translations) -> Iterator[Note]:
    """A note for each answer with a sign that programs put for letters which they could not read."""
    answers = ((submission.places.get(name, ""), text) for name, text in submission.answers.items())
    for place, text in (*answers, *submission.leftovers):
        if hurt := " ".join(word for word in text.split() if _LOST_LETTER in word):
            yield Note("lost_letters", place or t("part.other"), hurt[:_PIECE])


def _as_typed(submission: Submission) -> Submission:
    """A submission without what only lays out a text: where words may be parted, other ends of lines."""
    answers = {name: _plain(text) for name, text in submission.answers.items()}
    leftovers = tuple((_plain(label), _plain(text)) for label, text in submission.leftovers)
    return replace(submission, answers=answers, leftovers=leftovers)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)


def texts_of(submission: Submission) -> Iterator[str]:
    """Every text that a submission carries."""
    yield from submission.answers.values()
    for label, text in submission.leftovers:
        yield from (label, text)
    for note in submission.notes:
        yield from (note.words, note.place) if note.kind == "taken_for" else (note.words,)


def _notes(missing: Iterable[Unit], t: Translations) -> Iterator[Note]:
    """A note for each kind of part of the file, with all its missing pieces, each once."""
    by_part: dict[tuple[str, bool], list[str]] = {}
    for unit in missing:
        texts = by_part.setdefault((_kind(unit.part), unit.is_address), [])
        if (text := " ".join(unit.text.split())) not in texts:
            texts.append(text)
    for (kind, is_address), texts in by_part.items():
        place = t(f"part.{kind}")
        yield from (Note("lost_link" if is_address else "lost", place, words) for words in _joined(texts))


def _joined(texts: Iterable[str]) -> Iterator[str]:
    piece = ""
    for text in texts:
        if piece and len(piece) + len(text) > _PIECE:
            yield piece
            piece = ""
        piece = f"{piece} / {text}" if piece else text
    if piece:
        yield piece


def _kind(part: str) -> str:
    return next((kind for name, kind in _PARTS if name in part), "other")
