"""Summaries that a reader takes in at once: short, and easy by the Polish FOG index; easy texts in short sentences."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...catalogue import Practice, Problem, Translation

LONG_SUMMARY = 300
"""Characters of a summary that a card and the first lines of a page still show whole; the model refuses over 400."""

HARD_SUMMARY = 15.0
HARD_PLAIN_SUMMARY = 9.0
"""Levels of the index that are still no reason to say anything: up to 9 is plain, 13 to 15 fairly hard, 16 hard."""

LONG_SENTENCE = 15
LONG_PLAIN_SENTENCE = 10
"""Words a sentence, on average; a hard text with shorter sentences has too many long words."""

LONGEST_EASY_SENTENCE = 12
"""Words of one sentence in a text that is easy to read."""

_MANY_SYLLABLES = 4
_SHOWN = 60
_NAMED_WORDS = 3
_WORD = re.compile(r"[^\W_]+")
# Before another vowel the letter i only softens a consonant: "nie" has one syllable.
_SYLLABLE = re.compile(r"i(?![aąeęioóu])|[aąeęoóuy]")
# A small letter goes on with the sentence: "od 2016 do 2023 r. prowadziło".
_END_OF_SENTENCE = re.compile(r"[.!?…]+[”\"')]*\s+(?=[„\"'(]?[A-ZĄĆĘŁŃÓŚŹŻ0-9])")


def fog(text: str) -> float:
    """The index FOG-PL: years of school that a text asks for, 0.4 × (words a sentence + percent of long words).

    Robert Gunning's index (The Technique of Clear Writing, 1952) as adapted to Polish by the Plain Polish workshop of
    the University of Wrocław (Pracownia Prostej Polszczyzny, Logios): since Polish words are longer, the hard ones are
    those of four syllables or more, as already Walery Pisarek counted them. The scale it is read by: to 6 very plain,
    7 to 9 plain, 10 to 12 fairly plain, 13 to 15 fairly hard, 16 and 17 hard, from 18 very hard.

    >>> fog("Kot ma dom. Pies ma las.")
    1.2
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    hard = sum(syllables(word) >= _MANY_SYLLABLES for word in words)
    return round(0.4 * (len(words) / sentences(text) + 100 * hard / len(words)), 1)


def sentences(text: str) -> int:
    """How many sentences a text has; at least one."""
    return 1 + len(_END_OF_SENTENCE.findall(text.strip()))


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """How many syllables a Polish word has: its vowels, without the i that only softens.

    >>> syllables("niepełnosprawność"), syllables("miasto")
    (5, 2)
    """
    return len(_SYLLABLE.findall(word.casefold()))


def summaries_are_short(practice: Practice) -> Iterator[Problem]:
    length = len(practice.summary)
    if length > LONG_SUMMARY:
        params = {"n": length, "max": LONG_SUMMARY}
        yield Problem("summary_long", ("summary",), params, severity="warning")


def summaries_are_readable(practice: Practice) -> Iterator[Problem]:
    """Says what an editor can count and change, words a sentence or long words, rather than give a mark."""
    texts = (
        ("summary", HARD_SUMMARY, LONG_SENTENCE),
        ("plain_summary", HARD_PLAIN_SUMMARY, LONG_PLAIN_SENTENCE),
    )
    for name, limit, most_words in texts:
        text = getattr(practice, name) or ""
        if fog(text) <= limit:
            continue
        words = _WORD.findall(text)
        average = round(len(words) / sentences(text))
        if average > most_words:
            yield Problem("long_sentences", (name,), {"n": average, "max": most_words}, severity="warning")
        else:
            yield Problem("long_words", (name,), {"longest": _longest(words)}, severity="warning")


def easy_sentences_are_short(record: Practice | Translation) -> Iterator[Problem]:
    """Says of a text that is easy to read which sentences are long; each language has a text of its own."""
    for line in record.easy_to_read.text.split("\n") if record.easy_to_read else ():
        for sentence in _END_OF_SENTENCE.split(line):
            count = len(_WORD.findall(sentence))
            if count > LONGEST_EASY_SENTENCE:
                params = {"n": count, "max": LONGEST_EASY_SENTENCE, "value": _beginning(sentence)}
                yield Problem("easy_sentence_long", ("easy_to_read", "text"), params, severity="warning")


def _beginning(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rstrip()}…"


def _longest(words: Iterable[str]) -> str:
    hard = {word for word in words if syllables(word) >= _MANY_SYLLABLES}
    return ", ".join(sorted(hard, key=lambda word: (-len(word), word))[:_NAMED_WORDS])
