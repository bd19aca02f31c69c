"""Puts known words into generated practices, so that it is known which of them a query should find.

Every practice gets a few everyday words at the end of its story, each in one form; a word goes to at most four of them.
Made-up towns and organisations get names from the dictionary. No form of such a word is said anywhere else in the
folder, with or without its marks: whatever else the search shows for it is wrong.
"""

from __future__ import annotations

import random
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodpractices.wording.polish import fold

from .everyday import FORMS_OF_A_TOWN, FORMS_OF_A_WORD
from .paradigms import Lemma, Paradigms

PRACTICE = "index.md"

_WORDS_PER_PRACTICE = 6
_MOST_PRACTICES = 4
_HEADING = "\n## Na czym to polega\n"
_STORY = re.compile(r"\n---\n.*^## ", re.DOTALL | re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = {
    "places": re.compile(r"^(- id: (miejsce-przykladowe-\d+)\n  name: ).*", re.MULTILINE),
    "organisations": re.compile(r"^(- id: (organizacja-przykladowa-\d+)\n  name: ).*", re.MULTILINE),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The truth about a folder: which form of a word stands in which practice, which record bears which name.

    ``said`` are the words of all its files as typed without Polish marks, the planted ones among them.
    """

    planted: Mapping[Lemma, Mapping[str, str]]
    names: Mapping[str, Lemma]
    said: frozenset[str]


def plant(folder: Path, paradigms: Paradigms, everyday: Sequence[Lemma], proper: Sequence[Lemma], seed: int) -> Ground:
    """Change the practices and registries of a folder, and say what was put where."""
    chance = random.Random(f"{seed} plant")  # noqa: S311 - known items must come out the same every time
    taken = said_in(folder)
    planted: dict[Lemma, dict[str, str]] = {}
    places = sorted(path.parent.name for path in folder.glob(f"*/{PRACTICE}")) * _WORDS_PER_PRACTICE
    chance.shuffle(places)
    for lemma, forms in _apart(paradigms, chance.sample(everyday, len(everyday)), FORMS_OF_A_WORD, taken):
        chosen = {places.pop() for _ in range(min(chance.randint(1, _MOST_PRACTICES), len(places)))}
        planted[lemma] = {practice: chance.choice(forms) for practice in sorted(chosen)}
        if not places:
            break
    _write_words(folder, planted)
    taken |= {fold(form) for lemma in planted for form in paradigms.forms(lemma)}
    names = _write_names(folder, _apart(paradigms, chance.sample(proper, len(proper)), FORMS_OF_A_TOWN, taken))
    return Ground(planted, names, frozenset(said_in(folder)))


def said_in(folder: Path) -> set[str]:
    """The words of all texts below a folder as typed without Polish marks."""
    texts = (path.read_text(encoding="utf-8") for pattern in ("*.md", "*.yml") for path in folder.rglob(pattern))
    return {fold(word) for text in texts for word in _WORD.findall(text)}


def _apart(
    paradigms: Paradigms, lemmas: Iterable[Lemma], sizes: Container[int], taken: set[str]
) -> Iterator[tuple[Lemma, list[str]]]:
    """Words with so many forms, none of them taken nor shared with a word given before; with these forms in order."""
    gone = set(taken)
    for lemma in lemmas:
        forms = paradigms.forms(lemma)
        folded = {fold(form) for form in forms}
        if len(forms) in sizes and gone.isdisjoint(folded):
            gone |= folded
            yield lemma, sorted(forms)


def _write_words(folder: Path, planted: Mapping[Lemma, Mapping[str, str]]) -> None:
    words: dict[str, list[str]] = {}
    for where in planted.values():
        for practice, form in where.items():
            words.setdefault(practice, []).append(form)
    for practice, forms in words.items():
        path = folder / practice / PRACTICE
        text = path.read_text(encoding="utf-8").rstrip()
        heading = "" if _STORY.search(text) else _HEADING
        path.write_text(f"{text}\n{heading}\nZapisano też: {', '.join(forms)}.\n", encoding="utf-8")


def _write_names(folder: Path, free: Iterator[tuple[Lemma, list[str]]]) -> dict[str, Lemma]:
    names: dict[str, Lemma] = {}

    def named(record: re.Match[str]) -> str:
        names[record[2]] = next(free)[0]
        return record[1] + names[record[2]].word

    for registry, record in _NAMED.items():
        path = folder / "_registry" / f"{registry}.yml"
        path.write_text(record.sub(named, path.read_text(encoding="utf-8")), encoding="utf-8")
    return names
