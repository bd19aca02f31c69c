"""Countries, languages, currencies and yes or no by whatever they are called."""

from .plain import plain
from .tables import table


def country(text: str) -> list[str]:
    """The code of a country by its name: ``Niemcy`` is ``DE``."""
    return _found("countries", plain(text))


def language(text: str) -> list[str]:
    """The code of a language by its name: ``język polski`` is ``pl``."""
    first, _, rest = plain(text).partition(" ")
    return _found("languages", rest if first in table("language_prefixes") else plain(text))


def currency(text: str) -> list[str]:
    """The code of a currency by its sign or name: ``zł`` is ``PLN``."""
    return _found("currencies", plain(text))


def truth(text: str) -> list[str]:
    """``true`` or ``false`` for yes or no."""
    return _found("truths", plain(text))


def _found(name: str, words: str) -> list[str]:
    meaning = table(name).get(words) or table(name).get(words.rstrip("."))
    return [meaning] if meaning else []
