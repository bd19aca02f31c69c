"""The words of the site, read from ``locales/`` and asked for by key.

Words for people are data, so that an editor corrects them without opening Python and another language costs one file.
What differs between languages in form rather than in words (plurals, digits, lists, names of countries) comes from
Unicode's locale data through Babel.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import yaml

from .names import country_name, language_name, month_name
from .numbers import ListStyle, Number, currency_sign, group_sign, listing, money, number, percent, plural_category

LOCALES = Path(__file__).parent / "locales"

_PLURAL_CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_ALMOST_NOTHING, _ALMOST_ALL = 0.0005, 0.9995

# What a message about a problem may have added to it, where the text of that has another name.
_ADDED = {"nearest": "suggestion"}

Entry = str | Mapping[str, str]


@dataclass(frozen=True, eq=False, slots=True)
class Translations:
    """Everything the site says in one language.

    >>> Translations.load("pl")("practices.count", n=5)
    '5 praktyk'
    """

    language: str
    locale: str
    entries: Mapping[str, Entry]

    @staticmethod
    def load(language: str) -> "Translations":
        """The words of a language, read once.

        Raises:
            LookupError: when there is no file for the language.
            ValueError: when the file holds something other than texts; names the key.
        """
        return _load(language)

    def __call__(self, key: str, /, **params: object) -> str:
        """The text under a key with its places in braces filled; ``n`` chooses the plural form.

        Numbers are written in the digits of the language, so a year is passed as text.

        Raises:
            KeyError: naming the key that has no text, or the place in braces that nothing was given for.
        """
        entry = self.entries.get(key)
        if isinstance(entry, str):
            return self._filled(key, entry, params)
        if entry is None:
            raise KeyError(f"{self.language}.yml has no text for {key!r}")
        n = params.get("n")
        if not isinstance(n, Number):
            raise KeyError(f"{key!r} has plural forms and needs the number n, not {n!r}")
        return self._filled(key, entry.get(plural_category(n, self.locale), entry["other"]), params)

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def choice(self, name: str, value: str | int) -> str:
        """The label of one value of a closed choice: ``choice("lifecycle", "ended")``."""
        return self(f"choices.{name}.{value}")

    def group(self, prefix: str) -> dict[str, str]:
        """All texts under a prefix by the rest of their key, in the order of the file: ``group("choices.lifecycle")``.

        Raises:
            KeyError: when nothing begins with the prefix.
        """
        rests = _rests_by_prefix(self).get(prefix)
        if not rests:
            raise KeyError(f"{self.language}.yml has no texts under {prefix!r}")
        return {rest: self(f"{prefix}.{rest}") for rest in rests}

    def for_scripts(self, keys: Iterable[str]) -> dict[str, str | dict[str, str]]:
        """Texts by their keys as scripts read them: plural forms stay apart, since only the browser knows the number.

        Raises:
            KeyError: when a text is not there.
        """
        return {key: entry if isinstance(entry := self.entries[key], str) else dict(entry) for key in keys}

    def languages_of_results(self) -> dict[str, str]:
        """What scripts say of a result found by a name in some language, by key; ``other`` is any further one."""
        return {f"search.found_in.{language}": text for language, text in self.group("search.found_in").items()}

    @property
    def group_sign(self) -> str:
        """What stands between the thousands of a number, for scripts that write one."""
        return group_sign(self.locale)

    def field(self, name: str, within: str = "") -> str:
        """The label of a field; ``within`` names the record, which may have a word of its own for it."""
        return self._nearest("field", name, within)

    def help(self, name: str, within: str = "") -> str:
        """The line of help for a field, looked up as its label is."""
        return self._nearest("help", name, within)

    def problem(self, key: str, params: Mapping[str, object]) -> str:
        """What is wrong and the way out, with what ``params`` adds to it.

        That is the allowed value that is ``nearest``, what to ``write`` instead, the ``readings`` to choose from, and
        what an ``office`` program put there.
        """
        near = params.get("nearest")
        far = f"problem.{key}.far"
        text = self(far if not near and far in self.entries else f"problem.{key}", **params)
        added = [name for name in ("nearest", "write", "readings", "office") if params.get(name)]
        return text + "".join(self(f"problem.{_ADDED.get(name, name)}", **{name: params[name]}) for name in added)

    def number(self, value: Number) -> str:
        """A number in the digits of the language: ``1 234``, ``9,2``."""
        return number(value, self.locale)

    def percent(self, ratio: Number) -> str:
        """A ratio as a percentage with at most one decimal: ``84,8%``.

        A part never reads as nothing or as everything unless it is: 3 of 10,000 is ``poniżej 0,1%``.
        """
        if 0 < ratio <= _ALMOST_NOTHING:
            return self("number.below", value=percent(0.001, self.locale))
        if _ALMOST_ALL <= ratio < 1:
            return self("number.above", value=percent(0.999, self.locale))
        return percent(ratio, self.locale)

    def money(self, amount: Number, currency: str, precision: str = "exact") -> str:
        """An amount as people say it: exact ``9 200 000 zł``, rounded ``9,2 mln zł``, or ``co najmniej 9,2 mln zł``."""
        text = money(amount, currency, self.locale, short=precision != "exact")
        return self(f"figure.{precision}", value=text) if precision in ("at_least", "about") else text

    def currency_sign(self, code: str) -> str:
        """How a currency is written beside an amount: ``zł``, ``€``."""
        return currency_sign(code, self.locale)

    def listing(self, items: Iterable[str], style: ListStyle = "standard") -> str:
        """Things in a row: ``a, b i c``, in the style ``or`` ``a, b lub c``."""
        return listing(items, self.locale, style)

    def country(self, code: str) -> str:
        """The name of a country by its two letters: ``DE`` is ``Niemcy``."""
        return country_name(code, self.locale)

    def language_name(self, code: str) -> str:
        """The name of a language by its code: ``de`` is ``niemiecki``."""
        return language_name(code, self.locale)

    def month(self, month: int, *, alone: bool) -> str:
        """The name of a month: alone ``październik``, after a day or a preposition ``października``."""
        return month_name(month, self.locale, alone=alone)

    def _filled(self, key: str, text: str, params: Mapping[str, object]) -> str:
        if "{" not in text:
            return text

        def value(place: re.Match[str]) -> str:
            name = place[1]
            if name not in params:
                raise KeyError(f"the text {key!r} needs {{{name}}}")
            given = params[name]
            return number(given, self.locale) if isinstance(given, Number) else str(given)

        return _PLACEHOLDER.sub(value, text)

    def _nearest(self, group: str, name: str, within: str) -> str:
        own = f"{group}.{within}.{name}"
        return self(own if own in self.entries else f"{group}.{name}")


@lru_cache
def languages() -> tuple[str, ...]:
    """The languages there are words for."""
    return tuple(sorted(path.stem for path in LOCALES.glob("*.yml")))


@lru_cache
def _load(language: str) -> Translations:
    if language not in languages():
        raise LookupError(f"there are no words for {language!r}, only for {', '.join(languages())}")
    entries = read_entries(LOCALES / f"{language}.yml")
    return Translations(language, str(entries.pop("locale")), MappingProxyType(entries))


@lru_cache
def _rests_by_prefix(translations: Translations) -> Mapping[str, Sequence[str]]:
    """For each beginning of a key, up to any dot, what follows; groups are asked for at every entry."""
    rests: dict[str, list[str]] = {}
    for key in translations.entries:
        for dot in (place for place, sign in enumerate(key) if sign == "."):
            rests.setdefault(key[:dot], []).append(key[dot + 1 :])
    return rests


def read_entries(path: Path) -> dict[str, Entry]:
    """The texts of a locale file by dotted key, whether the file nests them or writes the dots.

    Raises:
        ValueError: naming the key whose text is none.
    """
    # Only text is built here: with types, YAML would read the choice `no` as false and the level 0 as a number.
    with path.open(encoding="utf-8") as file:  # which has a name, for a fault to be reported with
        content = yaml.load(file, Loader=yaml.CBaseLoader)  # noqa: S506
    if not isinstance(content, dict) or "locale" not in content:
        raise ValueError(f"{path.name}: expected texts by key, and the key 'locale'")
    return dict(_flat(content, ""))


def _flat(content: Mapping[str, object], prefix: str) -> Iterator[tuple[str, Entry]]:
    for part, value in content.items():
        key = f"{prefix}{part}"
        if not isinstance(value, dict):
            yield key, _checked(key, value)
        elif "other" in value and value.keys() <= _PLURAL_CATEGORIES:
            yield key, MappingProxyType({category: _checked(key, text) for category, text in value.items()})
        else:
            yield from _flat(value, f"{key}.")


def _checked(key: str, text: object) -> str:
    """A text whose braces hold plain names: templates fill places, they do not reach into what they are given."""
    if not isinstance(text, str) or not text or set("{}") & set(_PLACEHOLDER.sub("", text)):
        raise ValueError(f"{key}: expected a text with nothing but plain names in braces, not {text!r}")
    return text
