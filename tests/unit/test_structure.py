"""The shape of the project: the packages there are, and that each rule sees a source that breaks it.

``tests/whole/test_structure.py`` holds all sources against the rules.
"""

import importlib
import re
from pathlib import Path

import pytest
from tests.support.paths import ROOT
from tests.support.structure import (
    PACKAGE,
    PACKAGES,
    PUBLISHING,
    Rule,
    avoids_the_door,
    circles,
    imports,
    is_too_long,
    knows_the_generator,
    leans_upwards,
    leans_upwards_in_publishing,
    loads_from_elsewhere,
    looks_at_the_clock,
    names_a_machine,
    names_no_file,
    prints,
)


def test_packages_are_what_the_style_says() -> None:
    assert {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()} == PACKAGES.keys()


def test_packages_inside_publishing_are_what_the_table_says() -> None:
    folder = PACKAGE / "publishing"
    assert {path.name for path in folder.iterdir() if (path / "__init__.py").is_file()} == PUBLISHING.keys()


def test_a_circle_of_imports_is_found_wherever_it_begins() -> None:
    sources = {
        "goodpractices.a": "from .b import x",
        "goodpractices.b": "from . import c",
        "goodpractices.c": "from .d import y\nfrom .b import x",
        "goodpractices.d": "import re",
    }
    assert circles(sources) == ["goodpractices.b imports goodpractices.c imports goodpractices.b"]
    assert circles({name: text for name, text in sources.items() if name != "goodpractices.b"}) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_lists_its_public_names(package: str) -> None:
    interface = importlib.import_module(f"goodpractices.{package}")
    assert sorted(interface.__all__) == sorted(set(interface.__all__))
    assert [name for name in interface.__all__ if not hasattr(interface, name)] == []
    imported = imports(f"goodpractices.{package}", Path(str(interface.__file__)).read_text(encoding="utf-8"))
    assert all(name.startswith(f"goodpractices.{package}.") for name in imported)


def test_the_quick_tests_start_no_python() -> None:
    started = "sys." + "executable"
    assert [path.name for path in (ROOT / "tests" / "unit").rglob("*.py") if started in path.read_text("utf-8")] == []


def test_the_settings_load_nothing_from_another_host() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^  font: false$", settings, re.MULTILINE)
    assert re.findall(r"^\s*- .*//.*$", re.sub(r"#.*", "", settings), re.MULTILINE) == []


@pytest.mark.parametrize(
    ("rule", "module", "source"),
    [
        (leans_upwards, "goodpractices.catalogue.model", "from ..publishing import Site"),
        (leans_upwards, "goodpractices.catalogue", "from ..finding import newest"),
        (leans_upwards, "goodpractices.wording.polish", "from .. import catalogue"),
        (leans_upwards, "goodpractices.wording.polish", "import goodpractices.catalogue"),
        (leans_upwards, "goodpractices.editing.reports", "from goodpractices.publishing import Site"),
        (leans_upwards, "goodpractices.finding.related", "def f():\n    from ..publishing import Site"),
        (leans_upwards, "goodpractices.publishing.site", "from ..editing import report"),
        (leans_upwards_in_publishing, "goodpractices.publishing.pages.cards", "from ..frame import SECTIONS"),
        (leans_upwards_in_publishing, "goodpractices.publishing.open_data", "from ..pages import practice_article"),
        (leans_upwards_in_publishing, "goodpractices.publishing.frame.assets", "from .. import editions"),
        (leans_upwards_in_publishing, "goodpractices.publishing.phrasing", "from .pages import Cards"),
        (avoids_the_door, "goodpractices.publishing.site", "from .pages.cards import Cards"),
        (avoids_the_door, "goodpractices.publishing.editions.offline", "from ..pages.cards import Cards"),
        (avoids_the_door, "goodpractices.finding.related", "from ..catalogue.model import Practice"),
        (avoids_the_door, "goodpractices.finding.related", "import goodpractices.catalogue.model"),
        (avoids_the_door, "goodpractices.finding.related", "from goodpractices.catalogue.model import Practice"),
        (avoids_the_door, "catalogue_hooks", "from goodpractices.catalogue.model import Practice"),
        (knows_the_generator, "goodpractices.publishing.site", "from mkdocs.structure.pages import Page"),
        (knows_the_generator, "goodpractices.publishing.site", "def f():\n    import material"),
        (prints, "goodpractices.editing.reports", "print('x')"),
        (prints, "goodpractices.editing.reports", "import sys\nsys.stdout.write('x')"),
        (looks_at_the_clock, "goodpractices.publishing.site", "from datetime import date\ndate.today()"),
        (looks_at_the_clock, "goodpractices.publishing.site", "import time\ntime.time()"),
        (loads_from_elsewhere, "a.html", '<script defer src="https://cdn.example/x.js"></script>'),
        (loads_from_elsewhere, "a.html", "<img alt=x src=//cdn.example/x.png>"),
        (loads_from_elsewhere, "a.html", '<link rel="stylesheet" href="https://fonts.example/css">'),
        (loads_from_elsewhere, "a.html", '<link rel="preconnect" href="https://fonts.example">'),
        (loads_from_elsewhere, "a.html", '<form method="post" action="https://example.org/">'),
        (loads_from_elsewhere, "a.svg", '<image href="http://example.org/x.png"/>'),
        (loads_from_elsewhere, "a.css", "a { background: url(https://example.org/x.png) }"),
        (loads_from_elsewhere, "a.css", '@import "//example.org/x.css";'),
        (loads_from_elsewhere, "a.js", 'fetch("https://example.org/x")'),
        (loads_from_elsewhere, "a.js", "import x from 'https://example.org/x.js'"),
        (loads_from_elsewhere, "a.js", "image.src = `https://example.org/x?${y}`"),
        (names_no_file, "a.md", "run `python3 scripts/" + "nothing.py`"),
        (names_no_file, "a.md", "a line in `publishing/" + "nothing.py`"),
        (is_too_long, "a.py", "pass\n" * 401),
        (names_a_machine, "a.md", "see /" + "home/anna/katalog"),
        (names_a_machine, "a.md", "see `/" + "tmp/x`"),
        (names_a_machine, "a.md", "see C:" + "\\Users\\anna"),
    ],
)
def test_a_rule_sees_what_breaks_it(rule: Rule, module: str, source: str) -> None:
    assert list(rule(module, source))


@pytest.mark.parametrize(
    ("rule", "module", "source"),
    [
        (leans_upwards, "goodpractices.publishing.site", "from ..catalogue import Practice\nfrom .articles import x"),
        (leans_upwards, "goodpractices.catalogue.model", "from .fields import Text\nimport re"),
        (leans_upwards_in_publishing, "goodpractices.publishing.editions.offline", "from ..pages import Cards"),
        (leans_upwards_in_publishing, "goodpractices.publishing.site", "from .editions import single_file"),
        (avoids_the_door, "goodpractices.catalogue", "from .model import Practice"),
        (
            avoids_the_door,
            "goodpractices.publishing.pages.members",
            "from .. import phrasing\nfrom .cards import Cards",
        ),
        (avoids_the_door, "goodpractices.publishing.site", "from .pages import Cards"),
        (avoids_the_door, "goodpractices.catalogue.folder", "from ..wording import Translations"),
        (avoids_the_door, "build", "from goodpractices.publishing import write_archive"),
        (
            loads_from_elsewhere,
            "a.html",
            '<a href="https://example.org/">x</a><link rel="license" href="https://example.org/">',
        ),
        (names_no_file, "a.md", "scripts/build.py, catalogue/model.py, docs/scripts/" + "nothing.js"),
        (loads_from_elsewhere, "a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
        (is_too_long, "a.py", "pass\n" * 400),
        (names_a_machine, "a.md", "https://example.org/" + "home/x, ../" + "home/x, a/" + "tmp/b"),
    ],
)
def test_a_rule_lets_pass_what_is_in_order(rule: Rule, module: str, source: str) -> None:
    assert list(rule(module, source)) == []


def test_letters_are_the_same_whatever_language_a_reader_has_set() -> None:
    """In Turkish the small letter of ``I`` has no dot, so a search would find nothing there."""
    asking = re.compile(r"\.toLocale(?:Lower|Upper)Case\b|\b(?:strcoll|setlocale)\b|(?:import|from) locale\b")
    folders = (ROOT / "docs" / "assets" / "scripts", ROOT / "hooks" / "goodpractices", ROOT / "scripts" / "_shared")
    files = [path for folder in folders for kind in ("*.py", "*.js") for path in folder.rglob(kind)]
    ours = [path for path in files if "vendor" not in path.parts]
    assert len(ours) > 300
    assert [path for path in ours if asking.search(path.read_text(encoding="utf-8"))] == []
