"""One request: to the address that was checked, over by its deadline whatever the host does, and what it came to."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException

import pytest
from tests.support.entries import CASES

from goodpractices.editing import Manners, visit_all
from goodpractices.editing.upkeep import request
from goodpractices.editing.upkeep.public_hosts import NotPublic, is_public, public_addresses
from goodpractices.editing.upkeep.request import Answer, Deadline, ask
from goodpractices.editing.upkeep.verdicts import of_failure, says_missing

Host = Callable[[socket.socket], None]
QUICK = Manners(timeout=0.3, pause=0, tries=1, may_visit_private=True)


@contextmanager
def served(answer: Host) -> Iterator[int]:
    """The port of a host on this machine that answers each connection in its own way."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                reached, _ = listening.accept()
                with suppress(OSError), reached:
                    answer(reached)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()


def after_request(*parts: bytes, pause: float = 0) -> Host:
    """A host that hears a request out and says some parts of an answer, with a pause before each."""

    def answer(reached: socket.socket) -> None:
        while not reached.recv(65_536).endswith(b"\r\n\r\n"):
            pass
        for part in parts:
            time.sleep(pause)
            reached.sendall(part)

    return answer


def endlessly(part: bytes, pause: float = 0) -> Host:
    def answer(reached: socket.socket) -> None:
        while True:
            reached.sendall(part)
            time.sleep(pause)

    return answer


def ask_at(port: int, path: str = "/", seconds: float = 0.3, scheme: str = "http") -> Answer:
    return ask(f"{scheme}://127.0.0.1:{port}{path}", Deadline.after(seconds), may_be_private=True)


# ----- time and bytes


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (endlessly(b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000), HTTPException),
        (endlessly(b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.01), TimeoutError),
        (endlessly(b"X", pause=0.02), TimeoutError),
        (after_request(b"HTTP/1.1 200 OK\r\n", *[b"X"] * 200, pause=0.02), TimeoutError),
        (after_request(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200), HTTPException),
        (after_request(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000), HTTPException),
        (after_request(b"SSH-2.0-OpenSSH\r\n"), HTTPException),
        (after_request(), HTTPException),
        (lambda _: time.sleep(0.5), TimeoutError),
    ],
    ids=["100s", "slow 100s", "bytes", "slow headers", "headers", "a long header", "SSH", "nothing", "silence"],
)
def test_no_host_holds_a_visit_longer_than_its_deadline(answer: Host, failure: type[Exception]) -> None:
    with served(answer) as port:
        started = time.monotonic()
        with pytest.raises((failure, ConnectionError)):
            ask_at(port)
        assert time.monotonic() - started < 0.6


def test_a_page_without_end_is_left_after_its_beginning() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

    def answer(reached: socket.socket) -> None:
        after_request(head)(reached)
        endlessly(b"<p>x</p>" * 1_000)(reached)

    with served(answer) as port:
        found = ask_at(port, seconds=5)
    assert found.status == 200
    assert len(found.page) < 200_000


@pytest.mark.slow
def test_all_steps_of_a_visit_share_one_deadline() -> None:
    step = after_request(b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", pause=0.12)
    with served(step) as port:
        started = time.monotonic()
        visit = visit_all([url := f"http://127.0.0.1:{port}/"], QUICK)[url]
    assert (visit.state, visit.detail) == ("slow", "")
    assert time.monotonic() - started < 0.6


def test_a_name_server_that_never_answers_holds_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        time.sleep(0.3)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(TimeoutError):
        public_addresses("example.org", 443, 0.05)


# ----- addresses


PRIVATE = """
127.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 198.18.0.1
192.0.2.1 240.0.0.1 :: ::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1 ff0e::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
64:ff9b::7f00:1 64:ff9b::a00:1 ::7f00:1 2002:7f00:1:: 2002:a00:1:: 2001::1 2001:0:7f00:1:: 2001:db8::1 64:ff9b:1::1
100::1
"""
PUBLIC = "93.184.215.14 2606:2800:21f:cb07:6820:80da:af6b:8b2c 64:ff9b::5db8:d70e ::ffff:93.184.215.14"
THIS_MACHINE = "127.0.0.1 2130706433 0x7f000001 0177.0.0.1 127.1 [::1] [::ffff:127.0.0.1] localhost 0"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_no_form_of_a_private_address_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", THIS_MACHINE.split())
def test_a_host_of_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(NotPublic):
        ask(f"http://{host}/", Deadline.after(1))


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[tuple[str, int]] = []
    answers = iter([["93.184.215.14"], ["127.0.0.1"]])

    def look_up(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", (each, 80)) for each in next(answers)]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ConnectionRefusedError):
        ask("http://example.org/", Deadline.after(1))
    assert connected == [("93.184.215.14", 80)]
    with pytest.raises(NotPublic):
        ask("http://example.org/", Deadline.after(1))


@pytest.mark.parametrize("addresses", [["93.184.215.14", "10.0.0.1"], ["fe80::1%eth0"]])
def test_a_name_that_leads_home_in_any_way_is_not_asked(addresses: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", (each, 443)) for each in addresses])
    url = "https://example.org/"
    assert visit_all([url], Manners(pause=0))[url].detail == "private"


def test_each_step_of_a_redirect_is_checked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    def noting(host: str, port: int, seconds: float, *, may_be_private: bool) -> list[str]:
        checked.append(host)
        if host == "localhost":
            raise NotPublic(host)
        return public_addresses(host, port, seconds, may_be_private=may_be_private)

    monkeypatch.setattr(request, "public_addresses", noting)
    home = b"HTTP/1.1 301 Moved\r\nLocation: http://localhost/x\r\nContent-Length: 0\r\n\r\n"
    with served(after_request(home)) as port:
        visit = visit_all([url := f"http://127.0.0.1:{port}/a"], QUICK)[url]
    assert checked == ["127.0.0.1", "localhost"]
    assert (visit.state, visit.detail) == ("unsure", "private")


# ----- what is asked and answered


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("", b"GET / HTTP/1.1"),
        ("/ż ó?q=ł&r='1'", b"GET /%C5%BC%20%C3%B3?q=%C5%82&r=%271%27 HTTP/1.1"),
        ("/a'b%20c", b"GET /a'b%20c HTTP/1.1"),
    ],
)
def test_a_request_is_made_as_a_browser_would(path: str, line: bytes) -> None:
    heard: list[bytes] = []

    def answer(reached: socket.socket) -> None:
        heard.extend(reached.recv(65_536).split(b"\r\n"))
        reached.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")

    with served(answer) as port:
        assert ask_at(port, path) == Answer(204)
    assert heard == [
        line,
        f"Host: 127.0.0.1:{port}".encode(),
        b"Accept-Encoding: identity",
        b"User-Agent: katalog-dobrych-praktyk (sprawdzanie odnosnikow)",
        b"Accept: */*",
        b"",
        b"",
    ]


def test_a_usual_port_is_not_named_to_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    near, far = socket.socketpair()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.215.14", 443))])
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: near)
    monkeypatch.setattr(request, "_secured", lambda plain, host, _: plain if host == "xn--w-uga1v8h.pl" else None)
    far.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
    assert ask("https://żółw.pl/", Deadline.after(1)).status == 204
    assert b"\r\nHost: xn--w-uga1v8h.pl\r\n" in far.recv(65_536)


@pytest.mark.parametrize(
    ("location", "found"),
    [
        ("/zielona-łąka".encode(), "/zielona-łąka"),
        (b"/%C5%82", "/%C5%82"),
        (b"/caf\xe9", "/café"),
        (b"https://\xc5\xbc.pl/", "https://ż.pl/"),
    ],
)
def test_a_further_address_is_understood_in_whatever_it_is_written(location: bytes, found: str) -> None:
    answer = b"HTTP/1.1 301 Moved\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
    with served(after_request(answer)) as port:
        assert ask_at(port).location == found


@pytest.mark.parametrize(
    ("title", "is_missing"),
    [
        ("<title>404 Not Found</title>", True),
        ("<title>Gmina</title><body><h1 class='x'>Strona nie <b>istnieje</b></h1>", True),
        ("<title>Błąd 404 | Gmina</title>", True),
        ("<title>Nie znaleziono strony</title>", True),
        ("<TITLE>\n Seite nicht gefunden\n</TITLE>", True),
        ("<title>Nie&nbsp;znaleziono</title>", True),
        ("<title>404</title>", True),
        ("<title>Uchwała nr 404 w sprawie parku</title>", False),
        ("<title>404 nowe mieszkania</title>", False),
        ("<title>Las</title><p>Strony nie znaleziono</p>", False),
        ("", False),
    ],
)
def test_a_page_that_says_it_is_not_there_is_heard(title: str, is_missing: bool) -> None:
    assert says_missing(title) == is_missing
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + title.encode()
    with served(after_request(answer)) as port:
        visit = visit_all([url := f"http://127.0.0.1:{port}/a"], QUICK)[url]
    assert visit.state == ("says_missing" if is_missing else "fine")


def test_a_page_of_an_unknown_encoding_is_read_all_the_same() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=nic\r\n\r\n<title>Not found</title>"
    with served(after_request(answer)) as port:
        assert ask_at(port).page == "<title>Not found</title>"


def test_a_certificate_that_a_host_issued_itself_is_told_of() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CASES / "certificates" / "self-signed.pem")

    def answer(reached: socket.socket) -> None:
        with context.wrap_socket(reached, server_side=True):
            pass

    with served(answer) as port:
        visit = visit_all([url := f"https://localhost:{port}/"], QUICK)[url]
    assert (visit.state, visit.detail) == ("certificate", "certificate_self_signed")


@pytest.mark.parametrize(
    ("code", "detail"),
    [
        (10, "expired"),
        (18, "self_signed"),
        (19, "self_signed"),
        (62, "other_host"),
        (20, "unknown"),
    ],
)
def test_each_fault_of_a_certificate_has_its_words(code: int, detail: str) -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code = code
    assert of_failure(error) == ("certificate", f"certificate_{detail}")


@pytest.mark.slow
def test_a_connection_that_cannot_be_made_secure_is_told_of() -> None:
    with served(after_request(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as port:
        listening = f"https://127.0.0.1:{port}/"
        assert of_failure(ssl.SSLError()) == ("certificate", "tls")
        assert visit_all([listening], QUICK)[listening].state in ("certificate", "slow")
