"""The site on disk: shells filled with articles, and the files beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..catalogue import Practice, gathered
from ..finding import OTHER_PAGES, RelatedPractices, SearchIndex, other_pages
from ..wording import ORIGINAL
from .addresses import SEARCH
from .article import Article
from .shell import Shell
from .site import Site, Written

Shells = Mapping[tuple[str, str, int], Shell]
"""A shell for each language, section and depth."""


def write_site(site: Site, shells: Shells, index: SearchIndex, folder: Path) -> list[str]:
    """Write every generated page and file into a folder.

    Returns:
        The addresses of the pages.

    Raises:
        UnusablePicture: when a picture cannot be published.
        OSError: when a file cannot be written.
    """
    related = RelatedPractices(site.catalogue, index.distinctive_words)

    def write_practices(practices: Sequence[Practice]) -> list[str]:
        _write(site.practice_files(practices), folder)
        return _write_articles(site, site.practice_articles(practices, related), shells, folder)

    addresses = list(gathered(write_practices, site.catalogue.published))
    addresses += _write_articles(site, site.list_articles(), shells, folder)
    _write(site.files(), folder)
    _write(((site.links.localized(SEARCH) + name, [data]) for name, data in index.files.items()), folder)
    return addresses


def write_other_pages(sites: Mapping[str, Site], entries: Sequence[Mapping[str, str]], folder: Path) -> None:
    """Write what the search of each language knows of pages written by hand.

    ``entries`` are those of the generator's own index.

    Raises:
        OSError: when the file cannot be written.
    """
    by_language: dict[str, list[Mapping[str, str]]] = {language: [] for language in sites}
    for entry in entries:
        first = entry["location"].partition("/")[0]
        by_language[first if first in sites else ORIGINAL].append(entry)
    for language, own in by_language.items():
        _write([(sites[language].links.localized(SEARCH) + OTHER_PAGES, [other_pages(own)])], folder)


def _write_articles(site: Site, articles: Iterable[Article], shells: Shells, folder: Path) -> list[str]:
    addresses = []
    for article in articles:
        address = site.links.localized(article.address)
        shell = shells[site.language, article.section, address.count("/")]
        shared = replace(article, picture=article.picture or site.picture)
        page = shell.fill(shared, address, site.switch(article.address))
        _write([(f"{address}index.html", [page.encode()])], folder)
        addresses.append(address)
    return addresses


def _write(files: Iterable[Written], folder: Path) -> None:
    for address, pieces in files:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(pieces)
