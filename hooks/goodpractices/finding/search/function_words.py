"""Words that nobody looks for, as far as they are listed: function_words.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from .tokens import fold

_FUNCTION_WORDS: Mapping[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "function_words.yml").read_text(encoding="utf-8")
)
FUNCTION_LEMMAS = frozenset(_FUNCTION_WORDS["lemmas"].split())
"""Words of open classes by their tags that say as little."""
IGNORED = frozenset(f"{_FUNCTION_WORDS['polish']} {_FUNCTION_WORDS['english']}".split())
"""Forms of the closed classes."""


def asking_words(language: str) -> list[str]:
    """Words of questions in a language, folded: they say what is looked for only where no other word does."""
    return sorted({fold(word) for word in _FUNCTION_WORDS["asking"].get(language, "").split()})
