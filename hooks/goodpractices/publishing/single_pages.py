"""Pages of which a site has one each, about no single practice: the form, the data, what the law asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..catalogue import Catalogue, Identity
from ..finding import Groups
from .addresses import AUDIT, DATA, FORM, GLOSSARY, PRIVACY, STATEMENT
from .downloads import Archive, Download
from .form import form_article
from .legal import Audit, audit_article, privacy_article, statement_article
from .pages import data_article, glossary_article
from .planned import PlannedArticle
from .rendering import Renderer


def reported_audit(audit: Audit | None, *, offline: bool) -> Audit | None:
    """The audit of the accessibility, where there is a page about it; the offline edition says the result alone."""
    return None if offline else audit


@dataclass(frozen=True, kw_only=True)
class SinglePages:
    """These pages in one language. A new page that stands alone joins ``articles``.

    ``archive`` and ``books`` are what the site hands out, ``design`` is what its pages are made with now.
    """

    catalogue: Catalogue
    groups: Groups
    identity: Identity
    renderer: Renderer
    offline: bool
    archive: Archive | None
    books: Sequence[Download]
    audit: Audit | None
    design: str

    def form(self) -> PlannedArticle:
        """The form, which an offline edition has in one language."""
        make = partial(form_article, self.identity, self.renderer, offline=self.offline)
        return PlannedArticle(FORM, (), make)

    def articles(self, all_listed: tuple[Any, ...]) -> Iterator[PlannedArticle]:
        """The others.

        Args:
            all_listed: what pages about all published practices follow from.
        """
        identity, renderer = self.identity, self.renderer
        stamps = [each.stamp for each in self.books], self.archive and self.archive.size
        data = partial(data_article, self.catalogue, self.groups, identity, self.archive, self.books, renderer)
        yield PlannedArticle(DATA, (*stamps, *all_listed), data)
        offline, design = self.offline, self.design
        audited = partial(statement_article, identity, self.audit, renderer, offline=offline, design=design)
        yield PlannedArticle(STATEMENT, (), audited)
        yield PlannedArticle(PRIVACY, (), partial(privacy_article, identity, renderer))
        yield PlannedArticle(GLOSSARY, (), partial(glossary_article, self.catalogue, renderer))
        if audit := reported_audit(self.audit, offline=offline):
            yield PlannedArticle(AUDIT, (), partial(audit_article, audit, renderer))
