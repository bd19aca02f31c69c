"""From each page to the same page in another language, which may have fewer pages."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from tests.support.entries import add, entry, in_english, practices_folder
from tests.support.small_site import BOTH

from goodpractices.catalogue import load_catalogue
from goodpractices.publishing import Site

BASE = "https://katalog.example/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many practices of one year, many of none, of which one is in English: lists go on in Polish alone."""
    folder = practices_folder(tmp_path)
    for n in range(60):
        given: dict[str, Any] = {"title": f"Praktyka {n}", "themes": ["sport"], "editorial": {"state": "published"}}
        add(folder, f"p{n}/index.md", entry(given | ({"period": {"start": "2016"}} if n % 2 else {})))
    add(folder, "p1/index.en.md", in_english())
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("offline", [False, True])
def test_every_switch_leads_to_a_page_of_the_other_language(folder: Path, offline: bool) -> None:
    sites = Site.in_languages(load_catalogue(folder), BOTH, folder, offline=offline)
    pages = {
        name: {site.links.localized(each.address): each.address for each in site.list_articles() if not each.is_lost}
        for name, site in sites.items()
    }
    assert len(pages["pl"]) > len(pages["en"]) > 10
    for name, site in sites.items():
        other = pages["en" if name == "pl" else "pl"]
        for here, address in pages[name].items():
            links = re.findall(r'href="([^"]*)"', site.switch(address))
            led = {urljoin(BASE + here, link).removeprefix(BASE).removesuffix("index.html") for link in links}
            assert led <= other.keys(), address


@pytest.mark.slow
def test_a_further_page_leads_to_where_the_list_begins(folder: Path) -> None:
    site = Site.in_languages(load_catalogue(folder), BOTH, folder)["pl"]
    assert 'href="../../../en/themes/sport/"' in site.switch("tematy/sport/strona-2/")
    assert 'href="../../en/themes/sport/"' in site.switch("tematy/sport/")
    assert site.languages_of("tematy/sport/strona-2/") == ["en"]


@pytest.mark.slow
def test_a_page_that_another_language_lacks_leads_nowhere(folder: Path) -> None:
    site = Site.in_languages(load_catalogue(folder), BOTH, folder)["pl"]
    lacking = [each.address for each in site.list_articles() if "2016" in each.address]
    assert lacking
    assert [site.switch(address) for address in lacking] == [""] * len(lacking)
    assert site.languages_of(lacking[0]) == []
    assert site.languages_of("os-czasu/") == ["en"]
