"""What the texts of a catalogue say, found once: the search index and what is related to a practice follow from it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ...catalogue import Cache, Catalogue, code_stamp, digest
from .analyses import SlicedAnalyses
from .cache import SearchCache
from .catalogue_words import CatalogueWords
from .distinctive import distinctive_words
from .everyday import EverydayWords, KnownWords, find_everyday
from .fields import Section
from .known_languages import load_morphology
from .morphology import Morphology
from .other_languages import words_by_language
from .postings import Postings, find_postings, find_vocabulary

FORMAT = 6
"""Of the files of the index."""

# All that is kept follows from this code.
_CODE = [Path(__file__).resolve().parents[2] / name for name in ("wording", "catalogue", "finding")]


@dataclass(frozen=True, slots=True)
class AnalysedTexts:
    """The words of the published practices, where they are, and what analysed them."""

    stories: tuple[Sequence[Section], ...]
    """For each published practice the sections of its story as plain text."""
    said_in: Mapping[str, Set[str]]
    """The words of what practices are called and what they are about, by the language they are in."""
    words: CatalogueWords
    postings: Postings
    everyday: EverydayWords
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
    version = digest(morphology.version, *map(code_stamp, _CODE))
    known = SearchCache(cache or Cache(None), catalogue.language, version[:16])
    analyses = SlicedAnalyses(catalogue, known)
    vocabulary = find_vocabulary(analyses)
    words = CatalogueWords(sorted({*chain(*vocabulary.forms)}), catalogue, morphology, known, vocabulary.initials)
    postings = find_postings(analyses, vocabulary, words)
    distinctive = distinctive_words(analyses, vocabulary, words, postings.counts, catalogue, known)
    said = KnownWords(catalogue.language, morphology, known)
    everyday = find_everyday(words, postings.counts, len(catalogue.published), said)
    said_in = words_by_language(analyses, catalogue.language)
    known.cache.save()
    plain = tuple(outline.sections for outline in analyses.outlines.values())
    return AnalysedTexts(
        plain,
        said_in,
        words,
        postings,
        everyday,
        distinctive,
        morphology.version,
        morphology.is_fallback,
        known.cache.computed,
    )
