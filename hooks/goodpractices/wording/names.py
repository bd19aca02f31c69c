"""Names that Unicode's locale data already knows in every language: of countries, languages and months."""

from functools import lru_cache

from babel import Locale


def country_name(code: str, locale: str) -> str:
    """The name of a country by its two letters: ``DE`` is ``Niemcy``.

    Raises:
        KeyError: naming a code that no country has.
    """
    return str(locale_data(locale).territories[code])


def language_name(code: str, locale: str) -> str:
    """The name of a language by its code: ``de`` is ``niemiecki``.

    Raises:
        KeyError: naming a code that no language has.
    """
    return str(locale_data(locale).languages[code])


@lru_cache
def month_name(month: int, locale: str, *, alone: bool) -> str:
    """The name of a month from 1 to 12; alone it is ``październik``, after a day or a preposition ``października``."""
    return str(locale_data(locale).months["stand-alone" if alone else "format"]["wide"][month])


@lru_cache
def locale_data(locale: str) -> Locale:
    """What Babel knows of a language; found once, since Babel would look for its name at each call."""
    return Locale.parse(locale)
