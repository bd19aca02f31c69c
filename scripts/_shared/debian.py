"""Installs what no Python package brings along, where the system is Debian's and lets us."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

from _shared.console import announce


def may_install() -> bool:
    """Whether packages of the system can be installed without asking anybody."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install_unless_there(is_there: Callable[[], bool], message: str, *packages: str) -> bool:
    """Whether something is there, after an attempt to install it, announced in a sentence, where the system lets us."""
    if not is_there() and may_install():
        announce(message)
        install_from_debian(*packages)
    return is_there()


def install_from_debian(*packages: str) -> None:
    """Install packages; what goes wrong is printed, and the caller sees what is there afterwards."""
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        done = subprocess.run(
            ["apt-get", *command], env=quietly, capture_output=True, encoding="utf-8", errors="replace"
        )
        if done.returncode:
            announce(done.stderr)
