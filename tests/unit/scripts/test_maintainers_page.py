"""The page for maintainers names what is there: commands with their options, files, settings as the build has them."""

import re

import pytest

import build
from _shared.environment import ROOT
from _shared.pango import PACKAGES as PANGO
from goodpractices.publishing.frame.servers import server_settings
from goodpractices.wording import Translations, slug

PAGE = ROOT / "docs" / "dla-utrzymujacych" / "publikacja.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_every_script_and_every_file_of_the_repository_is_there() -> None:
    named = set(
        re.findall(r"\bscripts/\w+\.py|\bdocs/katalog\.yml|\.github/workflows/[\w-]+\.yml|\.gitlab-ci\.yml", TEXT)
    )
    assert {"scripts/build.py", "docs/katalog.yml", ".gitlab-ci.yml"} < named
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_options_of_the_build_are_its_own() -> None:
    lines = re.findall(r"scripts/build\.py((?: --[a-z-]+)*)", TEXT)
    for options in sorted(set(lines)):
        _, further = build.read_arguments(options.split())
        assert further == [], options


def test_every_link_within_the_page_leads_to_a_heading() -> None:
    headings = {slug(heading) for heading in re.findall(r"^## (.*)$", TEXT, flags=re.MULTILINE)}
    linked = [slug(anchor) for anchor in re.findall(r"\]\(#(.*?)\)", TEXT)]
    assert sorted(linked) == sorted(headings)


@pytest.mark.parametrize(("root", "base"), [("/", "/var/www/katalog"), ("/katalog/", "/var/www")])
def test_nginx_is_told_the_same_as_in_its_settings(root: str, base: str) -> None:
    settings = server_settings(Translations.load("pl"), root)["serwer/nginx.conf"]
    for line in (f"root {base};", "include /var/www/katalog/serwer/nginx.conf;"):
        assert f"#   {line}\n" in settings
        assert line in TEXT


def test_what_pdf_files_need_is_installed() -> None:
    assert f"apt-get install -y --no-install-recommends {' '.join(PANGO)}\n" in TEXT


def test_the_page_is_for_maintainers_alone() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"\n  /{PAGE.relative_to(ROOT / 'docs').parent.as_posix()}/\n" in settings
