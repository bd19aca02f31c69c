"""What the frame says of the edition it belongs to, and how one edition hands out the other."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.planned import files_of
from tests.support.samples import IDENTITY, PL, published

from goodpractices.catalogue import without_ended_consents
from goodpractices.publishing import Archive, HandWritten, Site
from goodpractices.publishing.phrasing import size


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    path = tmp_path / "katalog-offline.zip"
    path.write_bytes(b"x" * 412_345)
    archive = Archive.at(path)
    archive.checksum.write_text("abc  katalog-offline.zip\n", encoding="utf-8")
    return archive


def site_of(parent: Path, day: str | None = "2026-11-20", **edition: Any) -> Site:
    editorial = {"state": "published", "created": day} if day else {"state": "published"}
    return Site(published(parent, {"las": {"editorial": editorial}}), IDENTITY, parent, **edition)


def home_page(site: Site) -> str:
    """The home page, whose addresses are those from the root of the site."""
    article = site.written_by_hand(HandWritten("", "Start", "<p>Witaj</p>"))
    return b"".join(site.page(article)[1]).decode()


def footer_links(site: Site) -> dict[str, str]:
    return dict(re.findall(r'<li><a href="([^"]*)">([^<]*)</a></li>', home_page(site)))


@pytest.mark.parametrize(
    ("offline", "day", "state"),
    [
        (False, "2026-11-20", "Stan na 20 listopada 2026"),
        (False, None, None),
        (True, "2026-11-20", "Wersja do czytania bez internetu, stan na 20 listopada 2026"),
        (True, None, "Wersja do czytania bez internetu"),
    ],
)
def test_the_footer_says_of_which_day_it_is(tmp_path: Path, offline: bool, day: str | None, state: str | None) -> None:
    site = site_of(tmp_path, day, offline=offline)
    footer = site.header_scripts()[1]["footer"] if offline else home_page(site)
    assert re.findall("<p>((?:Stan|Wersja)[^<]*)</p>", footer) == ([state] if state else [])
    assert ("hero__edition" in home_page(site)) is offline


@pytest.mark.slow
def test_the_archive_is_linked_with_its_size_and_handed_out(tmp_path: Path, archive: Archive) -> None:
    site = site_of(tmp_path, archive=archive)
    assert footer_links(site)["dane/katalog-offline.zip"] == "Wersja do czytania bez internetu (ZIP, 0,4 MB)"
    files = files_of(site.files())
    assert files["dane/katalog-offline.zip"] == archive.path.read_bytes()
    assert files["dane/katalog-offline.zip.sha256"] == b"abc  katalog-offline.zip\n"


def test_without_an_archive_none_is_promised(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert "dane/katalog-offline.zip" not in footer_links(site)
    assert [address for address in files_of(site.files()) if "offline" in address] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 kB"),
        (45_400, "45 kB"),
        (412_345, "0,4 MB"),
        (991_107, "1 MB"),
        (1_250_000, "1,2 MB"),
        (12_400_000, "12 MB"),
    ],
)
def test_a_size_is_said_in_as_few_digits_as_tell_it(count: int, words: str) -> None:
    assert size(count, PL) == words


def test_no_file_repeats_an_entry_as_it_was_written(tmp_path: Path) -> None:
    contacts = [{"person": "Osoba Zgodna", "consent_until": "2026-11-21"}]
    catalogue, _ = without_ended_consents(published(tmp_path, {"las": {"contacts": contacts}}), date(2026, 11, 22))
    site = Site(catalogue, replace(IDENTITY, repository=None), tmp_path / "practices")
    files = files_of([*site.practice_files(catalogue.published), *site.files()])
    assert {each for each in files if each.startswith("praktyki/")} == {
        "praktyki/las/karta.png",
        "praktyki/las/praktyka.json",
    }
    assert [address for address, content in files.items() if b"Osoba Zgodna" in content] == []
