"""The sites that tests ask questions of: what they are made of, and how one process builds them for all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.support.builds import Build, change_entry, copy_practices, files_of
from tests.support.entries import add, entry
from tests.support.once import once
from tests.support.pages import BuiltSite

ADDRESS = "https://katalog.example.org/praktyki-miast/"
FORMERLY = ("sds-sopot", "sopot-szkola-drugiej-szansy")
EASY = {
    "text": "To jest szkoła.\nW szkole uczą się dorośli.\n\nNauka nic nie kosztuje.\n",
    "tested_by": "Grupa samorzeczników z Centrum Przykładowego",
    "tested_on": "2026-10",
}
"""A text that is easy to read, made up: nobody has tested one for the real entries."""
EASY_IN_ENGLISH = {"text": "This is a school.\nAdults learn there.", "tested_by": "A self-advocacy group"}
LEFT_BEHIND = ("docs/Thumbs.db", "docs/index.md~", "docs/assets/styles/base.css~", "docs/templates/404.html~")
"""Files that programs leave beside those of a site."""
COPIES = 100
ALIKE = {
    "themes": ["migrant-integration"],
    "organisations": [{"org": "quartiersbuero-barth", "role": "leader"}],
    "editorial": {"state": "published", "created": "2026-01-02", "updated": "2026-01-02"},
}
"""What each of so many entries has besides what an entry must have: lists are long with little in each of them."""
OTHER_PLACES = 30


@dataclass(frozen=True)
class HostileSite:
    """A site, and the payload of each of its practices by id."""

    site: BuiltSite
    payloads: dict[str, str]


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Build]) -> BuiltSite:
    """A site that one process builds for all: ``make`` builds it into ``site`` of the folder it is given."""

    def build_and_note(folder: Path) -> None:
        (folder / "build.log").write_text(make(folder).finished().log, encoding="utf-8")

    folder = once(factory, name, build_and_note)
    return BuiltSite(folder / "site", (folder / "build.log").read_text(encoding="utf-8"))


def some_books(folder: Path) -> Path:
    folder.mkdir()
    for name in ("katalog.epub", f"{FORMERLY[1]}.pdf", "notatki.pdf"):
        (folder / name).write_bytes(name.encode() * 5000)
    return folder


def some_archive(folder: Path) -> Path:
    path = folder / "katalog-offline.zip"
    path.write_bytes(b"PK" * 5000)
    path.with_name(f"{path.name}.sha256").write_text(f"{'0' * 64}  {path.name}\n", encoding="utf-8")
    return path


def files_beside(folder: Path) -> set[str]:
    """The files of a project but for what a build keeps for the next one."""
    return {name for name in files_of(folder) if not name.startswith(".cache/")}


def changed_practices(folder: Path) -> Path:
    copy_practices(folder)
    change(folder, "gdynia-pracownia", "needs_update", reason="Brakuje danych za 2024 rok.")
    change(folder, "kultura-wlacza", "withdrawn", reason="Projekt nie doszedł do skutku.")
    change(folder, "epic", "draft")
    change(folder, "markaryd-jezyk-i-praca", "in_review")
    change(folder, "stralsund-okragle-stoly", "changes_requested")
    change_entry(
        folder / "sopot-szkola-drugiej-szansy" / "index.md", former_ids=["sds-sopot", "szkola_2008"], easy_to_read=EASY
    )
    change_entry(folder / "sopot-szkola-drugiej-szansy" / "index.en.md", easy_to_read=EASY_IN_ENGLISH)
    change_entry(folder / "gdynia-pracownia" / "index.md", easy_to_read=EASY)
    change_entry(folder / "omggs-standard-minimum" / "index.en.md", easy_to_read=EASY_IN_ENGLISH)
    change_entry(folder / "kultura-wlacza" / "index.md", former_ids=["kultura-dawna"], easy_to_read=EASY)
    towns = (f"\n- {{id: wies-{n}, name: Wieś {n}, country: DE, level: town}}\n" for n in range(OTHER_PLACES))
    with (folder / "_registry" / "places.yml").open("a", encoding="utf-8") as registry:
        registry.writelines(towns)
    for n in range(COPIES):
        places = [{"place": "barth", "role": "implemented"}, {"place": f"wies-{n % OTHER_PLACES}", "role": "reach"}]
        add(folder, f"kopia-{n}/index.md", entry({**ALIKE, "title": f"Kopia numer {n}", "places": places}))
    return folder


def change(folder: Path, practice_id: str, state: str, **editorial: str) -> None:
    change_entry(folder / practice_id / "index.md", editorial={"state": state, **editorial})
