"""The lines of a reply, and which of them are ours: the letter that is quoted, the questions of the form, its hints."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...catalogue import plain_words
from ...wording import Translations, languages
from .letter_files import CLOSING
from .topics import TOPICS

_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_PLACE = re.compile(r"\{\w+\}")
_NUMBER = r"\s*(?:\d{1,2}\s?[.)]\s*)?"
_WHOLE = 8
"""So many words of the letter in a row are a quotation, if they are not marked as one."""
_SPELLED = {"{day}": r"\d{1,2} \w+ \d{4}", "{address}": r"\S+", "{form}": r"\S+"}
_VARYING = [{name} for name in _SPELLED]
NAMES = (*(each.id for each in TOPICS), *CLOSING)
"""What the letter and the form ask: the topics, and who answers what on the whole."""


_END = re.compile(r"(?P<last>(?:\bm\.)?[^\s.;!?]*)[.;!?]\s+(?=[^\W_a-ząćęłńóśźż])")
_SHORTENED = (
    *("ok", "ca", "tys", "mln", "mld", "proc", "ad", "pkt", "np", "m.in", "ul", "al"),
    *("im", "nr", "prof", "dr", "mgr", "inz", "sw", "tel"),
    *("ds", "r", "tj", "tzn", "str", "poz", "art", "approx", "no", "st", "mr", "ms", "mrs"),
)
"""Words cut short, in plain letters: no sentence ends with the sign behind them."""


def sentences(text: str) -> list[str]:
    """The sentences of a line, as far as a sign and a capital letter or a number part them; none behind ``ok.``."""
    starts = [0]
    for found in _END.finditer(text):
        if plain_words(found["last"]) not in _SHORTENED:
            starts.append(found.end())
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed, without the signs of a quotation."""

    text: str
    is_quoted: bool = False


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text."""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _QUOTE.match(line)
        yield Line(line[found.end() :].strip(), True) if found else Line(line.strip())


@dataclass(frozen=True)
class Ours:
    """What is ours in a reply; ``texts`` are the letters as they would be written now, in each language."""

    texts: tuple[str, ...]
    to: tuple[str, ...] = ()
    """Whom the letters are to: those who answer sign with the same words."""
    closings: tuple[str, ...] = ()
    """What the letters say behind the last question."""

    def question(self, line: str) -> tuple[str, str] | None:
        """What a line asks in our words, and what stands behind the question; ``None`` for other lines."""
        for name, pattern in self._questions:
            if found := pattern.match(line):
                return name, line[found.end() :].strip()
        return None

    def behind(self, line: str) -> tuple[str, str]:
        """The topic of our words at the start of a line, where it can be told, and what somebody wrote behind them."""
        for topic, sentence in self._goes:
            before, found, after = line.partition(sentence)
            if found and (not before.strip() or self.is_line(Line(before, True)) or self.looks_like_ours(before)):
                return topic, after.strip(" \t:–-")
        return "", ""

    def is_closing(self, line: str) -> bool:
        """Whether a line stands behind the last question of the letter, where no answer is awaited."""
        plain = plain_words(line)
        return len(plain.split()) > 2 and f" {plain} " in self._behind

    def is_line(self, line: Line) -> bool:
        """Whether a line is of the letter or of the form, word for word."""
        plain = plain_words(line.text)
        if not plain or plain in self._lines or any(each.fullmatch(plain) for each in self._dated):
            return True
        is_part = f" {plain} " in self._whole
        return is_part and (line.is_quoted or plain.count(" ") + 1 >= _WHOLE)

    def is_reference(self, line: str) -> re.Match[str] | None:
        """The line that names the practice and the day of the letter, with both."""
        return next((found for each in self._references if (found := each.fullmatch(line.strip()))), None)

    def looks_like_ours(self, line: str) -> bool:
        """Whether a line begins and ends as one of ours, whatever it says of the practice."""
        plain = plain_words(line)
        return any(each.fullmatch(plain) for each in self._patterns)

    @cached_property
    def _languages(self) -> tuple[Translations, ...]:
        return tuple(map(Translations.load, languages()))

    @cached_property
    def _questions(self) -> list[tuple[str, re.Pattern[str]]]:
        found = []
        for t in self._languages:
            for name in NAMES:
                words = r"\s+".join(map(re.escape, t(f"reply.{name}").rstrip("?").split()))
                found.append((name, re.compile(rf"{_NUMBER}(?:\*\*)?{words}\s*[?:]*(?:\*\*)?\s*", re.IGNORECASE)))
        return found

    @cached_property
    def _goes(self) -> list[tuple[str, str]]:
        """What the letter says at the end of each question, with its topic."""
        parts = [(t, each.id, t(f"letter.part.{each.id}")) for t in self._languages for each in TOPICS]
        return [(topic, t("letter.goes", part=part)) for t, topic, part in parts]

    @cached_property
    def _behind(self) -> str:
        return " ".join(f" {plain_words(text)} " for text in self.closings)

    @cached_property
    def _lines(self) -> frozenset[str]:
        """The lines of the letters and what the form says beside the questions."""
        own = [line for text in self.texts for line in text.split("\n")]
        for t in self._languages:
            said: Mapping[str, str] = {**t.group("reply_help"), "title": t("letter.form_title")}
            own += [*said.values(), t("letter.form_intro"), t("letter.form_rest")]
            own += [t(f"letter.{name}") for name in ("no_page", "gap_owner", "gap_contact")]
        return frozenset(map(plain_words, own)) - {""}

    @cached_property
    def _whole(self) -> str:
        return " ".join(f" {plain_words(text)} " for text in (*self.texts, *sorted(self._lines)))

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [
            re.compile(".+".join(re.escape(plain_words(part)) for part in _PLACE.split(text)))
            for t in self._languages
            for key, text in t.entries.items()
            if key.startswith("letter.") and isinstance(text, str) and _PLACE.search(text)
        ]

    @cached_property
    def _dated(self) -> list[re.Pattern[str]]:
        """Lines of the letter that name a day or an address, which was another when it was written."""
        found = []
        for t in self._languages:
            for key, text in t.entries.items():
                if key.startswith("letter.") and isinstance(text, str) and {*_PLACE.findall(text)} in _VARYING:
                    parts = re.split(r"(\{\w+\})", text)
                    spelled = (_SPELLED.get(part) or re.escape(plain_words(part)) for part in parts)
                    found.append(re.compile(r" ?".join(spelled)))
        return found

    @cached_property
    def _references(self) -> list[re.Pattern[str]]:
        named = {"id": r"(?P<id>[a-z0-9-]+)", "day": r"(?P<day>\d{4}-\d{2}-\d{2})"}
        return [
            re.compile("".join(named.get(part.strip("{}"), re.escape(part)) for part in re.split(r"(\{\w+\})", text)))
            for t in self._languages
            if isinstance(text := t.entries["letter.reference"], str)
        ]
