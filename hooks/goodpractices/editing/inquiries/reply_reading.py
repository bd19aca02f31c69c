"""From the text of a reply to what it says: answers by topic, a verdict, who answered and when; the rest is kept.

People answer below the questions of the quoted letter, above it by number, under names of their own, or in the form.
Each line goes to exactly one place, so nothing is lost.
"""

import re
from dataclasses import dataclass, field

from ...catalogue import plain_words, readings, spelling_table
from ...wording import Translations, languages
from ..submissions.asked import Asked, lines_with_marks
from .letter_files import BOXES, CLOSING, VERDICTS
from .reply_lines import NAMES, Line, Ours, lines_of, sentences
from .reply_signatures import signature_start
from .reply_topics import topic_called, topic_of_heading, topic_of_sentence
from .reply_words import first_beginning, holds, longest_first, opening, opens_with

_BULLETS = "-–•*·"
_BULLET = r"\s*(?:[-–•*·]\s+)?"
_NUMBERED = re.compile(
    rf"{_BULLET}(?:(?P<ad>(?:do\s+(?=p)|(?:odp|answer)\w*\.?\s+)?"
    r"(?:ad|re|pkt|punkt|punktu|pyt|pytani[ea]|odp|odpowiedź|point|item|question|answer|q)\.?\s*(?:nr\.?\s*)?)"
    r"\(?(?P<m>[1-9])(?!\d)\)?(?:\s?[.):–-]+(?!\d)|(?=\s))"
    r"|\(?(?P<n>[1-9])(?:\s?[.):]\)?(?!\d)|\s+[–-]\s+(?=[^\W\d])))\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"{_BULLET}(?:\d[.)]\s*)?(?P<name>[^:\n]{{3,40}}?)\s*:\s*")
_HEAD = re.compile(r"(?:Od|Do|DW|Temat|Data|Wysłano|From|To|Cc|Subject|Date|Sent)\s?:\s", re.IGNORECASE)
_WROTE = re.compile(r"(?:w dniu|dnia|on)\b.{3,200}\b(?:napisał|napisała|napisali|pisze|wrote)\b.*", re.IGNORECASE)
_RULE = re.compile(r"[-_=*\s]*(?:wiadomość oryginalna|wiadomość przekazana|original message)?[-_=*\s]*", re.IGNORECASE)
_DAY = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\.?\s+[^\W\d]{3,12}\s+\d{4}|[^\W\d]{3,12}\s+\d{1,2},\s*\d{4}"
)
_SIGNATURE = "signature"
_ANSWER = re.compile(r"\s*(?:odp|odpowiedź|answer|a)\.?\s*[:–-]\s*", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"\d{1,2}\s?[.)]?")
_DELIMITER = "--"
_WHOLE = ("opis", "wpis", "entry", "katalog")
"""What is confirmed is the whole entry, if one of these words follows."""


@dataclass(slots=True)
class Reply:
    """What a reply says, in the words of those who wrote it.

    ``answers`` and ``boxes`` (agree, disagree, unknown) stand by topic; ``verdict`` is what was said of the whole
    entry, in ``verdict_words``; ``rest`` are all other words, each with the key of a text of the wording.
    """

    answers: dict[str, str] = field(default_factory=dict)
    boxes: dict[str, str] = field(default_factory=dict)
    verdict: str = ""
    verdict_words: list[str] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    day: str = ""
    asked: str = ""
    rest: list[tuple[str, str]] = field(default_factory=list)


def read_reply(text: str, ours: Ours, about: tuple[str, ...]) -> Reply:
    """What a reply says.

    Args:
        text: the reply, with or without the letter in it.
        ours: what is ours in it.
        about: the topics of the letter in their order, for answers that give only its numbers.
    """
    reader = _Reader(ours, about)
    lines = [*lines_of(text)]
    for n, line in enumerate(lines):
        if _NUMBER_ALONE.fullmatch(line.text) and n + 1 < len(lines) and ours.question(lines[n + 1].text):
            continue  # the cell before a question in a table of theirs
        reader.take(line, is_head=_is_head(lines, n))
    return reader.done()


def day_in(text: str) -> str:
    """The first day that a text names, as files write it; nothing where it names none."""
    for found in _DAY.finditer(text):
        if len(days := readings("day", found[0])) == 1 and days[0].keys() == {"value"}:
            return str(days[0]["value"])
    return ""


class _Reader:
    """Reads one reply, line by line."""

    def __init__(self, ours: Ours, about: tuple[str, ...]) -> None:
        self.ours = ours
        self.about = about
        self.reply = Reply()
        self.found: dict[str, list[str]] = {}
        self.current = ""
        self.by_label = False
        self.has_begun = False
        self.number = 0
        self.items = 0
        self.bullet = ""
        self.has_gap = False
        self.last, self.is_last_labelled = "", False
        labels = {t(f"reply_box.{name}") for t in _languages() for name in (*BOXES, *VERDICTS)}
        self.boxes = {plain_words(t(f"reply_box.{name}")): name for t in _languages() for name in (*BOXES, *VERDICTS)}
        self.asked = Asked(_languages()[0], {"boxes": sorted(labels)})

    def take(self, line: Line, *, is_head: bool) -> None:
        """Put a line where it belongs."""
        self.has_begun = self.has_begun or bool(line.text and not is_head)
        if is_head:
            self._head(line.text)
        elif question := self.ours.question(line.text):
            self._begin(question[0], by_label=True)
            self._add(_without_label(question[1]))
        elif not self._is_ours(line):
            if line.is_quoted or self.ours.looks_like_ours(line.text):
                self.reply.rest.append(("quoted", line.text))
            else:
                self._own(line.text)

    def _is_ours(self, line: Line) -> bool:
        """Whether a line is of the letter; what somebody wrote behind our words is an answer."""
        topic, behind = self.ours.behind(line.text)
        if reference := self.ours.is_reference(line.text):
            self.reply.asked = reference["day"]
        elif behind:
            self._begin(topic, by_label=True)
            self._answer(behind)
        elif self.current == _SIGNATURE and not line.is_quoted and line.text in self.ours.to:
            self._add(line.text)
        elif line.text != _DELIMITER and (self.ours.is_line(line) or _RULE.fullmatch(line.text)):
            self._keep_gap(line)
            self.current = "" if self.current in NAMES and self.ours.is_closing(line.text) else self.current
        else:
            return False
        return True

    def done(self) -> Reply:
        """All that was read."""
        self._part_last()
        for name, lines in self.found.items():
            if words := "\n".join(lines).strip():
                self._settle(name, words)
        return self.reply

    def _part_last(self) -> None:
        """What stands behind the last answer: who signs; paragraphs about the whole, if no question stands above."""
        lines = self.found.get(self.last, [])
        while lines and not lines[0]:
            lines.pop(0)
        signs = signature_start(lines, is_office_asked=self.last == "contact")
        ends = lines.index("") if "" in lines and not self.is_last_labelled else len(lines)
        at = min(signs, ends)
        if at < len(lines):
            self.found[self.last] = lines[:at]
            self.found.setdefault("", []).extend(lines[at:signs])
            self.found.setdefault(_SIGNATURE, []).extend(lines[signs:])

    def _own(self, text: str) -> None:
        """A line that somebody wrote."""
        self._end_item(text)
        if _WROTE.fullmatch(text):
            self.reply.rest.append(("mail", text))
        elif (closing := _begins_with(text, "closings")) is not None:
            self.current = _SIGNATURE
            self._add(closing)
        elif text == _DELIMITER:
            self.current = _SIGNATURE
        elif self.current != _SIGNATURE and opening(plain_words(text), "footers"):
            self.current = ""
            self._add(text)
        elif plain_words(text).strip(" .,!") not in spelling_table("formalities") and not self._opens(text):
            self._answer(text)

    def _end_item(self, text: str) -> None:
        """An answer that is an item of a list ends at the next item, and at a line that begins a sentence."""
        if self.bullet and self.current in NAMES and (text.startswith(self.bullet) or text[:1].isupper()):
            self.current, self.bullet = "", ""

    def _opens(self, text: str) -> bool:
        """Whether a line begins an answer of its own; a signature ends at such a line only if it has a name."""
        if self.current == _SIGNATURE:
            return self._named(text)
        return self._boxes(text) or self._headed(text) or self._numbered(text) or self._named(text)

    def _keep_gap(self, line: Line) -> None:
        """Of what is ours nothing but an empty line within an answer."""
        self.has_gap = self.has_gap or not line.text
        if not line.text and self.found.get(self.current):
            self.found[self.current].append("")

    def _head(self, text: str) -> None:
        self.reply.rest.append(("mail", text))
        if text.lower().startswith(("data", "date", "wysłano", "sent")) and not (self.reply.day or self.has_begun):
            self.reply.day = day_in(text)

    def _begin(self, name: str, *, by_label: bool) -> None:
        self.current, self.by_label, self.items, self.bullet = name, by_label, 0, ""
        self.has_gap = False
        self.found.setdefault(name, [])

    def _add(self, text: str) -> None:
        if text.strip():
            self.found.setdefault(self.current, []).append(text.strip())
            if self.current in NAMES:
                self.last, self.is_last_labelled = "" if self.current in CLOSING else self.current, self.by_label

    def _boxes(self, text: str) -> bool:
        """Boxes of the form on a line: those that were ticked count, empty ones go."""
        lines = [*lines_with_marks(text, self.asked)]
        if not any(each.mark is not None and plain_words(each.text) in self.boxes for each in lines):
            return False
        for each in lines:
            name = self.boxes.get(plain_words(each.text))
            if name is None and each.mark is not False:
                self._add(each.text)
            elif name is None:
                self.reply.rest.append(("quoted", each.text))
            elif each.mark:
                self._ticked(name, each.text)
        return True

    def _ticked(self, name: str, words: str) -> None:
        if name in VERDICTS:
            self._judged(name, words)
        else:
            self.reply.boxes[self.current] = name

    def _numbered(self, text: str) -> bool:
        """An answer by the number of its question; a list within an answer counts from one again."""
        found = _NUMBERED.match(text)
        if not found or not 1 <= (n := int(found["m"] or found["n"])) <= len(self.about):
            return False
        if not found["ad"] and (self.by_label or n <= self.number or (self.items and n == self.items + 1)):
            self.items = n
            return False
        self.number = n
        self._begin(self.about[n - 1], by_label=False)
        self._answer(text[found.end() :])
        return True

    def _headed(self, text: str) -> bool:
        """A heading of theirs above an answer, which says in other words what we asked."""
        if not (name := topic_of_heading(text)) or name == self.current:
            return False
        self._begin(name, by_label=True)
        return True

    def _named(self, text: str) -> bool:
        """An answer under a name of theirs: ``Koszt: 300 tys. zł``."""
        found = _NAMED.match(text)
        name = topic_called(found["name"]) if found else ""
        if not found or not name or name == self.current:
            return False
        self._begin(name, by_label=self.by_label)
        self.bullet = text[:1] if text[:1] in _BULLETS else ""
        self._answer(text[found.end() :])
        return True

    def _answer(self, words: str) -> None:
        """Words of an answer; a sentence among them that confirms or disputes is taken for itself."""
        words = _without_label(words)
        parts = sentences(words)
        if not any(map(self._judges, parts)):
            self._add(words)
            return
        for part in parts:
            if not self._verdict(part):
                self._add(part)

    def _judges(self, text: str) -> tuple[str, str] | None:
        """Whether a sentence begins with words that confirm or dispute, and what stands behind them."""
        plain = plain_words(text)
        if not (found := opening(plain, "verdicts")):
            return None
        kind, behind = spelling_table("verdicts")[found], plain[len(found) :]
        has_reserve = kind == "confirmed" and any(holds(behind, word) for word in spelling_table("reserves"))
        return None if has_reserve else (kind, behind)

    def _verdict(self, text: str) -> bool:
        """A line that confirms or disputes; one with a reserve is left for a person."""
        if (judged := self._judges(text)) is None:
            return False
        kind, behind = judged
        if self._confirms_and_answers(kind, text):
            return True
        is_apart = (self.has_gap and not self.by_label) or _is_of_the_whole(behind)
        if is_apart or self.current in (*CLOSING, "", _SIGNATURE) or len(behind.split()) > 2:
            self._judged(kind, text)
        else:
            self.reply.boxes[self.current] = "agree" if kind == "confirmed" else "disagree"
            self.reply.verdict_words.append(text)
        return True

    def _confirms_and_answers(self, kind: str, text: str) -> bool:
        """Whether an answer with a name follows in the same sentence: ``Potwierdzam, kontakt: biuro``."""
        said, comma, behind = text.partition(",")
        if kind != "confirmed" or not comma or not topic_called(behind.partition(":")[0]):
            return False
        self._verdict(said)
        return self._named(behind)

    def _judged(self, kind: str, words: str) -> None:
        """The whole entry was confirmed or disputed; a dispute of any part is one of the entry."""
        if self.reply.verdict != "disputed":
            self.reply.verdict = kind
        if words not in self.boxes:
            self.reply.verdict_words.append(words)
        if kind == "disputed" and plain_words(words) not in self.boxes:
            self.reply.disputed.append(_without_verdict(words))

    def _settle(self, name: str, words: str) -> None:
        """What stands under one heading, when all was read."""
        if name in ("who", _SIGNATURE):
            self.reply.signature += words.split("\n")
        elif name == "day" and (day := day_in(words)):
            self.reply.day = day
            if _DAY.sub("", words).strip(" .,r"):
                self.reply.rest.append(("remarks", words))
        elif name == "verdict" and self.reply.verdict == "disputed":
            self.reply.disputed.append(" ".join(words.split()))
            self.reply.verdict_words.append(words)
        elif name in NAMES and name not in CLOSING:
            self._answered(name, words)
        else:
            for line in words.split("\n"):
                self._remark(line)

    def _answered(self, name: str, words: str) -> None:
        self.reply.answers[name] = "\n".join(filter(None, (self.reply.answers.get(name), words)))

    def _remark(self, line: str) -> None:
        """Words under no question: a sentence that can only answer one of them does, the others are kept."""
        kept = []
        for each in sentences(line):
            if topic := topic_of_sentence(each):
                self._answered(topic, each)
            else:
                kept.append(each)
        if any(kept):
            self.reply.rest.append(("remarks", " ".join(kept)))


def _is_head(lines: list[Line], n: int) -> bool:
    """Whether a line is of the head of a message: two of them stand together."""
    if not _HEAD.match(lines[n].text):
        return False
    beside = [lines[each].text for each in (n - 1, n + 1) if 0 <= each < len(lines)]
    return any(_HEAD.match(each) for each in beside)


def _begins_with(text: str, table: str) -> str | None:
    """What stands behind one of the words of a table at the start of a line; ``None`` where none stands there."""
    plain = plain_words(text)
    for words in longest_first(table):
        if opens_with(plain, words) and len(plain) == len(text.strip()):
            return text.strip()[len(words) :].strip(" ,.!")
        if plain.strip(" ,.!") == words:
            return ""
    return None


def _without_label(words: str) -> str:
    """An answer without the word that says it is one."""
    found = _ANSWER.match(words)
    return words[found.end() :] if found else words


def _is_of_the_whole(plain: str) -> bool:
    return any(first_beginning(plain, each) is not None for each in _WHOLE)


def _without_verdict(words: str) -> str:
    plain = plain_words(words)
    return words[len(opening(plain, "verdicts")) :].strip(" :,–-") or words if len(plain) == len(words) else words


def _languages() -> list[Translations]:
    return [Translations.load(each) for each in languages()]
