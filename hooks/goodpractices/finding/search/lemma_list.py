"""Polish words by a list of forms with their lemmas, which runs on every system: what stands in for Morfeusz.

A list knows one word for each form, no parts of speech, and not every form of its words. So a part of speech is told by
the forms that a word has, and regular forms are added to those of the list.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from typing import cast

from ...catalogue import without_collector
from .adverbs import adjectives_of, adverbs_of
from .derivation import relatives
from .function_words import FUNCTION_LEMMAS, IGNORED
from .morphology import Word
from .names import nominal_forms, nominal_heads

_ADJECTIVAL = ("y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi")
_SOFT_ADJECTIVAL = ("i", "a", "ie", "iego", "iej", "iemu", "ą", "im", "ich", "imi")
_PAST = ("ł", "ła", "li")
# Fewer forms than a noun has in one number: the list has gaps there, or gives its forms to another word.
_GAPS = 8
# A participle and the noun of its verb, by which the verb is found: wykluczony, wykluczenie, wykluczyć.
_PARTICIPLES = (("ony", "enie"), ("any", "anie"), ("ęty", "ęcie"))
_LONGEST_WAY = 3


class LemmaList:
    """A list of forms, each with its lemma, read when it is first needed."""

    ignored = IGNORED
    is_fallback = True

    def __init__(self, read: Callable[[], Mapping[str, str]], name: str) -> None:
        self._read = read
        self.version = name

    @classmethod
    def of_simplemma(cls) -> "LemmaList":
        """The list that simplemma brings: 3.7 million forms, five to ten seconds to read.

        Raises:
            ImportError: simplemma is not installed.
        """
        factory = import_module("simplemma.strategies.dictionaries").DefaultDictionaryFactory()

        def read() -> Mapping[str, str]:
            return cast("Mapping[str, str]", factory.get_dictionary("pl"))

        return cls(read, f"simplemma {version('simplemma')}")

    def prepare(self) -> None:
        """Read the list, and turn it round."""
        _ = self._forms

    def word(self, text: str) -> Word:
        """What the list says of a form as written and in small letters, else the words that would have it."""
        lower = text.lower()
        if text.isdigit():
            return Word("known", (text,))
        if lower in IGNORED:
            return Word("ignored")
        found = self._listed(text) or set(self._guessed(lower))
        if found and found <= FUNCTION_LEMMAS:
            return Word("ignored")
        if found:
            return Word("known", tuple(sorted({word for lemma in found for word in self._headwords(lemma)})))
        # The first half of a compound (społeczno-zawodowy) is no word by itself, but it is half an adjective.
        half = self._adjective(lower) if lower.endswith("o") else None
        return Word("known", (half,)) if half else Word("unknown")

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """The forms of the list with regular ones, and those of the participle or the adverb made from the word."""
        if lemma.isdigit():
            return (lemma,)
        forms = {form.lower() for form in self._forms_of(lemma)} | {lemma.lower()}
        part = self._part(lemma)
        if part == "adj":
            forms.update(_adjectival(lemma))
            forms.update(
                form for adverb in adverbs_of(lemma) if self._is_adverb(adverb) for form in self._forms_of(adverb)
            )
        elif part == "inf":
            forms.update(form for other in self._participles_of(lemma) for form in self.paradigm(other))
        elif part == "subst":
            is_full = len(forms) >= _GAPS
            forms.update(form for form in _nominal(lemma.lower()) if not is_full or form not in self._lemma_of)
        return tuple(sorted(form for form in forms if form.isalnum()))

    def family(self, lemma: str) -> tuple[str, ...]:
        """Words of other endings that the list has; a place leads to its adjective and its people."""
        made = relatives(lemma, frozenset({self._part(lemma)}))
        return tuple(sorted({each.word for each in made if each.part == self._part(each.word)} - {lemma}))

    def nouns(self, text: str) -> tuple[str, ...]:
        """Those of the list, if a form can be nothing else."""
        found = self._listed(text)
        return tuple(sorted(found)) if all(self._part(lemma) == "subst" for lemma in found) else ()

    @cached_property
    def _lemma_of(self) -> Mapping[str, str]:
        return self._read()

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        """The forms of each word that is no form of another, as one text, since millions of texts take much memory."""
        by_lemma: dict[str, list[str]] = defaultdict(list)
        with without_collector():
            for form, lemma in self._lemma_of.items():
                by_lemma[lemma].append(form)
        found: dict[str, str] = {}
        for lemma, forms in by_lemma.items():
            root = self._root(lemma)
            found[root] = " ".join([found[root], *forms] if root in found else forms)
        return found

    def _forms_of(self, lemma: str) -> list[str]:
        return self._forms.get(lemma, "").split()

    def _root(self, lemma: str) -> str:
        """Where the list leads from a word: from uzależnienie, a lemma of some forms, to uzależnić."""
        for _ in range(_LONGEST_WAY):
            further = self._lemma_of.get(lemma, lemma)
            if further == lemma:
                break
            lemma = further
        return lemma

    def _listed(self, text: str) -> set[str]:
        return {self._root(lemma) for each in (text, text.lower()) if (lemma := self._lemma_of.get(each))}

    def _guessed(self, form: str) -> Iterator[str]:
        """Words of the list that would regularly have a form which it does not have."""
        for ending in (*_ADJECTIVAL, *_SOFT_ADJECTIVAL):
            for adjective in (form.removesuffix(ending) + last for last in ("y", "i") if form.endswith(ending)):
                if self._part(adjective) == "adj" and form in _adjectival(adjective):
                    yield adjective
        for noun in nominal_heads(form):
            if self._part(noun) == "subst":
                yield noun

    def _headwords(self, lemma: str) -> Iterator[str]:
        """The word itself, of an adverb its adjective, and of a participle its verb as well."""
        yield (self._adjective(lemma) if self._is_adverb(lemma) else None) or lemma
        yield from self._verbs_of(lemma)

    def _part(self, lemma: str) -> str:
        """The part of speech of a word of the list, as its tags name it; empty if it is no such word."""
        forms = self._forms_of(lemma)
        if not forms:
            return ""
        if lemma.endswith(("ć", "c")) and any(form.endswith(_PAST) for form in forms):
            return "inf"
        if lemma.endswith(("y", "i")) and not {*_adjectival(lemma)[1:]}.isdisjoint(forms):
            return "adj"
        return "adv" if self._is_adverb(lemma) else "subst"

    def _is_adverb(self, lemma: str) -> bool:
        """Whether a word has no forms but higher degrees, as a noun would."""
        forms = self._forms_of(lemma)
        return (
            bool(forms) and lemma.endswith(("o", "e")) and all(form == lemma or form.endswith("ej") for form in forms)
        )

    def _adjective(self, adverb: str) -> str | None:
        return next((each for each in adjectives_of(adverb) if self._part(each) == "adj"), None)

    def _verbs_of(self, participle: str) -> Iterator[str]:
        for ending, of_noun in _PARTICIPLES:
            if participle.endswith(ending):
                verb = self._lemma_of.get(participle.removesuffix(ending) + of_noun, "")
                if self._part(self._root(verb)) == "inf":
                    yield self._root(verb)

    def _participles_of(self, verb: str) -> Iterator[str]:
        for form in self._forms_of(verb):
            for ending, of_noun in _PARTICIPLES:
                if form.endswith(of_noun) and self._part(made := form.removesuffix(of_noun) + ending) == "adj":
                    yield made


def _adjectival(lemma: str) -> tuple[str, ...]:
    endings = _SOFT_ADJECTIVAL if lemma.endswith("i") else _ADJECTIVAL
    return tuple(lemma[:-1] + ending for ending in endings)


def _nominal(noun: str) -> Iterable[str]:
    """The forms of a regular noun; some drop their last vowel before an ending: ogródek, ogródka."""
    if noun.endswith("ek"):
        stem = noun.removesuffix("ek")
        return (stem + ending for ending in ("ka", "kowi", "kiem", "ku", "ki", "ków", "kom", "kami", "kach"))
    return nominal_forms(noun)
