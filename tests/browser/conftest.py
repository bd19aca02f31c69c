"""Gives the browser tests the system's Chromium, the site on a server and in a folder, and readers who visit it."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Generator, Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.typefaces import TYPEFACES, Typeface, reference
from tests.browser.visitor import Visitor
from tests.support.pages import BuiltSite
from tests.support.real import real_catalogue
from tests.support.sites import HostileSite
from tests.support.thorough import at_night

from _shared.browsers import HEADLESS_CHROMIUM, OPTIONS
from _shared.serving import headers_of, served
from goodpractices.catalogue import Catalogue

Visit = Callable[..., Visitor]

HAS_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what failed: whatever state it left a window in, nobody else is to find it so."""
    report = yield
    if report.failed:
        item.stash[HAS_FAILED] = True
    return report


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], environments: Mapping[Typeface, dict[str, str]]
) -> dict[str, Any]:
    """How Chromium is started; without one the tests fail, since a skipped test would look like a passed one."""
    path = HEADLESS_CHROMIUM.find()
    if path is None:
        pytest.fail(HEADLESS_CHROMIUM.how_to_install, pytrace=False)
    return {**browser_type_launch_args, "executable_path": path, "args": OPTIONS, "env": environments["wide"]}


@pytest.fixture(scope="session")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Typeface, dict[str, str]]:
    """The environments in which a browser knows one typeface alone."""
    folder = tmp_path_factory.mktemp("typefaces")
    return {typeface: reference(typeface, folder) for typeface in TYPEFACES}


@pytest.fixture
def typeface(request: pytest.FixtureRequest) -> Typeface:
    """The typeface of the reader: a wide one, unless a test is run in both (``IN_BOTH_TYPEFACES``)."""
    chosen: Typeface = getattr(request, "param", "wide")
    return chosen


@pytest.fixture(scope="session")
def narrow_browser(
    launch_browser: Callable[..., Browser], environments: Mapping[Typeface, dict[str, str]]
) -> Iterator[Browser]:
    """A browser that knows the narrow typeface."""
    browser = launch_browser(env=environments["narrow"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def web(site: BuiltSite) -> Iterator[str]:
    """The address of the real site on a server that says what its settings ask for."""
    with served(site.folder, headers_of(site.folder)) as server:
        yield server.address


@pytest.fixture(scope="session")
def changed_web(changed: BuiltSite) -> Iterator[str]:
    """A server of the site that knows its address on the web and has what the real one has not yet."""
    with served(changed.folder) as server:
        yield server.address


@pytest.fixture(scope="session")
def hostile_web(hostile: HostileSite) -> Iterator[str]:
    """The address of the hostile site on such a server."""
    with served(hostile.site.folder, headers_of(hostile.site.folder)) as server:
        yield server.address


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The entries that the real site is made of."""
    return real_catalogue()


def windows_to_use_again() -> Iterator[defaultdict[Hashable, list[Visitor]]]:
    """Windows that earlier tests left, by what cannot be changed in them; at the end they are closed."""
    windows: defaultdict[Hashable, list[Visitor]] = defaultdict(list)
    yield windows
    for visitor in itertools.chain(*windows.values()):
        visitor.close()


@pytest.fixture(scope="module")
def left() -> Iterator[defaultdict[Hashable, list[Visitor]]]:
    """Windows that earlier tests of a file left."""
    yield from windows_to_use_again()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, typeface: Typeface, web: str, left: defaultdict[Hashable, list[Visitor]]
) -> Iterator[Visit]:
    """Sends a reader to the real site, or to the one at ``base``; the test fails if anything goes wrong around them."""
    visitors: list[tuple[Visitor, list[Visitor]]] = []
    browser: Browser = request.getfixturevalue("browser" if typeface == "wide" else "narrow_browser")

    def send(*, base: str | None = None, javascript: bool = True, offline: bool = False, **window: Any) -> Visitor:
        of_its_kind = left[typeface, base or web, javascript, offline]
        if of_its_kind:
            visitor = of_its_kind.pop()
            visitor.come(**window)
        else:
            visitor = Visitor(browser, base or web, javascript=javascript, offline=offline, **window)
        visitors.append((visitor, of_its_kind))
        return visitor

    yield send
    for visitor, of_its_kind in visitors:
        if not request.node.stash.get(HAS_FAILED, False) and visitor.returns:
            of_its_kind.append(visitor)
        else:
            visitor.close()
    assert [complaint for visitor, _ in visitors for complaint in visitor.complaints] == []


@pytest.fixture(params=[at_night("web"), "folder"])
def anywhere(request: pytest.FixtureRequest, visit: Visit) -> Visit:
    """Sends a reader to the edition in a folder, without a network, and at night to the site on a server too.

    Nearly all other tests see the site on a server.
    """
    if request.param == "web":
        return visit
    folder: Path = request.getfixturevalue("offline_folder")

    def send(**window: Any) -> Visitor:
        return visit(base=f"{folder.as_uri()}/", offline=True, **window)

    return send
