"""Finds Java, which the checkers of HTML and EPUB run on, and installs Debian's where that is allowed."""

from __future__ import annotations

import shutil

from _shared.browsers import comes_to
from _shared.debian import install_unless_there
from _shared.environment import ROOT

EPUB_TESTS = ROOT / "tests" / "whole" / "test_epub.py"

_PACKAGE = "default-jre-headless"

HOW_TO_INSTALL = f"Sprawdzanie HTML i EPUB potrzebuje Javy. W Debianie i Ubuntu: sudo apt install {_PACKAGE}"


def find_java() -> bool:
    """Whether a program of Java can be run."""
    return shutil.which("java") is not None


def install_java() -> bool:
    """Whether Java is there, after an attempt to install it where the system lets us."""
    message = "Instaluję Javę z pakietów Debiana; zwykle trwa to około minuty."
    return install_unless_there(find_java, message, _PACKAGE)


def needs_java(arguments: list[str]) -> bool:
    """Whether pytest would come to the test of the EPUB."""
    return comes_to(arguments, EPUB_TESTS)
