"""Gives every script the same surroundings: a ``.venv/`` in the checkout with exactly the locked packages.

Standard library only, and syntax that older Pythons read as well, so that whoever has one gets a sentence rather than a
traceback. For the same reason the Polish words stand here instead of in the wording files, which need YAML.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
# Written last: without it an environment counts as unfinished and is made anew.
MARKER = VENV / "installed.json"
NEWEST_UNSUPPORTED = (3, 10)
# What commands need: to build the site, to make PDF, to read documents; the tests need all of it.
LOCKS = ("site", "pdf", "import", "test")


class Trouble(Exception):
    """Something a person can mend; its text says how."""


def run(main: Callable[[], int]) -> NoReturn:
    """Run a script and end with its exit code; foreseeable trouble becomes a sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]
    try:
        code = main()
    except (Trouble, OSError) as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        code = 2
    except subprocess.CalledProcessError as trouble:
        print(f"\nNie powiodło się polecenie: {' '.join(map(str, trouble.cmd))}", file=sys.stderr)
        code = 2
    except KeyboardInterrupt:
        print("\nPrzerwano.", file=sys.stderr)
        code = 130
    sys.exit(code)


def enter(needs: str = "site") -> None:
    """Go on inside ``.venv/`` with the packages of one lock, installing them first if need be.

    Afterwards ``goodpractices`` can be imported.

    Raises:
        Trouble: the environment could not be made.
    """
    refuse_old_python()
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    step = next_step(installed_packages(), needs, lock_hashes())
    if step == "start over" and inside:
        go_on_in(Path(getattr(sys, "_base_executable", sys.executable)))  # an environment cannot replace itself
    if step != "go on":
        install(needs, start_over=step == "start over")
    if not inside:
        go_on_in(venv_python(VENV))
    sys.path.insert(0, str(ROOT / "hooks"))


def next_step(installed: dict[str, str], needs: str, locks: dict[str, str]) -> str:
    """``go on``, ``add`` packages or ``start over``: what an environment in this state asks for.

    A changed lock starts over, so that nothing left from the old one hides a package that is now missing.
    """
    if not installed or any(installed.get(name) not in (None, lock) for name, lock in locks.items()):
        return "start over"
    return "go on" if needs in installed or "test" in installed else "add"


def installed_packages() -> dict[str, str]:
    """The locks that ``.venv/`` was finished with; empty if it is missing, unfinished or of another Python."""
    try:
        marker: dict[str, str] = json.loads(MARKER.read_text(encoding="utf-8"))
        return marker if marker.pop("python") == venv_version() else {}
    except (OSError, ValueError, TypeError, KeyError, subprocess.CalledProcessError):
        return {}


def install(needs: str, start_over: bool) -> None:
    """Make ``.venv/`` what the lock says, telling what happens meanwhile."""
    if start_over:
        if not (importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")):
            raise Trouble(
                "Temu Pythonowi brakuje modułu venv. W Debianie i Ubuntu zainstaluj go poleceniem:\n"
                "  sudo apt install python3-venv\ni uruchom to polecenie ponownie."
            )
        import venv  # some systems leave it out, hence the question above

        print("Przygotowuję środowisko w .venv/ (tylko za pierwszym razem i po zmianie wersji pakietów).")
        MARKER.unlink(missing_ok=True)
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    install_packages(locked(needs))
    marker = {name: text for name, text in lock_hashes().items() if name in ("site", needs)}
    MARKER.write_text(json.dumps({**marker, "python": venv_version()}), encoding="utf-8")


def install_packages(lock: Path) -> None:
    total = len(re.findall(r"^\w\S*==", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))
    print(f"Pobieram około {total} pakietów; zwykle trwa to od pół minuty do dwóch minut.")
    options = "--require-hashes --only-binary=:all: --no-input --progress-bar=off --disable-pip-version-check"
    command = [str(venv_python(VENV)), "-m", "pip", "install", *options.split(), "-r", str(lock)]
    surroundings = {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
    messages: list[str] = []
    done = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", env=surroundings
    ) as pip:
        for line in pip.stdout or ():
            messages.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                done += 1
                show_progress(done, total)
            elif line.startswith("Installing collected packages"):
                print("\nRozpakowuję pakiety…" if sys.stdout.isatty() else "Rozpakowuję pakiety…")
    if pip.returncode:
        raise Trouble(why_pip_failed(messages))


def show_progress(done: int, total: int) -> None:
    if sys.stdout.isatty():
        print(f"\r  {done}/{total}", end="", flush=True)
    elif done % 10 == 0:
        print(f"  {done}/{total}")


def why_pip_failed(messages: list[str]) -> str:
    """What to do about a failed installation, followed by the words of pip itself.

    pip reports a network that is down as a version that does not exist, after some warnings about retrying.
    """
    told = [line for line in messages if line.startswith("ERROR")] or messages[-5:]
    if any("connection broken by" in line for line in messages):
        advice = "Nie udało się połączyć z serwerem pakietów. Sprawdź połączenie z internetem i ustawienia proxy"
    else:
        advice = "Nie udało się zainstalować pakietów. Poniżej wyjaśnienie programu pip; popraw, co wskazuje"
    return f"{advice},\npo czym uruchom to polecenie ponownie.\n\n" + "\n".join(told)


def refuse_old_python() -> None:
    if sys.version_info[:2] <= NEWEST_UNSUPPORTED:
        raise Trouble(
            f"Potrzebny jest Python 3.11 lub nowszy, a ten to {'.'.join(map(str, sys.version_info[:3]))}.\n"
            "Zainstaluj nowszy albo, jeśli już go masz, podaj go z nazwy, na przykład: python3.12 scripts/build.py"
        )


def go_on_in(python: Path) -> NoReturn:
    """Run the same command again with another Python and end as it ends."""
    command = [str(python), *sys.orig_argv[1:]]
    os.environ.pop("PYTHONHOME", None)  # it would lead the new Python back to the packages of the old one
    os.environ["PYTHONUTF8"] = "1"
    if os.name == "nt":  # where exec would return to the prompt before the work is done
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)  # noqa: S606


def lock_hashes() -> dict[str, str]:
    return {needs: hashlib.sha256(locked(needs).read_bytes()).hexdigest() for needs in LOCKS}


def locked(needs: str) -> Path:
    return ROOT / "requirements" / f"{needs}.txt"


def venv_python(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def venv_version() -> str:
    """``Python 3.11``: a system upgrade may put another Python under an environment, which then loses its packages."""
    asked = subprocess.run([venv_python(VENV), "--version"], capture_output=True, text=True, check=True)
    return asked.stdout.strip().rpartition(".")[0]
