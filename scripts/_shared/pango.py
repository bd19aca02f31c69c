"""Finds Pango, which sets the text of PDF files, and installs Debian's where that is allowed."""

from __future__ import annotations

import ctypes.util
import io
import os
from contextlib import redirect_stdout
from importlib import import_module

from _shared.browsers import comes_to
from _shared.debian import install_unless_there
from _shared.environment import ROOT

PDF_TESTS = ROOT / "tests" / "whole" / "test_pdf.py"

_LIBRARIES = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig")
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation")

HOW_TO_INSTALL = (
    "Do plików PDF potrzebna jest biblioteka Pango, a w tym systemie jej nie ma albo brakuje jej części.\n"
    f"Zainstaluj ją (Debian i Ubuntu: sudo apt install {' '.join(PACKAGES)}; macOS: brew install pango;\n"
    "Windows: pakiet MSYS2 mingw-w64-ucrt-x86_64-pango) i uruchom to polecenie ponownie."
)


def find_pango() -> bool:
    """Whether the system has every library that PDF files are made with."""
    if os.name == "nt":
        return _weasyprint_finds_it()
    return all(ctypes.util.find_library(name) for name in _LIBRARIES)


def _weasyprint_finds_it() -> bool:
    """Whether WeasyPrint can be loaded: in Windows it knows folders of its own to look for libraries in."""
    try:
        with redirect_stdout(io.StringIO()):  # it says at length how to install what is missing
            import_module("weasyprint")
    except (ImportError, OSError):
        return False
    return True


def install_pango() -> bool:
    """Whether Pango is there, after an attempt to install it where the system lets us."""
    return install_unless_there(find_pango, "Instaluję bibliotekę Pango z pakietów Debiana.", *PACKAGES)


def needs_pango(arguments: list[str]) -> bool:
    """Whether pytest would come to the tests of PDF files."""
    return comes_to(arguments, PDF_TESTS)
