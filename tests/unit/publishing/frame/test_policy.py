"""What a page may load, on the web and in a folder: its own files, and no script that stands on it."""

from pathlib import Path

import pytest

from goodpractices.publishing import guard_pages
from goodpractices.publishing.frame.policy import OFFLINE_POLICY, SITE_POLICY, guarded

PAGE = '<!doctype html><head><meta charset="utf-8"><title>Las</title></head>{}'


def test_the_policy_stands_before_everything_but_the_encoding() -> None:
    html = guarded(PAGE.format("<script>run()</script>"))
    assert html.startswith(
        '<!doctype html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    )
    assert html.endswith("</title></head><script>run()</script>")


def test_no_script_on_a_page_itself_is_allowed() -> None:
    assert "script-src 'self' file:;" in OFFLINE_POLICY
    assert "unsafe" not in OFFLINE_POLICY
    assert "sha256" not in OFFLINE_POLICY


def test_a_page_without_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        guarded("<title>Las</title>")


def test_every_page_of_a_folder_is_guarded_and_nothing_else_touched(tmp_path: Path) -> None:
    for name in ("index.html", "praktyki/las/index.html", "praktyki/las/index.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE.format("łąka\r\n").encode())
    guard_pages(tmp_path)
    guard = guarded(PAGE.format("łąka\r\n")).encode()
    assert (tmp_path / "index.html").read_bytes() == (tmp_path / "praktyki/las/index.html").read_bytes() == guard
    assert (tmp_path / "praktyki/las/index.md").read_bytes() == PAGE.format("łąka\r\n").encode()


def test_the_web_allows_what_the_site_brings_along_and_nothing_else() -> None:
    rules = dict(rule.split(" ", 1) for rule in SITE_POLICY.split("; "))
    assert rules.pop("img-src") == "'self' data:"
    assert set(rules.values()) == {"'self'", "'none'"}
    assert {name for name, sources in rules.items() if sources == "'none'"} == {
        *("default-src", "base-uri", "frame-ancestors"),
    }
