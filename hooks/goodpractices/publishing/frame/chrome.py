"""What the chrome of every page says: the menu, the footer and the words the theme prints around an article."""

from typing import Any

from ...catalogue import Catalogue, Identity
from ...finding import state_date
from ...wording import ORIGINAL, Translations
from .. import phrasing
from ..addresses import (
    ABOUT,
    ARCHIVE,
    DATA,
    FORM,
    GLOSSARY,
    INDEXES,
    MAP,
    PRACTICES,
    PRIVACY,
    SEARCH,
    STATEMENT,
    TIMELINE,
)
from ..downloads import Archive
from ..rendering import Renderer

SECTIONS = ("practices", "map", "timeline", "data", "submit", "rules", *INDEXES)

_MENU = (
    ("practices", PRACTICES),
    ("themes", INDEXES["themes"]),
    ("map", MAP),
    ("timeline", TIMELINE),
    ("about", ABOUT),
)
_FOOTER = (
    (
        "readers",
        (
            ("practices", PRACTICES),
            ("places", INDEXES["places"]),
            ("organisations", INDEXES["organisations"]),
            ("programmes", INDEXES["programmes"]),
            ("glossary", GLOSSARY),
            ("data", DATA),
        ),
    ),
    (
        "editors",
        (
            ("submit", FORM),
            ("how_to_write", "dla-redakcji/prosty-jezyk/"),
            ("report", "o-katalogu/#zglos-blad"),
        ),
    ),
    (
        "rules",
        (
            ("criteria", "o-katalogu/#kryteria"),
            ("evidence", "o-katalogu/#poziomy-dowodow"),
            ("licences", "o-katalogu/#licencje"),
            ("statement", STATEMENT),
            ("privacy", PRIVACY),
            ("contact", f"{PRIVACY}#kontakt"),
        ),
    ),
)
_WORDS = (
    "all_practices",
    "close",
    "examples",
    "feed",
    "footer_about",
    "footer_licence",
    "footer_owner",
    "footer_places",
    "menu",
    "navigation",
    "not_found_text",
    "not_found_title",
    "search",
    "search_label",
    "search_placeholder",
    "search_results",
    "table",
    "theme",
    "theme_auto",
    "theme_dark",
    "theme_light",
)


def chrome_values(
    catalogue: Catalogue,
    identity: Identity,
    renderer: Renderer,
    *,
    offline: bool = False,
    archive: Archive | None = None,
) -> dict[str, Any]:
    """Values for the theme, by name; addresses are from the root of the site."""
    t, target = renderer.t, renderer.links.from_root
    return {
        "name": identity.name,
        "description": identity.description,
        "home": target(""),
        "locale": t("language.locale"),
        "is_carried": offline,
        "tagline": identity.tagline,
        "owner": identity.owner,
        "edition": t("edition.offline_home") if offline else None,
        "state": _state(catalogue, t, offline=offline),
        "search_address": target(PRACTICES),
        "search_parts": None if t.language == ORIGINAL else renderer.links.localized(SEARCH),
        "menu": [{"section": name, "address": target(address), "label": t(f"menu.{name}")} for name, address in _MENU],
        "footer": [
            {
                "title": t(f"footer.{column}"),
                "links": [{"address": target(address), "label": t(f"footer.{name}")} for name, address in links]
                + (_packed(archive, t) if archive and column == "readers" else []),
            }
            for column, links in _FOOTER
        ],
        "words": {name: t(f"chrome.{name}") for name in _WORDS},
    }


def _state(catalogue: Catalogue, t: Translations, *, offline: bool) -> str | None:
    """The day the content is of and, in a copy that nobody brings up to date, that it is one."""
    day = state_date(catalogue.published)
    if day is None:
        return t("edition.offline") if offline else None
    return t("edition.offline_state" if offline else "edition.state", day=phrasing.day(day, t))


def _packed(archive: Archive, t: Translations) -> list[dict[str, str]]:
    return [{"address": ARCHIVE, "label": t("footer.archive", size=phrasing.size(archive.size, t))}]
