"""The server of the preview: MkDocs' own, which shows what it is given and never waits for a build."""

from __future__ import annotations

import os
import posixpath
import time
import urllib.parse
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mkdocs.livereload import LiveReloadServer

from _shared.environment import CommandError
from _shared.preview.options import Address, why_no_port
from _shared.preview.pages import Pages
from _shared.preview.panel import BROKEN, EMPTY_PAGE, panel

_Respond = Callable[..., Any]


class PreviewServer(LiveReloadServer):
    """Answers with the files of the preview; on each page stand its problems, and the script that asks for news."""

    # On Windows two servers could otherwise share a port, and neither would know.
    allow_reuse_address = os.name != "nt"

    def __init__(self, address: Address, pages: Pages) -> None:
        super().__init__(lambda: None, address.host, address.port, root=os.devnull)
        self._address = address
        self._pages = pages
        self._problems: tuple[str, ...] = ()

    def listen(self) -> None:
        """Take the port; who asks for a page waits until ``answer``.

        Raises:
            CommandError: it cannot be had.
        """
        host = self._address.host
        try:
            self.server_bind()
            self.server_activate()
        except OSError as error:
            raise CommandError(why_no_port(error, host, self._address.port)) from error
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def answer(self) -> None:
        """Begin to answer, in a thread of its own."""
        self.serve_thread.start()

    def show(self, problems: Sequence[str]) -> None:
        """Show the pages of now with these problems on them; open pages reload."""
        self._problems = tuple(problems)
        self._pages.reload()
        with self._epoch_cond:
            now = max(round(time.monotonic() * 1000), self._visible_epoch + 1)
            self._wanted_epoch = self._visible_epoch = now
            self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: _Respond) -> Iterable[bytes]:
        """Answer a request; without any site yet, with a page that says why, whatever was asked for."""
        if environ["PATH_INFO"].startswith("/livereload/"):
            return super().serve_request(environ, start_response)
        epoch = self._visible_epoch  # asked for first: a page may be newer than it says, and then reloads once more
        if self._pages.root is None:
            return _sent(start_response, "200 OK", "text/html; charset=utf-8", self._page(EMPTY_PAGE.encode(), epoch))
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        return self._file(path, epoch, start_response)

    def _file(self, path: str, epoch: int, start_response: _Respond) -> Iterable[bytes]:
        address = posixpath.normpath(f"/{path}{'index.html' if path.endswith('/') else ''}").lstrip("/")
        shown = self._pages.at(address)
        if shown.content is None:
            if not path.endswith("/") and self._pages.at(f"{address}/index.html").content is not None:
                start_response("302 Found", [("Location", urllib.parse.quote(path) + "/")])
                return []
            return self._missing(epoch, start_response)
        kind: str = self._guess_type(address)  # type: ignore[no-untyped-call]
        if not address.endswith(".html"):
            return _sent(start_response, "200 OK", kind, shown.content)
        return _sent(start_response, "200 OK", kind, self._page(shown.content, epoch, shown.faults))

    def _missing(self, epoch: int, start_response: _Respond) -> Iterable[bytes]:
        shown = self._pages.at("404.html")
        content = shown.content or EMPTY_PAGE.encode()
        return _sent(start_response, "404 Not Found", "text/html", self._page(content, epoch, shown.faults))

    def _page(self, content: bytes, epoch: int, faults: Sequence[str] = ()) -> bytes:
        page: bytes = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        before, end, after = page.rpartition(b"</body>")
        said = panel(self._with(faults), has_pages=self._pages.root is not None).encode()
        return b"".join([before, said, end, after]) if end else page + said

    def _with(self, faults: Sequence[str]) -> Sequence[str]:
        """The problems of all pages, and what keeps this one from being the one of today."""
        further = [each for each in faults if each not in self._problems]
        return [*(self._problems or (BROKEN,)), *further] if further else self._problems


def _sent(start_response: _Respond, status: str, kind: str, content: bytes) -> Iterable[bytes]:
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content]
