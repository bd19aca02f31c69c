"""What the texts of a catalogue say, found once: the search index and what is related to a practice follow from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...catalogue import Cache, Catalogue, Practice, digest, gathered
from .analysis import Analyser, Analysis
from .cache import SearchCache
from .catalogue_words import CatalogueWords
from .distinctive import distinctive_words
from .fields import stories
from .known_languages import load_morphology
from .morphology import Morphology
from .postings import Postings, find_postings

FORMAT = 3
"""Of the files of the index and of what is kept between builds."""


@dataclass(frozen=True, slots=True)
class AnalysedTexts:
    """The words of the published practices, where they are, and what analysed them."""

    stories: tuple[str, ...]
    """For each published practice its story as plain text."""
    words: CatalogueWords
    postings: Postings
    distinctive_words: Mapping[str, Mapping[str, float]]
    """For each practice, by id, the words that tell what it is about, each with how much is said of it."""
    analyser: str
    is_fallback: bool
    computed: int
    """How many entries and words had to be analysed, since no earlier build had them."""


def analyse_texts(
    catalogue: Catalogue, cache: Cache | None = None, morphology: Morphology | None = None
) -> AnalysedTexts:
    """The texts of the published practices, analysed; what earlier builds analysed is taken from the cache."""
    morphology = morphology or load_morphology(catalogue.language)
    known = SearchCache(cache or Cache(None), catalogue.language, digest(f"{FORMAT} {morphology.version}")[:16])
    practices = catalogue.published
    plain = tuple(gathered(lambda some: [stories(each) for each in some], practices))
    analyses = _analyses(practices, plain, catalogue, known)
    words = CatalogueWords(analyses, catalogue, morphology, known)
    postings = find_postings(analyses, words)
    distinctive = distinctive_words(practices, analyses, words, postings.counts, morphology, catalogue, known)
    known.cache.save()
    return AnalysedTexts(
        plain, words, postings, distinctive, morphology.version, morphology.is_fallback, known.cache.computed
    )


def _analyses(
    practices: Sequence[Practice], texts: Sequence[str], catalogue: Catalogue, cache: SearchCache
) -> list[Analysis]:
    by_id = {practice.id: text for practice, text in zip(practices, texts, strict=True)}
    analyser = Analyser(practices, by_id, catalogue)
    keys = analyser.keys(practices)
    by_key = dict(zip(keys, practices, strict=True))
    found = cache.known(
        "entries", keys, lambda missing: analyser.analyses([by_key[key] for key in missing]), Analysis.is_json
    )
    return [Analysis.from_json(found[key]) for key in keys]
