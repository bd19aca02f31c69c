"""Numbered sources: a link from each fact to its source, and back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ....catalogue import Source
from ....wording import Translations

_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class BackLink:
    """From a source to one place that cites it."""

    anchor: str
    label: str
    number: int


class Citations:
    """The citations of one page; numbers follow the order of the sources."""

    def __init__(self, sources: Sequence[Source], t: Translations) -> None:
        self._numbers = {source.id: n for n, source in enumerate(sources, 1)}
        self._uses: Counter[str] = Counter()
        self._t = t

    def cite(self, source_id: str | None) -> Markup:
        """A raised number that leads to the source; nothing where no source is named."""
        if source_id is None or source_id not in self._numbers:
            return _NOTHING
        number = self._numbers[source_id]
        self._uses[source_id] += 1
        anchor, n = escape(source_id), self._uses[source_id]
        return Markup(  # noqa: S704 - every part is a number or escaped; Markup.format takes as long as the rest of the page
            f'<sup class="ref"><a href="#zrodlo-{anchor}" id="ref-{anchor}-{n}" '
            f'aria-label="{escape(self._t("source.reference", number=number))}">{number}</a></sup>'
        )

    def back_links(self, source_id: str) -> tuple[BackLink, ...]:
        """The way back to each place that cited a source so far."""
        source = self._numbers[source_id]
        return tuple(
            BackLink(f"#ref-{source_id}-{n}", self._t("source.back", use=n, number=source), n)
            for n in range(1, self._uses[source_id] + 1)
        )
