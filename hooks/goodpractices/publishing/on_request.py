"""Single files of the site, each made when somebody asks for it, as whoever looks at one page of many does.

They are the files that a build would write, of the pages and of what stands beside those of practices. Files about the
whole catalogue are left to a build: nobody waits for them with a page open.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from ..catalogue import Practice
from ..finding import related_as_before
from .addresses import COMPARE
from .pages import SourcePage
from .planned import PlannedArticle, Written
from .publication import Publication
from .site import Site

KeptRelated = Mapping[str, Any]
"""What was related to each practice when it was last worked out: rows as a cache keeps them, by language."""


class OnRequest:
    """The files of a publication, one at a time.

    Args:
        publication: the site of today.
        pages: the pages written by hand.
        related: what was related to what in an earlier one; who is new there is related to nothing yet.
    """

    def __init__(self, publication: Publication, pages: Sequence[SourcePage], related: KeptRelated) -> None:
        self._publication = publication
        self._pages = pages
        self._related = related
        self._lists: dict[str, Mapping[str, PlannedArticle]] = {}

    def file_at(self, address: str) -> bytes | None:
        """The file at an address from the root of the site; ``None`` for one that is not made in this way.

        Raises:
            UnusablePicture: when a picture cannot be published.
            LookupError: a page written by hand asks for fields that there are none of.
        """
        if not address.endswith(".html"):
            return _file_among(self._beside_practices(address), address)
        for site, articles in self._articles(address):
            if article := articles.get(address):
                return _joined(site.page(article.make()))
        return _file_among(self._redirects(address), address)

    def examples(self) -> list[str]:
        """The addresses of one page of a practice and of the first list in each language.

        Who makes them has the templates compiled that most others need.
        """
        found = []
        for site in self._publication.sites.values():
            articles = site.practice_articles(site.catalogue.published, lambda _: ())
            found += [site.file_of(each) for each in (*islice(articles, 1), *islice(site.list_articles(), 1))]
        return found

    def _articles(self, address: str) -> Iterator[tuple[Site, Mapping[str, PlannedArticle]]]:
        """Articles of each site by the addresses of their files, those first that are found sooner."""
        sites = self._sites_for(address)
        yield from ((site, self._pages_of_practices(site, address)) for site in sites)
        yield from ((site, self._other_pages(site)) for site in sites)

    def _sites_for(self, address: str) -> list[Site]:
        """The sites, first that in the language of an address: the others are asked only where it has no such page."""
        return sorted(
            self._publication.sites.values(),
            key=lambda site: address.startswith(site.links.localized("") or "/"),
            reverse=True,
        )

    def _pages_of_practices(self, site: Site, address: str) -> Mapping[str, PlannedArticle]:
        """The pages of the practices that an address names, by the addresses of their files."""
        related_to = partial(related_as_before, site.catalogue, self._related.get(site.language))
        articles = site.practice_articles(_named_in(address, site), related_to)
        return {site.file_of(each): each for each in articles}

    def _other_pages(self, site: Site) -> Mapping[str, PlannedArticle]:
        """Lists, single pages and those written by hand in one language, by the addresses of their files."""
        if site.language not in self._lists:
            articles = (*site.list_articles(), *self._publication.articles_by_hand(site, self._pages))
            self._lists[site.language] = {site.file_of(each): each for each in articles}
        return self._lists[site.language]

    def _beside_practices(self, address: str) -> Iterator[Written]:
        """Files of the practices that an address names: for the comparison by any name, else beside their pages."""
        for site in self._publication.sites.values():
            named = _named_in(address, site)
            if address.startswith(site.links.localized(COMPARE)):
                found = site.compared_files([*named, *_formerly_named_in(address, site.catalogue.published)])
            else:
                found = site.practice_files(named)
            for files in found:
                yield from files.make()

    def _redirects(self, address: str) -> Iterator[Written]:
        for site in self._publication.sites.values():
            for files in site.redirects(_formerly_named_in(address, site.catalogue.practices.values())):
                yield from files.make()


def _named_in(address: str, site: Site) -> list[Practice]:
    parts = frozenset(address.split("/"))
    return [each for each in site.catalogue.published if each.id in parts]


def _formerly_named_in(address: str, practices: Iterable[Practice]) -> list[Practice]:
    parts = frozenset(address.split("/"))
    return [each for each in practices if not parts.isdisjoint(each.former_ids)]


def _file_among(files: Iterable[Written], address: str) -> bytes | None:
    return next((_joined(each) for each in files if each[0] == address), None)


def _joined(file: Written) -> bytes:
    return b"".join(file[1])
