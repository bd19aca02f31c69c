"""The shape of the project, kept by reading its code: packages depend one way, nothing reaches outside."""

import ast
import importlib
import subprocess
from pathlib import Path

import pytest
from tests.support.paths import ROOT
from tests.support.structure import (
    PACKAGE,
    Rule,
    avoids_the_door,
    circles,
    is_too_long,
    knows_the_generator,
    leans_upwards,
    leans_upwards_in_publishing,
    loads_from_elsewhere,
    looks_at_the_clock,
    module_name,
    names_a_machine,
    names_no_file,
    nodes,
    prints,
)

SOURCES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = ("scripts", "scripts/_shared", "scripts/_shared/preview")
OUTSIDE = [path for folder in ("hooks", *SCRIPTS) for path in (ROOT / folder).glob("*.py")]
TEMPLATES = [*(ROOT / "docs" / "templates").rglob("*"), *(PACKAGE / "publishing" / "templates").rglob("*")]
ASSETS = (ROOT / "docs" / "assets").rglob("*")
SERVED = sorted(path for path in [*TEMPLATES, *ASSETS] if path.suffix in (".html", ".xml", ".css", ".js", ".svg"))


@pytest.mark.parametrize(
    "rule",
    [
        leans_upwards,
        leans_upwards_in_publishing,
        avoids_the_door,
        knows_the_generator,
        prints,
        looks_at_the_clock,
    ],
)
def test_every_module_of_the_package_keeps(rule: Rule) -> None:
    assert len(SOURCES) > 40
    assert [broken for path in SOURCES for broken in rule(module_name(path), path.read_text(encoding="utf-8"))] == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    sources = {module_name(path): path.read_text(encoding="utf-8") for path in SOURCES}
    assert circles(sources) == []


def test_hooks_and_commands_come_through_the_doors_too() -> None:
    assert len(OUTSIDE) > 30
    assert [broken for path in OUTSIDE for broken in avoids_the_door(path.stem, path.read_text(encoding="utf-8"))] == []


def test_the_door_of_the_catalogue_lists_what_others_need_and_no_more() -> None:
    folders = ("hooks", "scripts")
    others = [path for name in folders for path in (ROOT / name).rglob("*.py") if path.parent != PACKAGE / "catalogue"]
    needed = {
        alias.name
        for path in others
        for node in nodes(path.read_text(encoding="utf-8"))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[-1] == "catalogue"
        for alias in node.names
    }
    interface = importlib.import_module("goodpractices.catalogue")
    assert [name for name in interface.__all__ if name not in needed] == []


def test_nothing_served_is_fetched_from_another_host() -> None:
    assert len(SERVED) > 20
    assert [
        broken for path in SERVED for broken in loads_from_elsewhere(path.name, path.read_text(encoding="utf-8"))
    ] == []


def test_no_file_of_the_project_names_a_place_on_one_machine() -> None:
    files = project_files()
    assert len(files) > 100
    assert [broken for path in files for broken in names_a_machine(path.as_posix(), text_of(path))] == []


def test_no_module_and_no_script_of_ours_is_too_long() -> None:
    files = [path for path in project_files() if path.suffix in (".py", ".js") and "vendor" not in path.parts]
    assert len(files) > 500
    assert [broken for path in files for broken in is_too_long(path.as_posix(), text_of(path))] == []


def test_every_file_that_a_page_for_people_names_is_there() -> None:
    pages = [path for path in project_files() if path.suffix == ".md" and path.name != "CHANGELOG.md"]
    assert len(pages) > 20
    assert [broken for path in pages for broken in names_no_file(path.as_posix(), text_of(path))] == []


def project_files() -> list[Path]:
    """Everything that is or could be committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    if done.returncode:
        pytest.skip("no Git here to tell files of the project from others")
    return [path for name in sorted(set(filter(None, done.stdout.split("\0")))) if (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; of a picture or another file of bytes nothing."""
    data = path.read_bytes()
    return "" if b"\0" in data[:1024] else data.decode(errors="replace")
