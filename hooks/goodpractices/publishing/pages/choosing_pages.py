"""The pages that help to choose among practices and to see what there is none of."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from ...catalogue import Catalogue, Identity
from ...finding import Groups, counted_in
from ..addresses import COMPARE, GAPS
from ..planned import PlannedArticle, PlannedFiles
from ..rendering import Renderer
from .cards import Cards
from .compared import compare_article, shards_of
from .fit_page import FitPages
from .gaps_page import gaps_article


class ChoosingPages:
    """Renders these pages of one catalogue; ``all_listed`` is what pages about all practices follow from."""

    def __init__(
        self,
        catalogue: Catalogue,
        identity: Identity,
        groups: Groups,
        cards: Cards,
        renderer: Renderer,
        all_listed: tuple[Any, ...],
    ) -> None:
        self._catalogue = catalogue
        self._identity = identity
        self._groups = groups
        self._renderer = renderer
        self._all_listed = all_listed
        self._fit = FitPages(catalogue, cards, renderer)

    def articles(self) -> Iterator[PlannedArticle]:
        """The pages."""
        yield from self._fit.articles()
        make = partial(gaps_article, self._catalogue, self._groups, self._renderer)
        yield PlannedArticle(GAPS, counted_in(self._catalogue), make)
        shards = shards_of(self._catalogue, self._renderer)
        yield PlannedArticle(COMPARE, (shards,), partial(compare_article, self._identity, self._renderer, shards))

    def files(self) -> Iterator[PlannedFiles]:
        """What their scripts compare."""
        yield from self._fit.files(self._all_listed)
