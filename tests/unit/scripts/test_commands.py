"""The commands of the README: what they pass on, and that CI calls nothing else."""

import argparse
from pathlib import Path

import pytest

import build
from _browsers import CHROMIUM, FIREFOX, Browser, needs_browser
from _environment import ROOT, Trouble


def test_ci_calls_the_test_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "#!/usr/bin/env bash",
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        "exec python3 scripts/test.py",
    ]


def test_what_the_build_does_not_know_goes_to_mkdocs() -> None:
    known, further = build.read_arguments(["--offline", "--site-dir", "x", "--verbose"])
    assert known == argparse.Namespace(serve=False, offline=True)
    assert further == ["--site-dir", "x", "--verbose"]


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_a_quiet_build_is_refused_because_it_overlooks_warnings(option: str) -> None:
    with pytest.raises(Trouble, match="ostrzeżenia"):
        build.read_arguments([option])


def test_a_build_outside_git_has_a_date_all_the_same(tmp_path: Path) -> None:
    assert build.commit_time(tmp_path) == "0"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["-x"], True),
        (["tests"], True),
        (["tests/browser"], True),
        (["tests/browser/conftest.py::test_x"], True),
        (["tests/unit", "-k", "dates"], False),
        (["tests/unit", "tests/browser"], True),
    ],
)
def test_chromium_is_installed_only_for_tests_that_use_it(arguments: list[str], expected: bool) -> None:
    assert needs_browser(arguments) is expected


@pytest.mark.parametrize("browser", [CHROMIUM, FIREFOX])
def test_without_the_rights_to_install_a_browser_is_only_reported_missing(
    monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert browser.install() is False
    assert browser.package in browser.how_to_install
