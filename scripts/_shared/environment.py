"""Gives every script the same environment: a ``.venv/`` in the checkout with exactly the locked packages.

Standard library only, and syntax that older Pythons read as well, so that whoever has one gets a sentence rather than a
traceback. For the same reason the Polish words stand here instead of in the wording files, which need YAML.

Two locks keep commands that run at once apart: one is held by whoever changes ``.venv/``, the other is shared by all
that run inside it, so that nobody's packages are taken away under them.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from _shared.console import announce
from _shared.locks import Lock, acquired, held
from _shared.system_errors import why_refused

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
# Written last: without it an environment counts as unfinished and is made anew.
MARKER = VENV / "installed.json"
NEWEST_UNSUPPORTED = (3, 10)
# What people type to start Python.
PYTHON = "py" if os.name == "nt" else "python3"
# What commands need: to build the site, to make PDF, to read documents; the tests need all of it.
LOCKS = ("site", "pdf", "import", "test")

# How often this command was started again on its way into .venv/: for UTF-8, out of an old .venv/ and into the new one.
STARTS = "CATALOGUE_STARTS"
MOST_STARTS = 3
PREPARING = "Inne polecenie właśnie przygotowuje środowisko w .venv/; czekam, aż skończy."
IN_USE = (
    "Środowisko w .venv/ trzeba zrobić od nowa, ale jakieś polecenie jeszcze z niego korzysta (na przykład podgląd\n"
    "na żywo: zakończ go klawiszami Ctrl+C). Czekam, aż skończy."
)
IN_VAIN = (
    "Środowisko w .venv/ nie daje się uruchomić, choć zostało przygotowane.\n"
    "Usuń folder .venv i uruchom to polecenie ponownie."
)


class CommandError(Exception):
    """Something a person can mend; its text says how."""

    code = 2
    """With what the command ends."""


class ContentsError(CommandError):
    """Something in the entries, the registries or the identity has to be put in order first."""

    code = 1


@dataclass(frozen=True)
class Installed:
    """What ``.venv/`` was finished with: the hash of each lock, and what lay among its packages afterwards."""

    locks: Mapping[str, str] = field(default_factory=dict)
    packages: tuple[str, ...] = ()


NOTHING = Installed()


def collect_rarely() -> None:
    """Look for cyclic garbage once in so many values: a build makes many that stay and hardly a cycle."""
    gc.set_threshold(200_000, 50, 1_000)


def run(main: Callable[[], int]) -> NoReturn:
    """Run a script and end with its exit code; foreseeable trouble becomes a sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]
    try:
        code = main()
    except CommandError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        code = trouble.code
    except BrokenPipeError:  # whoever read the output has gone, as `head` does: nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 2
    except OSError as error:
        print(f"\n{why_refused(error)}", file=sys.stderr)
        code = 2
    except subprocess.CalledProcessError as trouble:
        print(f"\nNie powiodło się polecenie: {' '.join(map(str, trouble.cmd))}", file=sys.stderr)
        code = 2
    except KeyboardInterrupt:
        print("\nPrzerwano.", file=sys.stderr)
        code = 130
    gc.freeze()  # Python would look through all values once more before it lets go of them
    sys.exit(code)


def enter(needs: str = "site") -> None:
    """Go on inside ``.venv/`` with the packages of one lock, installing them first if need be.

    Afterwards ``goodpractices`` can be imported, and no other command takes the packages away until this one ends.

    Raises:
        CommandError: the environment could not be made.
    """
    refuse_old_python()
    speak_utf8()
    inside = is_inside()
    for _ in range(MOST_STARTS):
        use = acquired(lock_file("use"), PREPARING, shared=True)
        step = next_step(dict(installed_packages(inside).locks), needs, lock_hashes())
        if step == "go on" and inside:
            os.environ.pop(STARTS, None)
            sys.path.insert(0, str(ROOT / "hooks"))
            in_use.append(use)
            return
        use.release()  # or whoever starts over would wait for us, and we for them
        if step == "go on":
            go_on_in(venv_python(VENV))
        if inside and (step == "start over" or not has_pip()):
            go_on_in(Path(getattr(sys, "_base_executable", sys.executable)))  # an environment cannot replace itself
        prepare(needs)
    raise CommandError(IN_VAIN)


# The lock that this command shares until it ends.
in_use: list[Lock] = []


def lock_file(name: str) -> Path:
    """``use`` is shared by all who run inside ``.venv/``, ``change`` is for one who makes or completes it."""
    return ROOT / ".cache" / f"environment-{name}.lock"


def is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def next_step(installed: dict[str, str], needs: str, locks: dict[str, str]) -> str:
    """``go on``, ``add`` packages or ``start over``: what an environment in this state asks for.

    A changed lock starts over, so that nothing left from the old one hides a package that is now missing.
    """
    if not installed or any(installed.get(name) not in (None, lock) for name, lock in locks.items()):
        return "start over"
    return "go on" if needs in installed or "test" in installed else "add"


def installed_packages(inside: bool = False) -> Installed:
    """What ``.venv/`` holds; nothing if it is missing, unfinished, torn, of another Python or of another place."""
    try:
        marker = json.loads(MARKER.read_text(encoding="utf-8"))
        found = Installed({str(name): str(text) for name, text in marker["locks"].items()}, tuple(marker["packages"]))
        is_ours = marker["place"] == str(VENV) and (VENV / "pyvenv.cfg").is_file()
        if not is_ours or marker["python"] != (own_version() if inside else venv_version()):
            return NOTHING
        return found if set(found.packages) <= package_names() else NOTHING
    except (OSError, ValueError, TypeError, KeyError, AttributeError, subprocess.SubprocessError):
        return NOTHING


def prepare(needs: str) -> None:
    """Make ``.venv/`` what the locks say, unless another command has done so meanwhile, or it would have to be from
    within.

    Raises:
        CommandError: it could not be made.
    """
    with held(lock_file("change"), PREPARING):
        before = installed_packages(is_inside())
        step = next_step(dict(before.locks), needs, lock_hashes())
        if step == "add" and has_pip():
            install(needs, before)
        elif step != "go on" and not is_inside():
            with held(lock_file("use"), IN_USE):
                make_venv()
                install(needs, NOTHING)


def make_venv() -> None:
    """An empty ``.venv/`` with pip.

    Raises:
        CommandError: this Python cannot make one, or not here.
    """
    if not (importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")):
        raise CommandError(
            "Temu Pythonowi brakuje modułu venv. W Debianie i Ubuntu zainstaluj go poleceniem:\n"
            "  sudo apt install python3-venv\ni uruchom to polecenie ponownie."
        )
    import venv  # some systems leave it out, hence the question above

    refuse_unwritable_path(VENV)
    announce("Przygotowuję środowisko w .venv/ (tylko za pierwszym razem i po zmianie wersji pakietów).")
    MARKER.unlink(missing_ok=True)
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")


def refuse_unwritable_path(path: Path) -> None:
    """A path with bytes that are no text in any encoding of the system: no file can name it.

    Raises:
        CommandError: this is one.
    """
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        shown = str(path).encode("utf-8", "replace").decode("utf-8")
        raise CommandError(
            f"W ścieżce tego folderu są znaki, których nie da się zapisać: {shown}\n"
            "Zmień jego nazwę albo przenieś repozytorium w inne miejsce."
        ) from None


def install(needs: str, before: Installed) -> None:
    """Add the packages of one lock to those that are there, and note that they are there."""
    install_packages(locked(needs))
    hashes = lock_hashes()
    marker = {
        "locks": {**before.locks, "site": hashes["site"], needs: hashes[needs]},
        "packages": sorted(package_names() - {"__pycache__"}),
        "place": str(VENV),
        "python": venv_version(),
    }
    aside = MARKER.with_suffix(".new")
    aside.write_text(json.dumps(marker), encoding="utf-8")
    aside.replace(MARKER)


def package_names() -> set[str]:
    """What lies where ``.venv/`` has its packages."""
    folders = [VENV / "Lib" / "site-packages", *VENV.glob("lib/python3*/site-packages")]
    return {path.name for folder in folders if folder.is_dir() for path in folder.iterdir()}


def has_pip() -> bool:
    """Whether packages can be added to ``.venv/``."""
    asked = subprocess.run([venv_python(VENV), "-m", "pip", "--version"], capture_output=True)
    return asked.returncode == 0


def install_packages(lock: Path) -> None:
    total = len(re.findall(r"^\w\S*==", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))
    announce(f"Pobieram około {total} pakietów; zwykle trwa to od pół minuty do dwóch minut.")
    options = "--require-hashes --only-binary=:all: --no-input --progress-bar=off --disable-pip-version-check"
    command = [str(venv_python(VENV)), "-m", "pip", "install", *options.split(), "-r", str(lock)]
    variables = {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
    messages: list[str] = []
    done = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", env=variables
    ) as pip:
        for line in pip.stdout or ():
            messages.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                done += 1
                show_progress(done, total)
            elif line.startswith("Installing collected packages"):
                announce("\nRozpakowuję pakiety…" if sys.stderr.isatty() else "Rozpakowuję pakiety…")
    if pip.returncode:
        raise CommandError(why_pip_failed(messages))


def show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        announce(f"\r  {done}/{total}", end="")
    elif done % 10 == 0:
        announce(f"  {done}/{total}")


def why_pip_failed(messages: list[str]) -> str:
    """What to do about a failed installation, followed by the words of pip itself.

    pip reports a network that is down as a version that does not exist, after some warnings about retrying.
    """
    errors = [line for line in messages if line.startswith("ERROR")] or messages[-5:]
    if any("connection broken by" in line for line in messages):
        advice = "Nie udało się połączyć z serwerem pakietów. Sprawdź połączenie z internetem i ustawienia proxy"
    else:
        advice = "Nie udało się zainstalować pakietów. Poniżej wyjaśnienie programu pip; popraw, co wskazuje"
    return f"{advice},\npo czym uruchom to polecenie ponownie.\n\n" + "\n".join(errors)


def refuse_old_python() -> None:
    if sys.version_info[:2] <= NEWEST_UNSUPPORTED:
        raise CommandError(
            f"Potrzebny jest Python 3.11 lub nowszy, a ten to {'.'.join(map(str, sys.version_info[:3]))}.\n"
            "Zainstaluj nowszy albo, jeśli już go masz, podaj go z nazwy, na przykład: python3.12 scripts/build.py"
        )


def speak_utf8() -> None:
    """Start again if this Python takes file names for anything but UTF-8: paths with Polish letters would not do."""
    if os.name != "nt" and sys.getfilesystemencoding().lower().replace("-", "") != "utf8":
        go_on_in(Path(sys.executable))


def go_on_in(python: Path) -> NoReturn:
    """Run the same command again with another Python and end as it ends.

    Raises:
        CommandError: it was started again so often that one more time would not help.
    """
    starts = int(os.environ.get(STARTS) or 0) + 1
    if starts > MOST_STARTS:
        raise CommandError(IN_VAIN)
    command = [str(python), *sys.orig_argv[1:]]
    os.environ.pop("PYTHONHOME", None)  # it would lead the new Python back to the packages of the old one
    os.environ["PYTHONUTF8"] = "1"
    os.environ[STARTS] = str(starts)
    if os.name == "nt":  # where exec would return to the prompt before the work is done
        with contextlib.suppress(KeyboardInterrupt):  # the command that was started hears of it too, and says so
            sys.exit(subprocess.run(command).returncode)
        sys.exit(130)
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606


def given_epoch() -> str | None:
    """The moment that ``SOURCE_DATE_EPOCH`` gives, in seconds since 1970.

    Raises:
        CommandError: it is something else.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or None
    if epoch and not re.fullmatch("[0-9]{1,11}", epoch):
        raise CommandError(
            f"SOURCE_DATE_EPOCH musi być liczbą sekund od początku roku 1970, a ma wartość „{epoch}”.\n"
            "Dzisiejszą podaje w Linuksie i macOS: SOURCE_DATE_EPOCH=$(date +%s)"
        )
    return epoch


def lock_hashes() -> dict[str, str]:
    return {needs: hashlib.sha256(locked(needs).read_bytes()).hexdigest() for needs in LOCKS}


def locked(needs: str) -> Path:
    return ROOT / "requirements" / f"{needs}.txt"


def venv_python(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def venv_version() -> str:
    """``Python 3.11``: a system upgrade may put another Python under an environment, which then loses its packages."""
    asked = subprocess.run([venv_python(VENV), "--version"], capture_output=True, encoding="utf-8", check=True)
    return asked.stdout.strip().rpartition(".")[0]


def own_version() -> str:
    """The same of the Python that runs this."""
    return f"Python {sys.version_info[0]}.{sys.version_info[1]}"
