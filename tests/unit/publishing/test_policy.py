"""What a page of the offline edition may load: its own files, and the inline scripts it holds."""

from pathlib import Path

import pytest

from goodpractices.publishing import guard_pages
from goodpractices.publishing.policy import content_policy, guarded

# echo -n 'run()' | openssl dgst -sha256 -binary | base64
RUN = "'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='"
PAGE = '<!doctype html><head><meta charset="utf-8"><title>Las</title></head>{}'


def script_rule(html: str) -> str:
    rules = dict(rule.split(" ", 1) for rule in content_policy(html).split("; "))
    return rules["script-src"]


def test_the_policy_stands_before_everything_but_the_encoding() -> None:
    html = guarded(PAGE.format("<script>run()</script>"))
    assert html.startswith(
        '<!doctype html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    )
    assert html.endswith("</title></head><script>run()</script>")


def test_an_inline_script_is_allowed_by_its_hash() -> None:
    assert script_rule("<script>run()</script>") == f"'self' file: {RUN}"


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script defer\nsrc="a.js"></script>',
        '<script id="x" type="application/json">{}</script>',
        '<script data-theme type="text/plain" src="a.js"></script>',
        "<p>&lt;script&gt;run()&lt;/script&gt;</p>",
    ],
)
def test_what_does_not_run_inline_needs_no_hash(html: str) -> None:
    assert script_rule(html) == "'self' file:"


@pytest.mark.parametrize(
    "html", ['<script type="text/javascript">run()</script>', "<SCRIPT data-src=x>run()</SCRIPT >"]
)
def test_a_script_counts_however_it_is_written(html: str) -> None:
    assert script_rule(html) == f"'self' file: {RUN}"


def test_a_script_that_occurs_twice_is_named_once() -> None:
    assert script_rule("<script>run()</script><script>run()</script>").count("sha256") == 1


def test_ends_of_lines_count_as_a_browser_reads_them() -> None:
    assert script_rule("<script>a\r\nb</script>") == script_rule("<script>a\nb</script>")


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
