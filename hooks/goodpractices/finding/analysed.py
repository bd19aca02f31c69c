"""A catalogue whose texts were analysed. What is related to a practice is worked out here for everyone who shows it."""

from dataclasses import dataclass, field
from functools import cached_property

from ..catalogue import Cache, Catalogue
from .related import RelatedPractices, find_related
from .search import AnalysedTexts, Morphology, SearchIndex, analyse_texts, build_index


@dataclass(frozen=True)
class AnalysedCatalogue:
    """A catalogue and what its texts say."""

    catalogue: Catalogue
    texts: AnalysedTexts
    cache: Cache = field(repr=False, compare=False)
    """What earlier builds found."""

    @cached_property
    def related(self) -> RelatedPractices:
        """What is related to each practice, in its fields and in its words."""
        found = find_related(self.catalogue, self.texts.distinctive_words, self.cache)
        self.cache.save()
        return found

    @cached_property
    def index(self) -> SearchIndex:
        """The index of the search."""
        return build_index(self.catalogue, self.texts)


def analyse(
    catalogue: Catalogue, cache: Cache | None = None, morphology: Morphology | None = None
) -> AnalysedCatalogue:
    """The catalogue with its texts analysed; what earlier builds found is taken from the cache."""
    cache = cache or Cache(None)
    return AnalysedCatalogue(catalogue, analyse_texts(catalogue, cache, morphology), cache)
