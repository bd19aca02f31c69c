"""Words that nobody looks for, as far as they are listed: function_words.yml."""

from collections.abc import Mapping
from pathlib import Path

import yaml

_FUNCTION_WORDS: Mapping[str, str] = yaml.safe_load(
    (Path(__file__).parent / "function_words.yml").read_text(encoding="utf-8")
)
FUNCTION_LEMMAS = frozenset(_FUNCTION_WORDS["lemmas"].split())
"""Words of open classes by their tags that say as little."""
IGNORED = frozenset(f"{_FUNCTION_WORDS['polish']} {_FUNCTION_WORDS['english']}".split())
"""Forms of the closed classes."""
