"""Plain texts: an issue as GitHub, Forgejo and GitLab make it, a heading a question, or a letter in any order.

The words under the headings are a stranger's. Only the question of a form, and only for the first time, ends an answer;
any other heading in a longer answer belongs to it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from .asked import Asked, known_labels
from .documents import Reading, read_answers
from .entry_files import without_entry
from .questions import Question
from .reading.values import Aside, Block, Document, DocumentTable, Paragraph
from .submission import Note, Submission, comparable, unusable

_NO_ANSWER = ("_no response_", "none", "n/a")
_BOX = re.compile(r"\s*[-*][ \t]+\[([ xX])\][ \t]*(.*)")
_MARKED = re.compile(r"\s*(?:\*\*|__)(.{1,200}?)(?:\*\*|__)\s*")
_TABLE_RULE = re.compile(r"\s*(?:\|(?:[ \t:-]*\|)+|\+(?:[-=:]+\+)+|={3,}|-{3,})\s*")
_OF_MAIL = re.compile(r"(?:Od|Do|DW|Temat|Data|Wysłano|From|To|Cc|Subject|Date|Sent)\s?:\s")
_LINES_OF_MAIL = 15
_SIGNATURE = re.compile(r"--[ \t]*")
_ANSWERS = re.compile(
    r"(?:W dniu|Dnia|On|Am|Le) [^\n]{3,200}(?:pisze|napisał(?:a|o|\(a\))?|wrote|schrieb|a écrit)[^\n:]{0,80}:[ \t]*"
    r"|-{2,}[ ]?(?:Wiadomość oryginalna|Original Message|Oryginalna wiadomość)[ ]?-{2,}[ \t]*",
    re.IGNORECASE,
)
"""The line that comes before the letter which somebody answers."""
_SOURCE_OF_MAIL = re.compile(
    r"^(?:MIME-Version:[ \t]*1\.0|Content-Transfer-Encoding:[ \t]*(?:quoted-printable|base64|[78]bit|binary)"
    r"|Content-Type:[ \t]*(?:multipart|text)/)",
    re.IGNORECASE | re.MULTILINE,
)
_CODED_LETTER = re.compile(r"=(?:C[2-5]|E2=80)=[89AB][0-9A-F]")
"""A letter of ours, a no-break space or a dash in quoted-printable."""
_LABEL = re.compile(r"\s*(\*\*|__|\*|_)([^*_]{1,200}?)\1[ \t]*(:?)[ \t]*(.*)", re.DOTALL)
_TABLE_ROW = re.compile(r"\s*\|[^\n]*\|\s*")
_BAR = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r"(?:>[ \t]?)+")


def is_source_of_mail(text: str) -> bool:
    """Whether a text is a letter as programs send it, its letters written as codes (``=C5=82``) or all of it twice."""
    return bool(_SOURCE_OF_MAIL.search(text) or _CODED_LETTER.search(text))


def read_text(text: str, asked: Asked) -> Reading:
    """The answers in a text: of an issue where it has the headings of the form, else of a letter.

    Raises:
        UnusableSubmission: it asks none of the questions.
    """
    lines = _lines(text)
    if any((heading := _heading(line)) and comparable(heading) in asked.labels for line in lines):
        return read_issue(text, asked)
    rules = tuple(line for line in lines if _TABLE_RULE.fullmatch(line[:500]))
    return read_answers(Document(tuple(_blocks(lines, asked)), passed_over=rules), asked)


def _blocks(lines: list[str], asked: Asked) -> Iterator[Block]:
    """What stands in a text in its order: paragraphs, and tables with the questions in their first rows."""
    kept: list[str] = []
    for is_row, group in groupby(lines, key=lambda line: bool(_TABLE_ROW.fullmatch(line[:5_000]))):
        run = [*group]
        rows = [_cells(line) for line in run if not _TABLE_RULE.fullmatch(line[:500])] if is_row else []
        if rows and sum(asked.find(cell, also=True) is not None for cell in rows[0]) > 1 and len(rows) > 1:
            yield from _paragraphs(kept, asked)
            yield DocumentTable(tuple(tuple((Paragraph(cell),) for cell in row) for row in rows))
            kept = []
        else:
            kept += run
    yield from _paragraphs(kept, asked)


def _cells(line: str) -> list[str]:
    """The cells of a row of a table: ``| Las | szkoła |``."""
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip()[1:-1])]


def _paragraphs(lines: list[str], asked: Asked) -> Iterator[Paragraph]:
    """The paragraphs of a letter: empty lines part them, and so does a line that asks a question."""
    kept: list[str] = []
    lines, asides = _own_lines(lines, asked)
    if asides:
        yield Paragraph("", asides=tuple(Aside("mail_end", "\n".join(each)) for each in asides))
    head = [line for line in lines[:_LINES_OF_MAIL] if _OF_MAIL.match(line)]
    of_mail = frozenset(head if len(head) > 1 else ())
    if of_mail:
        yield Paragraph("", asides=(Aside("mail", "\n".join(head)),))
    for line in [*(line for line in lines if not (line in of_mail or _TABLE_RULE.fullmatch(line[:500]))), ""]:
        words = _QUOTED.sub("", line, count=1) if line.startswith(">") else line
        words = words.strip().strip("|").strip() if _TABLE_ROW.fullmatch(words[:5_000]) else words
        words = _without_marks(words, asked)
        bare = words.lstrip("#")
        level = len(words) - len(bare) if bare[:1] in (" ", "\t") else 0
        marked = _MARKED.fullmatch(words[:300])
        plain = (bare if level else marked[1] if marked else words).strip(" \t#" if level else None)
        is_question = bool(plain) and bool(asked.find(plain, also=True) or asked.split(plain, also=True))
        if (not plain or level or is_question) and kept:
            yield Paragraph("\n".join(kept))
            kept = []
        if level or (is_question and plain):
            yield Paragraph(plain, level, is_marked=bool(marked))
        elif plain:
            kept.append(words)


def _own_lines(lines: list[str], asked: Asked) -> tuple[list[str], list[list[str]]]:
    """The lines of a letter, and apart its signature and the letter it answers, if it has questions itself."""
    own = [line for line in lines if not line.startswith(">")]
    if not any(asked.find(line) or asked.split(line) for line in own) or _is_answered_between(lines, asked):
        return lines, []
    start = next((n for n, line in enumerate(lines) if _SIGNATURE.fullmatch(line)), len(lines))
    end = next((n for n, line in enumerate(lines) if n > start and not _is_of_signature(line, asked)), len(lines))
    signature = lines[start + 1 : end]
    rest = [*lines[:start], *lines[end:]]
    answered = [n for n, line in enumerate(rest) if line.startswith(">") or _ANSWERS.fullmatch(line[:300])]
    if not any(_is_of_answered(rest[n], asked) for n in answered):  # words of others in a story are quoted as well
        answered = []
    quoted = [rest[n] for n in answered]
    kept = [line for n, line in enumerate(rest) if n not in frozenset(answered)]
    return kept, [each for each in (signature, quoted) if any(line.strip() for line in each)]


def _is_answered_between(lines: list[str], asked: Asked) -> bool:
    """Whether somebody wrote the answers between the questions of the letter that is answered."""
    filled = [line for line in lines if line.strip("> \t")]
    return any(
        asked.find(_QUOTED.sub("", line, count=1)) and not below.startswith(">")
        for line, below in pairwise(filled)
        if line.startswith(">")
    )


def _is_of_answered(line: str, asked: Asked) -> bool:
    """Whether a line shows that a letter is answered: it says so, or is a question of ours that is quoted."""
    return not line.startswith(">") or asked.find(_QUOTED.sub("", line, count=1)) is not None


def _is_of_signature(line: str, asked: Asked) -> bool:
    return not (line.startswith(">") or _ANSWERS.fullmatch(line[:300]) or asked.split(line, also=True))


def _without_marks(line: str, asked: Asked) -> str:
    """A line without the marks of bold text around the question that it begins with: ``**Tytuł:** Las``."""
    found = _LABEL.fullmatch(line[:5_000])
    if not found or not found[4] or not (found[3] or found[2].rstrip().endswith(":")):
        return line
    label = found[2].strip().rstrip(":").strip()
    return f"{label}: {found[4]}{line[5_000:]}" if asked.find(label, also=True) else line


def read_issue(text: str, asked: Asked) -> Reading:
    """The answers in the text of an issue.

    Raises:
        UnusableSubmission: none of the headings is a question of the form.
    """
    t = asked.t
    consents = comparable(t("submission.consent_label"))
    answers: dict[str, list[str]] = {}
    leftovers: dict[str, list[str]] = defaultdict(list)
    current: list[str] = leftovers[t("submission.before")]
    consent: list[str] = []
    question: Question | None = None
    label, hint = t("submission.file_label"), t("submission.file_help")
    whole, text = text, without_entry(text, label, hint)
    kept, hints = _without_hints(text, asked)
    passed_over = [*hints, *((label, hint, "````markdown", "````") if text != whole else ())]
    for line in _lines(kept):
        heading = _heading(line)
        found = asked.labels.get(comparable(heading)) if heading else None
        if heading and found and found.id not in answers:
            question, current = found, answers.setdefault(found.id, [])
            passed_over.append(heading)
        elif heading and comparable(heading) == consents:
            question, current = None, consent  # nothing of the practice; without them the host took no submission
            passed_over.append(heading)
        elif heading and (question is None or question.kind != "text"):
            question, current = None, leftovers[heading]
        else:
            current.append(line)
    if not answers:
        raise unusable("submission.no_questions", known=known_labels(asked.labels.values(), t))
    notes: list[Note] = []
    given = {}
    for name, lines in answers.items():
        place = t("submission.under", label=t(f"ask.{name}"))
        if answer := _answer(lines, asked, place, notes, passed_over):
            given[name] = answer
    rest = [(heading, _answer(lines, asked, heading, notes, passed_over)) for heading, lines in leftovers.items()]
    _consents(consent, asked, notes, passed_over)
    places = {name: f"### {t(f'ask.{name}')}" for name in given}
    submission = Submission(
        given, tuple((heading, words) for heading, words in rest if words), places, "", tuple(notes)
    )
    return Reading((submission,), tuple(passed_over))


def _consents(lines: list[str], asked: Asked, notes: list[Note], passed_over: list[str]) -> None:
    """Ours say nothing new, and neither do ticks beside them; anything else that stands there is noted."""
    for line in lines:
        box = _BOX.fullmatch(line)
        words = box[2] if box else line
        if box and box[1] != " ":
            passed_over += [box[1], words]
        elif words.strip():
            notes.append(Note("consent", "", words))


def _answer(lines: list[str], asked: Asked, place: str, notes: list[Note], passed_over: list[str]) -> str:
    """The answer on some lines: boxes that were ticked, without those that were not; nothing for no answer."""
    kept = []
    for line in lines:
        box = _BOX.fullmatch(line)
        if box is None:
            kept.append(line)
        elif box[1] != " ":
            kept.append(box[2])
            passed_over.append(box[1])
        elif comparable(box[2]) in asked.answers:
            passed_over.append(box[2])
        elif box[2].strip():
            notes.append(Note("unticked", place, box[2]))
    words = "\n".join(kept).strip()
    if words.casefold() in _NO_ANSWER:
        passed_over.append(words)
        return ""
    return words


def _without_hints(text: str, asked: Asked) -> tuple[str, list[str]]:
    """The text without the hints of our own template, and those; a comment that somebody wrote stays."""
    kept, rest, hints = "", text, []
    while (start := rest.find("<!--")) >= 0 and (end := rest.find("-->", start)) >= 0:
        is_ours = comparable(rest[start + 4 : end]) in asked.hints
        kept += rest[:start] if is_ours else rest[: end + 3]
        hints += [rest[start + 4 : end]] if is_ours else []
        rest = rest[end + 3 :]
    return kept + rest, hints


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _heading(line: str) -> str:
    """The words of a heading; nothing where a line is none. No pattern: a hostile line would hold it up."""
    words = line.lstrip("#")
    return words.strip(" \t#") if 2 <= len(line) - len(words) <= 4 and words[:1] in (" ", "\t") else ""
