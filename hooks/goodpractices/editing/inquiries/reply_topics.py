"""What a heading or a sentence of a reply is about that neither stands below a question of ours nor has its number."""

import re
from functools import cache

from ...catalogue import plain_words, spelling_table
from ...wording import Translations, languages
from .reply_words import first_beginning
from .topics import TOPICS

_NUMBER = re.compile(r"\s*(?:[-–•*·#]\s*)?(?:\d{1,2}\s?[.):–-]+\s*)?")
_ENDS = re.compile(r"[?:.\s]+$")
_MOST_WORDS = 9
_LETTERS = 5
"""So many letters tell what a word of a heading is about, whatever its ending."""
_SHORTEST = 4
_COUNTED = ("scale", "effect", "cost")
"""What only a number answers."""
_SHARE = re.compile(
    r"\d\s?(?:%|proc\w*\.?|per\s?cent)\s+(?:of\s+)?(?:\w+\s+)?(?:uczestni|osób|osob|absolwent|rodzin|participant|people)"
)


def topic_of_heading(line: str) -> str:
    """What a line asks that is nothing but a heading in words of theirs; empty for any other line.

    >>> topic_of_heading("Koszt i skąd pieniądze"), topic_of_heading("Koszt i skąd pieniądze: 300 zł")
    ('cost', '')
    """
    words = line[_NUMBER.match(line).end() :].strip()  # type: ignore[union-attr]
    plain = _ENDS.sub("", plain_words(words))
    parts = re.findall(r"[^\W\d_]+", plain)
    if not parts or len(parts) > _MOST_WORDS or any(each.isdigit() for each in plain):
        return ""
    is_marked = words.endswith(("?", ":")) or words.isupper()
    named = topic_called(plain)
    if named and (is_marked or len(parts) > 1):
        return named
    if words.endswith((".", "!")) and words.count(".") == 1:
        return ""
    stems = {each[:_LETTERS] for each in parts if len(each) >= _SHORTEST}
    found = {name for name, known in _stems().items() if stems <= known}
    return found.pop() if len(found) == 1 and (len(stems) > 1 or (stems and words.endswith("?"))) else ""


def topic_called(name: str) -> str:
    """The topic that a name means: one of theirs, or that of the part of the entry as the letter calls it.

    >>> topic_called("Liczby"), topic_called("Pogoda")
    ('scale', '')
    """
    plain = plain_words(name)
    return spelling_table("topics").get(plain) or _parts().get(plain, "")


@cache
def _parts() -> dict[str, str]:
    told = [Translations.load(each) for each in languages()]
    return {plain_words(t(f"letter.part.{each.id}")): each.id for t in told for each in TOPICS}


def topic_of_sentence(sentence: str) -> str:
    """The topic that a sentence without a heading speaks of, if it is one that a figure or an amount can answer.

    >>> topic_of_sentence("Z zajęć skorzystało 1240 osób."), topic_of_sentence("Koszt znają ci, którzy skorzystali.")
    ('scale', '')
    """
    plain = plain_words(sentence)
    found = {name for words, name in spelling_table("cues").items() if first_beginning(plain, words) is not None}
    if _SHARE.search(plain):
        found.add("effect")
    topic = found.pop() if len(found) == 1 else ""
    return "" if topic in _COUNTED and not any(each.isdigit() for each in plain) else topic


@cache
def _stems() -> dict[str, set[str]]:
    """The beginnings of the words of each question, and of what others call it."""
    found: dict[str, set[str]] = {}
    said = [
        (name, Translations.load(each)(f"reply.{name}"))
        for each in languages()
        for name in (each.id for each in TOPICS)
    ]
    named = ((name, words) for words, name in spelling_table("topics").items())
    for name, words in [*said, *named]:
        known = re.findall(r"[^\W\d_]+", plain_words(words))
        found.setdefault(name, set()).update(each[:_LETTERS] for each in known if len(each) >= _SHORTEST)
    return found
