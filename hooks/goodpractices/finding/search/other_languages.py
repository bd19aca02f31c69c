"""Words that the catalogue has in another language only: who finds by them is told in which."""

from collections.abc import Iterable, Iterator, Mapping

from ...catalogue import Catalogue
from ...wording import ORIGINAL, Untranslated, languages
from .catalogue_words import CatalogueWords
from .tokens import fold, words

_KIN = 6
"""So many first letters are shared by words of one family, where no dictionary is asked."""


def words_of_others(catalogue: Catalogue, known: CatalogueWords, stories: Iterable[str]) -> dict[str, list[int]]:
    """For each other language the numbers of the words that stand in texts of it and not in those of the catalogue's.

    Titles of sources and documents are in any language, so they tell nothing. ``stories`` are the plain ones.
    """
    own = _words((*stories, *_texts_in(catalogue, catalogue.language)))
    inside = {lemma for form, lemmas in known.lemmas.items() if form.lower() in own for lemma in lemmas}
    found: dict[str, list[int]] = {}
    for language in languages():
        if language == catalogue.language:
            continue
        said = _words(_texts_in(catalogue, language))
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


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in words(text)}


def _texts_in(catalogue: Catalogue, language: str) -> Iterator[str]:
    """What practices, terms and places are called and what they are about, as far as it is in a language."""
    for practice in catalogue.published:
        said = practice if language == catalogue.language else practice.translations.get(language)
        if said and not isinstance(said.title, Untranslated):
            yield from (said.title, said.summary, said.plain_summary or "")
    for terms in catalogue.vocabularies.values():
        yield from (name for each in terms.values() for name in _names(each.pl, each.en, each.labels, language) if name)


def _names(pl: str, en: str | None, labels: Mapping[str, str], language: str) -> tuple[str | None, ...]:
    return (pl,) if language == ORIGINAL else (en if language == "en" else labels.get(language),)
