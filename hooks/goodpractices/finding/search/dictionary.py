"""Polish words by Morfeusz 2, with the dictionary SGJP."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from .adverbs import adjectives_of, adverbs_of
from .derivation import relatives
from .function_words import FUNCTION_LEMMAS, IGNORED
from .morphology import Word

# Parts of speech that nobody looks for; agglutinated endings and "by" come from taking verbs apart.
_FUNCTION_TAGS = frozenset({"prep", "conj", "comp", "part", "interj", "siebie", "aglt", "ppron12", "ppron3"})
_SKIPPED_TAGS = frozenset({"interp", "dig", "romandig", "frag", "aglt", "ign"})
_NOMINAL_TAGS = frozenset({"subst", "ger", "depr"})
# Forms that nobody types into a search box; where a practice has one, it joins the forms of its word all the same.
_RARE = re.compile(r"^(impt|aglt|pant|bedzie|(fin|praet):[a-z.]+:([a-z0-9.]+:)?(pri|sec)\b)|:neg\b|:sup\b|:voc(:|$)")
_PERSON_ONLY = frozenset({"nazwisko", "imię", "patronimicum"})


Reading = tuple[str, str, list[str]]
"""A word that a form may belong to, its tag, and what it names: a person, a place."""
Form = tuple[str, str]
"""A form of a word and its tag."""


class _Analyser(Protocol):
    """The part of Morfeusz that is used here."""

    def analyse(self, text: str) -> list[Reading]: ...

    def generate(self, lemma: str) -> list[Form]: ...

    def dict_id(self) -> str: ...


class Dictionary:
    """Morfeusz 2 with its dictionary."""

    ignored = IGNORED
    is_fallback = False

    def __init__(self, morfeusz: _Analyser, release: str) -> None:
        self._morfeusz = morfeusz
        self.version = f"morfeusz2 {release} {morfeusz.dict_id()}"

    def prepare(self) -> None:
        """Nothing is left to read."""

    def word(self, text: str) -> Word:
        """All readings, since nothing here knows the sentence; a person's name only where nothing else is possible."""
        if text.isdigit():
            return Word("known", (text,))
        if text.lower() in IGNORED:
            return Word("ignored")
        known = [each for each in self._morfeusz.analyse(text) if _tag(each[1]) not in _SKIPPED_TAGS]
        if not known:
            # The first half of a compound (społeczno-zawodowy) is no word by itself, but it is half an adjective.
            half = self._adjective(text.lower()) if text.endswith("o") else None
            return Word("known", (half,)) if half else Word("unknown")
        function = [_is_function(lemma, tag) for lemma, tag, _ in known]
        if all(function) or (any(function) and len(text) <= 3):
            return Word("ignored")
        kept = [each for each, is_function in zip(known, function, strict=True) if not is_function]
        kept = [each for each in kept if not _PERSON_ONLY.issuperset(each[2] or [""])] or kept
        return Word("known", tuple(sorted({self._headword(lemma, tag) for lemma, tag, _ in kept})))

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """Every form but rare ones, with those of the adverb that an adjective makes."""
        if lemma.isdigit():
            return (lemma,)
        forms = {lemma.lower()}
        is_adjective = False
        for form, tag in self._morfeusz.generate(lemma):
            is_adjective |= tag.startswith("adj:")
            if _is_typed(tag):
                forms.add(form.lower())
        if is_adjective:
            forms.update(self._adverb_forms(lemma))
        return tuple(sorted(form for form in forms if form.isalnum()))

    def nouns(self, text: str) -> tuple[str, ...]:
        """Those of the dictionary; a form that may also be a verb or an adjective says too little by itself."""
        readings = [(_base(lemma), _tag(tag)) for lemma, tag, _ in self._morfeusz.analyse(text)]
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
        return next((each for each in adjectives_of(adverb) if self._is(each, "adj")), None)

    def _adverb_forms(self, adjective: str) -> Iterable[str]:
        for adverb in adverbs_of(adjective):
            if self._is(adverb, "adv"):
                yield from (form.lower() for form, tag in self._morfeusz.generate(adverb) if "sup" not in tag)

    def _is(self, lemma: str, part_of_speech: str) -> bool:
        return part_of_speech in self._parts(lemma)

    def _parts(self, lemma: str) -> frozenset[str]:
        """The parts of speech that have this word as their headword."""
        return frozenset(_tag(tag) for found, tag, _ in self._morfeusz.analyse(lemma) if _base(found) == lemma)


@cache  # there are some hundreds of tags
def _is_typed(tag: str) -> bool:
    """Whether somebody types forms with this tag into a search box."""
    return not _RARE.search(tag) and _tag(tag) not in _SKIPPED_TAGS


def _tag(tag: str) -> str:
    return tag.partition(":")[0]


def _base(lemma: str) -> str:
    """The word itself: Morfeusz tells homonyms apart by what follows a colon."""
    return lemma.partition(":")[0] or lemma


def _is_function(lemma: str, tag: str) -> bool:
    return _tag(tag) in _FUNCTION_TAGS or _base(lemma) in FUNCTION_LEMMAS
