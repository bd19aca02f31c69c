"""The pages about the catalogue itself: what changed in its entries, and what there is to do about them."""

from collections.abc import Iterator

from ...catalogue import Catalogue
from ...wording import ORIGINAL
from ..planned import PlannedArticle, PlannedFiles
from ..rendering import Renderer
from ..upkeep import Upkeep
from .changes_page import ChangesPage
from .health_page import HealthPages


class UpkeepPages:
    """Plans these pages of one catalogue; none where nobody says for which day, as for a site that is only tried.

    Editors write in Polish, so what there is to do is told in that language alone.
    """

    def __init__(self, catalogue: Catalogue, upkeep: Upkeep | None, renderer: Renderer) -> None:
        self._changes = ChangesPage(catalogue, upkeep.history, renderer) if upkeep else None
        is_wanted = upkeep and renderer.t.language == ORIGINAL
        self._health = HealthPages(catalogue, upkeep, renderer) if upkeep and is_wanted else None

    def articles(self) -> Iterator[PlannedArticle]:
        """The pages."""
        if self._changes:
            yield from self._changes.articles()
        if self._health:
            yield from self._health.articles()

    def files(self) -> Iterator[PlannedFiles]:
        """What stands beside them."""
        if self._health:
            yield from self._health.files()
