"""Gives the browser tests the system's Chromium; pytest-playwright brings ``browser``, ``context`` and ``page``."""

from typing import Any

import pytest

from _chromium import HOW_TO_INSTALL, find_chromium

# Root needs --no-sandbox; the others keep Chromium from asking hosts of its own for updates.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How Chromium is started; without one the tests fail, since a skipped test would look like a passed one."""
    path = find_chromium()
    if path is None:
        pytest.fail(HOW_TO_INSTALL, pytrace=False)
    return {**browser_type_launch_args, "executable_path": path, "args": OPTIONS}
