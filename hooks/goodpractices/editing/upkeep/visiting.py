"""Whether addresses still lead somewhere, asked politely: one request at a time a host, with pauses, and few in all.

The addresses come from entries, so whoever writes one chooses where this machine knocks. It knocks at public addresses
only, at each step of a redirect anew, and neither the time nor the bytes of a visit are up to the host.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urldefrag, urljoin, urlsplit

from .public_hosts import NotPublic
from .request import Deadline, ask
from .verdicts import WORST_FIRST, State, of_failure, of_page, of_status

_MAX_REDIRECTS = 5
_HOSTS_AT_ONCE = 4
_MOVED_FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_ASKED_AGAIN = ("unsure", "slow")
"""What may be the fault of a moment; asking again after anything else would only be a nuisance."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for an address.

    ``unsure`` is what may be the fault of the asking rather than of the page: hosts are down for a night. ``detail`` is
    a status, a key of the wording under ``upkeep.detail.`` or the name of what went wrong; ``target`` is where the
    address leads to, if that matters.
    """

    url: str
    state: State
    detail: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask: seconds that one visit may take and between requests to one host, and how often in all."""

    timeout: float = 15
    pause: float = 1
    tries: int = 2
    may_visit_private: bool = False


def visit_all(urls: Iterable[str], manners: Manners = Manners()) -> dict[str, Visit]:
    """Visit each address once; hosts next to each other, the addresses of one host one after the other."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls)):
        by_host[_host(url)].append(url)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        rounds = pool.map(lambda addresses: _visit_in_turn(addresses, manners), by_host.values())
        return {visit.url: visit for visits in rounds for visit in visits}


def worst_first(visits: Mapping[str, Visit]) -> list[Visit]:
    """The visits that found something to look at: dead ones first, those nothing is known of last."""
    return sorted(
        (visit for visit in visits.values() if visit.state in WORST_FIRST),
        key=lambda visit: (WORST_FIRST.index(visit.state), visit.url),
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


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
        visit = _visited_once(url, manners)
        if visit.state not in _ASKED_AGAIN or visit.detail == "private":
            break
    return visit


def _visited_once(url: str, manners: Manners) -> Visit:
    try:
        return _followed(url, manners)
    except NotPublic:
        return Visit(url, "unsure", "private")
    except (OSError, HTTPException, ValueError) as error:
        return Visit(url, *of_failure(error))


def _followed(url: str, manners: Manners) -> Visit:
    """Ask for an address and for where it leads to, all within the time of one visit."""
    deadline = Deadline.after(manners.timeout)
    address, for_good = url, True
    for _ in range(_MAX_REDIRECTS + 1):
        answer = ask(address, deadline, may_be_private=manners.may_visit_private)
        if answer.status not in _REDIRECTS or not answer.location:
            break
        for_good &= answer.status in _MOVED_FOR_GOOD
        address = urldefrag(urljoin(address, answer.location)).url
    else:
        return Visit(url, "unsure", "redirects")
    state, detail = of_status(answer.status)
    if state != "fine":
        return Visit(url, state, detail)
    found = of_page(urldefrag(url).url, address, answer.page, for_good=for_good)
    return Visit(url, *found, target=address if address != url else "") if found else Visit(url, "fine", detail)
