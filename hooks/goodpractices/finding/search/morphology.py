"""Forms of Polish words: which words a form may belong to, and in which forms a word may be asked for.

Morfeusz 2 knows both, with the dictionary SGJP. Where it cannot be imported, Snowball's Polish stems stand in for it,
and everyone is told: the name of what analysed the words is a part of the index. What neither knows (names such as
Stralsund) gets the endings of a Polish noun.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Literal, Protocol

import yaml

from ...wording import ORIGINAL
from .derivation import relatives

WordKind = Literal["known", "unknown", "ignored"]

# Parts of speech that nobody looks for; agglutinated endings and "by" come from taking verbs apart.
_FUNCTION_TAGS = frozenset({"prep", "conj", "comp", "part", "interj", "siebie", "aglt", "ppron12", "ppron3"})
_SKIPPED_TAGS = frozenset({"interp", "dig", "romandig", "frag", "aglt", "ign"})
_NOMINAL_TAGS = frozenset({"subst", "ger", "depr"})
_FUNCTION_WORDS: Mapping[str, str] = yaml.safe_load(
    (Path(__file__).parent / "function_words.yml").read_text(encoding="utf-8")
)
_FUNCTION_LEMMAS = frozenset(_FUNCTION_WORDS["lemmas"].split())
_IGNORED = frozenset(f"{_FUNCTION_WORDS['polish']} {_FUNCTION_WORDS['english']}".split())
_LANGUAGES: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "languages.yml").read_text(encoding="utf-8")
)

# Forms that nobody types into a search box; where a practice has one, it joins the forms of its word all the same.
_RARE = re.compile(r"^(impt|aglt|pant|bedzie|(fin|praet):[a-z.]+:([a-z0-9.]+:)?(pri|sec)\b)|:neg\b|:sup\b|:voc(:|$)")
_PERSON_ONLY = frozenset({"nazwisko", "imię", "patronimicum"})


@dataclass(frozen=True, slots=True)
class Word:
    """What a form may be: the words it belongs to, none of them if nobody would look for it."""

    kind: WordKind
    lemmas: tuple[str, ...] = ()


class Morphology(Protocol):
    """Knows the forms of words; both answers depend on nothing but the word and the version."""

    version: str
    """What analyses and from which dictionary, as the index names it."""

    ignored: frozenset[str]
    """Words of the closed classes, for queries: the browser has no dictionary to know them by."""

    def word(self, text: str) -> Word:
        """What a form, as written, may be."""
        ...

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """The forms of a word in small letters, sorted; only those the dictionary knows."""
        ...

    def family(self, lemma: str) -> tuple[str, ...]:
        """Words made from a word or that it is made from, sorted."""
        ...

    def nouns(self, text: str) -> tuple[str, ...]:
        """The nouns a form belongs to, if it can be nothing else; names outside the dictionary are not among them."""
        ...


class _Analyser(Protocol):
    """The part of Morfeusz that is used here; its package has no types."""

    def analyse(self, text: str) -> list[tuple[int, int, tuple[str, str, str, list[str], list[str]]]]: ...

    def generate(self, lemma: str) -> list[tuple[str, str, str, list[str], list[str]]]: ...

    def dict_id(self) -> str: ...


class Dictionary:
    """Morfeusz 2 with its dictionary."""

    ignored = _IGNORED

    def __init__(self, morfeusz: _Analyser, release: str) -> None:
        self._morfeusz = morfeusz
        self.version = f"morfeusz2 {release} {morfeusz.dict_id()}"

    def word(self, text: str) -> Word:
        """All readings, since nothing here knows the sentence; a person's name only where nothing else is possible."""
        if text.isdigit():
            return Word("known", (text,))
        if text.lower() in _IGNORED:
            return Word("ignored")
        readings = [reading for _, _, reading in self._morfeusz.analyse(text)]
        known = [reading for reading in readings if _tag(reading[2]) not in _SKIPPED_TAGS]
        if not known:
            # The first half of a compound (społeczno-zawodowy) is no word by itself, but it is half an adjective.
            half = self._adjective(text.lower()) if text.endswith("o") else None
            return Word("known", (half,)) if half else Word("unknown")
        function = [_is_function(lemma, tag) for _, lemma, tag, _, _ in known]
        if all(function) or (any(function) and len(text) <= 3):
            return Word("ignored")
        kept = [each for each, is_function in zip(known, function, strict=True) if not is_function]
        kept = [each for each in kept if not _PERSON_ONLY.issuperset(each[3] or [""])] or kept
        return Word("known", tuple(sorted({self._headword(lemma, tag) for _, lemma, tag, _, _ in kept})))

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """Every form but rare ones, with those of the adverb that an adjective makes."""
        if lemma.isdigit():
            return (lemma,)
        forms = {lemma.lower()}
        is_adjective = False
        for form, _, tag, _, _ in self._morfeusz.generate(lemma):
            is_adjective |= tag.startswith("adj:")
            if not _RARE.search(tag) and _tag(tag) not in _SKIPPED_TAGS:
                forms.add(form.lower())
        if is_adjective:
            forms.update(self._adverb_forms(lemma))
        return tuple(sorted(form for form in forms if form.isalnum()))

    def nouns(self, text: str) -> tuple[str, ...]:
        """Those of the dictionary; a form that may also be a verb or an adjective says too little by itself."""
        readings = [(_base(lemma), _tag(tag)) for _, _, (_, lemma, tag, _, _) in self._morfeusz.analyse(text)]
        if not all(tag in _NOMINAL_TAGS for _, tag in readings):
            return ()
        return tuple(sorted({lemma for lemma, tag in readings if tag == "subst"}))

    def family(self, lemma: str) -> tuple[str, ...]:
        """Words of other endings that the dictionary has; a place leads to its adjective and its people."""
        made = relatives(lemma, self._parts(lemma))
        return tuple(sorted({each.word for each in made if each.part in self._parts(each.word)} - {lemma}))

    def _headword(self, lemma: str, tag: str) -> str:
        base = _base(lemma)
        return (self._adjective(base) or base) if _tag(tag) == "adv" else base

    def _adjective(self, adverb: str) -> str | None:
        return next((each for each in _adjectives_of(adverb) if self._is(each, "adj")), None)

    def _adverb_forms(self, adjective: str) -> Iterable[str]:
        for adverb in _adverbs_of(adjective):
            if self._is(adverb, "adv"):
                yield from (form.lower() for form, _, tag, _, _ in self._morfeusz.generate(adverb) if "sup" not in tag)

    def _is(self, lemma: str, part_of_speech: str) -> bool:
        return part_of_speech in self._parts(lemma)

    def _parts(self, lemma: str) -> frozenset[str]:
        """The parts of speech that have this word as their headword."""
        readings = (reading for _, _, reading in self._morfeusz.analyse(lemma))
        return frozenset(_tag(tag) for _, found, tag, _, _ in readings if _base(found) == lemma)


class Stems:
    """The words of a language by their stems, with Snowball's stemmer if there is one.

    It groups forms and knows none that it was not shown.
    """

    def __init__(self, name: str | None, ignored: frozenset[str]) -> None:
        """With the stemmer of this name; without any a word is its own stem."""
        self._stemmer = import_module("snowballstemmer").stemmer(name) if name else None
        self.ignored = ignored
        self.version = f"snowballstemmer {version('snowballstemmer')} {name or 'none'}"

    def word(self, text: str) -> Word:
        """The stem; whether a word is ever looked for is known of the closed classes only."""
        lower = text.lower()
        if lower in self.ignored:
            return Word("ignored")
        return Word("known", (str(self._stemmer.stemWord(lower)) if self._stemmer else lower,))

    def family(self, lemma: str) -> tuple[str, ...]:
        """Nothing: without a dictionary there is nobody to ask whether a word exists."""
        return ()

    def nouns(self, text: str) -> tuple[str, ...]:
        """The stem, since it does not tell a noun from a verb."""
        return self.word(text).lemmas


class PolishStems(Stems):
    """What stands in for the dictionary."""

    def __init__(self) -> None:
        super().__init__("polish", _IGNORED)

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """The stem with the endings of a noun: a guess, but the browser cannot stem."""
        return (lemma,) if lemma.isdigit() else tuple(sorted(nominal_forms(lemma) | {lemma + "y", lemma + "i"}))


class ForeignStems(Stems):
    """The words of another language than Polish."""

    def __init__(self, language: str) -> None:
        known = _LANGUAGES.get(language, {})
        super().__init__(known.get("stemmer"), frozenset(known.get("ignored", "").split()))
        self._endings = known.get("endings", "").split()

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """What leads back to the stem of that and its endings: the browser cannot stem."""
        guessed = (lemma + ending for ending in ("", *self._endings))
        return tuple(sorted(form for form in guessed if self.word(form).lemmas == (lemma,)))


def load_morphology(language: str = ORIGINAL) -> Morphology:
    """What knows the words of a language: of Polish Morfeusz, or what stands in for it where it has no package.

    ``version`` tells which.

    Raises:
        ImportError: when there is neither.
    """
    if language != ORIGINAL:
        return ForeignStems(language)
    try:
        morfeusz = import_module("morfeusz2")
    except ImportError:
        return PolishStems()
    return Dictionary(morfeusz.Morfeusz(expand_tags=False, generate=True), version("morfeusz2"))


def _tag(tag: str) -> str:
    return tag.partition(":")[0]


def _base(lemma: str) -> str:
    """The word itself: Morfeusz tells homonyms apart by what follows a colon."""
    return lemma.partition(":")[0] or lemma


def _is_function(lemma: str, tag: str) -> bool:
    return _tag(tag) in _FUNCTION_TAGS or _base(lemma) in _FUNCTION_LEMMAS


# An adverb and its adjective differ in their last letters only; the dictionary then says whether there is such a word.
# The first that there is counts: "wczesny" before "wcześny", which the dictionary has as well.
_ADVERB_ENDINGS = (
    ("o", "y"),
    ("o", "i"),
    ("śnie", "sny"),
    ("źnie", "zny"),
    ("ście", "sty"),
    ("śle", "sły"),
    ("źle", "zły"),
    ("ie", "y"),
    ("rze", "ry"),
    ("le", "ły"),
    ("dzie", "dy"),
    ("cie", "ty"),
    ("e", "y"),
)


def _adjectives_of(adverb: str) -> Iterable[str]:
    return (adverb.removesuffix(one) + other for one, other in _ADVERB_ENDINGS if adverb.endswith(one))


def _adverbs_of(adjective: str) -> Iterable[str]:
    return dict.fromkeys(
        adjective.removesuffix(other) + one for one, other in _ADVERB_ENDINGS if adjective.endswith(other)
    )


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


def _heads(form: str) -> Iterable[str]:
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
            name: [head for head in _heads(name) if head in known or len(head) >= _SHORTEST_STEM]
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
