"""One request to a host: to an address that was checked, in a time and a number of bytes that are bounded over all."""

import io
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any, Literal
from urllib.parse import SplitResult, quote, urlsplit

from .public_hosts import public_addresses

AGENT = "katalog-dobrych-praktyk (sprawdzanie odnosnikow)"
_MOST_BYTES = 200_000
"""Of an answer, its head and all that comes before it."""
_MOST_OF_A_PAGE = 65_536
_PORTS = {"http": 80, "https": 443}
_IN_PATHS = "/%:@!$&'()*+,;=~-._"
_IN_QUERIES = "/%:@!$&()*+,;=~-._?"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: its status, the further address if it names one, and the beginning of a page of HTML."""

    status: int
    location: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment by which everything has to be over, on the clock of ``time.monotonic``."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        return cls(time.monotonic() + seconds)

    def seconds_left(self) -> float:
        """How long one may still wait.

        Raises:
            TimeoutError: it is over.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def ask(url: str, deadline: Deadline, *, may_be_private: bool = False) -> Answer:
    """Ask for an address as a browser would.

    Raises:
        NotPublic: the host is in a network of this machine.
        OSError: the host cannot be reached, or its certificate is not in order (``ssl.SSLError``).
        TimeoutError: it was not over by the deadline.
        HTTPException: what it answers is no HTTP, or has no end.
        ValueError: the address is none of the web.
    """
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError(parts.scheme)
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    port = parts.port or _PORTS[parts.scheme]
    addresses = public_addresses(host, port, deadline.seconds_left(), may_be_private=may_be_private)
    with _connected(addresses, port, deadline) as plain:
        reached = _secured(plain, host, deadline) if parts.scheme == "https" else plain
        with closing(HTTPConnection(host, port)) as connection:
            connection.default_port = _PORTS[parts.scheme]  # no host is named with its usual port
            connection.sock = _BoundedSocket(reached, deadline)
            connection.request("GET", _path(parts), headers={"User-Agent": AGENT, "Accept": "*/*"})
            return _answer(connection.getresponse())


def _path(parts: SplitResult) -> str:
    return quote(parts.path or "/", safe=_IN_PATHS) + (
        f"?{quote(parts.query, safe=_IN_QUERIES)}" if parts.query else ""
    )


@contextmanager
def _connected(addresses: list[str], port: int, deadline: Deadline) -> Iterator[socket.socket]:
    """A connection to the first of some addresses that takes it."""
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            reached = socket.create_connection((address, port), timeout=deadline.seconds_left())
        except OSError as error:
            failure = error
            continue
        with reached:
            yield reached
        return
    raise failure


def _secured(plain: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
    plain.settimeout(deadline.seconds_left())
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _answer(response: HTTPResponse) -> Answer:
    location = response.getheader("Location") or ""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()  # as many hosts write it, against the standard
    is_page = response.status == 200 and "html" in (response.getheader("Content-Type") or "").casefold()
    return Answer(response.status, location, _beginning(response) if is_page else "")


def _beginning(response: HTTPResponse) -> str:
    """The beginning of a page, up to its first heading; the host has answered, so no failure matters here."""
    page = b""
    with suppress(OSError, HTTPException, ValueError):
        while len(page) < _MOST_OF_A_PAGE and b"</h1" not in page and (more := response.read1(_MOST_OF_A_PAGE)):
            page += more
    with suppress(LookupError):
        return page.decode(response.headers.get_content_charset("utf-8"), errors="replace")
    return page.decode(errors="replace")


class _BoundedSocket:
    """What a connection asks of a socket, with each wait bounded by what is left of the whole time."""

    def __init__(self, reached: socket.socket, deadline: Deadline) -> None:
        self._reached, self._deadline = reached, deadline

    def sendall(self, data: bytes) -> None:
        self._reached.settimeout(self._deadline.seconds_left())
        self._reached.sendall(data)

    def makefile(self, mode: Literal["rb"]) -> io.BufferedReader:
        return io.BufferedReader(_BoundedReader(self._reached, self._deadline))

    def close(self) -> None:
        self._reached.close()


class _BoundedReader(io.RawIOBase):
    """The bytes that arrive, as long as there is time and they are not too many."""

    def __init__(self, reached: socket.socket, deadline: Deadline) -> None:
        self._reached, self._deadline = reached, deadline
        self._left = _MOST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._reached.settimeout(self._deadline.seconds_left())
        number = self._reached.recv_into(buffer)
        self._left -= number
        if self._left < 0:
            raise HTTPException("too many bytes")
        return number
