"""Parts of a site that were planned, made."""

from collections.abc import Iterable, Iterator

from goodpractices.publishing import Site
from goodpractices.publishing.article import Article
from goodpractices.publishing.planned import PlannedArticle, PlannedFiles


def articles_of(planned: Iterable[PlannedArticle]) -> dict[str, Article]:
    """The articles by their addresses."""
    return {each.address: each.make() for each in planned}


def files_of(planned: Iterable[PlannedFiles]) -> dict[str, bytes]:
    """The files by their addresses."""
    return {address: b"".join(pieces) for each in planned for address, pieces in each.make()}


def about_many(sites: Iterable[Site]) -> Iterator[PlannedArticle | PlannedFiles]:
    """The parts of sites that are about more than one practice, or about none; the open data say everything."""
    for site in sites:
        yield from site.list_articles()
        yield from (each for each in site.files() if each.name != "data" and not each.name.startswith("form entries "))


def make(part: PlannedArticle | PlannedFiles) -> None:
    if isinstance(part, PlannedArticle):
        part.make()
    else:
        for _, pieces in part.make():
            b"".join(pieces)
