"""The list of terms: the word the catalogue uses for a thing, the words it does not, and where those may stay."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .reading import Text

_FILE = Path(__file__).parent / "terms.yml"
_LETTERS = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class Allowed:
    """A phrase, or a whole place, in which a word may stay, and why."""

    why: str
    text: str = ""
    where: str = "*"

    def covers(self, place: str) -> bool:
        return fnmatchcase(place, self.where)


@dataclass(frozen=True)
class Term:
    """One thing with its one word in a language.

    ``words`` are those not to use: a star is any letters, so that ``recenz*`` is also ``recenzją``; a pattern is a
    whole word otherwise. With ``cased`` small and capital letters differ.
    """

    use: str
    language: str
    words: tuple[str, ...]
    allowed: tuple[Allowed, ...] = ()
    entries: bool = False
    cased: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return _pattern(self.words, self.cased)


@dataclass(frozen=True, slots=True)
class Found:
    """A word that is not to be used, where it is."""

    place: str
    word: str
    use: str


def _pattern(words: Iterable[str], cased: bool) -> re.Pattern[str]:
    patterns = (re.escape(each).replace(r"\*", f"{_LETTERS}*").replace(r"\ ", r"\s+") for each in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", 0 if cased else re.IGNORECASE)


def read_terms(content: Iterable[Mapping[str, Any]]) -> tuple[Term, ...]:
    """The terms as the file has them, one for each language.

    Raises:
        TypeError: when a term or an exception has a key that is not known.
    """
    return tuple(
        Term(
            **{
                **told,
                "words": tuple(told["words"]),
                "allowed": tuple(Allowed(**each) for each in told.get("allowed", ())),
            }
        )
        for told in content
    )


TERMS = read_terms(yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def found_in(texts: Iterable[Text], terms: Iterable[Term] = TERMS) -> Iterator[Found]:
    """Every word of the texts that the terms of its language do not want."""
    terms = tuple(terms)
    for text in texts:
        for term in terms:
            if term.language == text.language and (term.entries or not text.is_entry):
                yield from _found(text, term)


def unused(texts: Iterable[Text], terms: Iterable[Term] = TERMS) -> list[Allowed]:
    """The exceptions that excuse nothing in these texts, so that the list stays as short as it can be."""
    texts = tuple(texts)
    return [each for term in terms for each in term.allowed if not any(_excuses(each, term, text) for text in texts)]


def _excuses(allowed: Allowed, term: Term, text: Text) -> bool:
    if text.language != term.language or not allowed.covers(text.place):
        return False
    places = [text.words] if not allowed.text else [found[0] for found in _phrase(allowed).finditer(text.words)]
    return any(term.pattern.search(each) for each in places)


def _found(text: Text, term: Term) -> Iterator[Found]:
    words = text.words
    for allowed in term.allowed:
        if allowed.covers(text.place):
            words = _phrase(allowed).sub(" ", words) if allowed.text else ""
    yield from (Found(text.place, found[0], term.use) for found in term.pattern.finditer(words))


def _phrase(allowed: Allowed) -> re.Pattern[str]:
    return _pattern([allowed.text], cased=False)
