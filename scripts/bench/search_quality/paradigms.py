"""All forms of a Polish word by Debian's hunspell-pl: a judge that shares nothing with the search it judges.

Reads the part of hunspell's format that this dictionary uses: flags of one letter, suffixes of which a word takes one,
prefixes. The dictionary is that of sjp.pl; it is read where Debian installs it and never becomes part of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path("/usr/share/hunspell")
HOW_TO_INSTALL = (
    "Potrzebne są słowniki hunspell-pl i mythes-pl. Zainstaluj je (Debian: sudo apt install hunspell-pl mythes-pl)."
)


@dataclass(frozen=True, slots=True)
class Lemma:
    """A line of the dictionary: a word and the flags of the rules that make its forms."""

    word: str
    flags: str


@dataclass(frozen=True, slots=True)
class Affix:
    """A rule: where ``condition`` holds, take ``strip`` away and put ``add`` there; at the end, or at the beginning."""

    flag: str
    strip: str
    add: str
    condition: re.Pattern[str]
    in_front: bool

    def on(self, word: str) -> str | None:
        """The form that the rule makes of a word; none where it does not apply."""
        if not self.condition.search(word):
            return None
        return self.add + word[len(self.strip) :] if self.in_front else word.removesuffix(self.strip) + self.add

    def undone(self, form: str) -> str:
        """The word that the rule would make this form of, if it applies."""
        return self.strip + form[len(self.add) :] if self.in_front else form[: len(form) - len(self.add)] + self.strip


@dataclass(eq=False)
class Paradigms:
    """Words to their forms and back; suffixes by flag and by what they take away, as some flags have a thousand."""

    words: dict[str, list[Lemma]]
    suffixes: dict[str, dict[str, list[Affix]]]
    prefixes: list[Affix]
    _by_ending: dict[str, list[Affix]] = field(init=False)
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        self._by_ending = {}
        for affix in (each for flag in self.suffixes.values() for group in flag.values() for each in group):
            self._by_ending.setdefault(affix.add, []).append(affix)
        self._longest = max(map(len, self._by_ending), default=0)

    def forms(self, lemma: Lemma) -> frozenset[str]:
        """The word and what its suffixes make of it, without the forms that ``nie`` stands in front of."""
        groups = (self.suffixes.get(flag, {}) for flag in lemma.flags)
        ends = [lemma.word[at:] for at in range(len(lemma.word) + 1)]
        made = (affix.on(lemma.word) for group in groups for end in ends for affix in group.get(end, ()))
        return frozenset({lemma.word, *filter(None, made)})

    def lemmas(self, form: str) -> frozenset[Lemma]:
        """The words that have this form, with or without a prefix."""
        found = set(self._bare(form))
        for prefix in self.prefixes:
            if form.startswith(prefix.add):
                found |= {each for each in self._bare(prefix.undone(form)) if prefix.flag in each.flags}
        return frozenset(found)

    def _bare(self, form: str) -> Iterator[Lemma]:
        yield from self.words.get(form, ())
        for length in range(min(self._longest, len(form)) + 1):
            for affix in self._by_ending.get(form[len(form) - length :], ()):
                word = affix.undone(form)
                if affix.on(word) == form:
                    yield from (each for each in self.words.get(word, ()) if affix.flag in each.flags)


def read_paradigms(folder: Path = FOLDER) -> Paradigms:
    """The Polish dictionary of a folder.

    Raises:
        FileNotFoundError: it is not there.
    """
    rules = (folder / "pl_PL.aff").read_text(encoding="iso-8859-2").splitlines()
    words = (folder / "pl_PL.dic").read_text(encoding="iso-8859-2").splitlines()
    return paradigms_of(rules, words[1:])


def paradigms_of(rules: Iterable[str], words: Iterable[str]) -> Paradigms:
    """The dictionary made of the lines of an ``.aff`` file and of a ``.dic`` file without its first line."""
    suffixes: dict[str, dict[str, list[Affix]]] = {}
    prefixes: list[Affix] = []
    for rule in filter(None, map(_affix, rules)):
        if rule.in_front:
            prefixes.append(rule)
        else:
            suffixes.setdefault(rule.flag, {}).setdefault(rule.strip, []).append(rule)
    known: dict[str, list[Lemma]] = {}
    for line in filter(None, words):
        word, _, flags = line.partition("/")
        known.setdefault(word, []).append(Lemma(word, flags))
    return Paradigms(known, suffixes, prefixes)


def _affix(line: str) -> Affix | None:
    # A header has four parts as well: SFX a Y 6.
    match line.split():
        case ["SFX" | "PFX" as side, flag, strip, add, condition]:
            in_front = side == "PFX"
            pattern = re.compile(f"^(?:{condition})" if in_front else f"(?:{condition})$")
            return Affix(flag, "" if strip == "0" else strip, "" if add == "0" else add, pattern, in_front)
    return None
