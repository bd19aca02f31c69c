"""Sentences from ``phrases.yml``, their places filled with words that agree with each other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .chance import Chance
from .words import Noun, lexicon

_SLOT = re.compile(r"\{(\+?)(\w+)(?: (\w+))?(?: (\w+))?\}")
_VERB_FORMS = ("do", "does", "did", "done", "doing")
# "ze szkołą", "we wtorek": the vowel that keeps consonants apart.
_HARD_START = re.compile(r"\b(?:([zZ]) (?=[sśzźż]z?[bcćdfghjklłmnńprstwźż])|([wW]) (?=[wf][bcćdfghjklłmnńprstwzź]))")
# Counts that take the genitive plural, as in "25 spotkań".
_MANY = [n for n in range(5, 60) if n < 22 or n % 10 not in (2, 3, 4)]


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str
    form: str | None
    further: str | None
    with_adjective: bool


class Prose:
    """Says things of one entry, as chance has it."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._used: set[Noun] = set()
        self._plural, self._gender = False, "m3"

    def say(self, name: str, **given: str) -> str:
        """One phrase with a capital letter at its start."""
        return _capital(self.phrase(name, **given))

    def phrase(self, name: str, **given: str) -> str:
        """One phrase as it stands inside a sentence; ``given`` fills places that no list has words for."""
        return self._filled(self._chance.choice(phrases()[name]), name, given)

    def several(self, name: str, least: int, most: int, **given: str) -> list[str]:
        """Different phrases of one name."""
        templates = phrases()[name]
        count = min(len(templates), self._chance.randint(least, most))
        return [_capital(self._filled(each, name, given)) for each in self._chance.sample(templates, count)]

    def _filled(self, template: str, name: str, given: Mapping[str, str]) -> str:
        scope = name.partition(".")[0]
        self._used.clear()
        self._plural, self._gender = False, "m3"
        parts = [part if isinstance(part, str) else self._word(part, scope, given) for part in _parts(template)]
        return _HARD_START.sub(lambda found: f"{found[1] or found[2]}e ", "".join(parts))

    def _word(self, slot: _Slot, scope: str, given: Mapping[str, str]) -> str:
        if slot.form is None:
            return self._item(slot.name, scope, given)
        return self._verb(slot, slot.form) if slot.form in _VERB_FORMS else self._noun(slot, slot.form)

    def _item(self, name: str, scope: str, given: Mapping[str, str]) -> str:
        if name in given:
            return given[name]
        if name == "many":
            return str(self._chance.choice(_MANY))
        scoped = f"{scope}.{name}"
        return self._chance.choice(phrases()[scoped if scoped in phrases() else name])

    def _verb(self, slot: _Slot, form: str) -> str:
        verb = self._chance.choice(lexicon().verbs[slot.name])
        return verb.noun(slot.further or "nom") if form == "doing" else verb.form(form, self._plural, self._gender)

    def _noun(self, slot: _Slot, case: str) -> str:
        noun = self._fresh(slot.name)
        plural = noun.is_plural(slot.further == "pl")
        if case == "nom":
            self._plural, self._gender = plural, noun.gender
        words = noun.form(case, plural)
        if not slot.with_adjective:
            return words
        adjectives = lexicon().adjectives["people" if slot.name == "people" else "other"]
        return f"{self._chance.choice(adjectives).form(case, plural, noun.gender)} {words}"

    def _fresh(self, group: str) -> Noun:
        """A noun that the sentence does not have yet, most likely."""
        nouns = lexicon().nouns[group]
        noun = self._chance.choice(nouns)
        if noun in self._used:
            noun = self._chance.choice(nouns)
        self._used.add(noun)
        return noun


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """All phrases and lists by name; what is nested has names such as ``english.title``."""
    text = (Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8")
    return dict(_flat(yaml.load(text, Loader=yaml.CSafeLoader)))


def _flat(raw: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in raw.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, (value,) if isinstance(value, str) else tuple(map(str, value))


@cache
def _parts(template: str) -> tuple[str | _Slot, ...]:
    parts: list[str | _Slot] = []
    end = 0
    for found in _SLOT.finditer(template):
        parts += [template[end : found.start()], _Slot(found[2], found[3], found[4], bool(found[1]))]
        end = found.end()
    return (*parts, template[end:])


def _capital(text: str) -> str:
    start = 1 if text.startswith("„") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
