"""The report of addresses that are gone: read as it was written, and believed only where it is of its one shape."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goodpractices.catalogue.link_report import BROKEN, LinkReport, link_report_file, read_link_report

GONE = ("https://a.pl/ż", "https://b.pl/")
VALUE = {"day": "2026-11-30", "visited": 2, "gone": [*GONE]}


def read(value: Any, tmp_path: Path) -> LinkReport | None:
    path = tmp_path / "report.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return read_link_report(path)


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    report = LinkReport(date(2026, 11, 30), 2, GONE)
    text = report.to_json()
    assert (
        text == '{\n "day": "2026-11-30",\n "visited": 2,\n "gone": [\n  "https://a.pl/ż",\n  "https://b.pl/"\n ]\n}\n'
    )
    assert read(text, tmp_path) == report
    assert not report.is_broken


def test_addresses_come_in_order_and_once(tmp_path: Path) -> None:
    found = read({**VALUE, "visited": 3, "gone": [GONE[1], *GONE]}, tmp_path)
    assert found is not None
    assert found.gone == GONE


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"gone": None},
        {"gone": {}},
        {"gone": [1]},
        {"gone": ["javascript:x"]},
        {"gone": ["https://a.pl/" + "x" * 1988]},
        {"visited": 1},
        {"visited": True},
        {"visited": "2"},
        {"visited": 1_000_001},
        {"day": "x"},
        {"day": 1},
    ],
)
def test_what_has_another_shape_is_no_report(change: dict[str, Any], tmp_path: Path) -> None:
    assert read({**VALUE, **change}, tmp_path) is BROKEN
    assert BROKEN.is_broken


@pytest.mark.parametrize("text", ["", "[]", "x", "[" * 100_000, json.dumps({**VALUE, "gone": []})[:-1]])
def test_what_is_no_object_of_json_is_no_report(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path) is BROKEN


@pytest.mark.parametrize("name", VALUE)
def test_nothing_may_be_missing(name: str, tmp_path: Path) -> None:
    assert read({key: value for key, value in VALUE.items() if key != name}, tmp_path) is BROKEN


@pytest.mark.parametrize(
    "change", [{"gone": ["https://a.pl/" + "x" * 1987]}, {"visited": 1_000_000}, {"visited": 0, "gone": []}]
)
def test_at_its_limits_it_is_still_one(change: dict[str, Any], tmp_path: Path) -> None:
    found = read({**VALUE, **change}, tmp_path)
    assert found is not None
    assert not found.is_broken


def test_where_there_is_no_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_link_report(tmp_path / "x") is None
    (tmp_path / "link").symlink_to("nowhere")
    assert read_link_report(tmp_path / "link") is BROKEN


def test_the_file_is_where_the_variable_says_or_beside_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CATALOGUE_LINKS", raising=False)
    assert link_report_file(tmp_path / "docs") == tmp_path / "odnosniki.json"
    monkeypatch.setenv("CATALOGUE_LINKS", "/x/y.json")
    assert link_report_file(tmp_path / "docs") == Path("/x/y.json")
