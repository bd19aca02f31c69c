"""How links are visited: which requests are made with what pauses, and what each answer means."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from goodpractices.editing import Manners, visit_all
from goodpractices.editing.upkeep import visiting
from goodpractices.editing.upkeep.request import Answer
from goodpractices.editing.upkeep.verdicts import State
from goodpractices.wording import Translations

PL = Translations.load("pl")
QUICK = Manners(timeout=0.25, pause=0, may_visit_private=True)


class Pages(BaseHTTPRequestHandler):
    """A small host: what it answers is in the address asked for."""

    asked: ClassVar[list[tuple[float, str]]] = []
    flaky: ClassVar[dict[str, int]] = {}

    def do_GET(self) -> None:
        self.asked.append((time.monotonic(), self.path))
        name = self.path.split("?")[0]
        if name == "/slow":
            time.sleep(0.6)
        if name == "/flaky":
            self.flaky[name] = self.flaky.get(name, 0) + 1
        status = {"/gone": 410, "/missing": 404, "/busy": 503, "/forbidden": 403, "/for-good": 301, "/for-now": 302}
        code = status.get(name, 503 if self.flaky.get(name) == 1 else 302 if name == "/loop" else 200)
        self.send_response(301 if name.startswith("/hop/") and name != "/hop/0" else code)
        target = {"/for-good": "/page", "/for-now": "/page", "/loop": "/loop"}.get(name)
        if name.startswith("/hop/") and name != "/hop/0":
            target = f"/hop/{int(name.removeprefix('/hop/')) - 1}"
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    Pages.asked.clear()
    Pages.flaky.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "state", "detail"),
    [
        ("/page", "fine", "200"),
        ("/ż ó?q=ł", "fine", "200"),
        ("/gone", "dead", "410"),
        ("/missing", "dead", "404"),
        ("/for-now", "fine", "200"),
        ("/for-good", "moved", "elsewhere"),
        ("/busy", "unsure", "503"),
        ("/forbidden", "refused", "403"),
        ("/loop", "unsure", "redirects"),
        ("/slow", "slow", ""),
        ("/flaky", "fine", "200"),
    ],
)
def test_an_answer_tells_what_became_of_a_page(page: str, state: str, detail: str, host: str) -> None:
    visit = visit_all([host + page], QUICK)[host + page]
    assert (visit.state, visit.detail) == (state, detail)
    assert visit.target == (f"{host}/page" if state == "moved" else "")


@pytest.mark.slow
def test_nobody_is_asked_twice_or_without_a_pause(host: str) -> None:
    visit_all([f"{host}/a", f"{host}/b", f"{host}/a"], Manners(timeout=1, pause=0.2, may_visit_private=True))
    assert [path for _, path in Pages.asked] == ["/a", "/b"]
    assert Pages.asked[1][0] - Pages.asked[0][0] >= 0.2


def test_a_refusal_is_not_asked_again(host: str) -> None:
    visit_all([f"{host}/forbidden"], QUICK)
    assert len(Pages.asked) == 1


@pytest.mark.parametrize(
    "address", ["{host}/page", "http://localhost/x", "http://[::1]/", "http://169.254.169.254/latest/"]
)
def test_addresses_of_the_own_network_are_not_asked(address: str, host: str) -> None:
    url = address.format(host=host)
    assert visit_all([url], Manners(pause=0)) == {url: visiting.Visit(url, "unsure", "private")}
    assert Pages.asked == []


@pytest.mark.parametrize("url", ["ftp://example.org/x", "http://", "http://a..b/", "http://example.org:99999/"])
def test_what_is_no_web_address_is_only_reported(url: str) -> None:
    assert visit_all([url], QUICK)[url].state == "unsure"


def test_five_redirects_are_followed_and_a_sixth_is_not(host: str) -> None:
    five, six = f"{host}/hop/5", f"{host}/hop/6"
    visits = visit_all([five, six], Manners(timeout=30, pause=0, may_visit_private=True))  # six answers take time
    assert visits[five] == visiting.Visit(five, "moved", "elsewhere", f"{host}/hop/0")
    assert visits[six] == visiting.Visit(six, "unsure", "redirects")


def test_an_answer_is_asked_for_twice_before_nothing_is_known(host: str) -> None:
    visit_all([f"{host}/busy"], QUICK)
    assert len(Pages.asked) == 2


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited between requests, without waiting."""
    found: list[float] = []
    monkeypatch.setattr(time, "sleep", found.append)
    return found


def test_between_two_requests_to_one_host_there_is_one_pause(host: str, waits: list[float]) -> None:
    manners = Manners(timeout=1, pause=0.25, may_visit_private=True)
    visit_all([f"{host}/a", f"{host}/b", f"{host}/c"], manners)
    assert waits == [0.25, 0.25]
    waits.clear()
    visit_all([f"{host}/a"], manners)
    assert waits == []
    visit_all([f"{host}/busy"], manners)
    assert waits == [0.25]


@pytest.mark.parametrize("tries", [1, 3])
def test_a_host_is_asked_as_often_as_manners_allow(host: str, waits: list[float], tries: int) -> None:
    visit_all([f"{host}/busy"], Manners(timeout=1, tries=tries, may_visit_private=True))
    assert len(Pages.asked) == tries
    assert waits == [1] * (tries - 1)


@pytest.mark.parametrize(
    ("status", "location", "tries", "state", "detail"),
    [
        (200, "", 1, "fine", "200"),
        (299, "", 1, "fine", "299"),
        (300, "", 2, "unsure", "300"),
        (302, "", 2, "unsure", "302"),
        (199, "", 2, "unsure", "199"),
        (401, "", 1, "login", "401"),
        (403, "", 1, "refused", "403"),
        (404, "", 1, "dead", "404"),
        (410, "", 1, "dead", "410"),
        (429, "", 1, "refused", "429"),
        (500, "", 2, "unsure", "500"),
    ],
)
def test_a_status_tells_what_became_of_a_page(
    monkeypatch: pytest.MonkeyPatch, status: int, location: str, tries: int, state: str, detail: str
) -> None:
    asked: list[str] = []

    def answer(url: str, *_: object, **__: object) -> Answer:
        asked.append(url)
        return Answer(status, location)

    monkeypatch.setattr(visiting, "ask", answer)
    url = "https://example.org/a"
    assert visit_all([url], QUICK) == {url: visiting.Visit(url, state, detail)}  # type: ignore[arg-type]
    assert asked == [url] * tries


@pytest.mark.parametrize(
    ("statuses", "visit"),
    [
        ([(301, "/b"), (200, "")], ("moved", "elsewhere", "https://example.org/b")),
        ([(308, "b"), (200, "")], ("moved", "elsewhere", "https://example.org/b")),
        ([(301, "http://www.example.org/a/"), (200, "")], ("moved", "", "http://www.example.org/a/")),
        ([(302, "/b"), (200, "")], ("fine", "200", "")),
        ([(303, "/b"), (200, "")], ("fine", "200", "")),
        ([(307, "/b"), (200, "")], ("fine", "200", "")),
        ([(301, "/b"), (302, "/c"), (200, "")], ("fine", "200", "")),
        ([(301, "/a"), (200, "")], ("fine", "200", "")),
        ([(301, "/b"), (404, "")], ("dead", "404", "")),
        ([(301, "https://inny.example/"), (200, "")], ("home", "", "https://inny.example/")),
        ([(302, "/pl/"), (200, "")], ("home", "", "https://example.org/pl/")),
        ([(302, "/logowanie?do=a"), (200, "")], ("login", "", "https://example.org/logowanie?do=a")),
        ([(301, "/b#dzial"), (200, "")], ("moved", "elsewhere", "https://example.org/b")),
    ],
)
def test_a_page_moved_for_good_if_every_step_says_so(
    monkeypatch: pytest.MonkeyPatch, statuses: list[tuple[int, str]], visit: tuple[str, str, str]
) -> None:
    answers = iter(statuses)
    monkeypatch.setattr(visiting, "ask", lambda *_, **__: Answer(*next(answers)))
    url = "https://example.org/a"
    assert visit_all([url], QUICK) == {url: visiting.Visit(url, *visit)}  # type: ignore[arg-type]


@pytest.mark.parametrize(("number", "state"), [(socket.EAI_NONAME, "dead"), (socket.EAI_AGAIN, "unsure")])
def test_a_name_that_does_not_exist_is_dead_and_one_that_is_not_found_today_is_not(
    monkeypatch: pytest.MonkeyPatch, number: int, state: str
) -> None:
    def look_up(*_: object, **__: object) -> None:
        raise socket.gaierror(number, "x")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    visit = visit_all(["https://example.org/"], Manners(pause=0))["https://example.org/"]
    assert (visit.state, visit.detail) == (state, "host")


def test_what_is_fine_is_not_looked_at_and_the_rest_by_its_address() -> None:
    states: tuple[State, ...] = ("unsure", "fine", "dead", "moved", "dead")
    visits = [visiting.Visit(f"https://{n}/", state) for n, state in enumerate(states)]
    assert [each.url for each in visiting.worst_first({each.url: each for each in visits})] == [
        *("https://2/", "https://4/", "https://3/", "https://0/"),
    ]
