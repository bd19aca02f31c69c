"""The words of all practices together: which words of the dictionary, or which names, each form belongs to."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from ...catalogue import Catalogue, digest, gathered
from .cache import SearchCache, words_in_slices
from .lexicon import Entry, Lexicon, Row, are_rows, rows_of
from .morphology import Morphology, Word
from .names import Names
from .stems import Stems
from .tokens import fold

_AT_ONCE = 10_000
"""Questions to the dictionary that one process answers as soon as several would; many more are divided."""


class CatalogueWords:
    """The words of all practices: which words of the dictionary (or which names) each form belongs to.

    Args:
        forms: all words as written, sorted, each once.
        catalogue: the practices.
        morphology: what knows the words.
        cache: what earlier runs found.
        initials: those of the forms that no text says, as they only stand for a name of several words.
    """

    def __init__(
        self,
        forms: Sequence[str],
        catalogue: Catalogue,
        morphology: Morphology,
        cache: SearchCache,
        initials: Container[str] = (),
    ) -> None:
        self._morphology = morphology
        self._forms = words_in_slices(forms)
        self._words = self._look_up(cache)
        self._names = Names(text.lower() for text, word in self._words.items() if word.kind == "unknown")
        towns = frozenset(place.name for place in catalogue.places.values())
        self.lemmas: dict[str, tuple[str, ...]] = {
            form: _lemmas(form, self._words[form], self._names, towns) for form in forms
        }
        self.lemmas.update(dict.fromkeys(self._misread(initials), ()))
        self.ignored = sorted(
            {fold(text) for text, word in self._words.items() if word.kind == "ignored"} | morphology.ignored
        )
        self._unknown = frozenset(self._names.lemmas.values())
        attested: dict[str, set[str]] = defaultdict(set)
        for form, lemmas in self.lemmas.items():
            for lemma in lemmas:
                attested[lemma].add(form.lower())
        families = self._families(attested, cache)
        for lemma in {each for family in families.values() for each in family}:
            attested.setdefault(lemma, set())
        self.lexicon = Lexicon(self._rows(attested, cache), families)

    def nouns(self, cache: SearchCache) -> dict[str, tuple[str, ...]]:
        """For each form the nouns that it belongs to, if it can be nothing else; of a name that is the name."""
        if isinstance(self._morphology, Stems):  # which does not tell a noun from a verb
            return self.lemmas

        def nouns_of(some: Sequence[str]) -> list[str]:
            return [" ".join(self._morphology.nouns(form)) for form in some]

        lines = cache.lines("nouns", self._forms, lambda some: list(gathered(nouns_of, some, _AT_ONCE)))
        return {
            form: lemmas if self._words[form].kind == "unknown" else tuple(lines[form].split())
            for form, lemmas in self.lemmas.items()
        }

    def headwords(self, lemmas: Iterable[str], cache: SearchCache) -> frozenset[str]:
        """Those of some words that stand in a dictionary as they are; a stem does not."""

        def headwords_of(some: Sequence[str]) -> list[str]:
            if isinstance(self._morphology, Stems):
                return [""] * len(some)
            return [each if each in self._morphology.word(each).lemmas else "" for each in some]

        return frozenset(cache.lines("headwords", words_in_slices(sorted(lemmas)), headwords_of).values())

    def _misread(self, initials: Container[str]) -> list[str]:
        """Initials that look like a common word which the catalogue says elsewhere: DOM is no house."""
        if isinstance(self._morphology, Stems):  # which takes any letters for a word
            return []
        said = {lemma for form, lemmas in self.lemmas.items() if form not in initials for lemma in lemmas}
        known = (form for form in self.lemmas if form in initials and self._words[form].kind == "known")
        return [form for form in known if any(each.islower() and each in said for each in self.lemmas[form])]

    def _look_up(self, cache: SearchCache) -> dict[str, Word]:
        def words_of(some: Sequence[str]) -> list[str]:
            found = (self._morphology.word(text) for text in some)
            return [" ".join([word.kind, *word.lemmas]) for word in found]

        def together(missing: Sequence[str]) -> list[str]:
            self._morphology.prepare()
            return list(gathered(words_of, missing, _AT_ONCE))

        lines = cache.lines("words", self._forms, together)
        return {text: _word(line) for text, line in lines.items()}

    def _families(self, lemmas: Iterable[str], cache: SearchCache) -> dict[str, list[str]]:
        """For words of the catalogue others made from them, be they in the catalogue or not."""

        def families_of(some: Sequence[str]) -> list[str]:
            return [" ".join(self._morphology.family(lemma)) for lemma in some]

        lines = cache.lines("families", self._known(lemmas), lambda some: list(gathered(families_of, some, _AT_ONCE)))
        return {lemma: family.split() for lemma, family in lines.items() if family}

    def _rows(self, attested: Mapping[str, set[str]], cache: SearchCache) -> list[Row]:
        def paradigms_of(some: Sequence[str]) -> list[str]:
            return [" ".join(self._morphology.paradigm(lemma)) for lemma in some]

        slices = self._known(attested)
        by_key = {digest(*(" ".join([lemma, *sorted(attested[lemma])]) for lemma in some)): some for some in slices}

        def compute(keys: Sequence[str]) -> list[list[Row]]:
            missing = [by_key[key] for key in keys]
            forms = cache.lines("paradigms", missing, lambda some: list(gathered(paradigms_of, some)))
            entries = ({each: Entry({*forms[each].split()}, attested[each]) for each in some} for some in missing)
            return [rows_of(some) for some in entries]

        cache.needs("paradigms", slices)
        found = cache.known("rows", [*by_key], compute, are_rows)
        names = {each: Entry({*self._names.paradigm(each)}, attested[each]) for each in sorted(self._unknown)}
        return [*rows_of(names), *(Row(*row) for some in found.values() for row in some)]

    def _known(self, lemmas: Iterable[str]) -> list[Sequence[str]]:
        """Those of some words that are no names."""
        return words_in_slices(sorted(lemma for lemma in lemmas if lemma not in self._unknown))


def _word(line: str) -> Word:
    kind, *lemmas = line.split(" ")
    return Word(kind, tuple(lemmas))  # type: ignore[arg-type]  # as it was kept


def _lemmas(form: str, word: Word, names: Names, towns: frozenset[str]) -> tuple[str, ...]:
    if word.kind == "unknown":
        return (names.lemmas[form.lower()],)
    # "Bytów" is the town and not the genitive of "byt", once the registry knows such a town; "bytów" is no town.
    return tuple(each for each in word.lemmas if each in towns) or word.lemmas
