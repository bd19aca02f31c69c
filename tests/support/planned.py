"""Parts of a site that were planned, made."""

from collections.abc import Iterable

from goodpractices.publishing.article import Article
from goodpractices.publishing.planned import PlannedArticle, PlannedFiles


def articles_of(planned: Iterable[PlannedArticle]) -> dict[str, Article]:
    """The articles by their addresses."""
    return {each.address: each.make() for each in planned}


def files_of(planned: Iterable[PlannedFiles]) -> dict[str, bytes]:
    """The files by their addresses."""
    return {address: b"".join(pieces) for each in planned for address, pieces in each.make()}
