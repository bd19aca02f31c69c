"""Links whose target is not what it looks like: hosts in look-alike letters, and texts that name another host."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...catalogue import Problem
from .spotting import spotted, warning_at

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^)\]]+")
# A text in brackets that is an address itself, then the target; each part stops at what cannot belong to it.
_NAMED = re.compile(r"\[((?:https?://|www\.)[^\]\s]{1,200})\]\((https?://[^)\s]{1,2000})")

_LONGEST_HOST = 253  # of a name that name servers know (RFC 1035)


def links_lead_where_they_say(text: str) -> Iterator[Problem]:
    for found, line, column in spotted(_ADDRESS, text):
        host = _host(found[0])
        if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
            yield warning_at("foreign_host", line, column, value=host, ascii=_in_ascii(host[:_LONGEST_HOST]))
    for found, line, column in spotted(_NAMED, text):
        named, target = _host(found[1]), _host(found[2])
        if named != target:
            yield warning_at("link_names_other_host", line, column, value=named, target=target)


def _host(address: str) -> str:
    """The host of an address, without the "www." that makes no difference; empty where there is none."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _in_ascii(host: str) -> str:
    """A host as name servers are asked for it, where every letter shows what it is."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode()
