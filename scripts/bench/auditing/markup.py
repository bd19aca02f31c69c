"""What the Nu checker says about the HTML of a built site, where somebody has it and Java."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from _shared.environment import CommandError

_LONGEST = 200


def nu_version(jar: Path) -> str:
    """The version of the Nu checker in a file.

    Raises:
        CommandError: there is no such file, or it is another program.
    """
    if not jar.is_file():
        raise CommandError(f"Nie ma pliku {jar}. Samo --nu pobierze program.")
    asked = subprocess.run(
        ["java", "-jar", str(jar), "--version"], capture_output=True, encoding="utf-8", errors="replace"
    )
    said = asked.stdout.split()
    if asked.returncode or not said:
        raise CommandError(f"{jar} nie podaje wersji: {asked.stderr.strip()[:_LONGEST]}")
    return said[0]


def check_markup(jar: Path, folder: Path) -> list[tuple[str, str, str]]:
    """The errors in the HTML of all pages of a folder: address, message, and the place.

    Raises:
        CommandError: the program did not answer in its own form.
    """
    options = ["--skip-non-html", "--errors-only", "--exit-zero-always", "--format", "json", "--stdout"]
    asked = subprocess.run(["java", "-jar", str(jar), *options, str(folder)], capture_output=True, encoding="utf-8")
    try:
        messages: list[dict[str, Any]] = json.loads(asked.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise CommandError(f"{jar} nie sprawdził strony: {asked.stderr.strip()[:_LONGEST]}") from error
    return sorted({(_address(each["url"], folder), each["message"], each.get("extract", "")) for each in messages})


def _address(url: str, folder: Path) -> str:
    path = Path(unquote(urlsplit(url).path))
    return path.relative_to(folder.resolve()).as_posix().removesuffix("index.html")
