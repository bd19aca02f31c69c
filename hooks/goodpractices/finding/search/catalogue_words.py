"""The words of all practices together: which words of the dictionary, or which names, each form belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...catalogue import Catalogue, gathered
from .analysis import Analysis
from .cache import SearchCache
from .lexicon import Entry, Lexicon
from .morphology import Morphology, Word
from .names import Names
from .tokens import fold


class CatalogueWords:
    """The words of all practices: which words of the dictionary (or which names) each form belongs to."""

    def __init__(
        self, analyses: Iterable[Analysis], catalogue: Catalogue, morphology: Morphology, cache: SearchCache
    ) -> None:
        self._forms = sorted({word for analysis in analyses for word in analysis.words})
        known = self._look_up(morphology, cache)
        names = Names(text.lower() for text, word in known.items() if word.kind == "unknown")
        towns = frozenset(place.name for place in catalogue.places.values())
        self.lemmas: dict[str, tuple[str, ...]] = {
            form: _lemmas(form, known[form], names, towns) for form in self._forms
        }
        self.ignored = sorted(
            {fold(text) for text, word in known.items() if word.kind == "ignored"} | morphology.ignored
        )
        entries: dict[str, Entry] = defaultdict(Entry)
        for form, lemmas in self.lemmas.items():
            for lemma in lemmas:
                entries[lemma].attested.add(form.lower())
        families = self._families(entries, names, morphology, cache)
        for lemma in {each for family in families.values() for each in family}:
            entries.setdefault(lemma, Entry())
        self._add_forms(entries, names, morphology, cache)
        self.lexicon = Lexicon(entries, families)

    def _look_up(self, morphology: Morphology, cache: SearchCache) -> dict[str, Word]:
        def words_of(some: Sequence[str]) -> list[list[str]]:
            found = (morphology.word(text) for text in some)
            return [[word.kind, *word.lemmas] for word in found]

        def together(missing: Sequence[str]) -> list[list[str]]:
            morphology.prepare()
            return list(gathered(words_of, missing))

        kept = cache.known("words", self._forms, together, _is_word)
        return {text: Word(kind, tuple(lemmas)) for text, (kind, *lemmas) in kept.items()}

    def _families(
        self, entries: Mapping[str, Entry], names: Names, morphology: Morphology, cache: SearchCache
    ) -> dict[str, list[str]]:
        """For words of the catalogue others made from them, be they in the catalogue or not."""
        unknown = set(names.lemmas.values())
        known = sorted(lemma for lemma in entries if lemma not in unknown)

        def families_of(some: Sequence[str]) -> list[str]:
            return [" ".join(morphology.family(lemma)) for lemma in some]

        kept = cache.known("families", known, lambda some: list(gathered(families_of, some)), _is_text)
        return {lemma: family.split() for lemma, family in kept.items() if family}

    def _add_forms(
        self, entries: Mapping[str, Entry], names: Names, morphology: Morphology, cache: SearchCache
    ) -> None:
        unknown = set(names.lemmas.values())

        def forms_of(some: Sequence[str]) -> list[str]:
            return [" ".join(morphology.paradigm(lemma)) for lemma in some]

        known = sorted(lemma for lemma in entries if lemma not in unknown)
        kept = cache.known("paradigms", known, lambda some: list(gathered(forms_of, some)), _is_text)
        for lemma, entry in entries.items():
            entry.forms.update(names.paradigm(lemma) if lemma in unknown else kept[lemma].split())


def _is_word(kept: object) -> bool:
    """Whether this is a kind with lemmas, as a cache keeps them."""
    return isinstance(kept, list) and bool(kept) and all(isinstance(each, str) for each in kept)


def _is_text(kept: object) -> bool:
    return isinstance(kept, str)


def _lemmas(form: str, word: Word, names: Names, towns: frozenset[str]) -> tuple[str, ...]:
    if word.kind == "unknown":
        return (names.lemmas[form.lower()],)
    # "Bytów" is the town and not the genitive of "byt", once the registry knows such a town; "bytów" is no town.
    return tuple(each for each in word.lemmas if each in towns) or word.lemmas
