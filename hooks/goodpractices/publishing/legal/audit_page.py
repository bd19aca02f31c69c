"""The page about the audit: what was tried, with what, and what was found."""

from collections.abc import Iterator

from ...wording import Translations
from .. import phrasing
from ..addresses import AUDIT, AUDIT_RESULT
from ..article import Article
from ..rendering import Renderer
from .audit import NU, Audit


def audit_article(audit: Audit, renderer: Renderer) -> Article:
    """The page that tells of an audit."""
    t = renderer.t
    title = t("audit.title")
    content = renderer.render(
        "legal/audit.html",
        AUDIT,
        title=title,
        day=phrasing.day(audit.day, t),
        pages=audit.tried,
        looks=audit.looks,
        programs=[f"{name} {version}" for name, version in sorted(audit.versions.items())],
        has_markup=NU in audit.versions,
        windows=[*_windows(audit, t)],
        findings=[(each, [f"{each.program}: {each.rule}", *each.criteria]) for each in audit.findings],
        states=[t(f"audit.states.{name}") for name in audit.states],
        editions=[t(f"audit.editions.{name}") for name in sorted({each.edition for each in audit.tried}, reverse=True)],
        languages=[t.language_name(code) for code in sorted({each.language for each in audit.tried}, reverse=True)],
        result=AUDIT_RESULT,
    )
    return Article(AUDIT, title, t("audit.description"), content, "rules")


def _windows(audit: Audit, t: Translations) -> Iterator[str]:
    for window in audit.windows:
        width, _, scheme = window.partition("-")
        yield t("audit.window", width=width, scheme=t(f"audit.schemes.{scheme}"))
