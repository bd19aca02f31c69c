"""One practice as one file, the way the command writes it."""

from pathlib import Path

import pytest
from tests.support.paths import PRACTICES

import export_practice


def test_one_practice_is_written_as_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRACTICES_DIR", str(PRACTICES))
    assert export_practice.exported("epic", tmp_path / "tu" / "e.html") == (f"Zapisano {tmp_path / 'tu' / 'e.html'}", 0)
    html = (tmp_path / "tu" / "e.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert 'data-practice="epic"' in html
