"""Words of other languages than Polish by their stems."""

from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from typing import Any

from .books import book
from .morphology import Word

_LANGUAGES: Mapping[str, Mapping[str, Any]] = book("languages.yml")


def spellings(language: str) -> list[list[str]]:
    """How else words of a language are spelled: expressions, each with what stands in its place."""
    return list(_LANGUAGES.get(language, {}).get("spellings", ()))


class Stems:
    """The words of a language by their stems, with Snowball's stemmer if there is one; else a word is its own stem.

    It groups forms and knows none that it was not shown.
    """

    is_fallback = False

    def __init__(self, language: str) -> None:
        known = _LANGUAGES.get(language, {})
        self._name = known.get("stemmer", "")
        self._endings = known.get("endings", "").split()
        self.ignored = frozenset(known.get("ignored", "").split())
        self.version = f"PyStemmer {version('PyStemmer')} {self._name or 'none'}"

    @cached_property
    def _stem(self) -> Callable[[str], str]:
        """Made when it is first needed."""
        if not self._name:
            return str
        stem: Callable[[str], str] = import_module("Stemmer").Stemmer(self._name).stemWord
        return stem

    def prepare(self) -> None:
        """Get the stemmer."""
        _ = self._stem

    def word(self, text: str) -> Word:
        """The stem; whether a word is ever looked for is known of the closed classes only."""
        lower = text.lower()
        if lower in self.ignored:
            return Word("ignored")
        return Word("known", (self._stem(lower),))

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """What leads back to the stem of that and its endings: the browser cannot stem."""
        guessed = (lemma + ending for ending in ("", *self._endings))
        return tuple(sorted(form for form in guessed if self.word(form).lemmas == (lemma,)))

    def family(self, lemma: str) -> tuple[str, ...]:
        """Nothing: without a dictionary there is nobody to ask whether a word exists."""
        return ()

    def nouns(self, text: str) -> tuple[str, ...]:
        """The stem, since it does not tell a noun from a verb."""
        return self.word(text).lemmas
