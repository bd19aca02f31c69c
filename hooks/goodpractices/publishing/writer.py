"""The site on disk: its pages, and the files beside them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..catalogue import Practice, gathered
from ..finding import OTHER_PAGES, AnalysedCatalogue, OtherPage, other_pages
from .addresses import SEARCH
from .article import Article
from .site import Site, Written


def write_site(site: Site, analysed: AnalysedCatalogue, folder: Path) -> list[str]:
    """Write every generated page and file into a folder: pages first, which need what is related, then the rest.

    Returns:
        The addresses of the pages.

    Raises:
        UnusablePicture: when a picture cannot be published.
        OSError: when a file cannot be written.
    """
    _ = analysed.related  # once, before several processes ask for it

    def write_practices(practices: Sequence[Practice]) -> list[str]:
        _write(site.practice_files(practices), folder)
        return _write_articles(site, site.practice_articles(practices, analysed), folder)

    addresses = list(gathered(write_practices, site.catalogue.published))
    addresses += _write_articles(site, site.list_articles(), folder)
    _write(site.files(), folder)
    _write(site.search_files(analysed.index), folder)
    return addresses


def write_other_pages(site: Site, pages: Iterable[OtherPage], folder: Path) -> None:
    """Write what the search of a language knows of its pages written by hand.

    Raises:
        OSError: when the file cannot be written.
    """
    _write([(site.links.localized(SEARCH) + OTHER_PAGES, [other_pages(pages)])], folder)


def _write_articles(site: Site, articles: Iterable[Article], folder: Path) -> list[str]:
    """Write the pages of articles; gives their addresses but for that of a page nobody is led to."""
    addresses = []
    for article in articles:
        _write([site.page(article)], folder)
        if not article.is_lost:
            addresses.append(site.links.localized(article.address))
    return addresses


def _write(files: Iterable[Written], folder: Path) -> None:
    for address, pieces in files:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(pieces)
