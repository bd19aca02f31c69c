"""The command for editors, as far as it gives advice: what it shows, what makes it end with 1, and in which colours."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.support.entries import add, advised_folder, entry

import validate
from goodpractices.editing import Guide

DAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return advised_folder(tmp_path)


def keys(output: str, severity: str) -> list[str]:
    return [each["key"] for each in json.loads(output).get(severity, [])]


def test_advice_alone_ends_with_0(folder: Path) -> None:
    output, code = validate.validated(folder, [], "json", DAY)
    assert (keys(output, "problems"), keys(output, "warnings"), code) == ([], ["claim_old"], 0)
    assert keys(output, "hints") == ["next_field", "next_field"]


def test_strictly_a_warning_ends_with_1_and_a_hint_does_not(folder: Path) -> None:
    assert validate.validated(folder, [], "json", DAY, strict=True)[1] == 1
    assert validate.validated(folder, [folder / "inna"], "json", DAY, strict=True)[1] == 0


def test_without_a_day_only_errors_are_reported(folder: Path) -> None:
    assert validate.validated(folder, [], "json", strict=True) == ('{\n  "problems": []\n}', 0)


def test_what_is_old_depends_on_the_day(folder: Path) -> None:
    assert keys(validate.validated(folder, [], "json", date(2020, 1, 1))[0], "warnings") == []


def test_an_error_in_one_entry_keeps_no_advice_from_another(folder: Path) -> None:
    add(folder, "zla/index.md", entry({"lifecycle": "trwa"}))
    output, code = validate.validated(folder, [], "json", DAY)
    assert (keys(output, "problems"), keys(output, "warnings"), code) == (["not_allowed"], ["claim_old"], 1)


def test_paths_limit_advice_as_well(folder: Path) -> None:
    assert keys(validate.validated(folder, [folder / "inna"], "json", DAY)[0], "warnings") == []


def test_every_form_ends_the_same(folder: Path) -> None:
    guide = Guide.of(None)
    for strict in (False, True):
        ends = {
            validate.validated(folder, [], form, DAY, strict=strict, guide=guide)[1]
            for form in ("text", "json", "github", "gitlab", "sarif")
        }
        assert ends == {int(strict)}


@pytest.mark.parametrize(
    ("terminal", "environment", "colours"),
    [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    terminal: bool, environment: dict[str, str], colours: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[33m" in validate.validated(folder, [], "text", DAY)[0]) == colours
    assert "\x1b" not in validate.validated(folder, [], "json", DAY)[0]
