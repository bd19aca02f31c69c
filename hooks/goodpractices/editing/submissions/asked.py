"""What of a file is ours: the questions however they are written, their hints, and the answers that were offered."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ...wording import Translations
from .questions import BY_ID, Question
from .reading.words import TICKED, UNTICKED
from .submission import comparable, questions_by_label

_NUMBER = re.compile(
    r"^\s*(?:\(?\d{1,2}(?:[.)]|(?:\.\d{1,2})+[.)]?)|[a-zA-Z][.)]|[IVX]{1,4}(?:\.\d{1,2})?[.)]"
    r"|(?:pytanie|pyt|nr|pkt|punkt|pole|poz|ad|§)\.?\s*\d{1,2}[.:)]?|[•–—-])\s+",
    re.IGNORECASE,
)
_END = re.compile(r"\s*(?:[:*?.…_]|\((?:wymagane|obowiązkowe|required|\*)\))+\s*$", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?::|\n|\t|\s[–—-]\s|\?\s|\s\|\s|\.{4,}|_{3,}|…{2,}|[ \u00a0]{3,})\s*")
_LOOSE_SPLIT = re.compile(r"\s*(?:\s[–—-]|[–—-]\s|=|->|→)\s*")
"""What stands behind the own words of a question alone: behind others it may mean anything."""
_ROOM = re.compile(r"\.{4,}|_{3,}|…{2,}")
"""Dots and lines that a form is printed with, to write on."""
_FURTHER = re.compile(r"(?:\t|[ \u00a0]{2,}|[;|]\s*)(?=(\w[^:\t;|]{2,40}):)")
"""Where another question may begin in the line of one."""
_BOXES = re.compile(rf"\[\s*[xX+✓✔]\s*\]|\(\s*[xX+✓✔]\s*\)|\[\s\]|\[\]|\(\s\)|[{TICKED}{UNTICKED}]")
_TYPED = re.compile(r"[xXvV+✕✖×]{1,2}[ \t.):–-]*(?=\S)")
_TYPED_BEHIND = re.compile(r"[\s.:–-]+[xXvV✕✖×]{1,2}\s*$")
_OTHER_LANGUAGE = re.compile(r"\s+[/|]\s+")
_YES_OR_NO = re.compile(r"[\s.:–-]+(tak|nie)\s*$", re.IGNORECASE)
_LINKED = re.compile(r" \(((?:https?|ftp)://[^\s()]+)\)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)[\s:*]*$")
_MAX_LABEL = 120
_MAX_LINE = 2_000

Offered = Mapping[str, Collection[str]]
"""The ready answers of the form, by the id of the question."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question that was found in a text, the words it was found by, and what follows them."""

    question: Question
    label: str
    rest: str = ""


@dataclass(frozen=True)
class Asked:
    """The questions as people meet them; ``offered`` are the ready answers to each, ``t`` the wording of the form."""

    t: Translations
    offered: Offered = field(default_factory=dict)

    def find(self, text: str, *, also: bool = False) -> Question | None:
        """The question that a text is, however it is numbered or marked; ``also`` by the other names offices use."""
        if len(text) > _MAX_LABEL:
            return None
        bare = _END.sub("", _NUMBER.sub("", text))
        for each in (text, _END.sub("", text), bare, *([_IN_BRACKETS.sub("", bare)] if also else [])):
            label = comparable(each)
            if found := self.labels.get(label) or (self.other_labels.get(label) if also else None):
                return found
        return None

    def find_with_hint(self, text: str) -> Question | None:
        """The question that a text is, where somebody explained it in brackets: ``Źródła (adresy)``."""
        is_explained = len(text) <= _MAX_LABEL and text.rstrip(" :*").endswith(")")
        return self.find(_IN_BRACKETS.sub("", text)) if is_explained else None

    def find_head(self, text: str) -> Question | None:
        """The question that a column or a row of a sheet is called after, with a hint or in another language behind."""
        first = _OTHER_LANGUAGE.split(text.strip().partition("\n")[0], maxsplit=1)[0]
        return self.find(text) or self.find_with_hint(text) or self.find(first)

    def split(self, text: str, *, also: bool = False) -> Found | None:
        """The question that a text begins with and the answer behind it: ``Nazwa praktyki: Las``."""
        for signs, by_others in ((_SPLIT, also), (_LOOSE_SPLIT, False)):
            for sign in signs.finditer(text[: _MAX_LABEL + 1]):
                if (question := self.find(text[: sign.start()], also=by_others)) and text[sign.end() :].strip():
                    return Found(question, text[: sign.start()], text[sign.end() :])
        return None

    def questions_in(self, text: str, alone: Collection[str] = ()) -> list[str]:
        """A line as the questions it asks, each with its answer: ``Początek: 2019   Koniec: 2021``.

        Args:
            text: the line.
            alone: the questions that are asked elsewhere, and so not in this line.
        """
        first = self.split(text)
        if first is None or first.question.id in alone or len(text) > _MAX_LINE:
            return [text]
        ends = [found for found in _FURTHER.finditer(text) if self.find(found[1])]
        starts = [0, *(found.end() for found in ends)]
        return [text[at:end] for at, end in zip(starts, [*(found.start() for found in ends), len(text)], strict=True)]

    def is_ours(self, text: str) -> bool:
        """Whether a text is a hint, a title or a ready answer of the form, or several of the last."""
        plain = comparable(text)
        if plain in self.hints or plain in self.titles or plain in self.answers or self.find(text):
            return True
        parts = _parts(text)
        return len(parts) > 1 and self.answers.issuperset(parts)

    def is_whole_offer(self, question: Question, text: str) -> bool:
        """Whether a text lists all the ready answers to a question, as the template does, and nothing else."""
        offered = self.offers.get(question.id, frozenset())
        return len(offered) > 1 and set(_parts(text)) == offered

    @cached_property
    def labels(self) -> Mapping[str, Question]:
        return questions_by_label(self.t)

    @cached_property
    def other_labels(self) -> Mapping[str, Question]:
        """Questions by the names that offices give them in tables of their own."""
        return {
            comparable(name): BY_ID[each]
            for each, names in self.t.group("ask_also").items()
            for name in names.split(";")
        }

    @cached_property
    def hints(self) -> frozenset[str]:
        """What the templates say beside the questions, as it compares."""
        own = (self.t(f"submission.{name}") for name in ("template_title", "template_intro", "intro", "public"))
        return frozenset(map(comparable, (*self.t.group("ask_help").values(), *own)))

    @cached_property
    def titles(self) -> frozenset[str]:
        """The names of sheets and columns of the template that are no questions."""
        names = (*("question", "explanation", "allowed"), *("sheet_practices", "sheet_explanations", "sheet_lists"))
        return frozenset(comparable(self.t(f"submission.{name}")) for name in names)

    @cached_property
    def offers(self) -> Mapping[str, frozenset[str]]:
        """The ready answers as they compare, by the question."""
        return {name: frozenset(map(comparable, labels)) for name, labels in self.offered.items()}

    @cached_property
    def answers(self) -> frozenset[str]:
        return frozenset().union(*self.offers.values())


def without_room(text: str) -> str:
    """An answer without the dots or the line that it was written on: ``____Las____``."""
    words = text.strip(" \t")
    bare = words.strip("._…")
    start = words.index(bare) if bare else 0
    ends = words[:start], words[start + len(bare) :]
    before, after = ("" if _ROOM.search(end) else end for end in ends)
    return text if (before, after) == ends else f"{before}{bare}{after}".strip(" \t")


def _parts(text: str) -> list[str]:
    return [comparable(part) for part in re.split(r"[;\n]", text) if part.strip()]


def without_links(question: Question, text: str) -> tuple[str, list[str]]:
    """An answer that is a name, without the addresses of links behind its words, and those; any other as it is."""
    if question.kind == "text" or question.id in ("sources", "contact_email"):
        return text, []
    kept, links, end = [], [], 0
    for found in _LINKED.finditer(text):
        before = text[end : found.start()]
        has_words = any(each.isalnum() for each in re.split(r"[\n()]", before)[-1])
        kept.append(before if has_words else before + found[0])
        links += [found[1]] if has_words else []
        end = found.end()
    return "".join([*kept, text[end:]]), links


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer: ``mark`` is True for a ticked box, False for an empty one, None where there is no box.

    ``sign`` is the box, or the letter that stands for a tick.
    """

    text: str
    mark: bool | None = None
    sign: str = ""


def lines_with_marks(text: str, asked: Asked, *, is_choice: bool = False) -> Iterator[Line]:
    """The lines of an answer, each box with the words that belong to it; of a choice, a letter X behind them too."""
    for line in text.split("\n"):
        boxes = [*_BOXES.finditer(line)]
        typed = _TYPED.match(line.strip())
        behind = _behind(line) if is_choice and len(line) <= _MAX_LINE else None
        if not boxes and typed and comparable(line.strip()[typed.end() :]) in asked.answers:
            yield Line(line.strip()[typed.end() :], mark=True, sign=typed[0])
        elif not boxes and behind and comparable(line[: behind.start()]) in asked.answers:
            yield Line(line[: behind.start()].strip(), mark=behind[0].strip(" .:–-\t").lower() != "nie", sign=behind[0])
        elif not boxes:
            yield Line(line)
        elif not line[: boxes[0].start()].strip(" \t-*•"):
            ends = [*(each.start() for each in boxes[1:]), len(line)]
            for box, end in zip(boxes, ends, strict=True):
                yield Line(line[box.end() : end].strip(" \t,;"), _is_ticked(box[0]), box[0])
        elif len(boxes) == 1 and not line[boxes[0].end() :].strip():
            yield Line(line[: boxes[0].start()].strip(" \t-–:"), _is_ticked(boxes[0][0]), boxes[0][0])
        else:
            yield Line(line)


def _behind(line: str) -> re.Match[str] | None:
    """What stands behind a ready answer and says whether it was chosen: an X, a yes or a no."""
    return _TYPED_BEHIND.search(line) or _YES_OR_NO.search(line)


def _is_ticked(box: str) -> bool:
    return any(sign in box for sign in f"xX+{TICKED}")


def known_labels(questions: Iterable[Question], t: Translations) -> str:
    """The names of questions as a message lists them."""
    return ", ".join(f"„{each.label(t)}”" for each in questions)
