"""The site behind nginx, with the settings that the build wrote beside it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from _shared.nginx import HOW_TO_INSTALL, find_nginx

_PATIENCE = 20  # s
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

# One process with the rights of whoever runs the tests; beside the site the host has a page of its own.
_SETTINGS = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {documents};
        include {included};
    }}
}}
"""


@contextmanager
def behind_nginx(site: Path, root: str, folder: Path) -> Iterator[str]:
    """The address of the host that has a built site at the path it was built for, for as long as the block lasts.

    Args:
        site: the folder of the built site.
        root: the path its address says, ``/katalog/``.
        folder: an empty one, for what nginx writes.
    """
    documents = folder / "www"
    place = documents / root.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(site, target_is_directory=True)
    if place != documents:
        (documents / "index.html").write_text("<!doctype html><title>Host</title>", encoding="utf-8")
    port = _free_port()
    command = _command(folder, documents, place / "serwer" / "nginx.conf", port)
    with (folder / "log").open("w+", encoding="utf-8") as log:
        nginx = subprocess.Popen(command, stderr=log)
        try:
            _wait_for(port, nginx, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            nginx.terminate()
            nginx.wait()


def settings_fault(settings: str, folder: Path) -> str:
    """What nginx has against settings of a site; nothing, if it takes them."""
    path = folder / "site.conf"
    path.write_text(settings, encoding="utf-8")
    asked = subprocess.run([*_command(folder, folder, path, 8080), "-t", "-q"], capture_output=True, encoding="utf-8")
    return asked.stderr if asked.returncode else ""


def _command(folder: Path, documents: Path, included: Path, port: int) -> list[str]:
    """What starts nginx with settings around those of the site, written into the folder."""
    temporary = "\n    ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    settings = folder / "nginx.conf"
    values = {"folder": folder, "temporary": temporary, "port": port, "documents": documents, "included": included}
    settings.write_text(_SETTINGS.format(**values), encoding="utf-8")
    return [needed(), "-p", str(folder), "-c", str(settings), "-e", "stderr"]


def needed() -> str:
    """The path of nginx; where there is none the test is left out, and ``scripts/test.py`` has said so."""
    return find_nginx() or pytest.skip(HOW_TO_INSTALL)


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def _wait_for(port: int, nginx: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if nginx.poll() is not None or time.monotonic() > end:
                pytest.fail(f"nginx does not start: {log.read_text(encoding='utf-8')}", pytrace=False)
            time.sleep(0.02)
        else:
            return
