"""What an answer means for whoever looks after a link: words that say what to do, rather than a number."""

import re
import socket
import ssl
from html import unescape
from typing import Literal
from urllib.parse import unquote, urlsplit

State = Literal["fine", "moved", "dead", "home", "says_missing", "login", "refused", "certificate", "slow", "unsure"]
WORST_FIRST: tuple[State, ...] = (
    *("dead", "home", "says_missing", "moved", "login", "certificate", "refused", "slow", "unsure"),
)
"""The states that somebody has to look at, in the order in which to do so."""

_GONE = (404, 410)
_LOGIN = (401, 407)
_REFUSED = (403, 405, 406, 418, 429, 451, 999)
_HOME = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|start|home)\.[a-z]{3,5})?/?", re.IGNORECASE)
_LOGIN_HOST = re.compile(r"(?:login|accounts?|auth|sso|idp|logowanie)\.", re.IGNORECASE)
_LOGIN_PATH = re.compile(
    r"(?:^|/)(?:wp-)?(?:login|logowanie|zaloguj|log-?in|sign-?in|sso|cas|saml2?|oauth2?)(?:[/.]|$)", re.IGNORECASE
)
_TITLES = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_SAYS_MISSING = re.compile(
    r"\bnot found\b|\bpage (?:does not|doesn['’]t) exist\b"
    r"|\b(?:strona|strony) nie (?:istnieje|znaleziono|została znaleziona)\b"
    r"|\bnie (?:znaleziono|odnaleziono) (?:takiej |szukanej )?stron|\bnie ma takiej strony\b|\bnie znaleziono\W*$"
    r"|\bnicht gefunden\b|^\W*404\W*$|\b(?:error|błąd|blad|fehler) 404\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]{3,}")
_CERTIFICATE_FAULTS = {10: "expired", 18: "self_signed", 19: "self_signed", 62: "other_host"}


def of_status(status: int) -> tuple[State, str]:
    """The verdict on a status that is no redirect."""
    if status in _GONE:
        return "dead", str(status)
    if status in _LOGIN:
        return "login", str(status)
    if status in _REFUSED:
        return "refused", str(status)
    return ("fine" if 200 <= status < 300 else "unsure"), str(status)


def of_page(asked: str, reached: str, page: str, *, for_good: bool) -> tuple[State, str] | None:
    """The verdict on a page that was reached; ``None`` where it is simply there.

    Args:
        asked: the address asked for.
        reached: the one that it led to.
        page: the beginning of the page.
        for_good: whether every step on the way was said to stay so.
    """
    if says_missing(page):
        return "says_missing", ""
    if asked == reached:
        return None
    if is_login(reached) and not is_login(asked):
        return "login", ""
    if is_home(reached) and not is_home(asked):
        return "home", ""
    if not for_good:
        return None
    return "moved", "" if is_same_matter(asked, reached) else "elsewhere"


def of_failure(error: Exception) -> tuple[State, str]:
    """The verdict on a host that could not be asked."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return "certificate", f"certificate_{_CERTIFICATE_FAULTS.get(error.verify_code, 'unknown')}"
    if isinstance(error, ssl.SSLError):
        return "certificate", "tls"
    if isinstance(error, TimeoutError):
        return "slow", ""
    if isinstance(error, socket.gaierror):
        return ("dead" if error.errno == socket.EAI_NONAME else "unsure"), "host"
    return "unsure", type(error).__name__


def is_home(url: str) -> bool:
    """Whether an address is that of a home page, perhaps of one language.

    >>> [is_home(f"https://example.org{path}") for path in ("", "/pl/", "/index.html", "/pl/las", "/?id=3")]
    [True, True, True, False, False]
    """
    parts = urlsplit(url)
    return not parts.query and _HOME.fullmatch(parts.path) is not None


def is_login(url: str) -> bool:
    """Whether an address asks who one is.

    >>> is_login("https://login.example.org/?to=%2Flas"), is_login("https://example.org/katalog-login")
    (True, False)
    """
    parts = urlsplit(url)
    return bool(_LOGIN_HOST.match(parts.hostname or "") or _LOGIN_PATH.search(parts.path))


def is_same_matter(one: str, other: str) -> bool:
    """Whether two addresses are of the same page by their names: half of the words of one's last part are in the other.

    >>> is_same_matter("http://example.org/a/las-w-miescie.html", "https://www.example.org/nowe/las-w-miescie/")
    True
    >>> is_same_matter("https://example.org/las-w-miescie", "https://example.org/aktualnosci")
    False
    """
    words, others = _words(one), _words(other)
    if _plain(one) == _plain(other):
        return True
    return bool(words) and 2 * len(words & others) >= len(words)


def says_missing(page: str) -> bool:
    """Whether a page says in its title or first heading that it is not there."""
    titles = (_MARKUP.sub(" ", found[2]) for found in _TITLES.finditer(page))
    return any(_SAYS_MISSING.search(" ".join(unescape(title).split())) for title in titles)


def _words(url: str) -> set[str]:
    parts = urlsplit(url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    return {word.casefold() for word in _WORD.findall(f"{stem} {unquote(parts.query)}")}


def _plain(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), unquote(parts.path).rstrip("/"), parts.query
