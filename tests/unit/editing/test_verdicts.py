"""What a status, a page and an address mean for whoever looks after a link."""

import socket

import pytest

from goodpractices.editing.upkeep.public_hosts import public_addresses
from goodpractices.editing.upkeep.verdicts import (
    WORST_FIRST,
    is_home,
    is_login,
    is_same_matter,
    of_failure,
    of_page,
    of_status,
    says_missing,
)


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ((200, 204, 299), "fine"),
        ((404, 410), "dead"),
        ((401, 407), "login"),
        ((403, 405, 406, 418, 429, 451, 999), "refused"),
        ((199, 300, 400, 402, 500, 503), "unsure"),
    ],
)
def test_a_status_is_told_by_what_to_do_about_it(statuses: tuple[int, ...], state: str) -> None:
    assert [of_status(each) for each in statuses] == [(state, str(each)) for each in statuses]


def test_the_worst_comes_first() -> None:
    worst = "dead home says_missing moved login certificate refused slow unsure"
    assert " ".join(WORST_FIRST) == worst


ASKED = "https://example.org/praktyki/las-w-miescie"


@pytest.mark.parametrize(
    ("reached", "page", "for_good", "verdict"),
    [
        (ASKED, "<title>Las</title>", True, None),
        (ASKED, "<title>Nie znaleziono strony</title>", True, ("says_missing", "")),
        ("https://login.example.org/las", "", True, ("login", "")),
        ("https://example.org/", "", True, ("home", "")),
        ("https://example.org/nowe/las-w-miescie", "", True, ("moved", "")),
        ("https://example.org/aktualnosci", "", True, ("moved", "elsewhere")),
        ("https://example.org/nowe/las-w-miescie", "", False, None),
    ],
)
def test_a_page_is_judged_by_where_it_is_and_what_it_says(
    reached: str, page: str, for_good: bool, verdict: tuple[str, str] | None
) -> None:
    assert of_page(ASKED, reached, page, for_good=for_good) == verdict


def test_who_asked_for_a_home_or_a_login_gets_what_was_asked_for() -> None:
    assert of_page("https://example.org/pl", "https://example.org/", "", for_good=False) is None
    assert of_page("https://login.example.org/a", "https://login.example.org/b", "", for_good=False) is None


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (TimeoutError(), ("slow", "")),
        (socket.gaierror(socket.EAI_NONAME, "x"), ("dead", "host")),
        (socket.gaierror(socket.EAI_AGAIN, "x"), ("unsure", "host")),
        (ConnectionResetError(), ("unsure", "ConnectionResetError")),
    ],
)
def test_a_failure_is_told_by_its_kind(error: Exception, verdict: tuple[str, str]) -> None:
    assert of_failure(error) == verdict


@pytest.mark.parametrize(
    ("path", "home", "login"),
    [
        ("", True, False),
        ("/pl/", True, False),
        ("/en-GB", True, False),
        ("/index.html", True, False),
        ("/pl/start.php", True, False),
        ("/plan", False, False),
        ("/?id=3", False, False),
        ("/wp-login.php", False, True),
        ("/konto/zaloguj", False, True),
        ("/sign-in/las", False, True),
        ("/katalog-login", False, False),
    ],
)
def test_a_home_page_and_a_login_are_known_by_their_addresses(path: str, home: bool, login: bool) -> None:
    address = f"https://example.org{path}"
    assert (is_home(address), is_login(address)) == (home, login)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://example.org/a/las-w-miescie.html", "https://www.example.org/nowe/las-w-miescie/", True),
        ("http://example.org/Las", "https://example.org/las", True),
        ("http://example.org/a/", "https://www.example.org/a", True),
        ("http://example.org/a?x=1", "https://example.org/a?x=2", False),
        ("http://example.org/jeden-dwa", "https://example.org/dwa", True),
        ("http://example.org/jeden-dwa-trzy", "https://example.org/dwa", False),
        ("http://example.org/%C5%82%C4%85ka", "https://example.org/x/łąka", True),
        ("http://example.org/?tytul=las", "https://example.org/las", True),
        ("http://example.org/ab", "https://example.org/ab/cd", False),
    ],
)
def test_two_addresses_are_of_the_same_matter_by_half_of_their_words(one: str, other: str, same: bool) -> None:
    assert is_same_matter(one, other) == same


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("<title>404</title>", True),
        ("<h1 class='x'>Page <b>not found</b></h1>", True),
        ("<title>Pokój 404</title>", False),
        ("<title>Błąd 404</title>", True),
        ("<title>Strona nie\n istnieje</title>", True),
        ("<p>not found</p>", False),
        ("<title>Las</title><h1>Nie znaleziono</h1>", True),
        ("<title>Nie znaleziono lepszych</title>", False),
        ("<title>Strona&nbsp;nie&nbsp;istnieje</title>", True),
    ],
)
def test_a_page_that_is_not_there_says_so_in_its_title_or_heading(page: str, missing: bool) -> None:
    assert says_missing(page) == missing


def test_a_host_is_looked_up_with_its_port_for_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def looked_up(host: str, port: int, **given: object) -> list[tuple[object, ...]]:
        asked.append((host, port, given))
        return [(0, 0, 0, "", (each, port)) for each in ("93.184.215.14", "93.184.215.14", "1.1.1.1")]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    assert public_addresses("example.org", 8443, 5) == ["93.184.215.14", "1.1.1.1"]
    assert asked == [("example.org", 8443, {"type": socket.SOCK_STREAM})]


def test_what_the_system_says_of_a_name_is_said_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object, **__: object) -> list[tuple[object, ...]]:
        raise UnicodeError("label too long")

    monkeypatch.setattr(socket, "getaddrinfo", refusing)
    with pytest.raises(OSError, match="label too long"):
        public_addresses("example.org", 80, 5)
