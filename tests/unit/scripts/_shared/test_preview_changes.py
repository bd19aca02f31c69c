"""What changed files are to the preview, and what is wrong until when."""

from pathlib import Path

import pytest

from _shared.environment import ROOT
from _shared.preview.changes import Change, Wrong
from _shared.preview.panel import BROKEN, DOUBTFUL
from _shared.updating import Sources

SOURCES = Sources(ROOT / "mkdocs.yml", ROOT / "docs", Path("/elsewhere/practices"))
PACKAGE = ROOT / "hooks" / "goodpractices"


def kinds(*paths: Path) -> set[str]:
    change = Change.of(paths, SOURCES)
    return {name for name in ("site", "catalogue", "words", "code", "program") if getattr(change, name)}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (Path("/elsewhere/practices/las/index.md"), {"site", "catalogue"}),
        (Path("/elsewhere/practices/_registry/places.yml"), {"site", "catalogue"}),
        (ROOT / "docs" / "katalog.yml", {"site", "catalogue"}),
        (ROOT / "docs" / "index.md", {"site"}),
        (ROOT / "mkdocs.yml", {"site"}),
        (PACKAGE / "wording" / "locales" / "pl.yml", {"site", "words"}),
        (PACKAGE / "publishing" / "templates" / "frame" / "page.html", {"site", "words"}),
        (PACKAGE / "wording" / "polish.py", {"site", "code"}),
        (ROOT / "hooks" / "catalogue_hooks.py", {"site", "code"}),
        (ROOT / "scripts" / "build.py", {"program"}),
        (ROOT / "requirements" / "site.txt", {"program"}),
    ],
)
def test_a_file_is_of_these_kinds(path: Path, expected: set[str]) -> None:
    assert kinds(path) == expected


def test_several_files_are_of_all_their_kinds() -> None:
    assert kinds(ROOT / "scripts" / "build.py", ROOT / "docs" / "index.md") == {"site", "program"}


def test_where_nothing_is_wrong_nothing_is_said() -> None:
    assert Wrong().on_pages() == ()


def test_a_fault_that_two_found_is_said_once() -> None:
    wrong = Wrong(notes=("Uwaga",), in_catalogue=("a:1: Źle",), in_build=("a:1: Źle", "b:2: Źle"), warnings=("c",))
    assert wrong.on_pages() == (BROKEN, "Uwaga", "a:1: Źle", "b:2: Źle")
    assert wrong.count == 2


def test_warnings_are_said_where_nothing_is_broken() -> None:
    wrong = Wrong(warnings=("docs/index.md:3:1: odnośnik",))
    assert wrong.on_pages() == (DOUBTFUL, "docs/index.md:3:1: odnośnik")
    assert wrong.count == 1


def test_a_fault_of_a_build_is_forgotten_with_a_change_of_its_file() -> None:
    wrong = Wrong(in_build=("docs/a/index.md:1: x", "docs/b/index.md:1: x"), in_catalogue=("docs/a/index.md:1: x",))
    wrong.forget([Path("/x/docs/a/index.md")])
    assert wrong.in_build == ("docs/b/index.md:1: x",)
    assert wrong.in_catalogue == ("docs/a/index.md:1: x",)
