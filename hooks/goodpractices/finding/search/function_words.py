"""Words that nobody looks for, as far as they are listed: function_words.yml."""

from collections.abc import Mapping
from typing import Any

from .books import book
from .tokens import fold

_FUNCTION_WORDS: Mapping[str, Any] = book("function_words.yml")
FUNCTION_LEMMAS = frozenset(_FUNCTION_WORDS["lemmas"].split())
"""Words of open classes by their tags that say as little."""
IGNORED = frozenset(f"{_FUNCTION_WORDS['polish']} {_FUNCTION_WORDS['english']}".split())
"""Forms of the closed classes."""


def asking_words(language: str) -> list[str]:
    """Words of questions in a language, folded: they say what is looked for only where no other word does."""
    return sorted({fold(word) for word in _FUNCTION_WORDS["asking"].get(language, "").split()})
