"""Names that no dictionary has: the endings of a Polish noun, and which unknown words are forms of one name."""

from collections.abc import Iterable, Mapping
from functools import cached_property

# The locative softens the consonant before it; the rest of a foreign name stays as it is.
_LOCATIVES: Mapping[str, str] = {
    "st": "ście",
    "zd": "ździe",
    "ch": "chu",
    "sz": "szu",
    "cz": "czu",
    "rz": "rzu",
    "d": "dzie",
    "t": "cie",
    "r": "rze",
    "ł": "le",
    "l": "lu",
    "k": "ku",
    "g": "gu",
    "h": "hu",
    "j": "ju",
    "c": "cu",
    "ń": "niu",
    "ś": "siu",
    "ź": "ziu",
    "ć": "ciu",
}
_FEMININE_DATIVES: Mapping[str, str] = {
    "st": "ście",
    "ch": "sze",
    "d": "dzie",
    "t": "cie",
    "r": "rze",
    "ł": "le",
    "k": "ce",
    "g": "dze",
    "h": "że",
    "l": "li",
    "j": "i",
    "i": "i",
    "c": "cy",
}
_VOWELS = "aąeęioóuy"
_SHORTEST_NAME = 3


def nominal_forms(name: str) -> frozenset[str]:
    """The forms that a name outside the dictionary would have as a Polish noun.

    >>> sorted(nominal_forms("stralsund"))[-3:]
    ['stralsundy', 'stralsundzie', 'stralsundów']
    """
    if len(name) < _SHORTEST_NAME or not name.isalpha():
        return frozenset({name})
    last = name[-1]
    if last == "a":
        return frozenset(_feminine(name[:-1])) | {name}
    if last == "o":
        stem = name[:-1]
        return frozenset({name, stem + "a", stem + "u", stem + "em", stem + "iem", _softened(stem, _LOCATIVES)})
    if last in _VOWELS:
        return frozenset({name, name + "go", name + "mu", name + "m"})
    return frozenset(_masculine(name)) | {name, name + "s"}


def _masculine(name: str) -> Iterable[str]:
    yield from (name + ending for ending in ("a", "u", "owi", "em", "ów", "om", "ami", "ach", "y", "e", "owie"))
    yield _softened(name, _LOCATIVES)
    if name[-1] in "kgln":
        yield from (name + ending for ending in ("iem", "i"))


def _feminine(stem: str) -> Iterable[str]:
    yield from (stem + ending for ending in ("", "y", "i", "ę", "ą", "o", "e", "om", "ami", "ach"))
    yield _softened(stem, _FEMININE_DATIVES)


def _softened(stem: str, changes: Mapping[str, str]) -> str:
    for length in (2, 1):
        if (end := stem[-length:]) in changes:
            return stem[:-length] + changes[end]
    return stem + "ie"


# A word with such an ending is hardly a name as it stands. Others may just as well end a name.
_ENDINGS_OF_FORMS = ("ami", "ach", "owi", "owie", "iem", "em", "om", "ów", "ą", "ę")
_ENDINGS = (*_ENDINGS_OF_FORMS, "y", "i", "e", "ie", "a", "u", "o", "s", "go", "mu", "m")
_SHORTEST_STEM = 4


def nominal_heads(form: str) -> Iterable[str]:
    """Names that a form may be of, the form itself first."""
    yield form
    cut = [form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending)]
    changes = (*_LOCATIVES.items(), *_FEMININE_DATIVES.items())
    cut += [form.removesuffix(soft) + hard for hard, soft in changes if form.endswith(soft)]
    for stem in dict.fromkeys(cut):
        yield from (head for head in (stem, stem + "a", stem + "o") if head != form and form in nominal_forms(head))


class Names:
    """Groups the words no dictionary knows: a name and its forms, as far as the catalogue has them."""

    def __init__(self, unknown: Iterable[str]) -> None:
        self._unknown = sorted(set(unknown), key=lambda name: (len(name), name))

    @cached_property
    def lemmas(self) -> Mapping[str, str]:
        """For each unknown word the shortest one that may be of the same name; itself, if there is none."""
        found: dict[str, str] = {}
        for name in self._unknown:
            first = min((self._forms_of[head][0] for head in self._heads_of[name]), key=lambda each: (len(each), each))
            found[name] = found.get(first, name)
        return found

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """The forms of a name: those it would have itself, and if it looks like a form, those of its name."""
        heads = {head for name in self._names_of[lemma] for head in self._likely(name)}
        return tuple(sorted({form for head in heads for form in nominal_forms(head)}))

    def _likely(self, name: str) -> Iterable[str]:
        yield name
        for head in self._heads_of[name]:
            if name.endswith(_ENDINGS_OF_FORMS) or len(self._forms_of[head]) > 1:
                yield head

    @cached_property
    def _names_of(self) -> Mapping[str, list[str]]:
        return _inverted(self.lemmas.items())

    @cached_property
    def _heads_of(self) -> Mapping[str, list[str]]:
        known = set(self._unknown)
        return {
            name: [head for head in nominal_heads(name) if head in known or len(head) >= _SHORTEST_STEM]
            for name in self._unknown
        }

    @cached_property
    def _forms_of(self) -> Mapping[str, list[str]]:
        """For each possible name the unknown words that may be forms of it, the shortest first."""
        return _inverted((name, head) for name in self._unknown for head in self._heads_of[name])


def _inverted(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value, key in pairs:
        found.setdefault(key, []).append(value)
    return found
