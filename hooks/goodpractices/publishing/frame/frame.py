"""The frame of every page: what stands before, around and behind its own part, in one language of one edition."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from ...catalogue import Catalogue, Identity, licences_of
from ...finding import state_date
from ...wording import Translations
from .. import phrasing
from ..addresses import FORM, PRACTICES, SEARCH
from ..article import Article
from ..downloads import Archive
from ..rendering import Renderer
from ..styles import FOR_ALL, FOR_PAPER, styles_of
from .assets import EARLY_SCRIPT, offline_script, page_script
from .lost import from_root
from .menus import MENU, footer_columns
from .policy import policy_of_page

SAID_BY_HEADER_SEARCH = (
    "search.begin",
    "search.count",
    "search.none",
    "search.lead_on",
    "search.all_results",
    "search.similar",
    "search.without",
    "search.failed",
    "catalogue.did_you_mean",
)
"""Keys of what the search of the header says, plural forms among it."""

_INDENT = re.compile(r"\n\s+")
# Stands in a header for what leads to other languages, which each page has of its own; no text holds it.
_LANGUAGES = Markup("\0")


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What the generator says of every page.

    Attributes:
        icon: the address of the icon, from the root of the site.
        has_policy: whether pages say what they may load; not where the generator's own preview puts a script on them.
    """

    icon: str = "assets/images/favicon.svg"
    has_policy: bool = True


_IN_MENU = frozenset(address for _, address in MENU)

DEFAULT_SETTINGS = PageSettings()


class Frame:
    """The frame in one language of one edition. The same article gets the same page whatever was made before it."""

    def __init__(
        self,
        catalogue: Catalogue,
        identity: Identity,
        renderer: Renderer,
        *,
        offline: bool,
        archive: Archive | None,
        picture: str,
        settings: PageSettings,
    ) -> None:
        self._identity = identity
        self._renderer = renderer
        self._offline = offline
        self._picture = picture
        self._icon = settings.icon
        self._has_policy = settings.has_policy
        self._t = renderer.t
        self._state = _state(catalogue, renderer.t, offline=offline)
        self._columns = footer_columns(archive, renderer.t)
        self._licence, *others = licences_of(catalogue.published, identity)
        self._has_others = bool(others)
        self._made: dict[tuple[str, ...], str] = {}

    @property
    def state(self) -> str | None:
        """The day the content is of and, in a copy that nobody brings up to date, that it is one."""
        return self._state

    def page(self, article: Article, languages: str) -> str:
        """The whole page of an article.

        Args:
            article: what the page is about.
            languages: a finished fragment that leads to it in other languages.
        """
        here = article.address
        html = self._renderer.render(
            "frame/page.html",
            here,
            article=article,
            offline=self._offline,
            policy=self._policy(article),
            canonical=self._canonical(article),
            name=self._identity.name,
            picture=self._identity.page_address(article.picture or self._picture),
            icon=self._icon,
            styles=(FOR_ALL, styles_of(article.styles)),
            paper=FOR_PAPER,
            early=EARLY_SCRIPT,
            script=page_script(self._t.language),
            head=Markup(article.head),  # noqa: S704 - finished fragments, as their type says
            foot=Markup(article.foot),  # noqa: S704
            content=Markup(unindented(article.content)),  # noqa: S704
            header=Markup(self._header(article, languages)),  # noqa: S704
            footer=Markup(self._footer(here)),  # noqa: S704
        )
        return from_root(html, self._renderer.links.localized(here), self._identity.root) if article.is_lost else html

    def offline_parts(self) -> dict[str, str]:
        """The header and the footer of all pages of the offline edition, which one script puts around them.

        Their addresses are written from the root of the site.
        """
        target = self._renderer.links.from_root
        icon = f'<link rel="icon" href="{target(self._icon)}" type="image/svg+xml">\n'
        address = '<p class="print-address wrap" data-print-address></p>\n'
        return {
            "header": icon + self._whole_header(target, here="", section="", languages=""),
            "footer": address + self._whole_footer(target, self._state),
        }

    def script_only(self) -> str:
        """What scripts alone use of the header, once for all pages, its addresses from the root of the site."""
        links = self._renderer.links
        return self._render(
            "frame/script_only.html",
            search=links.from_root(PRACTICES),
            parts=links.localized(SEARCH),
            said=_said(self._t),
        )

    def _policy(self, article: Article) -> str:
        """What the page of an article may load; the form alone may send something."""
        receiving_address = self._identity.receiving_address if article.address == FORM else None
        if not self._has_policy:
            return ""
        return policy_of_page(offline=self._offline, receiving_address=receiving_address)

    def _canonical(self, article: Article) -> str | None:
        if self._offline or article.is_lost:
            return None
        return self._identity.page_address(self._renderer.links.localized(article.address))

    def _header(self, article: Article, languages: str) -> str:
        if not self._offline:
            return unindented(self._shared_header(article).replace(_LANGUAGES, languages))
        return self._renderer.render(
            "frame/offline_header.html",
            article.address,
            languages=Markup(languages),  # noqa: S704
            script=offline_script(self._t.language),
            section=article.section,
            leads_home=article.leads_home,
            name=self._identity.name,
        )

    def _footer(self, here: str) -> str:
        if not self._offline:
            make = partial(self._whole_footer, self._link_from(here), None if here else self._state)
            return self._once(("footer", self._renderer.links.to_root(here), "" if here else "home"), make)
        script = self._renderer.links.between(here, offline_script(self._t.language))
        return f'<script src="{script}" data-part="footer"></script>'

    def _shared_header(self, article: Article) -> str:
        """The header that an article shares with all that are as deep and stand in the same place of the menu."""
        here = article.address
        key = "header", self._renderer.links.to_root(here), article.section, here if here in _IN_MENU else ""
        target = self._link_from(here)
        header = partial(self._whole_header, target, here=here, section=article.section, languages=_LANGUAGES)
        return self._once(key, header)

    def _once(self, key: tuple[str, ...], make: Callable[[], str]) -> str:
        """What is the same on many pages, made for the first of them."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _whole_header(self, link: Callable[[str], str], *, here: str, section: str, languages: str) -> str:
        return self._render(
            "frame/header.html",
            link=link,
            here=here,
            section=section,
            menu=[{"section": name, "address": each, "label": self._t(f"menu.{name}")} for name, each in MENU],
            languages=Markup(languages),  # noqa: S704
            name=self._identity.name,
            tagline=self._identity.tagline,
            search=PRACTICES,
            offline=self._offline,
        )

    def _whole_footer(self, link: Callable[[str], str], state: str | None = None) -> str:
        """The footer; on the web the home page alone says of which day the content is: no other changes by it."""
        return self._render(
            "frame/footer.html",
            link=link,
            name=self._identity.name,
            owner=self._identity.owner,
            state=state,
            columns=self._columns,
            licence=self._licence,
            licence_label=phrasing.licence_label(self._licence, self._t),
            has_others=self._has_others,
        )

    def _render(self, template: str, here: str = "", **values: Any) -> str:
        return unindented(self._renderer.render(template, here, **values))

    def _link_from(self, here: str) -> Callable[[str], str]:
        return lambda address: self._renderer.links.between(here, address)


def unindented(html: str) -> str:
    """HTML without the indentation of its templates: a tenth less to load; where blanks count they stay."""
    return html if "<pre" in html else _INDENT.sub("\n", html)


def _said(t: Translations) -> str:
    """The words the script says, as JSON."""
    return json.dumps(t.for_scripts(SAID_BY_HEADER_SEARCH) | t.languages_of_results(), ensure_ascii=False)


def _state(catalogue: Catalogue, t: Translations, *, offline: bool) -> str | None:
    day = state_date(catalogue.published)
    if day is None:
        return t("edition.offline") if offline else None
    return t("edition.offline_state" if offline else "edition.state", day=phrasing.day(day, t))
