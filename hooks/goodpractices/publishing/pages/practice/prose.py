"""The texts of an entry as its page prints them, with numbered sources and explained abbreviations.

The templates ask for each text and each reference where they print it. So numbers follow the order in which a reader
meets them, in whatever order the blocks of the page were made.
"""

from collections.abc import Iterable

from markupsafe import Markup

from ....wording import Translations, Untranslated
from ...addresses import practice_address
from ..markdown import Block, html_blocks
from .abbreviations import Explained, Explainer
from .citations import BackLink, Citations
from .inputs import PracticeInputs
from .story import Parted, StorySection, parted


class Prose:
    """The texts of one page; made anew each time it is printed, and asked for in its order."""

    def __init__(self, inputs: PracticeInputs, t: Translations) -> None:
        self._inputs = inputs
        self._citations = Citations(inputs.practice.sources, t)
        self._explainer = Explainer(inputs.records.abbreviations)

    def cite(self, source_id: str | None) -> Markup:
        """The raised number of a source; nothing where none is named."""
        return self._citations.cite(source_id)

    def line(self, text: str | None) -> str | None:
        """A text that is no Markdown."""
        return self._explainer.line(text)

    def story(self, section: StorySection) -> Markup:
        """A section of the body."""
        return Markup("").join(block.html() for block in self._blocks(section))

    def parted(self, sections: Iterable[StorySection]) -> tuple[Parted, ...]:
        """Sections of the body: of each its beginning, and what is read on request."""
        return tuple(parted(each, self._blocks(each)) for each in sections)

    def back_links(self, source_id: str) -> tuple[BackLink, ...]:
        """The way back to each place above that cites a source."""
        return self._citations.back_links(source_id)

    @property
    def abbreviations(self) -> tuple[Explained, ...]:
        """What was explained above, in the order of the page."""
        return self._explainer.found

    def _blocks(self, section: StorySection) -> tuple[Block, ...]:
        explain = None if isinstance(section.text, Untranslated) else self._explainer.part
        return html_blocks(section.text, self.cite, self._link, explain)

    def _link(self, practice_id: str) -> str:
        if practice_id not in self._inputs.linked:
            return ""
        return self._inputs.links.between(self._inputs.address, practice_address(practice_id))
