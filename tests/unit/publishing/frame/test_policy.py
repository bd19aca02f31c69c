"""What a page may load, on the web and in a folder: its own files, and no script that stands on it."""

from pathlib import Path

from tests.support.planned import files_of
from tests.support.samples import IDENTITY, published

from goodpractices.publishing import Article, PageSettings, Site
from goodpractices.publishing.frame.policy import OFFLINE_POLICY, PAGE_POLICY, SITE_POLICY

GUARDED = (
    '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src %s; '
)


def pages_of(folder: Path, *, offline: bool) -> dict[str, str]:
    """A page with its frame, and one that leads from an address that a practice had."""
    site = Site(published(folder, {"las": {"former_ids": ["bor"]}}), IDENTITY, folder, offline=offline)
    _, (page,) = site.page(Article("praktyki/las/", "Las", "", "<p>Las</p>", "practices"))
    return {"page": page.decode(), "redirect": files_of(site.files())["praktyki/bor/index.html"].decode()}


def test_in_a_folder_the_policy_stands_before_everything_but_the_encoding(tmp_path: Path) -> None:
    for name, html in pages_of(tmp_path, offline=True).items():
        assert html.partition("<head>\n")[2].startswith(GUARDED % "'self' file:"), name
        assert html.count("Content-Security-Policy") == 1, name


def test_on_the_web_each_page_says_it_too_as_a_host_may_set_no_headers(tmp_path: Path) -> None:
    for name, html in pages_of(tmp_path, offline=False).items():
        assert html.partition("<head>\n")[2].startswith(GUARDED % "'self'"), name
        assert html.count("Content-Security-Policy") == 1, name


def test_the_preview_of_the_generator_may_put_its_script_on_a_page(tmp_path: Path) -> None:
    site = Site(published(tmp_path, {"las": {}}), IDENTITY, tmp_path, settings=PageSettings(has_policy=False))
    _, (page,) = site.page(Article("praktyki/las/", "Las", "", "<p>Las</p>", "practices"))
    assert b"Content-Security-Policy" not in page


def test_a_page_says_all_that_a_server_says_but_who_may_frame_it() -> None:
    assert SITE_POLICY.split("; ") == [*PAGE_POLICY.split("; "), "frame-ancestors 'none'"]


def test_no_script_on_a_page_itself_is_allowed() -> None:
    assert "script-src 'self' file:;" in OFFLINE_POLICY
    assert "unsafe" not in OFFLINE_POLICY
    assert "sha256" not in OFFLINE_POLICY


def test_the_web_allows_what_the_site_brings_along_and_nothing_else() -> None:
    rules = dict(rule.split(" ", 1) for rule in SITE_POLICY.split("; "))
    assert rules.pop("img-src") == "'self' data:"
    assert set(rules.values()) == {"'self'", "'none'"}
    assert {name for name, sources in rules.items() if sources == "'none'"} == {
        *("default-src", "base-uri", "frame-ancestors"),
    }


def test_a_folder_allows_its_own_files_under_either_name_and_no_frame_rule() -> None:
    assert OFFLINE_POLICY.split("; ") == [
        "default-src 'none'",
        "script-src 'self' file:",
        "style-src 'self' file:",
        "img-src 'self' file: data:",
        "form-action 'self' file:",
        "base-uri 'none'",
    ]
