"""Gives the journeys their browser and both editions of the site; what each came to goes into a table at the end."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright
from tests.browsers.browsers import Browsers
from tests.browsers.table import LEFT_OUT, cell_of
from tests.browsers.window import Browser, LeftOut, Window
from tests.support.pages import BuiltSite
from tests.support.thorough import at_night

from _shared.serving import headers_of, served

pytest.register_assert_rewrite("tests.browsers.journeys")  # or a failed claim would not say what it compared

Visit = Callable[..., Window]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Say which cell of the table a test is, before anything of it can go wrong."""
    if cell := cell_of(item):
        item.user_properties.append(cell)


@pytest.fixture(scope="session")
def browsers(playwright: Playwright) -> Iterator[Browsers]:
    """The browsers that were started, each once."""
    started = Browsers(playwright)
    yield started
    started.close()


@pytest.fixture
def running(request: pytest.FixtureRequest, browsers: Browsers) -> Browser:
    """The browser of the tests of this class; they are left out where it cannot be had, and the table says so."""
    try:
        return browsers.started(request.cls.browser)
    except LeftOut as reason:
        request.node.user_properties.append((LEFT_OUT, str(reason)))
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def web(site: BuiltSite) -> Iterator[str]:
    """The address of the real site on a server that says what its settings ask for."""
    with served(site.folder, headers_of(site.folder)) as server:
        yield server.address


@pytest.fixture(scope="session")
def folder(offline_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the edition from a folder, where somebody unpacked it."""
    place = tmp_path_factory.mktemp("usb") / "Katalog #1 – 100% żółć"
    return f"{Path(shutil.copytree(offline_folder, place)).as_uri()}/"


@pytest.fixture(params=["web", at_night("folder")])
def base(request: pytest.FixtureRequest) -> str:
    """The address of an edition of the site."""
    address: str = request.getfixturevalue(request.param)
    return address


@pytest.fixture
def visit(running: Browser, base: str) -> Iterator[Visit]:
    """Opens windows on the edition at hand; the test fails if anything goes wrong around them."""
    windows: list[Window] = []
    with ExitStack() as open_windows:

        def send(**asked: Any) -> Window:
            windows.append(open_windows.enter_context(running.window(base, **asked)))
            return windows[-1]

        yield send
        for window in windows:
            window.listen()
    assert [complaint for window in windows for complaint in window.complaints] == []


@pytest.fixture
def without(request: pytest.FixtureRequest) -> Callable[[LeftOut], None]:
    """Notes a part of a journey that this browser cannot go, for the table."""

    def note(reason: LeftOut) -> None:
        request.node.user_properties.append((LEFT_OUT, str(reason)))

    return note
