"""The scripts of the search, in the order they load: the catalogue page joins them with its own, the header's worker
loads the two files of them by name.
"""

WORDS_SCRIPT = "assets/scripts/search/words.js"
"""Words of a query and the table of forms; it comes before the others and stays a file of its own."""

ENGINE_SCRIPT = "assets/scripts/search/engine.js"
"""The file with the rest of the engine."""

ENGINE_PARTS = tuple(f"assets/scripts/search/{name}.js" for name in ("query", "index", "meaning", "scores", "engine"))
"""Of what the file with the rest of the engine is made."""
