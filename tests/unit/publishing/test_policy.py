"""What a page may load, on the web and in a folder: its own files, and no script that stands on it."""

from pathlib import Path

import pytest

from goodpractices.publishing import guard_pages, write_server_settings
from goodpractices.publishing.policy import HEADERS, OFFLINE_POLICY, SITE_POLICY, guarded, server_settings
from goodpractices.wording import Translations

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


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("address", ["_headers", "serwer/nginx.conf", "serwer/apache.htaccess"])
def test_every_server_is_told_every_header(address: str, language: str) -> None:
    text = server_settings(Translations.load(language))[address]
    remark, *lines = text.splitlines()
    assert remark.startswith("# ")
    for name, value in HEADERS.items():
        assert [line for line in lines if name in line and value in line], name
    assert not any(line.startswith("#") for line in lines)


def test_netlify_reads_a_path_and_the_headers_below_it() -> None:
    text = server_settings(Translations.load("pl"))["_headers"]
    assert text.splitlines()[1:3] == ["/*", f"  Content-Security-Policy: {SITE_POLICY}"]
    assert max(map(len, text.splitlines())) < 2000  # what Cloudflare Pages takes


def test_nginx_and_apache_get_a_value_in_quotes_that_nothing_in_it_ends() -> None:
    assert not any(set(value) & set('"\\\n$%') for value in HEADERS.values())
    settings = server_settings(Translations.load("pl"))
    assert f'\nadd_header Content-Security-Policy "{SITE_POLICY}" always;\n' in settings["serwer/nginx.conf"]
    assert f'\n  Header always set Content-Security-Policy "{SITE_POLICY}"\n' in settings["serwer/apache.htaccess"]


def test_settings_of_servers_stand_in_the_site(tmp_path: Path) -> None:
    t = Translations.load("pl")
    write_server_settings(tmp_path, t)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == server_settings(t).keys()
