"""Everything that one site is made of, each part with a key of all that it follows from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import Any

from ..catalogue import Cache, Practice, fingerprint_of, step
from ..finding import OTHER_PAGES, AnalysedCatalogue, OtherPage, Related, other_pages
from ..wording import Translations
from .addresses import SEARCH
from .article import Article
from .pages import HandWritten, Heading, Sections, SourcePage, places_to_find
from .planned import Planned, PlannedArticle, PlannedFiles, Written
from .site import Site

_COLUMNS = 4

RelatedTo = Callable[[Practice], Sequence[Related]]


class SitePlan:
    """The parts of the site in one language.

    Args:
        site: the site.
        base: the hash of the code.
        sections: the fields that pages written by hand may show.
        cache: what earlier builds made.
        analysed: gives the catalogue with its texts analysed; asked for only if something follows from it anew.
        related_to: gives what is related to a practice.
    """

    def __init__(
        self,
        site: Site,
        base: str,
        sections: Sections,
        cache: Cache,
        analysed: Callable[[], AnalysedCatalogue],
        related_to: RelatedTo,
    ) -> None:
        self._site = site
        self._sections = sections
        self._code = base
        self._cache = cache
        self._analysed = analysed
        self._related_to = related_to

    @cached_property
    def _base(self) -> str:
        return fingerprint_of([self._code, self._site.language, self._site.shared_inputs])

    def recall(self) -> None:
        """Let the site recall what earlier builds made of single practices, and keep what it makes."""
        self._site.pieces.keep_in(self._cache, self._base)

    def parts(self) -> Iterator[Planned]:
        """All generated pages and files: those of single practices first, which are the most."""
        site, published = self._site, self._site.catalogue.published
        self.recall()
        yield from map(self._files, site.practice_files(published))
        yield from map(self._files, site.compared_files(published))
        yield from map(self._page, site.practice_articles(published, self._related_to))
        yield from self._recalled("lists", self._listed, lambda: map(self._page, site.articles_of_listed()))
        yield from map(self._page, site.upkeep.articles())
        yield from map(self._files, site.files(self._cache, self._base))
        yield self._files(PlannedFiles("search", site.searched, self._search, is_large=True))

    def by_hand(self, pages: Sequence[SourcePage]) -> Iterator[Planned]:
        """The pages written by hand, with what the catalogue adds to them."""
        yield from map(self._page, self.articles_by_hand(pages))

    def articles_by_hand(self, pages: Sequence[SourcePage]) -> Iterator[PlannedArticle]:
        """The same as articles."""
        for page in pages:
            address = self._site.original_address(page.url.removesuffix("index.html"), self._site.hand_written)
            inputs = (page.to_json(), *(() if address else self._site.all_listed))
            yield PlannedArticle(address, inputs, partial(self._by_hand, page, address))

    def other_pages(self, pages: Sequence[SourcePage]) -> Planned:
        """What the search knows of places that took something over or gave it, and of pages written by hand."""
        site = self._site
        address = site.links.localized(SEARCH) + OTHER_PAGES
        places = places_to_find(site.catalogue, site.links, Translations.load(site.language))

        def make() -> Iterator[Written]:
            by_hand = [OtherPage(each.url, each.title, self.content_of(each)) for each in pages]
            yield address, [other_pages([*places, *by_hand])]

        inputs = [[(each.address, each.title) for each in places], *(each.to_json() for each in pages)]
        return self._files(PlannedFiles("other pages", inputs, make))

    def content_of(self, page: SourcePage) -> str:
        """The text of a page written by hand, with the links and the typography of the site.

        Raises:
            LookupError: the page asks for fields that there are none of.
        """
        return self._site.with_own_links(page.html, self._sections)

    def site_map(self, addresses: Sequence[str]) -> Planned:
        """The site map of the pages at some addresses in all languages; no file where the site has no address."""
        base = self._site.identity.page_address("")
        is_wanted = base and not self._site.offline

        def make() -> Iterator[Written]:
            if base and is_wanted:
                yield "sitemap.xml", [self._site.site_map(base, addresses).encode()]

        return self._files(PlannedFiles("site map", (sorted(addresses), *self._site.all_listed), make))

    @property
    def _listed(self) -> tuple[Any, ...]:
        """What the pages follow from that show what pages about many practices may."""
        catalogue, books = self._site.catalogue, self._site.downloads.books()
        shown = [
            (each.id, catalogue.fingerprint(each.id).listed) for each in (*catalogue.published, *catalogue.withdrawn)
        ]
        return shown, [each.stamp for each in books]

    def _recalled(self, name: str, inputs: Any, plan: Callable[[], Iterable[Planned]]) -> Iterator[Planned]:
        """Parts as an earlier build planned them from the same; they are planned anew only where one has to be made."""
        kind, key = f"plan-{self._site.pieces.edition}-{name}", fingerprint_of([self._base, inputs])
        kept = self._cache.get(kind, key)
        if not _are_plans(kept):
            parts = [*plan()]
            self._cache.keep(kind, key, [[each.name, each.key, each.page, each.is_large] for each in parts])
            yield from parts
            return
        anew = cache(lambda: {part.name: part for part in plan()})

        def make(part: str) -> Iterable[Written]:
            return anew()[part].make()

        for part, its_key, page, is_large in kept:
            yield Planned(part, its_key, partial(make, part), page, is_large)

    def _search(self) -> Iterator[Written]:
        with step("search"):
            yield from self._site.search_files(self._analysed().index)

    def _by_hand(self, page: SourcePage, address: str) -> Article:
        headings = [Heading(*each) for each in page.headings]
        handed_over = HandWritten(address, page.title, self.content_of(page), headings, page.meta)
        return self._site.written_by_hand(handed_over)

    def _page(self, article: PlannedArticle) -> Planned:
        name = f"{self._site.language} page {article.address}"
        is_lost = article.is_lost
        languages = self._site.languages_of("" if is_lost else article.address)
        return Planned(
            name,
            self._key(name, [article.inputs, languages]),
            lambda: [self._site.page(article.make())],
            None if is_lost else self._site.links.localized(article.address),
        )

    def _files(self, files: PlannedFiles) -> Planned:
        name = f"{self._site.language} {files.name}"
        return Planned(name, self._key(name, files.inputs), files.make, is_large=files.is_large)

    def _key(self, name: str, inputs: Any) -> str:
        return fingerprint_of([self._base, name, inputs])


def _are_plans(kept: object) -> bool:
    return isinstance(kept, list) and all(isinstance(each, list) and len(each) == _COLUMNS for each in kept)
