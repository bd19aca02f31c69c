"""The shape of the project, kept by reading its code: packages depend one way, nothing reaches outside.

Each rule is a function from a source to what breaks it, so that it can also be shown a source that does.
"""

import ast
import importlib
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.support.paths import ROOT

PACKAGE = ROOT / "hooks" / "goodpractices"
THE_CLOCK = "goodpractices.catalogue.today"

# Each package, and the packages it may import.
PACKAGES = {
    "wording": set[str](),
    "catalogue": {"wording"},
    "finding": {"wording", "catalogue"},
    "publishing": {"wording", "catalogue", "finding"},
    "editing": {"wording", "catalogue"},
}
# The packages inside publishing, and those they may use. All other modules but SPINE serve them.
PUBLISHING = {
    "open_data": set[str](),
    "form": set[str](),
    "legal": set[str](),
    "pages": {"open_data", "form"},
    "frame": {"form", "pages"},
    "editions": {"pages", "frame"},
}
SPINE_MODULES = (
    *("site", "practice_parts", "data_parts", "planning", "on_request", "publication", "record", "updating", "writer"),
)
SPINE = {"goodpractices.publishing", *(f"goodpractices.publishing.{name}" for name in SPINE_MODULES)}
GENERATORS = {"mkdocs", "material", "properdocs"}
SOURCES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = ("scripts", "scripts/_shared", "scripts/_shared/preview")
OUTSIDE = [path for folder in ("hooks", *SCRIPTS) for path in (ROOT / folder).glob("*.py")]
TEMPLATES = [*(ROOT / "docs" / "templates").rglob("*"), *(PACKAGE / "publishing" / "templates").rglob("*")]
ASSETS = (ROOT / "docs" / "assets").rglob("*")
SERVED = sorted(path for path in [*TEMPLATES, *ASSETS] if path.suffix in (".html", ".xml", ".css", ".js", ".svg"))

Rule = Callable[[str, str], Iterator[str]]


def leans_upwards(module: str, source: str) -> Iterator[str]:
    """Imports of a package that the module's own package may not stand on."""
    own = package_of(module)
    for imported in imports(module, source):
        if (package := package_of(imported)) and package != own and own and package not in PACKAGES[own]:
            yield f"{module} imports {imported}"


def leans_upwards_in_publishing(module: str, source: str) -> Iterator[str]:
    """Imports of a package inside publishing that the module's own may not use."""
    own = part_of(module)
    allowed = {own, *PUBLISHING[own]} if own else set()
    for imported in imports(module, source) if module not in SPINE else ():
        if (part := part_of(imported)) and part not in allowed:
            yield f"{module} imports {imported}"


def avoids_the_door(module: str, source: str) -> Iterator[str]:
    """Imports of what lies behind the public interface of another package, or of another package inside publishing."""
    for imported in imports(module, source):
        other_room = package_of(imported) not in ("", package_of(module)) and imported.count(".") > 1
        if other_room or (part_of(imported) not in ("", part_of(module)) and imported.count(".") > 2):
            yield f"{module} imports {imported}"


def knows_the_generator(module: str, source: str) -> Iterator[str]:
    yield from (f"{module} imports {name}" for name in imports(module, source) if name.split(".")[0] in GENERATORS)


def prints(module: str, source: str) -> Iterator[str]:
    for node in nodes(source):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "print",
            "pprint",
            "sys.stdout.write",
            "sys.stderr.write",
        ):
            yield f"{module}:{node.lineno} prints"


def looks_at_the_clock(module: str, source: str) -> Iterator[str]:
    """Calls whose answer changes from one build to the next; dates come from the entries, but for one module."""
    for node in nodes(source) if module != THE_CLOCK else ():
        if isinstance(node, ast.Call) and re.search(
            r"\b(?:now|today|utcnow|time\.time|localtime|gmtime)$", ast.unparse(node.func)
        ):
            yield f"{module}:{node.lineno} asks for the time"


def loads_from_elsewhere(name: str, source: str) -> Iterator[str]:
    """Places where a browser would fetch something from another host; links that people follow are none."""
    for pattern in LOADS:
        for found in pattern.finditer(source):
            yield f"{name}: {found[0][:120]}"


def is_too_long(name: str, source: str) -> Iterator[str]:
    if (lines := source.count("\n")) > 400:
        yield f"{name}: {lines} lines"


def names_a_machine(name: str, source: str) -> Iterator[str]:
    """Paths that exist on one computer only."""
    yield from (f"{name}: {found[0]}" for found in MACHINE.finditer(source))


def names_no_file(name: str, source: str) -> Iterator[str]:
    """Paths of the program, from the checkout or from the package, where there is nothing."""
    for path in NAMED.findall(source):
        if not (ROOT / path).exists() and not (PACKAGE / path).exists():
            yield f"{name}: {path}"


_HOST = r"(?:(?:https?|wss?):)?//[\w{]"
LOADS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"<(?!a\b)[\w-]+\b[^<>]*\s(?:src|srcset|data|poster|action|formaction|xlink:href)\s*=\s*[\"']?\s*{_HOST}",
        rf"<(?:image|use|base)\b[^<>]*\shref\s*=\s*[\"']?\s*{_HOST}",
        rf"<link\b(?=[^<>]*rel=[\"']?[^\"'>]*(?:stylesheet|icon|pre|manifest))[^<>]*\shref=[\"']?{_HOST}",
        rf"url\(\s*[\"']?{_HOST}",
        rf"@import\s+[\"']{_HOST}",
        rf"\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon|open)\(\s*[^)]*?[\"'`]{_HOST}",
        rf"\bfrom\s+[\"']{_HOST}",
        rf"\.(?:src|href|action)\s*=\s*[\"'`]{_HOST}",
    )
]
NAMED = re.compile(
    r"(?<![\w./-])(?:scripts|tests|hooks|wording|catalogue|finding|publishing|editing)/[\w/.-]+\.(?:py|js|css|yml|json)\b"
)
MACHINE = re.compile(r"(?<![\w.:/])(?:/(?:work|home|Users|root|tmp)/\w|[A-Z]:\\\w)")


def test_packages_are_what_the_style_says() -> None:
    assert {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()} == PACKAGES.keys()


def test_packages_inside_publishing_are_what_the_table_says() -> None:
    folder = PACKAGE / "publishing"
    assert {path.name for path in folder.iterdir() if (path / "__init__.py").is_file()} == PUBLISHING.keys()


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


def test_a_circle_of_imports_is_found_wherever_it_begins() -> None:
    sources = {
        "goodpractices.a": "from .b import x",
        "goodpractices.b": "from . import c",
        "goodpractices.c": "from .d import y\nfrom .b import x",
        "goodpractices.d": "import re",
    }
    assert circles(sources) == ["goodpractices.b imports goodpractices.c imports goodpractices.b"]
    assert circles({name: text for name, text in sources.items() if name != "goodpractices.b"}) == []


def test_hooks_and_commands_come_through_the_doors_too() -> None:
    assert len(OUTSIDE) > 30
    assert [broken for path in OUTSIDE for broken in avoids_the_door(path.stem, path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_lists_its_public_names(package: str) -> None:
    interface = importlib.import_module(f"goodpractices.{package}")
    assert sorted(interface.__all__) == sorted(set(interface.__all__))
    assert [name for name in interface.__all__ if not hasattr(interface, name)] == []
    imported = imports(f"goodpractices.{package}", Path(str(interface.__file__)).read_text(encoding="utf-8"))
    assert all(name.startswith(f"goodpractices.{package}.") for name in imported)


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


def test_the_quick_tests_start_no_python() -> None:
    started = "sys." + "executable"
    assert [path.name for path in (ROOT / "tests" / "unit").rglob("*.py") if started in path.read_text("utf-8")] == []


def test_nothing_served_is_fetched_from_another_host() -> None:
    assert len(SERVED) > 20
    assert [
        broken for path in SERVED for broken in loads_from_elsewhere(path.name, path.read_text(encoding="utf-8"))
    ] == []


def test_the_settings_load_nothing_from_another_host() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^  font: false$", settings, re.MULTILINE)
    assert re.findall(r"^\s*- .*//.*$", re.sub(r"#.*", "", settings), re.MULTILINE) == []


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


@cache
def nodes(source: str) -> list[ast.AST]:
    """Every part of a source, read once for all rules."""
    return [*ast.walk(ast.parse(source))]


@cache
def imports(module: str, source: str) -> list[str]:
    """Full names of everything a module imports from, those of relative imports resolved."""
    found = []
    is_package = (PACKAGE.parent / module.replace(".", "/") / "__init__.py").is_file()
    parts = module.split(".") if is_package else module.split(".")[:-1]
    for node in nodes(source):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = parts[: len(parts) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            # "from .. import catalogue" imports a package by its name, "from . import phrasing" a module.
            by_name = base == "goodpractices" or not node.module
            found += [f"{base}.{alias.name}" for alias in node.names] if by_name else [base]
    return found


def circles(sources: Mapping[str, str]) -> list[str]:
    """Ways from a module back to itself by what it imports, each told once."""
    found: list[str] = []
    finished: set[str] = set()

    def follow(module: str, way: list[str]) -> None:
        if module in way:
            found.append(" imports ".join([*way[way.index(module) :], module]))
        elif module in sources and module not in finished:
            for imported in imports(module, sources[module]):
                follow(imported, [*way, module])
            finished.add(module)

    for module in sources:
        follow(module, [])
    return found


def package_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "goodpractices" and len(parts) > 1 else ""


def part_of(module: str) -> str:
    """The package inside publishing that a module belongs to, if it belongs to one."""
    package, _, rest = module.removeprefix("goodpractices.").partition(".")
    part = rest.partition(".")[0]
    return part if package == "publishing" and part in PUBLISHING else ""


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


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
