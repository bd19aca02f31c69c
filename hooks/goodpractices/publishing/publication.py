"""One edition of the site in all its languages: from what was read to every part that is written."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ..catalogue import (
    Cache,
    Catalogue,
    Identity,
    Practice,
    code_stamp,
    fingerprint_of,
    load_catalogue,
    load_identity,
    refuse_symlinks,
    step,
    without_ended_consents,
)
from ..finding import AnalysedCatalogue, Related, RelatedPractices, analyse, related_from
from ..wording import ORIGINAL, Translations
from .hand_links import dead_links, place_of
from .languages import half_languages
from .pages import Sections, SourcePage, draw_ahead
from .planned import Planned, PlannedArticle
from .planning import SitePlan
from .site import Site

_PACKAGE = Path(__file__).resolve().parents[1]


def read_catalogue(docs: Path, folder: Path, cache: Cache, address: str | None = None) -> tuple[Identity, Catalogue]:
    """What the catalogue is called, and its practices, checked.

    Args:
        docs: the pages written by hand, the identity among them.
        folder: the practices.
        cache: what earlier builds read.
        address: where the site is read, if it is elsewhere than the identity says.

    Raises:
        InvalidCatalogue: when anything in any file is wrong.
        ValueError: a language of the catalogue is there only in part; says so in the words of the site.
    """
    refuse_symlinks(docs)
    identity = load_identity(docs / "katalog.yml", address=address)
    catalogue = load_catalogue(folder, cache)
    for fault in half_languages(identity, docs, Translations.load(ORIGINAL)):
        raise ValueError(fault)
    return identity, catalogue


def hand_written_in(docs: Path) -> frozenset[str]:
    """The addresses of all pages written by hand, in all languages."""
    folders = (page.parent.relative_to(docs).as_posix() for page in docs.rglob("index.md"))
    return frozenset(f"{folder}/".removeprefix("./") for folder in folders)


class Publication:
    """The sites of a catalogue in all its languages, and what they are made of.

    Args:
        catalogue: everything that was read, checked.
        identity: what the catalogue is called and whose it is.
        folder: the practices.
        day: the day of publication; consents are measured by it, and how long adoptions have been unconfirmed.
        cache: what earlier builds worked out.
        sections: the fields that pages written by hand may show.
        edition: which edition this is; see :class:`Site`.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        identity: Identity,
        folder: Path,
        day: date,
        cache: Cache,
        sections: Sections,
        **edition: Any,
    ) -> None:
        catalogue, self.ended = without_ended_consents(catalogue, day)
        self.sites = Site.in_languages(catalogue, identity, folder, day=day, **edition)
        self._cache = cache
        self.analysers: dict[str, AnalysedCatalogue] = {}
        """The catalogues whose texts had to be analysed, by language."""
        self._related: dict[str, Callable[[], RelatedPractices]] = {}
        self._plans = {language: self._plan(site, sections) for language, site in self.sites.items()}

    def recall(self) -> None:
        """Recall what earlier builds made of single practices also for pages that are made before all others."""
        for plan in self._plans.values():
            plan.recall()

    def prepare(self) -> None:
        """Do what every process that makes some of the parts would have to do, for each language."""
        for site in self.sites.values():
            site.renderer.compile_all()
        catalogue = self.sites[ORIGINAL].catalogue
        draw_ahead(catalogue.published, catalogue.places, self._cache, code_stamp(_PACKAGE))

    def parts(self, pages: Sequence[SourcePage]) -> Iterator[Planned]:
        """Every part that the catalogue makes, in all languages; of the pages written by hand what the search knows."""
        for language, plan in self._plans.items():
            yield from plan.parts()
            yield plan.other_pages([page for page in pages if page.language == language])

    def by_hand(self, pages: Sequence[SourcePage]) -> Iterator[Planned]:
        """The pages written by hand, with what the catalogue adds to them.

        Making one raises ``LookupError`` where it asks for fields that there are none of.
        """
        for language, plan in self._plans.items():
            yield from plan.by_hand([page for page in pages if page.language == language])

    def articles_by_hand(self, site: Site, pages: Sequence[SourcePage]) -> Iterator[PlannedArticle]:
        """Those of them in the language of a site, as articles."""
        return self._plans[site.language].articles_by_hand([page for page in pages if page.language == site.language])

    def related_rows(self) -> dict[str, Any]:
        """What is related to each practice, as rows that JSON can hold, by language."""
        return {language: related().rows for language, related in self._related.items()}

    def content_of(self, page: SourcePage) -> str:
        """The text of a page written by hand; see :meth:`SitePlan.content_of`."""
        return self._plans[page.language].content_of(page)

    def site_map(self, addresses: Sequence[str]) -> Planned:
        """The site map of the pages at some addresses, in all languages."""
        return next(iter(self._plans.values())).site_map(addresses)

    def dead_links(
        self, pages: Sequence[SourcePage], file_at: Callable[[str], Path | None], text_of: Callable[[SourcePage], str]
    ) -> Iterator[str]:
        """What to say of links written by hand that lead nowhere.

        Args:
            pages: the pages written by hand.
            file_at: where the file with an address lies, if the site has one.
            text_of: gives the Markdown of a page.
        """
        t = Translations.load(ORIGINAL)
        for page in pages:
            for link in dead_links(self.content_of(page), page.url, file_at):
                line, column = place_of(link, text_of(page))
                yield t("hand_links.dead", page=f"docs/{page.source}:{line}:{column}", link=link)

    def _plan(self, site: Site, sections: Sections) -> SitePlan:
        @cache
        def analysed() -> AnalysedCatalogue:
            with step("words"):
                found = self.analysers[site.language] = analyse(site.catalogue, self._cache)
            return found

        @cache
        def related() -> RelatedPractices:
            kind = f"related-to-all-{site.language}"
            key = fingerprint_of([code_stamp(_PACKAGE), site.shared_inputs, site.searched])
            kept = self._cache.get(kind, key)
            if found := related_from(site.catalogue, kept) if kept else None:
                return found
            with step("related"):
                found = analysed().related
            self._cache.keep(kind, key, found.rows)
            self._cache.save()
            return found

        def related_to(practice: Practice) -> Sequence[Related]:
            return related().to(practice)

        self._related[site.language] = related
        return SitePlan(site, code_stamp(_PACKAGE), sections, self._cache, analysed, related_to)
