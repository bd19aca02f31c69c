"""Names functions, classes, methods and constants that nothing in the project uses.

Fields of records are left out: templates and exports reach them by other ways than code.
"""

from __future__ import annotations

import argparse
import re
import sys

from _shared.environment import ROOT, enter, run

_FOLDERS = ("hooks", "scripts", "tests")
_NAMED = ("function", "class", "method", "property", "import", "unreachable_code")
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
# Called by name from elsewhere: events of the generator, parts of classes of the standard library and of packages.
_CALLED_ELSEWHERE = [
    "on_*",
    "test_*",
    "pytest_*",
    "handle_*",
    "__class__",
    "find_class",
    "ignore_aliases",
    "log_message",
    "makefile",
    "readinto",
]
_IN_TEMPLATES = ["has_svg", "is_cut", "__call__"]
_DECORATORS = ["@pytest.fixture*"]


def main() -> int:
    """Print every name; exit code 1 if there is one."""
    read_arguments(sys.argv[1:])
    enter("test")
    from vulture import Vulture  # only the environment of the tests has it

    vulture = Vulture(ignore_names=[*_CALLED_ELSEWHERE, *_IN_TEMPLATES], ignore_decorators=_DECORATORS)
    vulture.scavenge([str(ROOT / folder) for folder in _FOLDERS])
    unused = [each for each in vulture.get_unused_code() if each.typ in _NAMED or _CONSTANT.fullmatch(each.name)]
    for each in unused:
        print(f"{each.filename.relative_to(ROOT).as_posix()}:{each.first_lineno}: {each.name} – nic tego nie używa.")
    return 1 if unused else 0


def read_arguments(arguments: list[str]) -> None:
    argparse.ArgumentParser(
        description="Sprawdza, czy w kodzie nie ma funkcji, klas i stałych, których nic nie używa.",
        allow_abbrev=False,
    ).parse_args(arguments)


if __name__ == "__main__":
    run(main)
