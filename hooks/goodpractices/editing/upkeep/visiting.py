"""Whether addresses still lead somewhere, asked politely: one request at a time a host, with pauses, and few in all.

The addresses come from entries, so whoever writes one chooses where this machine knocks. It knocks at public addresses
only, at each step of a redirect anew, and reads no more than the head of an answer.
"""

import ipaddress
import socket
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

State = Literal["fine", "moved", "dead", "unsure"]

AGENT = "katalog-dobrych-praktyk (sprawdzanie odnosnikow)"
_MAX_REDIRECTS = 5
_HOSTS_AT_ONCE = 4
_GONE = (404, 410)
_MOVED_FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for an address.

    ``unsure`` is what may be the fault of the asking rather than of the page: hosts refuse programs, answer slowly or
    are down for a night. ``detail`` is a status, a key of the wording under ``upkeep.detail.`` or the name of what went
    wrong; ``target`` is where the page moved to.
    """

    url: str
    state: State
    detail: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask: seconds to wait for an answer and between requests to one host, and how often in all."""

    timeout: float = 15
    pause: float = 1
    tries: int = 2
    may_visit_private: bool = False


class NotPublic(Exception):
    """The address is one of this machine or of its own network."""


def visit_all(urls: Iterable[str], manners: Manners = Manners()) -> dict[str, Visit]:
    """Visit each address once; hosts next to each other, the addresses of one host one after the other."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls)):
        by_host[urlsplit(url).hostname or ""].append(url)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        rounds = pool.map(lambda addresses: _visit_in_turn(addresses, manners), by_host.values())
        return {visit.url: visit for visits in rounds for visit in visits}


def _visit_in_turn(urls: list[str], manners: Manners) -> list[Visit]:
    visits = []
    for n, url in enumerate(urls):
        if n:
            time.sleep(manners.pause)
        visits.append(_visit(url, manners))
    return visits


def _visit(url: str, manners: Manners) -> Visit:
    visit = Visit(url, "unsure")
    for n in range(manners.tries):
        if n:
            time.sleep(manners.pause)
        try:
            visit = _followed(url, manners)
        except NotPublic:
            return Visit(url, "unsure", "private")
        except socket.gaierror as error:
            visit = Visit(url, "dead" if error.errno == socket.EAI_NONAME else "unsure", "host")
        except (OSError, HTTPException, ValueError) as error:
            visit = Visit(url, "unsure", type(error).__name__)
        if visit.state != "unsure" or visit.detail in ("401", "403", "429"):
            break  # asking again would only be a nuisance
    return visit


def _followed(url: str, manners: Manners) -> Visit:
    """Ask for an address and for where it leads to."""
    address, moved = url, True
    for _ in range(_MAX_REDIRECTS + 1):
        status, location = _asked(address, manners)
        if status not in _REDIRECTS or not location:
            break
        moved &= status in _MOVED_FOR_GOOD
        address = urljoin(address, location)
    else:
        return Visit(url, "unsure", "redirects")
    if status in _GONE:
        return Visit(url, "dead", str(status))
    if not 200 <= status < 300:
        return Visit(url, "unsure", str(status))
    return Visit(url, "moved", target=address) if address != url and moved else Visit(url, "fine", str(status))


def _asked(url: str, manners: Manners) -> tuple[int, str]:
    """Status and further address of one request; the answer's body is left unread."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(parts.scheme)
    host = parts.hostname.encode("idna").decode()
    port = parts.port or (443 if parts.scheme == "https" else 80)
    _refuse_private(host, port, manners)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(host, port, timeout=manners.timeout)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        )
        connection.request("GET", path, headers={"User-Agent": AGENT, "Accept": "*/*"})
        answer: HTTPResponse = connection.getresponse()
        return answer.status, answer.getheader("Location", "") or ""
    finally:
        connection.close()


def _refuse_private(host: str, port: int, manners: Manners) -> None:
    """Refuse names that lead into the network of this machine, where only trusted programs should ask."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if manners.may_visit_private:
        return
    if not all(ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found):
        raise NotPublic(host)


def worst_first(visits: Mapping[str, Visit]) -> list[Visit]:
    """The visits that found something to look at: dead ones, then moved, then those nothing is known of."""
    order = ("dead", "moved", "unsure")
    return sorted(
        (visit for visit in visits.values() if visit.state in order),
        key=lambda visit: (order.index(visit.state), visit.url),
    )
