"""The rules of the shape of the project: each is a function from a source to what breaks it."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

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
    *("site", "single_pages", "practice_parts", "data_parts", "planning", "on_request", "publication", "record"),
    *("updating", "writer"),
)
SPINE = {"goodpractices.publishing", *(f"goodpractices.publishing.{name}" for name in SPINE_MODULES)}
GENERATORS = {"mkdocs", "material", "properdocs"}


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
