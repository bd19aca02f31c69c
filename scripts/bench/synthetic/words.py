"""Polish words in the form a sentence asks for, read from ``words.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")

_VERBAL_NOUN = {"nom": "e", "gen": "a", "dat": "u", "acc": "e", "ins": "em", "loc": "u"}


@dataclass(frozen=True, slots=True)
class Noun:
    gender: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    tail: str

    @staticmethod
    def read(line: str) -> "Noun":
        gender, singular, plural, *tail = (part.strip() for part in f"{line} ".split("|"))
        return Noun(gender, tuple(singular.split()), tuple(plural.split()), "".join(f" {words}" for words in tail))

    def is_plural(self, wanted: bool) -> bool:
        """The number it can have: the wanted one, if there is such a form."""
        return bool(self.plural) if wanted else not self.singular

    def form(self, case: str, plural: bool) -> str:
        return (self.plural if plural else self.singular)[CASES.index(case)] + self.tail


@dataclass(frozen=True, slots=True)
class Adjective:
    base: str
    virile: str = ""

    def form(self, case: str, plural: bool, gender: str) -> str:
        """The form that agrees with a noun.

        >>> Adjective("miejski").form("ins", False, "f"), Adjective("tani").form("nom", False, "f")
        ('miejską', 'tania')
        """
        if case == "acc" and (plural or not gender.startswith("f")):
            case = "gen" if gender == "m1" or (gender == "m2" and not plural) else "nom"
        if plural:
            return self._plural(case, gender)
        return self._feminine(case) if gender == "f" else self._masculine(case, gender)

    def _plural(self, case: str, gender: str) -> str:
        if case == "nom":
            return self.virile if gender == "m1" else f"{self._before_e}e"
        return self.base + {"gen": "ch", "dat": "m", "ins": "mi", "loc": "ch"}[case]

    def _feminine(self, case: str) -> str:
        if case in ("nom", "acc", "ins"):
            return self._before_a + ("a" if case == "nom" else "ą")
        return f"{self._before_e}ej"

    def _masculine(self, case: str, gender: str) -> str:
        if case == "nom":
            return f"{self._before_e}e" if gender == "n" else self.base
        return f"{self.base}m" if case in ("ins", "loc") else self._before_e + {"gen": "ego", "dat": "emu"}[case]

    @property
    def _before_e(self) -> str:
        return self.base if self.base.endswith("i") else self.base[:-1]

    @property
    def _before_a(self) -> str:
        return self.base[:-1] if self.base.endswith(("y", "ki", "gi")) else self.base


@dataclass(frozen=True, slots=True)
class Verb:
    infinitive: str
    he_does: str
    they_do: str
    he_did: str
    she_did: str
    men_did: str
    was_done: str
    doing: str

    def form(self, form: str, plural: bool, gender: str) -> str:
        if form == "does":
            return self.they_do if plural else self.he_does
        if form == "did":
            return self._past(plural, gender)
        return self.was_done if form == "done" else self.infinitive

    def noun(self, case: str) -> str:
        """The verbal noun: ``czytanie``, ``czytania``."""
        return self.doing[:-1] + _VERBAL_NOUN[case]

    def _past(self, plural: bool, gender: str) -> str:
        if plural:
            return self.men_did if gender == "m1" else f"{self.she_did[:-1]}y"
        return {"f": self.she_did, "n": f"{self.she_did[:-1]}o"}.get(gender, self.he_did)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, by group."""

    nouns: Mapping[str, tuple[Noun, ...]]
    adjectives: Mapping[str, tuple[Adjective, ...]]
    verbs: Mapping[str, tuple[Verb, ...]]


@cache
def lexicon() -> Lexicon:
    """The words of ``words.yml``, read once."""
    text = (Path(__file__).parent / "words.yml").read_text(encoding="utf-8")
    raw: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    other = tuple(Adjective(each) for each in raw["adjectives"]["other"].split())
    return Lexicon(
        nouns={group: tuple(map(Noun.read, lines)) for group, lines in raw["nouns"].items()},
        adjectives={"people": tuple(Adjective(*each.split()) for each in raw["adjectives"]["people"]), "other": other},
        verbs={group: tuple(Verb(*line.split()) for line in lines) for group, lines in raw["verbs"].items()},
    )
