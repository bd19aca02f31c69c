"""Queries at any size of the catalogue: one knows what they should find, since it was planted there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from goodpractices.catalogue import Catalogue
from goodpractices.wording.polish import fold

from .everyday import FORMS_OF_A_WORD
from .paradigms import Lemma, Paradigms
from .planting import Ground
from .queries import ABSENT, TYPO, Query

_MOST_EXPECTED = 10
_SHORTEST_TYPED = 6  # a word with a typing error in it
_SHORTEST_PREFIX = 4
_FAMILY = 5  # words that begin with the same letters may be of one family

T = TypeVar("T")


@dataclass(frozen=True)
class Field:
    """What the queries are made from."""

    ground: Ground
    catalogue: Catalogue
    paradigms: Paradigms
    everyday: Sequence[Lemma]
    chance: random.Random

    @cached_property
    def published(self) -> frozenset[str]:
        return frozenset(each.id for each in self.catalogue.published)

    @cached_property
    def planted(self) -> list[Lemma]:
        return sorted(self.ground.planted, key=lambda lemma: lemma.word)

    @cached_property
    def neighbours(self) -> dict[str, set[str]]:
        """Words of the folder by themselves and by what is left of them without one letter."""
        found: dict[str, set[str]] = {}
        for word in self.ground.said:
            for short in shortened(word):
                found.setdefault(short, set()).add(word)
        return found

    def practices_with(self, lemma: Lemma) -> frozenset[str]:
        return self.published.intersection(self.ground.planted[lemma])

    def is_word(self, typed: str) -> bool:
        """Whether the dictionary has a form, be it of a name."""
        return bool(self.paradigms.lemmas(typed) or self.paradigms.lemmas(typed.capitalize()))

    def forms(self, lemma: Lemma) -> list[str]:
        """Forms of a word that people type, in order: nobody calls a search box ``biblioteko``."""
        forms = sorted(self.paradigms.forms(lemma))
        return [form for form in forms if not (lemma.word.endswith("a") and form.endswith("o"))]

    def other_forms(self, lemma: Lemma) -> list[str]:
        """Forms of a planted word in which it stands nowhere, in order."""
        said = {fold(form) for form in self.ground.planted[lemma].values()}
        return [form for form in self.forms(lemma) if fold(form) not in said]


def known_items(
    ground: Ground, catalogue: Catalogue, paradigms: Paradigms, everyday: Sequence[Lemma], seed: int, of_each: int
) -> tuple[Query, ...]:
    """So many queries of each class, or as many as there are; the same ones for the same seed."""
    queries: dict[str, Query] = {}
    for kind, make in MAKERS.items():
        chance = random.Random(f"{seed} {kind}")  # noqa: S311 - known items must come out the same every time
        made = make(Field(ground, catalogue, paradigms, everyday, chance))
        new = (query for query in made if query.text not in queries)
        queries |= {query.text: query for query in islice(new, of_each)}
    return tuple(queries.values())


def _inflected(field: Field) -> Iterator[Query]:
    """A planted word in a form in which it stands nowhere."""
    for lemma in _shuffled(field, field.planted):
        if forms := field.other_forms(lemma):
            yield from _query(field, field.chance.choice(forms), lemma, "inflection")


def _without_marks(field: Field) -> Iterator[Query]:
    for lemma in _shuffled(field, field.planted):
        if forms := [form for form in field.other_forms(lemma) if fold(form) != form]:
            yield from _query(field, fold(field.chance.choice(forms)), lemma, "no_marks")


def _mistyped(field: Field) -> Iterator[Query]:
    """A planted word with one error that no other word of the folder explains as well."""
    for lemma in _shuffled(field, field.planted):
        form = field.chance.choice(field.forms(lemma))
        if len(form) >= _SHORTEST_TYPED:
            typed = mistyped(form, field.chance)
            own = {fold(each) for each in field.paradigms.forms(lemma)}
            near = set().union(*(field.neighbours.get(short, set()) for short in shortened(fold(typed))))
            if fold(typed) not in own and not field.is_word(typed) and near <= own:
                yield from _query(field, typed, lemma, TYPO)


def _begun(field: Field) -> Iterator[Query]:
    """The first two thirds of a planted word, where no other word of the folder goes on from there."""
    for lemma in _shuffled(field, field.planted):
        form = field.chance.choice(sorted(field.ground.planted[lemma].values()))
        typed = form[: max(_SHORTEST_PREFIX, len(form) * 2 // 3)]
        own = {fold(each) for each in field.paradigms.forms(lemma)}
        going_on = {word for word in field.ground.said if word.startswith(fold(typed))}
        if len(typed) < len(form) and going_on <= own and not field.is_word(typed):
            yield from _query(field, typed, lemma, "prefix")


def _several(field: Field) -> Iterator[Query]:
    """Two or three words of one practice, each in a form in which it stands nowhere."""
    for practice in _shuffled(field, sorted(field.published)):
        lemmas = [
            lemma for lemma in field.planted if practice in field.ground.planted[lemma] and field.other_forms(lemma)
        ]
        if len(lemmas) > 1:
            chosen = field.chance.sample(lemmas, min(len(lemmas), field.chance.choice((2, 3))))
            expected = field.published.intersection(*(field.practices_with(lemma) for lemma in chosen))
            text = " ".join(field.chance.choice(field.other_forms(lemma)) for lemma in chosen)
            yield Query(text, tuple(sorted(expected)), "multi")


def _named(field: Field) -> Iterator[Query]:
    """Towns and organisations, a third each: inflected, inflected and without marks, as they are."""
    found: dict[str, set[str]] = {}
    for practice in field.catalogue.published:
        for record in {*(use.place for use in practice.places), *(each.org for each in practice.organisations)}:
            found.setdefault(record, set()).add(practice.id)
    for turn, record in enumerate(_shuffled(field, sorted(found.keys() & field.ground.names.keys() - _related(field)))):
        name = field.ground.names[record]
        other = field.chance.choice([form for form in field.forms(name) if form != name.word])
        text = (other, fold(other).capitalize(), name.word)[turn % 3]
        if len(found[record]) <= _MOST_EXPECTED:
            yield Query(text, tuple(sorted(found[record])), "names")


def _absent(field: Field) -> Iterator[Query]:
    """Everyday words that are not there, and none that begins like them."""
    beginnings = {each[:_FAMILY] for word in field.ground.said for each in (word, word.removeprefix("nie"))}
    for lemma in _shuffled(field, field.everyday):
        forms = field.paradigms.forms(lemma)
        if len(forms) in FORMS_OF_A_WORD and beginnings.isdisjoint(fold(form)[:_FAMILY] for form in forms):
            yield Query(field.chance.choice(field.forms(lemma)), (), ABSENT)


MAKERS: dict[str, Callable[[Field], Iterator[Query]]] = {
    "inflection": _inflected,
    "no_marks": _without_marks,
    TYPO: _mistyped,
    "prefix": _begun,
    "multi": _several,
    "names": _named,
    ABSENT: _absent,
}


def mistyped(word: str, chance: random.Random) -> str:
    """The word with one error after its first letter: two letters swapped, one missing, one wrong or one doubled."""
    at = chance.randrange(1, len(word) - 1)
    before, letter, following, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
    wrong = chance.choice("aeiouyrstnmkldpzwc")
    errors = (following + letter, following, wrong + following, letter + letter + following)
    return before + chance.choice(errors) + rest


def shortened(word: str) -> set[str]:
    """The word and what is left of it without any one letter: words one edit apart have one of these in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _query(field: Field, text: str, lemma: Lemma, kind: str) -> Iterator[Query]:
    if expected := field.practices_with(lemma):
        yield Query(text, tuple(sorted(expected)), kind)


def _shuffled(field: Field, values: Sequence[T]) -> list[T]:
    return field.chance.sample(values, len(values))


def _related(field: Field) -> set[str]:
    """Records that others name as their seat or parent: a practice may rightly be found by these without using them."""
    places = field.catalogue.places.values()
    organisations = field.catalogue.organisations.values()
    parents = {place.parent for place in places} | {each.parent for each in organisations}
    seats = {each.place for each in organisations}
    listed = {each for place in places for each in (*place.twin_places, *(member.place for member in place.members))}
    return {each for each in parents | seats | listed if each}
