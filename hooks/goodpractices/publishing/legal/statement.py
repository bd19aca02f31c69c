"""The declaration of accessibility and the page about privacy, from what the office says and the last audit found.

Nothing is made up: what the office has not said yet is asked for on the page, and nobody types in the status.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...catalogue import Identity
from ...wording import Translations
from .. import phrasing
from ..addresses import AUDIT, PRIVACY, STATEMENT
from ..article import Article
from ..rendering import Renderer
from .audit import Audit

# What scripts keep in the browser, by the end of its name there, and the words that say why.
_KEPT = (("motyw", "theme"), ("porownanie", "compared"), ("zglos.szkic", "draft"), ("zglos.karta", "tab"))


@dataclass(frozen=True, slots=True)
class _Day:
    """A day with the id that the official conditions give its element; ``iso`` is empty while it is not known."""

    id: str
    label: str
    iso: str
    words: str


def status_of(audit: Audit | None, checked_by_hand: date | None) -> str:
    """How far the site conforms: ``unknown``, ``none``, ``partial``, ``unchecked`` or ``full``.

    A program sees a part of the faults only, so without a check by people nothing found is ``unchecked``, which is
    declared as partial; ``none`` is when most of the pages break a criterion.
    """
    if audit is None or not audit.is_whole:
        return "unknown"
    faulty = {(finding.edition, finding.address) for finding in audit.breaking_wcag}
    if 2 * len(faulty) > len(audit.tried):
        return "none"
    if faulty:
        return "partial"
    return "full" if checked_by_hand else "unchecked"


def missing_facts(identity: Identity) -> list[str]:
    """The keys of ``docs/katalog.yml`` that the legal pages ask for."""
    own = [name for name in ("owner", "contact", "address") if getattr(identity, name) is None]
    wanted = ("unit", "phone", "published", "changed", "drawn_up", "building", "data_protection", "server_logs")
    return own + [f"legal.{name}" for name in wanted if getattr(identity.legal, name) is None]


def statement_article(
    identity: Identity, audit: Audit | None, renderer: Renderer, *, offline: bool, design: str = ""
) -> Article:
    """The page ``deklaracja-dostepnosci/``, with the ids of the official conditions.

    ``design`` is what these pages are made with; an audit of another one is reported as such.
    """
    t, legal = renderer.t, identity.legal
    title = t("accessibility.title")
    content = renderer.render(
        "legal/statement.html",
        STATEMENT,
        title=title,
        identity=identity,
        legal=legal,
        email=legal.email or identity.contact,
        site=None if offline else identity.page_address(renderer.links.localized("")),
        days={day.id: day for day in _days(identity, t)},
        status=status_of(audit, legal.checked_by_hand),
        rules=sorted({finding.rule for finding in audit.breaking_wcag}) if audit else [],
        audited=phrasing.day(audit.day, t) if audit else None,
        outdated=audit is not None and audit.design != design,
        checked=phrasing.day(legal.checked_by_hand, t) if legal.checked_by_hand else None,
        report=AUDIT if audit and not offline else None,
    )
    return Article(STATEMENT, title, t("accessibility.description"), content, "rules")


def _days(identity: Identity, t: Translations) -> Iterator[_Day]:
    legal = identity.legal
    for name, value in (
        ("publikacja", legal.published),
        ("aktualizacja", legal.changed),
        ("sporzadzenie", legal.drawn_up),
        ("przeglad", legal.last_review),
    ):
        label = t(f"accessibility.days.{name}")
        yield _Day(
            f"a11y-data-{name}", label, value.isoformat() if value else "", phrasing.day(value, t) if value else ""
        )


def privacy_article(identity: Identity, renderer: Renderer) -> Article:
    """The page ``prywatnosc/``: what is kept and where, who answers for it, and how to reach them."""
    title = renderer.t("privacy.title")
    content = renderer.render(
        "legal/privacy.html", PRIVACY, title=title, identity=identity, legal=identity.legal, kept=_KEPT
    )
    return Article(PRIVACY, title, renderer.t("privacy.description"), content, "rules")
