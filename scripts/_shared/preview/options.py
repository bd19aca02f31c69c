"""What a preview is asked for: options, and an address to listen at."""

from __future__ import annotations

import argparse
import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass

from _shared.environment import PYTHON, CommandError

DEFAULT_ADDRESS = "127.0.0.1:8000"


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @classmethod
    def read(cls, text: str) -> Address:
        """The address in a text such as ``127.0.0.1:8000``.

        Raises:
            CommandError: it is none.
        """
        host, _, port = text.rpartition(":")
        if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > 65535:
            raise CommandError(f"„{text}” to nie adres podglądu. Podaj go tak: --dev-addr {DEFAULT_ADDRESS}")
        return cls(host.strip("[]"), int(port))


def read_options(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options of the preview itself, and the rest for the build."""
    parser = argparse.ArgumentParser(prog="build.py --serve", add_help=False, allow_abbrev=False)
    parser.add_argument("-a", "--dev-addr")
    parser.add_argument("-o", "--open", action="store_true")
    parser.add_argument("-w", "--watch", action="append", default=[])
    parser.add_argument("--livereload", action="store_true", default=True)
    parser.add_argument("--no-livereload", dest="livereload", action="store_false")
    # Each whole build begins with an empty folder, and all the templates are watched.
    for name in ("--watch-theme", "--dirty", "--dirtyreload", "--clean", "-c"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("-d", "--site-dir")
    options, others = parser.parse_known_args(list(arguments))
    if options.site_dir:
        parser.error("--site-dir: podgląd nie zapisuje strony; zbudujesz ją poleceniem bez --serve")
    return options, others


def why_no_port(error: OSError, host: str, port: int) -> str:
    """Why an address cannot be listened at, and what to do."""
    other = f"{PYTHON} scripts/build.py --serve --dev-addr {host}:{port + 1 if 1024 <= port < 65535 else 8001}"
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} jest zajęty ({host}), pewnie przez inny podgląd. Zakończ go albo podaj inny port:\n  {other}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} jest zastrzeżony dla administratora. Podaj inny:\n  {other}"
    return (
        f"Pod adresem {host}:{port} nie da się otworzyć podglądu ({error.strerror or error}).\n"
        f"Podaj inny:\n  {PYTHON} scripts/build.py --serve --dev-addr {DEFAULT_ADDRESS}"
    )
