"""The pages that help to choose among practices and to see what there is none of."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from ...catalogue import Catalogue
from ...finding import Groups
from ..addresses import GAPS
from ..planned import PlannedArticle
from ..rendering import Renderer
from .gaps_page import gaps_article


class ChoosingPages:
    """Renders these pages of one catalogue; ``all_listed`` is what pages about all practices follow from."""

    def __init__(self, catalogue: Catalogue, groups: Groups, renderer: Renderer, all_listed: tuple[Any, ...]) -> None:
        self._catalogue = catalogue
        self._groups = groups
        self._renderer = renderer
        self._all_listed = all_listed

    def articles(self) -> Iterator[PlannedArticle]:
        """The pages."""
        make = partial(gaps_article, self._catalogue, self._groups, self._renderer)
        yield PlannedArticle(GAPS, self._all_listed, make)
