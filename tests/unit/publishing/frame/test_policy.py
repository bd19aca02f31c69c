"""What a page may load, on the web and in a folder: its own files, and no script that stands on it."""

from dataclasses import replace
from pathlib import Path

from tests.support.planned import files_of
from tests.support.samples import IDENTITY, published

from goodpractices.publishing import Article, PageSettings, Site
from goodpractices.publishing.frame.policy import OFFLINE_POLICY, PAGE_POLICY, SITE_POLICY, page_policy, site_policy

RECEIVING = "https://zgloszenia.example.org/praktyki"
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


def form_of(folder: Path, *, offline: bool) -> dict[str, str]:
    """What the page of the form and another one say, where the form may send an entry to one address."""
    identity = replace(IDENTITY, receiving_address=RECEIVING)
    site = Site(published(folder, {"las": {}}), identity, folder, offline=offline)
    pages = {address: site.page(Article(address, "Las", "", "", "submit")) for address in ("zglos/", "mapa/")}
    return {address: page.decode() for address, (_, [page]) in pages.items()}


def test_the_page_of_the_form_alone_may_reach_the_address_that_takes_entries(tmp_path: Path) -> None:
    pages = form_of(tmp_path, offline=False)
    assert f"; connect-src 'self' {RECEIVING}; " in pages["zglos/"]
    assert RECEIVING not in pages["mapa/"]
    assert page_policy(RECEIVING).replace(f" {RECEIVING}", "") == PAGE_POLICY
    assert site_policy(RECEIVING).replace(f" {RECEIVING}", "") == SITE_POLICY


def test_a_page_in_a_folder_reaches_nobody(tmp_path: Path) -> None:
    assert RECEIVING not in "".join(form_of(tmp_path, offline=True).values())


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
