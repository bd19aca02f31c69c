"""Hosts on the public internet: where their names lead, refused if that is a network of this machine.

Whoever writes an entry chooses the name, and the answer of a name server may differ each time it is asked: the
addresses found here are the ones to connect to.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, Queue
from threading import Thread

# Addresses of IPv6 whose last four bytes are the one of IPv4 that they lead to: by a translator, or as once written.
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
_LAST_FOUR_BYTES = 0xFFFFFFFF
# A translator of an own network, which Python up to 3.12 takes for the internet.
_OWN_TRANSLATOR = IPv6Network("64:ff9b:1::/48")


class NotPublic(Exception):
    """The address is one of this machine or of its own network."""


def public_addresses(host: str, port: int, seconds: float, *, may_be_private: bool = False) -> list[str]:
    """The addresses of a host, each once, in the order in which to try them.

    Raises:
        NotPublic: one of them is not on the public internet.
        TimeoutError: the name was not looked up in time.
        OSError: there is no such host, or its name cannot be looked up now.
    """
    found = list(dict.fromkeys(_looked_up(host, port, seconds)))
    if not may_be_private and not all(is_public(address) for address in found):
        raise NotPublic(host)
    return found


def is_public(address: str) -> bool:
    """Whether an address, as a name is looked up to, is on the public internet, whichever way it is written.

    >>> [is_public(each) for each in ("93.184.215.14", "10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")]
    [True, False, False, False]
    """
    found = ip_address(address.partition("%")[0])
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    is_local = isinstance(found, IPv6Address) and (found.is_site_local or found in _OWN_TRANSLATOR)
    is_one = found.is_global and not found.is_multicast and not is_local
    return is_one if inner is None else inner.is_global and not inner.is_multicast


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that one of IPv6 leads to, if it does."""
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & _LAST_FOUR_BYTES)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """What the system knows of a name; it is asked in a thread, since it cannot be told to hurry."""
    answers: Queue[list[str] | OSError] = Queue()

    def look_up() -> None:
        try:
            answers.put([str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)])
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    Thread(target=look_up, daemon=True).start()
    try:
        found = answers.get(timeout=max(seconds, 0))
    except Empty:
        raise TimeoutError(host) from None
    if isinstance(found, OSError):
        raise found
    return found
