"""The table of the journeys in browsers, and which runs of the tests come to them."""

from dataclasses import dataclass, field

import pytest
from tests.browsers.table import CELL, LEFT_OUT, lines_of, read_cells

from _shared.other_browsers import JOURNEY_BROWSERS, needs_other_browsers


@dataclass
class Report:
    """What pytest tells of a phase of a test."""

    user_properties: list[tuple[str, object]]
    failed: bool = False
    skipped: bool = False
    nodeid: str = field(default="")


def report(line: int, browser: str, *reasons: str, failed: bool = False, skipped: bool = False) -> Report:
    cell = (CELL, [line, f"droga {line}", browser, "web"])
    return Report([cell, *((LEFT_OUT, reason) for reason in reasons)], failed, skipped)


def test_every_cell_says_how_it_ended_and_why_something_was_left_out() -> None:
    cells = read_cells(
        [
            report(2, "Chromium"),
            report(1, "Chromium"),
            report(1, "Firefox ESR", failed=True),
            report(1, "WebKit", "bez druku"),
            report(1, "Chromium 109", "nie ma jej", skipped=True),
            report(2, "Chromium 109", "nie ma jej", skipped=True),
            Report([]),
        ]
    )
    assert [line.split() for line in lines_of(cells)] == [
        ["Chromium", "Firefox", "ESR", "WebKit", "Chromium", "109"],
        ["www", "folder"] * 4,
        ["droga", "1", "dobrze", "–", "źle", "–", "dobrze", "1)", "–", "pominięto", "2)", "–"],
        ["droga", "2", "dobrze", "–", "–", "–", "–", "–", "pominięto", "2)", "–"],
        ["1)", "bez", "druku"],
        ["2)", "nie", "ma", "jej"],
    ]


def test_a_test_that_fails_when_it_is_over_has_failed() -> None:
    phases = [report(1, "WebKit"), report(1, "WebKit", failed=True), report(1, "WebKit")]
    assert read_cells(phases)["droga 1", "WebKit", "web"].result == "źle"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["-x"], True),
        (["tests/browsers"], True),
        (["tests/browsers/test_webkit.py"], True),
        (["tests/browser"], False),
        (["tests/unit"], False),
    ],
)
def test_other_browsers_are_installed_only_for_tests_that_use_them(arguments: list[str], expected: bool) -> None:
    assert needs_other_browsers(arguments) is expected


def test_who_has_no_right_to_install_is_told_how_to_get_each_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    assert {each.name: each.install() for each in JOURNEY_BROWSERS} == dict.fromkeys(
        ("Chromium", "Firefox ESR", "WebKit", "Chromium 109"), False
    )
    assert all("apt install" in each.how_to_install for each in JOURNEY_BROWSERS)
