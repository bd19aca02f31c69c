"""Words that the catalogue has in another language only: who finds by them is told in which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ...catalogue import Catalogue
from ...wording import ORIGINAL, Untranslated, languages
from .analyses import SlicedAnalyses, Told
from .catalogue_words import CatalogueWords
from .tokens import fold, words

_KIN = 6
"""So many first letters are shared by words of one family, where no dictionary is asked."""


def words_of_others(
    catalogue: Catalogue, known: CatalogueWords, said_in: Mapping[str, Set[str]]
) -> dict[str, list[int]]:
    """For each other language the numbers of the words that stand in texts of it and not in those of the catalogue's.

    Titles of sources and documents are in any language, so they tell nothing. ``said_in`` are the words of the
    practices by language.
    """
    own = said_in[catalogue.language] | _words(_names_in(catalogue, catalogue.language))
    inside = {lemma for form, lemmas in known.lemmas.items() if form.lower() in own for lemma in lemmas}
    found: dict[str, list[int]] = {}
    for language in languages():
        if language == catalogue.language:
            continue
        said = said_in[language] | _words(_names_in(catalogue, language))
        # Synonyms do not say what language they are of: beside other languages those count that are like Polish words.
        kin = {fold(word)[:_KIN] for word in said if len(word) >= _KIN} if language == ORIGINAL else set()
        its = {
            lemma
            for form, lemmas in known.lemmas.items()
            if form.lower() in said or fold(form)[:_KIN] in kin
            for lemma in lemmas
        }
        if its := its - inside:
            found[language] = sorted(known.lexicon.numbers[lemma] for lemma in its)
    return found


def words_by_language(analyses: SlicedAnalyses, own: str) -> Mapping[str, Set[str]]:
    """The words of what practices are called and what they are about, by the language they are in.

    Args:
        analyses: the practices in the language of their catalogue.
        own: that language.
    """

    def words_of(some: Sequence[Told]) -> dict[str, str]:
        return {language: " ".join(sorted(_words(_texts_in(language, some, own)))) for language in languages()}

    found: dict[str, set[str]] = {language: set() for language in languages()}
    for its in analyses.told("languages", words_of, _are_words):
        for language, words_there in its.items():
            found[language].update(words_there.split())
    return found


def _texts_in(language: str, practices: Iterable[Told], own: str) -> Iterator[str]:
    for practice, outline in practices:
        said = practice if language == own else practice.translations.get(language)
        if language == own:
            yield outline.story
        if said and not isinstance(said.title, Untranslated):
            yield from (said.title, said.summary, said.plain_summary or "")


def _are_words(kept: object) -> bool:
    return isinstance(kept, dict) and kept.keys() == {*languages()} and {*map(type, kept.values())} == {str}


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in words(text)}


def _names_in(catalogue: Catalogue, language: str) -> Iterator[str]:
    """What terms are called in a language."""
    for terms in catalogue.vocabularies.values():
        yield from (name for each in terms.values() for name in _names(each.pl, each.en, each.labels, language) if name)


def _names(pl: str, en: str | None, labels: Mapping[str, str], language: str) -> tuple[str | None, ...]:
    return (pl,) if language == ORIGINAL else (en if language == "en" else labels.get(language),)
