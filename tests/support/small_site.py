"""A site of three practices, in two languages, for tests of what each edition has."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.support.entries import EASY_IN_ENGLISH, add, entry, in_english, practices_folder
from tests.support.samples import IDENTITY

from goodpractices.catalogue.identity import IdentityInLanguage
from goodpractices.publishing import Archive
from goodpractices.publishing.downloads import Downloads
from goodpractices.publishing.legal.audit import Audit, Tried

BOTH = replace(IDENTITY, translations={"en": IdentityInLanguage(name="Catalogue", tagline="City", description="Words")})
AUDITED = Audit(date(2024, 1, 2), {"axe-core": "4.10"}, (), ("1280-light",), (Tried("web", "/", "pl", 1),))
_EASY: dict[str, Any] = {"easy_to_read": {"text": "To jest las.", "tested_by": "Grupa"}}
_PUBLISHED = {"editorial": {"state": "published", "created": "2024-01-02"}}


def written(parent: Path, bez: str = "withdrawn", story: str = "", **changed: Any) -> Path:
    """One practice in two languages that is easy to read, one in Polish alone, and one that was withdrawn."""
    folder = practices_folder(parent)
    las = {"title": "Las", "former_ids": ["bor", "gaj"], **_PUBLISHED, **_EASY, **changed}
    add(folder, "las/index.md", entry(las, story))
    add(folder, "las/index.en.md", in_english(EASY_IN_ENGLISH))
    add(folder, "sad/index.md", entry({"title": "Sad", "former_ids": ["ogrod"], **_PUBLISHED}))
    editorial = {"state": bez, "reason": "Koniec prac."} if bez == "withdrawn" else {"state": bez}
    add(folder, "bez/index.md", entry({"title": "Bez", "former_ids": ["kwiat"], "editorial": editorial, **_EASY}))
    return folder


def some_archive(folder: Path) -> Archive:
    """A packed edition of three bytes."""
    (folder / "katalog.zip").write_bytes(b"ZIP")
    (folder / "katalog.zip.sha256").write_text("suma", encoding="ascii")
    return Archive.at(folder / "katalog.zip")


def some_downloads(folder: Path) -> Downloads:
    """A book and the sheet of one practice, each of which holds its name."""
    for name in ("katalog.epub", "las.pdf"):
        (folder / name).write_bytes(name.encode())
    return Downloads(folder)
