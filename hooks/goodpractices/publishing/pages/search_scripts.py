"""The scripts that answer a search, in the order they load: the page with all practices and the header join them with
their own.
"""

WORDS_SCRIPT = "assets/scripts/search/words.js"
"""Words of a query and the table of forms; it comes before the others."""

_PARTS = ("slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine")
ENGINE_PARTS = tuple(f"assets/scripts/search/{name}.js" for name in _PARTS)
"""The engine."""
