"""The nightly look: links asked for politely, dead ones with a hint, reviews that are due."""

import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from tests.support.entries import add, entry, loaded, practices_folder
from tests.support.samples import with_registry

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import Manners, links_of, overdue_reviews, upkeep_report, visit_all
from goodpractices.editing.upkeep import visiting
from goodpractices.editing.upkeep.links import Link
from goodpractices.editing.upkeep.reviews import Overdue
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


def test_five_redirects_are_followed_and_a_sixth_is_not(host: str) -> None:
    five, six = f"{host}/hop/5", f"{host}/hop/6"
    visits = visit_all([five, six], QUICK)
    assert visits[five] == visiting.Visit(five, "moved", "", f"{host}/hop/0")
    assert visits[six] == visiting.Visit(six, "unsure", "redirects")


def test_an_answer_is_asked_for_twice_before_nothing_is_known(host: str) -> None:
    visit_all([f"{host}/busy"], QUICK)
    assert len(Pages.asked) == 2


def link(url: str, where: str = "las.sources.s1", **known: Any) -> Link:
    return Link(url=url, where=where, **known)


def test_a_report_tells_what_to_do_about_each_link_the_worst_first() -> None:
    links = [
        link("https://a.example/", copy="https://kopia.example/a"),
        link("https://a.example/", "las.goals"),
        link("https://b.example/"),
        link("https://c.example/"),
        link("https://d.example/"),
    ]
    visits = {
        "https://d.example/": visiting.Visit("https://d.example/", "fine", "200"),
        "https://c.example/": visiting.Visit("https://c.example/", "unsure", "TimeoutError"),
        "https://b.example/": visiting.Visit("https://b.example/", "moved", target="https://nowe.example/"),
        "https://a.example/": visiting.Visit("https://a.example/", "dead", "404"),
    }
    overdue = [Overdue("las", "Las", date(2026, 3, 1))]
    assert upkeep_report(links, visits, overdue, PL).splitlines() == [
        "## Odnośniki",
        "",
        "Sprawdzono 4 adresy, do obejrzenia: 3.",
        "",
        "- Nie działa (` 404 `): ` https://a.example/ `",
        "  - Gdzie: ` las.sources.s1 `, ` las.goals `",
        "  - Kopia jest już we wpisie: ` https://kopia.example/a `",
        "",
        "- Przeniesiono na stałe: ` https://b.example/ ` → ` https://nowe.example/ `",
        "  - Gdzie: ` las.sources.s1 `",
        "",
        "- Nie wiadomo (` TimeoutError `), sprawdź w przeglądarce: ` https://c.example/ `",
        "  - Gdzie: ` las.sources.s1 `",
        "",
        "## Przeglądy",
        "",
        "1 opis czeka na przegląd.",
        "- ` las `: przejrzeć do 2026-03-01",
    ]


def test_every_kind_of_address_of_a_practice_is_looked_at(tmp_path: Path) -> None:
    given = {
        "sources": [
            {
                **{"id": "s1", "title": "Raport", "url": "https://example.org/a", "retrieved": "2026-01-05"},
                "archive_url": "https://web.archive.org/a",
            }
        ],
        "events": [{"title": "Gala"}, {"title": "Dzień otwarty", "url": "https://example.org/b"}],
        "evaluation": {"type": "internal", "url": "https://example.org/c", "source": "s1"},
    }
    links = links_of(loaded(tmp_path, las={**given, "editorial": {"state": "published"}}))
    assert [each for each in links if each.where.startswith("las")] == [
        Link("https://example.org/a", "las.sources.s1", date(2026, 1, 5), "https://web.archive.org/a"),
        Link("https://example.org/b", "las.events[1]"),
        Link("https://example.org/c", "las.evaluation"),
    ]


def test_records_that_practices_share_are_looked_at_as_well(tmp_path: Path) -> None:
    records = {
        "_registry/organisations": [
            {"id": "mops", "name": "Ośrodek", "kind": "urzad", "url": "https://mops.example.org/"}
        ],
        "_registry/programmes": [{"id": "fz", "name": "Fundusz", "level": "local", "url": "https://fz.example.org/"}],
    }
    assert [(each.url, each.where) for each in links_of(with_registry(tmp_path, records, {}))] == [
        ("https://fz.example.org/", "programmes.fz"),
        ("https://mops.example.org/", "organisations.mops"),
    ]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("[a](https://example.org/a)", ["https://example.org/a"]),
        ("[a]( <https://example.org/a> )", ["https://example.org/a"]),
        ('[a](https://example.org/a "tytuł")', ["https://example.org/a"]),
        ("[a][1]\n\n  [1]: <https://example.org/a>", ["https://example.org/a"]),
        ("http://example.org/a", []),
    ],
)
def test_an_address_in_a_story_is_found_however_it_is_written(text: str, urls: list[str], tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}}, f"## Cele\n\n{text}\n"))
    assert [each.url for each in links_of(load_catalogue(folder)) if each.where == "las.goals"] == urls
