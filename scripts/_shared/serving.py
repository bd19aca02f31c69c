"""A folder behind a web server of this machine that remembers when it was asked for what."""

from __future__ import annotations

import gzip
import io
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import dropwhile, islice, takewhile
from pathlib import Path
from socketserver import BaseRequestHandler
from threading import Thread
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

_NOTICES_THE_END_AFTER = 0.05  # s; half a second unless told, which every block would end with


@dataclass
class Web:
    """An address, and what was asked for there: moments in seconds since 1970, with paths."""

    address: str
    asked: list[tuple[float, str]] = field(default_factory=list)


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[Web]:
    """Serve a folder for as long as the block lasts, every file of it with these headers."""
    with _noting(_Handler, folder, headers or {}) as web:
        yield web


@contextmanager
def hosted(folder: Path) -> Iterator[Web]:
    """Serve a folder for as long as the block lasts the way a host does: texts are packed, and what the site's own
    ``_headers`` asks for is sent. The site may be written into the folder only now.
    """
    with _noting(_HostHandler, folder, {}) as web:
        yield web


def headers_of(folder: Path) -> dict[str, str]:
    """What the settings of a built site ask a server to send with every file, whatever kind it is, as Netlify and
    Cloudflare Pages read them.
    """
    path = folder / "_headers"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    for_all = islice(dropwhile(lambda line: line != "/*", lines), 1, None)
    rules = takewhile(lambda line: line.startswith("  "), for_all)
    return dict(rule.strip().split(": ", 1) for rule in rules)


@contextmanager
def _noting(handler: type[_Handler], folder: Path, headers: Mapping[str, str]) -> Iterator[Web]:
    asked: list[tuple[float, str]] = []
    with running(partial(handler, asked, headers, directory=str(folder))) as address:
        yield Web(address, asked)


@contextmanager
def running(handler: Callable[..., BaseRequestHandler]) -> Iterator[str]:
    """The address of a server that answers with a handler, for as long as the block lasts."""
    server = _Server(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, args=(_NOTICES_THE_END_AFTER,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong, unless it is that a browser was closed and waits for nothing any more."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open, as with any real server
    disable_nagle_algorithm = True  # or else each answer waits 40 ms for the browser to confirm its head

    def __init__(
        self, asked: list[tuple[float, str]], headers_to_send: Mapping[str, str], *args: Any, **named: Any
    ) -> None:
        self._asked = asked
        self._headers_to_send = headers_to_send
        super().__init__(*args, **named)

    def do_GET(self) -> None:
        """Note the question, then answer it."""
        self._asked.append((time.time(), unquote(urlsplit(self.path).path).lstrip("/")))
        super().do_GET()

    def end_headers(self) -> None:
        """Add the headers that were asked for."""
        for name, value in self._headers_to_send.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class gave it
        """Say nothing."""


class _HostHandler(_Handler):
    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with a packed text if the browser reads those, else as ever."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        kind = self.guess_type(path)
        if not (path.is_file() and _is_text(kind) and "gzip" in self.headers.get("Accept-Encoding", "")):
            return super().send_head()
        data = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        for name, value in {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Encoding": "gzip",
            "Content-Length": str(len(data)),
            "Vary": "Accept-Encoding",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(data)

    def end_headers(self) -> None:
        """Add what the site asks for."""
        for name, value in headers_of(Path(self.directory)).items():
            self.send_header(name, value)
        super().end_headers()


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
