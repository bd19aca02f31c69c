"""The environment of the scripts: when it is made anew, and what it tells people."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import _environment
from _environment import Trouble, install, installed_packages, next_step, refuse_old_python, run, why_pip_failed

LOCKS = {"site": "a", "test": "b"}


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


@pytest.mark.parametrize(
    ("marker", "packages"),
    [
        ({"python": "Python 3.11", "site": "a"}, {"site": "a"}),
        ({"python": "Python 3.10", "site": "a"}, {}),
        ({"site": "a"}, {}),
    ],
)
def test_an_environment_counts_only_with_the_python_it_was_made_for(
    marker: dict[str, str], packages: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_environment, "MARKER", tmp_path / "installed.json")
    monkeypatch.setattr(_environment, "venv_version", lambda: "Python 3.11")
    _environment.MARKER.write_text(json.dumps(marker), encoding="utf-8")
    assert installed_packages() == packages


@pytest.mark.parametrize("content", [None, "", "{", "[]"])
def test_an_interrupted_installation_does_not_count(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_environment, "MARKER", tmp_path / "installed.json")
    if content is not None:
        _environment.MARKER.write_text(content, encoding="utf-8")
    assert installed_packages() == {}


def test_an_old_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(Trouble, match=r"3\.11 lub nowszy, a ten to 3\.10\.13"):
        refuse_old_python()


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Trouble, match="apt install python3-venv"):
        install("site", start_over=True)


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
        (_stops(Trouble("Zrób to.")), 2, "Zrób to."),
        (_stops(PermissionError(13, "Permission denied", "site")), 2, "'site'"),
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
