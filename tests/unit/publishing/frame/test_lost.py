"""The page for wrong addresses: its links begin at the root of the host, wherever the page is shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.samples import IDENTITY, published

from goodpractices.catalogue.identity import IdentityInLanguage
from goodpractices.publishing import Site
from goodpractices.publishing.frame.lost import from_root, lost_pages


@pytest.mark.parametrize(
    ("address", "link", "led_to"),
    [
        ("404.html", "praktyki/", "/katalog/praktyki/"),
        ("404.html", ".", "/katalog/"),
        ("en/404.html", "./", "/katalog/en/"),
        ("en/404.html", "../assets/styles/all.css", "/katalog/assets/styles/all.css"),
        ("en/404.html", "practices/?q=a&amp;theme=b#c", "/katalog/en/practices/?q=a&amp;theme=b#c"),
        ("404.html", "#tresc", "#tresc"),
        ("404.html", "https://www.geonames.org/", "https://www.geonames.org/"),
        ("404.html", "mailto:biuro@example.org", "mailto:biuro@example.org"),
    ],
)
@pytest.mark.parametrize("attribute", ["href", "src", "action"])
def test_a_link_begins_at_the_root_of_the_host(attribute: str, address: str, link: str, led_to: str) -> None:
    html = f'<a class="x" {attribute}="{{}}" data-{attribute}="{{}}">href="praktyki/"</a>'
    shown = from_root(html.format(link, link), address, "/katalog/")
    assert shown == html.format(led_to, link)


def test_each_language_has_its_page_beside_its_home_page() -> None:
    assert lost_pages(["", "en/"]) == {"": "404.html", "en/": "en/404.html"}


def test_a_host_that_knows_one_page_still_leads_readers_of_other_languages_home(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}})
    english = IdentityInLanguage(name="Catalogue", tagline="City", description="About the catalogue")
    sites = Site.in_languages(catalogue, replace(IDENTITY, translations={"en": english}), tmp_path)
    links = {language: [each["link"] for each in site.lost_elsewhere()] for language, site in sites.items()}
    assert links == {"pl": ["en/"], "en": ["../"]}
    [found] = sites["pl"].lost_elsewhere()
    assert (found["language"], found["title"]) == ("en", "This page does not exist")
