"""The whole site as values: every article and every file, from a checked catalogue."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from ..catalogue import (
    Cache,
    Catalogue,
    Identity,
    Practice,
    fingerprint_of,
    in_language,
    licences_of,
    shared_records,
)
from ..finding import Groups, Related, SearchIndex, group_practices, map_places, time_line
from ..wording import ORIGINAL, Translations, bind_short_words_in_html
from .addresses import (
    AUDIT_RESULT,
    MAP,
    PRACTICES,
    TIMELINE,
    Links,
    list_start,
    picture_address,
    practice_address,
)
from .article import Article
from .data_parts import DataParts
from .downloads import NOTHING, Archive, Downloads
from .form import data_address, form_data, gazetteer_files, gazetteer_stamp
from .frame import DEFAULT_SETTINGS, Frame, PageSettings, lost_address
from .legal import Audit, audit_to_earl
from .own_links import own_links
from .pages import (
    CardPicture,
    Cards,
    CataloguePage,
    ChoosingPages,
    HandWritten,
    HomeParts,
    Lists,
    MapPage,
    Sections,
    TimelinePages,
    UpkeepPages,
    compared_files,
    draw,
    fill_field_guide,
    home_article,
    home_fragment,
    home_hero,
    prose_article,
)
from .pieces import Pieces
from .planned import PlannedArticle, PlannedFiles, Written
from .practice_parts import PracticeParts
from .rendering import Renderer
from .single_pages import SinglePages, reported_audit
from .site_map import site_map
from .upkeep import Upkeep


class Site:
    """One edition of the site in one language; ``archive`` is the other edition, packed, if this one hands it out, and
    ``downloads`` what else it does.

    ``audit`` is the last one of the accessibility, and ``design`` what the pages are made with now. ``day`` is that of
    publication. Files that are the same for all languages belong to the site in Polish.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        identity: Identity,
        folder: Path,
        *,
        offline: bool = False,
        archive: Archive | None = None,
        downloads: Downloads = NOTHING,
        language: str = ORIGINAL,
        audit: Audit | None = None,
        design: str = "",
        hand_written: Collection[str] = (),
        settings: PageSettings = DEFAULT_SETTINGS,
        day: date | None = None,
        upkeep: Upkeep | None = None,
    ) -> None:
        catalogue, identity = in_language(catalogue, language), identity.in_language(language)
        self.catalogue, self.identity, self.language = catalogue, identity, language
        self.others: tuple[Site, ...] = ()
        self.offline = offline
        self.archive = archive
        self.downloads = downloads
        self.audit = audit
        self._design = design
        self.hand_written = hand_written
        self._settings = settings
        links = own_links(catalogue, offline=offline, hand_written=hand_written, has_form=self._has_form)
        self.renderer = Renderer(Translations.load(language), links)
        self.pieces = Pieces(catalogue, f"{language}-offline" if offline else language)
        self._cards = Cards(catalogue, self.renderer, self.pieces)
        shared = catalogue, identity, self.renderer
        self._parts = PracticeParts(*shared, self._cards, folder, downloads, offline=offline, day=day)
        self._catalogue_page = CataloguePage(catalogue, self._cards, self.renderer)
        self.upkeep = UpkeepPages(self.catalogue, upkeep, self.renderer)
        self._frame = Frame(*shared, offline=offline, archive=archive, picture=self.picture, settings=settings)

    @classmethod
    def in_languages(cls, catalogue: Catalogue, identity: Identity, folder: Path, **edition: Any) -> "dict[str, Site]":
        """The same edition in each language of the catalogue, each knowing the others."""
        sites = {each: cls(catalogue, identity, folder, language=each, **edition) for each in identity.languages}
        for site in sites.values():
            site.others = tuple(each for each in sites.values() if each is not site)
        return sites

    @cached_property
    def _groups(self) -> Groups:
        return group_practices(self.catalogue)

    @cached_property
    def _map(self) -> MapPage:
        return MapPage(self.catalogue, map_places(self.catalogue, self._groups), self.renderer)

    @cached_property
    def _data(self) -> DataParts:
        return DataParts(self.catalogue, self._groups, self.identity, self.renderer, self.offline)

    @property
    def links(self) -> Links:
        """The links of this language."""
        return self.renderer.links

    @property
    def picture(self) -> str:
        """Where the picture stands that is shown of pages without one of their own."""
        return picture_address(self.links.localized(""))

    @property
    def is_original(self) -> bool:
        """Whether this is the site in Polish, from which the others are translated."""
        return self.language == ORIGINAL

    def switch(self, address: str) -> str:
        """What leads from a page to the same page in other languages; the address is the Polish one.

        A list may be longer in one language than in another, so its further pages lead to where it begins.
        """
        root, there = self.links.to_root(address), list_start(address)
        pages = [
            {
                "language": other.language,
                "name": Translations.load(other.language)("language.name"),
                "link": root + other.links.from_root(there),
            }
            for other in self._others_with(address)
        ]
        return self.renderer.render("languages.html", address, pages=pages)

    def page(self, article: Article) -> Written:
        """The whole page of an article, frame included."""
        html = self._frame.page(article, self.switch("" if article.is_lost else article.address))
        return self.file_of(article), [html.encode()]

    def file_of(self, article: Article | PlannedArticle) -> str:
        """Where the file of an article stands on the whole site."""
        return self.links.localized(article.address) + ("" if article.is_lost else "index.html")

    def written_by_hand(self, page: HandWritten) -> Article:
        """A page written by hand as an article, the home page with what the catalogue adds to it."""
        if not page.is_home:
            return prose_article(page, self.identity.description, self.renderer)
        edition = self.renderer.t("edition.offline_home") if self.offline else None
        parts = HomeParts(self.hero(), self.home(), self._frame.state, edition)
        return home_article(page, self.identity.description, parts, self.renderer)

    def header_scripts(self) -> tuple[str, dict[str, str]]:
        """What scripts alone use of the header, and header and footer of an offline edition, which a script brings."""
        return self._frame.script_only(), self._frame.offline_parts() if self.offline else {}

    def lost(self) -> Article:
        """The page for wrong addresses in this language."""
        title = self.renderer.t("chrome.not_found_title")
        address = lost_address(self.links.localized(""))
        content = self.renderer.render("frame/lost.html", address, search=PRACTICES, elsewhere=self.lost_elsewhere())
        return Article(address, title, self.identity.description, content, "", is_lost=True)

    def lost_elsewhere(self) -> list[dict[str, str]]:
        """What that page says to readers of the other languages, each beside the link to their home page."""
        root = self.links.to_root("")
        return [
            {
                "language": other.language,
                "title": other.renderer.t("chrome.not_found_title"),
                "label": other.renderer.t("chrome.not_found_home"),
                "link": root + other.links.from_root(""),
            }
            for other in self.others
        ]

    def has(self, address: str) -> bool:
        """Whether there is a page in this language; the address is the Polish one."""
        if address.startswith(TIMELINE) and address not in self._timeline_addresses:
            return False
        return address not in self.links.missing and (self.is_original or self.links.localized(address) != address)

    def languages_of(self, address: str) -> list[str]:
        """The other languages that a page leads to; its address is the Polish one."""
        return [other.language for other in self._others_with(address)]

    def _others_with(self, address: str) -> list["Site"]:
        return [other for other in self.others if other.has(list_start(address))]

    def original_address(self, address: str, addresses: Iterable[str]) -> str:
        """The Polish address of a page of this language, which is one of some; its own where it has none."""
        others = (each for each in sorted(addresses) if each != address)
        return next((each for each in others if self.links.localized(each) == address), address)

    def home(self) -> str:
        """The generated part of the home page."""
        return home_fragment(self.catalogue, self._cards, self.renderer)

    def hero(self) -> str:
        """The part of the home page beside its search box."""
        return self._map.hero() or home_hero(self.catalogue, self._groups, self.renderer)

    def with_own_links(self, html: str, field_sections: Sections) -> str:
        """The content of a page written by hand, with the typography and the links of the generated ones.

        Raises:
            LookupError: the page asks for fields that there are none of.
        """
        filled = fill_field_guide(html, field_sections, self.catalogue, self.renderer)
        return self.links.explicit(bind_short_words_in_html(filled) if self.is_original else filled)

    def practice_articles(
        self, practices: Iterable[Practice], related_to: Callable[[Practice], Sequence[Related]]
    ) -> Iterator[PlannedArticle]:
        """The pages of published practices, and those of their texts that are easy to read."""
        return self._parts.articles(filter(self._is_translated, practices), related_to)

    def practice_files(self, practices: Iterable[Practice]) -> Iterator[PlannedFiles]:
        """The files beside the pages of practices."""
        return self._parts.files(filter(self._is_translated, practices))

    def compared_files(self, practices: Iterable[Practice]) -> Iterator[PlannedFiles]:
        """What the comparison loads of published practices, in Polish where nobody translated them."""
        return compared_files(practices, self.catalogue, self._cards, self.renderer)

    def redirects(self, practices: Iterable[Practice]) -> Iterator[PlannedFiles]:
        """What leads from the addresses that the pages of practices had to those they have."""
        return self._parts.redirects(practices)

    def list_articles(self) -> Iterator[PlannedArticle]:
        """Every other generated page: lists, what withdrawn practices leave, and those about the catalogue itself."""
        yield from self.articles_of_listed()
        yield from self.upkeep.articles()

    def articles_of_listed(self) -> Iterator[PlannedArticle]:
        """The pages that follow from what pages about many practices may show of each."""
        for practice in filter(self._is_translated, self.catalogue.withdrawn):
            inputs = (self.catalogue.fingerprint(practice.id).listed,)
            yield PlannedArticle(practice_address(practice.id), inputs, partial(self._withdrawn, practice))
        yield from self._catalogue_page.articles()
        yield from self._single_pages()
        yield from self._timeline.articles()
        yield from self._choosing.articles()
        yield from self._lists.articles()

    @cached_property
    def _lists(self) -> Lists:
        return Lists(self.catalogue, self._groups, self._cards, self.renderer)

    @cached_property
    def _choosing(self) -> ChoosingPages:
        return ChoosingPages(self.catalogue, self.identity, self._groups, self._cards, self.renderer, self.all_listed)

    @cached_property
    def _timeline(self) -> TimelinePages:
        published = self.catalogue.published
        in_polish = self._cards.elsewhere(published, TIMELINE, TIMELINE)
        line = time_line(self._cards.listed(published))
        return TimelinePages(self.catalogue, line, self.renderer, in_polish, self.all_listed)

    @cached_property
    def _timeline_addresses(self) -> frozenset[str]:
        return frozenset(each.address for each in self._timeline.articles())

    def _single_pages(self) -> Iterator[PlannedArticle]:
        single = SinglePages(
            catalogue=self.catalogue,
            groups=self._groups,
            identity=self.identity,
            renderer=self.renderer,
            offline=self.offline,
            archive=self.archive,
            books=self.downloads.books(),
            audit=self.audit,
            design=self._design,
        )
        yield PlannedArticle(MAP, self._map.inputs, self._map.article)
        if self._has_form:
            yield single.form()
        yield from single.articles(self.all_listed)
        if not self.offline:  # there is no server to show a page for wrong addresses
            yield PlannedArticle(lost_address(self.links.localized("")), (), self.lost, is_lost=True)

    @cached_property
    def shared_inputs(self) -> Any:
        """What every page of this language follows from, beside the code and the pages written by hand."""
        archive = self.archive.stamp if self.archive else None
        records = fingerprint_of(shared_records(self.catalogue))
        audit = audit_to_earl(self.audit) if self.audit else ""
        edition = self.offline, archive, audit, self._design, repr(self._settings), sorted(self.hand_written)
        licences = [each.id for each in licences_of(self.catalogue.published, self.identity)]
        return [records, repr(self.identity), licences, edition]

    @cached_property
    def all_listed(self) -> tuple[Any, ...]:
        """What pages about all published practices follow from."""
        return (fingerprint_of(self._cards.inputs(self.catalogue.published)),)

    def files(self, cache: Cache | None = None, base: str = "") -> Iterator[PlannedFiles]:
        """Files about the whole catalogue: open data, the packed edition and redirects.

        Args:
            cache: what earlier builds made of single practices.
            base: the hash of what everything in this language follows from.
        """
        if self._parts.are_shared:
            yield PlannedFiles("picture", (), self._own_picture)
        if self._has_form:
            data = partial(form_data, self.catalogue, self.identity, self.renderer.t)
            yield PlannedFiles("form", self.all_listed, lambda: [(data_address(self.language), data())])
            if self.is_original:
                yield PlannedFiles("gazetteer", gazetteer_stamp(), gazetteer_files)
        yield PlannedFiles("cards", self.all_listed, lambda: self._lists.prepared(), is_large=True)  # unmade till then
        yield PlannedFiles("rows", self.all_listed, self._catalogue_page.prepared, is_large=True)
        yield from self._choosing.files()
        yield from self.upkeep.files()
        if self.is_original:
            yield from self._data.files(cache or Cache(None), base, self.all_listed)
            yield from self._shared_files()

    def _own_picture(self) -> Iterator[Written]:
        words = self.identity.name, self.identity.description, self.identity.publisher
        yield self.picture, [draw(CardPicture(self.identity.tagline, *words))]

    def _shared_files(self) -> Iterator[PlannedFiles]:
        if audit := reported_audit(self.audit, offline=self.offline):
            yield PlannedFiles("audit", (), lambda: [(AUDIT_RESULT, [audit_to_earl(audit).encode()])])
        if archive := self.archive:
            yield PlannedFiles("offline edition", (archive.stamp,), archive.files)
        for book in self.downloads.books():
            yield PlannedFiles(book.address, (book.stamp,), book.files)
        yield from self.redirects((*self.catalogue.withdrawn, *self.catalogue.published))

    @cached_property
    def searched(self) -> tuple[Any, ...]:
        """What the search follows from."""
        found = [(each.id, self.catalogue.fingerprint(each.id)) for each in self.catalogue.published]
        return ([(practice_id, each.listed, each.own, each.stories.get(self.language)) for practice_id, each in found],)

    def search_files(self, index: SearchIndex) -> Iterator[Written]:
        """The index of the search with the rows that show its practices."""
        return self._catalogue_page.search_files(index)

    def site_map(self, base: str, addresses: Iterable[str]) -> str:
        """The site map of the pages at some addresses in all languages."""
        links = {each.language: each.links for each in (self, *self.others)}
        return site_map(base, addresses, self.catalogue, self._groups, links)

    @property
    def _has_form(self) -> bool:
        """Whether there is a form in this language; entries are Polish, so one is enough offline."""
        return self.is_original or not self.offline

    def _is_translated(self, practice: Practice) -> bool:
        return self.catalogue.is_translated(practice.id)

    def _withdrawn(self, practice: Practice) -> Article:
        address = practice_address(practice.id)
        content = self.renderer.render("withdrawn.html", address, practice=practice)
        return Article(
            address, practice.title, practice.editorial.reason or practice.title, content, "practices", "practice"
        )
