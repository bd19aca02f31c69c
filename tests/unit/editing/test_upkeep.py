"""The nightly look: links asked for politely, dead ones with a hint, reviews that are due."""

import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from tests.support.entries import add, entry, loaded, practices_folder

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import Manners, links_of, overdue_reviews, upkeep_report, visit_all
from goodpractices.editing.upkeep import visiting
from goodpractices.wording import Translations

PL = Translations.load("pl")
QUICK = Manners(timeout=0.5, pause=0, may_visit_private=True)


class Pages(BaseHTTPRequestHandler):
    """A small host: what it answers is in the address asked for."""

    asked: ClassVar[list[tuple[float, str]]] = []
    flaky: ClassVar[dict[str, int]] = {}

    def do_GET(self) -> None:
        self.asked.append((time.monotonic(), self.path))
        name = self.path.split("?")[0]
        if name == "/slow":
            time.sleep(1)
        if name == "/flaky":
            self.flaky[name] = self.flaky.get(name, 0) + 1
        status = {"/gone": 410, "/missing": 404, "/busy": 503, "/forbidden": 403, "/for-good": 301, "/for-now": 302}
        code = status.get(name, 503 if self.flaky.get(name) == 1 else 302 if name == "/loop" else 200)
        self.send_response(code)
        target = {"/for-good": "/page", "/for-now": "/page", "/loop": "/loop"}.get(name)
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


@pytest.mark.parametrize(
    ("page", "state", "detail"),
    [
        ("/page", "fine", "200"),
        ("/ż ó?q=ł", "fine", "200"),
        ("/gone", "dead", "410"),
        ("/missing", "dead", "404"),
        ("/for-now", "fine", "200"),
        ("/for-good", "moved", ""),
        ("/busy", "unsure", "503"),
        ("/forbidden", "unsure", "403"),
        ("/loop", "unsure", "redirects"),
        ("/slow", "unsure", "TimeoutError"),
        ("/flaky", "fine", "200"),
    ],
)
def test_an_answer_tells_what_became_of_a_page(page: str, state: str, detail: str, host: str) -> None:
    visit = visit_all([host + page], QUICK)[host + page]
    assert (visit.state, visit.detail) == (state, detail)
    assert visit.target == (f"{host}/page" if state == "moved" else "")


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


LINKED = {
    "sources": [{"id": "s1", "title": "Raport", "url": "https://example.org/raport", "retrieved": "2026-01-05"}],
    "documents": [{"title": "Uchwała", "url": "https://example.org/uchwala"}],
}


def test_every_address_of_a_published_practice_is_found_with_its_place(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    body = "## Cele\n\nZob. [plan](https://example.org/plan) i <https://example.org/auto>.\n"
    add(folder, "las/index.md", entry({**LINKED, "editorial": {"state": "published"}}, body))
    add(folder, "szkic/index.md", entry({**LINKED, "editorial": {"state": "draft"}}, body))
    catalogue = load_catalogue(folder)
    assert [(link.url, link.where) for link in links_of(catalogue) if link.where.startswith(("las", "szkic"))] == [
        ("https://example.org/auto", "las.goals"),
        ("https://example.org/plan", "las.goals"),
        ("https://example.org/raport", "las.sources.s1"),
        ("https://example.org/uchwala", "las.documents[0]"),
    ]


def test_a_dead_link_comes_with_the_address_of_a_copy_to_try(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, las={**LINKED, "editorial": {"state": "published"}})
    links = links_of(catalogue)
    visits = {link.url: visiting.Visit(link.url, "dead", "404") for link in links}
    report = upkeep_report(links, visits, [], PL)
    assert "https://web.archive.org/web/20260105/https://example.org/raport" in report
    assert "https://web.archive.org/web/*/https://example.org/uchwala" in report
    assert "las.documents[0]" in report


def test_reviews_that_are_due_are_reported_the_longest_overdue_first(tmp_path: Path) -> None:
    def editorial(**days: str) -> dict[str, object]:
        return {"editorial": {"state": "published", **days}}

    catalogue = loaded(
        tmp_path,
        a=editorial(review_by="2026-03-01"),
        b=editorial(reviewed_on="2024-02-29"),
        c=editorial(review_by="2026-11-22"),
        d=editorial(),
        e={"editorial": {"state": "draft", "review_by": "2020-01-01"}},
    )
    found = overdue_reviews(catalogue, date(2026, 11, 22))
    assert [(each.practice, each.due.isoformat()) for each in found] == [("b", "2026-02-28"), ("a", "2026-03-01")]
    assert "2 opisy czekają na przegląd." in upkeep_report([], {}, found, PL)
