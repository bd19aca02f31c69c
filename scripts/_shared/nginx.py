"""Finds nginx, which tests serve the site with as its own settings say, and installs Debian's where that is allowed."""

from __future__ import annotations

import shutil

from _shared.browsers import BROWSER_TESTS, comes_to
from _shared.debian import install_unless_there

_TESTS = BROWSER_TESTS / "test_serving.py"
_PACKAGE = "nginx-light"
# Where Debian puts it, which only the path of root leads to.
_SBIN = "/usr/sbin"

HOW_TO_INSTALL = (
    "Bez programu nginx testy nie sprawdzą ustawień serwera: tests/browser/test_serving.py zostanie pominięty.\n"
    f"W Debianie i Ubuntu: sudo apt install {_PACKAGE}"
)


def find_nginx() -> str | None:
    """The path of the installed program."""
    return shutil.which("nginx") or shutil.which("nginx", path=_SBIN)


def install_nginx() -> bool:
    """Whether nginx is there, after an attempt to install it where the system lets us."""
    return install_unless_there(lambda: find_nginx() is not None, "Instaluję nginx z pakietów Debiana.", _PACKAGE)


def needs_nginx(arguments: list[str]) -> bool:
    """Whether pytest would come to the tests of the settings of servers."""
    return comes_to(arguments, _TESTS)
