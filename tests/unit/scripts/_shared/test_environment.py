"""The environment of the scripts: when it is made anew, and what it tells people."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from _shared import environment
from _shared.environment import (
    MOST_STARTS,
    NOTHING,
    STARTS,
    CommandError,
    enter,
    go_on_in,
    installed_packages,
    make_venv,
    next_step,
    prepare,
    refuse_old_python,
    refuse_unwritable_path,
    run,
    why_pip_failed,
)
from _shared.locks import tried

LOCKS = {"site": "a", "test": "b"}


class Checkout:
    """A checkout whose environment is made by nothing but the notes of what would be done."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.venv = folder / ".venv"
        self.packages = self.venv / "lib" / "python3.11" / "site-packages"
        self.done: list[str] = []
        self.inside = False
        monkeypatch.setattr("sys.path", [*sys.path])  # to which entering adds
        (folder / "requirements").mkdir()
        for name in environment.LOCKS:
            (folder / "requirements" / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
        for name, value in {
            "ROOT": folder,
            "VENV": self.venv,
            "MARKER": self.venv / "installed.json",
            "venv_version": lambda: "Python 3.11",
            "own_version": lambda: "Python 3.11",
            "is_inside": lambda: self.inside,
            "has_pip": lambda: (self.packages / "pip").is_dir(),
            "make_venv": self.make,
            "install_packages": self.install,
            "speak_utf8": lambda: None,
            "go_on_in": self.go_on_in,
        }.items():
            monkeypatch.setattr(environment, name, value)

    def make(self) -> None:
        self.done.append("new")
        self.add("pip")
        (self.venv / "pyvenv.cfg").touch()
        for path in self.packages.iterdir():
            if path.name != "pip":
                path.rmdir()

    def install(self, lock: Path) -> None:
        self.done.append(lock.stem)
        self.add(lock.stem)

    def add(self, name: str) -> None:
        (self.packages / name).mkdir(parents=True, exist_ok=True)

    def go_on_in(self, python: Path) -> None:
        self.done.append("inside" if self.venv in python.parents else "outside")
        self.inside = self.done[-1] == "inside"
        raise Restarted

    def enter(self, needs: str = "site") -> list[str]:
        """What is done on the way in."""
        self.done, self.inside = [], False
        self.end()
        while True:
            try:
                enter(needs)
            except Restarted:
                continue
            return self.done

    def end(self) -> None:
        """End the command that entered."""
        while environment.in_use:
            environment.in_use.pop().release()


class Restarted(Exception):
    pass


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Checkout]:
    made = Checkout(tmp_path, monkeypatch)
    yield made
    made.end()


def test_a_first_run_makes_an_environment_and_goes_on_in_it(checkout: Checkout) -> None:
    assert checkout.enter() == ["new", "site", "inside"]
    assert checkout.enter() == ["inside"]


def test_parts_add_up(checkout: Checkout) -> None:
    assert checkout.enter("pdf") == ["new", "pdf", "inside"]
    assert checkout.enter("import") == ["import", "inside"]
    assert [checkout.enter(each) for each in ("pdf", "import", "site")] == [["inside"]] * 3


def _without_settings(checkout: Checkout) -> None:
    (checkout.venv / "pyvenv.cfg").unlink()


def _without_a_package(checkout: Checkout) -> None:
    (checkout.packages / "site").rmdir()


def _without_a_marker(checkout: Checkout) -> None:
    (checkout.venv / "installed.json").unlink()


def _from_another_place(checkout: Checkout) -> None:
    _marker(checkout, place="elsewhere")


def _of_another_python(checkout: Checkout) -> None:
    _marker(checkout, python="Python 3.10")


def _of_an_older_form(checkout: Checkout) -> None:
    (checkout.venv / "installed.json").write_text('{"site": "a", "python": "Python 3.11"}', encoding="utf-8")


def _of_no_form(checkout: Checkout) -> None:
    _marker(checkout, locks=["site"], packages=3)


def _marker(checkout: Checkout, **changed: Any) -> None:
    path = checkout.venv / "installed.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **changed}), encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        _without_settings,
        _without_a_package,
        _without_a_marker,
        _from_another_place,
        _of_another_python,
        _of_an_older_form,
        _of_no_form,
    ],
)
def test_an_environment_that_is_broken_is_made_anew(checkout: Checkout, spoil: Callable[[Checkout], None]) -> None:
    checkout.enter()
    spoil(checkout)
    assert checkout.enter() == ["new", "site", "inside"]


def test_packages_cannot_be_added_without_pip(checkout: Checkout) -> None:
    checkout.enter()
    (checkout.packages / "pip").rmdir()
    assert checkout.enter() == ["new", "site", "inside"]  # what it was finished with is no longer whole
    _marker(checkout, packages=["site"])
    (checkout.packages / "pip").rmdir()
    assert checkout.enter("pdf") == ["new", "pdf", "inside"]


def test_an_environment_leaves_itself_to_be_made_anew(checkout: Checkout) -> None:
    checkout.enter()
    (checkout.folder / "requirements" / "site.txt").write_text("site==2\n", encoding="utf-8")
    checkout.end()
    checkout.done, checkout.inside = [], True
    with pytest.raises(Restarted):
        enter()
    assert checkout.done == ["outside"]
    assert checkout.enter() == ["new", "site", "inside"]


def test_who_runs_inside_keeps_its_packages(checkout: Checkout) -> None:
    checkout.enter()
    assert tried(environment.lock_file("use")) is None


def test_who_starts_over_does_so_alone(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    def others_have_to_wait() -> None:
        assert tried(environment.lock_file("use"), shared=True) is None
        assert tried(environment.lock_file("change")) is None
        checkout.make()

    monkeypatch.setattr(environment, "make_venv", others_have_to_wait)
    assert checkout.enter() == ["new", "site", "inside"]


def test_what_another_command_prepared_meanwhile_is_taken_as_it_is(checkout: Checkout) -> None:
    prepare("site")
    checkout.done.clear()
    prepare("site")
    assert checkout.done == []


def test_an_environment_that_stays_broken_ends_in_a_sentence(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = iter(range(100))
    monkeypatch.setattr(environment, "venv_version", lambda: f"Python {next(versions)}")
    with pytest.raises(CommandError, match=r"Usuń folder \.venv"):
        checkout.enter()
    assert checkout.done == ["new", "site"] * MOST_STARTS


def test_a_command_that_is_started_again_and_again_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STARTS, str(MOST_STARTS))
    with pytest.raises(CommandError, match=r"Usuń folder \.venv"):
        go_on_in(Path("python"))


def test_a_path_that_is_no_text_ends_in_a_sentence() -> None:
    with pytest.raises(CommandError, match="znaki, których nie da się zapisać"):
        refuse_unwritable_path(Path("\udcb1"))


@pytest.mark.parametrize(
    ("installed", "needs", "step"),
    [
        ({}, "site", "start over"),
        ({"site": "a"}, "site", "go on"),
        ({"site": "a"}, "test", "add"),
        ({"site": "a", "test": "b"}, "test", "go on"),
        ({"site": "a", "test": "b"}, "site", "go on"),
        ({"site": "old"}, "site", "start over"),
        ({"site": "a", "test": "old"}, "test", "start over"),
        ({"site": "a", "test": "old"}, "site", "start over"),
    ],
)
def test_a_changed_lock_starts_over_and_missing_packages_are_added(
    installed: dict[str, str], needs: str, step: str
) -> None:
    assert next_step(installed, needs, LOCKS) == step


@pytest.mark.parametrize("content", [None, "", "{", "[]", "null", '{"locks": 1}'])
def test_an_interrupted_installation_does_not_count(content: str | None, checkout: Checkout) -> None:
    checkout.make()
    if content is not None:
        environment.MARKER.write_text(content, encoding="utf-8")
    assert installed_packages() == NOTHING


def test_an_old_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(CommandError, match=r"3\.11 lub nowszy, a ten to 3\.10\.13"):
        refuse_old_python()


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(CommandError, match="apt install python3-venv"):
        make_venv()


def test_a_missing_network_is_told_from_other_failures() -> None:
    offline = ["WARNING: Retrying after connection broken by 'NewConnectionError'", "ERROR: No matching distribution"]
    assert "połączenie z internetem" in why_pip_failed(offline)
    assert "internet" not in why_pip_failed(["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"])


def _stops(trouble: BaseException) -> Callable[[], int]:
    def main() -> int:
        raise trouble

    return main


@pytest.mark.parametrize(
    ("main", "code", "words"),
    [
        (lambda: 0, 0, ""),
        (lambda: 1, 1, ""),
        (_stops(CommandError("Zrób to.")), 2, "Zrób to."),
        (_stops(PermissionError(13, "Permission denied", "site")), 2, "„site”"),
        (_stops(KeyboardInterrupt()), 130, "Przerwano."),
    ],
)
def test_foreseeable_trouble_ends_in_a_sentence(
    main: Callable[[], int], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run(main)
    assert end.value.code == code
    assert words in capsys.readouterr().err


def test_in_windows_the_command_goes_on_in_another_process_and_ends_as_that_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[list[str]] = []

    def start(command: list[str]) -> subprocess.CompletedProcess[str]:
        started.append(command)
        return subprocess.CompletedProcess(command, 3)

    python = tmp_path / "python.exe"
    monkeypatch.setattr("os.name", "nt")
    monkeypatch.setattr("subprocess.run", start)
    monkeypatch.setattr(sys, "orig_argv", ["py", "scripts/build.py", "--offline"])
    with pytest.raises(SystemExit) as end:
        environment.go_on_in(python)
    assert end.value.code == 3
    assert started == [[str(python), "scripts/build.py", "--offline"]]


def test_windows_keeps_the_python_of_an_environment_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert environment.venv_python(tmp_path).relative_to(tmp_path).as_posix() == "bin/python"
    monkeypatch.setattr("os.name", "nt")
    assert environment.venv_python(tmp_path).relative_to(tmp_path).as_posix() == "Scripts/python.exe"


def test_words_that_a_console_has_no_letters_for_do_not_end_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1250")
    monkeypatch.setattr(sys, "stdout", console)
    with pytest.raises(SystemExit) as end:
        run(lambda: print("żółć ⚠ 日本") or 0)
    assert end.value.code == 0
    console.flush()
    assert console.buffer.getvalue().decode("cp1250").strip() == "żółć ? ??"
