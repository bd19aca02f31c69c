"""What is made once for all the processes that run tests at the same time."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder of this name that the first process to ask for it fills; the others wait, and get the same one.

    Nobody may change what lies in it. Where making it fails, the next process that asks tries again.
    """
    folder = _common_folder(factory) / name
    made = folder.with_suffix(".made")
    with FileLock(folder.with_suffix(".lock")):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what a process left that failed
            folder.mkdir()
            make(folder)
            made.touch()
    return folder


def _common_folder(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of this run; each of several processes has one of its own inside it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
