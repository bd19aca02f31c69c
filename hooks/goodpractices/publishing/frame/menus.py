"""Where the menu and the footer of every page lead."""

from typing import Any

from ...wording import Translations
from .. import phrasing
from ..addresses import (
    ABOUT,
    ARCHIVE,
    CHANGES,
    COMPARE,
    DATA,
    FIT,
    FORM,
    GAPS,
    GLOSSARY,
    INDEXES,
    MAP,
    PRACTICES,
    PRIVACY,
    STATEMENT,
    TIMELINE,
)
from ..downloads import Archive

MENU = (
    ("practices", PRACTICES),
    ("themes", INDEXES["themes"]),
    ("map", MAP),
    ("timeline", TIMELINE),
    ("fit", FIT),
    ("compare", COMPARE),
    ("gaps", GAPS),
    ("about", ABOUT),
)
"""The entries of the menu by the section of pages that each stands for, with the address it leads to."""

_FOOTER = (
    (
        "readers",
        (
            ("practices", PRACTICES),
            ("fit", FIT),
            ("places", INDEXES["places"]),
            ("organisations", INDEXES["organisations"]),
            ("programmes", INDEXES["programmes"]),
            ("glossary", GLOSSARY),
            ("data", DATA),
            ("changes", CHANGES),
        ),
    ),
    (
        "editors",
        (
            ("submit", FORM),
            ("gaps", GAPS),
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


def footer_columns(archive: Archive | None, t: Translations) -> list[dict[str, Any]]:
    """The columns of the footer, each with its title and its links; ``archive`` is the offline edition to hand out."""
    return [
        {
            "title": t(f"footer.{column}"),
            "links": [{"address": address, "label": t(f"footer.{name}")} for name, address in links]
            + (_packed(archive, t) if archive and column == "readers" else []),
        }
        for column, links in _FOOTER
    ]


def _packed(archive: Archive, t: Translations) -> list[dict[str, str]]:
    return [{"address": ARCHIVE, "label": t("footer.archive", size=phrasing.size(archive.size, t))}]
