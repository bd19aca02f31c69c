"""A catalogue whose texts were analysed. What is related to a practice is worked out here for everyone who shows it."""

from dataclasses import dataclass
from functools import cached_property

from ..catalogue import Cache, Catalogue
from .related import RelatedPractices
from .search import AnalysedTexts, Morphology, SearchIndex, analyse_texts, build_index


@dataclass(frozen=True)
class AnalysedCatalogue:
    """A catalogue and what its texts say."""

    catalogue: Catalogue
    texts: AnalysedTexts

    @cached_property
    def related(self) -> RelatedPractices:
        """What is related to each practice, in its fields and in its words."""
        return RelatedPractices(self.catalogue, self.texts.distinctive_words)

    @cached_property
    def index(self) -> SearchIndex:
        """The index of the search."""
        return build_index(self.catalogue, self.texts)


def analyse(
    catalogue: Catalogue, cache: Cache | None = None, morphology: Morphology | None = None
) -> AnalysedCatalogue:
    """The catalogue with its texts analysed; what earlier builds analysed is taken from the cache."""
    return AnalysedCatalogue(catalogue, analyse_texts(catalogue, cache, morphology))
