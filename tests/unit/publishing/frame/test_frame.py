"""The frame of a page: every value in its place, everything from an article escaped once."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import IDENTITY, published

from goodpractices.publishing import Article, Site

ARTICLE = Article(
    "praktyki/las/", 'Las & "łąka"', "Opis <krótki>", "<p>Las &amp; łąka</p>", "practices", head="<meta name=x>"
)
ADDRESS = "https://example.org/katalog/"


def site_of(folder: Path, *, address: str | None = None, **edition: Any) -> Site:
    return Site(published(folder, {"las": {}}), replace(IDENTITY, address=address), folder, **edition)


def page(site: Site, article: Article = ARTICLE) -> str:
    _, (html,) = site.page(article)
    return html.decode()


def test_a_page_stands_in_the_folder_of_its_address(tmp_path: Path) -> None:
    assert site_of(tmp_path).page(ARTICLE)[0] == "praktyki/las/index.html"


def test_title_and_description_are_escaped_and_the_content_stays(tmp_path: Path) -> None:
    html = page(site_of(tmp_path))
    assert f"<title>Las &amp; &#34;łąka&#34; – {IDENTITY.name}</title>" in html
    assert '<meta name="description" content="Opis &lt;krótki&gt;">' in html
    assert "<p>Las &amp; łąka</p>" in html
    assert "<meta name=x>" in html


def test_words_that_look_like_a_template_are_words(tmp_path: Path) -> None:
    assert "<title>{{ 7 * 7 }} {% raw %} –" in page(site_of(tmp_path), replace(ARTICLE, title="{{ 7 * 7 }} {% raw %}"))


def test_without_an_address_no_page_names_one(tmp_path: Path) -> None:
    html = page(site_of(tmp_path))
    assert "canonical" not in html
    assert "og:" not in html
    assert '<p class="print-address wrap" data-print-address></p>' in html


def test_with_an_address_a_page_says_where_it_is_and_what_is_shared_of_it(tmp_path: Path) -> None:
    html = page(site_of(tmp_path, address=ADDRESS), replace(ARTICLE, picture="praktyki/las/karta.png"))
    assert f'<link rel="canonical" href="{ADDRESS}praktyki/las/">' in html
    assert f'<meta property="og:image" content="{ADDRESS}praktyki/las/karta.png">' in html
    assert '<meta property="og:type" content="article">' in html
    assert f'<p class="print-address wrap">{ADDRESS}praktyki/las/</p>' in html


@pytest.mark.parametrize(
    ("address", "section", "current"),
    [
        ("praktyki/", "practices", {"Praktyki": "page"}),
        ("praktyki/las/", "practices", {"Praktyki": "true"}),
        ("mapa/", "map", {"Mapa": "page"}),
        ("dane/", "data", {}),
        ("slownik/", "", {}),
    ],
)
def test_the_menu_says_where_the_reader_is(tmp_path: Path, address: str, section: str, current: dict[str, str]) -> None:
    html = page(site_of(tmp_path), replace(ARTICLE, address=address, section=section))
    assert {label: kind for kind, label in re.findall(r'aria-current="(\w+)">([^<]+)<', html)} == current


def test_links_lead_from_wherever_the_page_is(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert '<a class="brand" href="../../">' in page(site)
    assert '<a class="brand" href="./">' in page(site, replace(ARTICLE, address=""))
    assert '<script defer src="../../assets/scripts/site.pl.js"></script>' in page(site)


def test_a_page_of_the_offline_edition_leaves_header_and_footer_to_a_script(tmp_path: Path) -> None:
    site = site_of(tmp_path, offline=True)
    html = page(site)
    assert re.findall(r'src="([^"]+)" data-part="(\w+)"(?: data-section="(\w+)")?', html) == [
        ("../../assets/scripts/offline.pl.js", "header", "practices"),
        ("../../assets/scripts/offline.pl.js", "footer", ""),
    ]
    assert "site-header" not in html
    _, parts = site.header_scripts()
    assert '<a class="brand" href="index.html">' in parts["header"]
    assert '<a href="praktyki/index.html" data-section="practices">Praktyki</a>' in parts["header"]
    assert '<a href="mapa/index.html"' in parts["header"]
    assert "site-footer" in parts["footer"]


@pytest.mark.parametrize(("leads_home", "links"), [(True, 0), (False, 1)])
def test_without_scripts_each_page_of_that_edition_leads_home(tmp_path: Path, leads_home: bool, links: int) -> None:
    html = page(site_of(tmp_path, offline=True), replace(ARTICLE, leads_home=leads_home))
    assert (
        html.count(f'<noscript><p class="wrap"><a href="../../index.html">{IDENTITY.name}</a></p></noscript>') == links
    )


def test_on_the_web_header_and_footer_are_on_the_page(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert page(site).count("site-header") == page(site).count('<header class="site-header">') + 1  # its inner part
    assert site.header_scripts()[1] == {}


def test_the_header_search_has_its_words_with_all_plural_forms(tmp_path: Path) -> None:
    script_only, _ = site_of(tmp_path).header_scripts()
    found = re.search(r'data-said="([^"]+)"', script_only)
    assert found
    said = json.loads(found[1].replace("&#34;", '"'))
    assert said["search.count"] == {
        "one": "{n} wynik",
        "few": "{n} wyniki",
        "many": "{n} wyników",
        "other": "{n} wyniku",
    }
    assert said["search.none"] == "Nic nie znaleziono."
    assert re.findall(r'data-parts="([^"]+)"|action="([^"]+)"', script_only) == [("szukaj/", ""), ("", "praktyki/")]


def test_the_frame_loses_its_indentation_and_code_keeps_its_own(tmp_path: Path) -> None:
    code = "<pre>a\n   b</pre>"
    html = page(site_of(tmp_path), replace(ARTICLE, content=code))
    assert code in html
    assert "\n " not in html.replace(code, "")


def test_the_same_article_gets_the_same_page_whatever_was_made_before(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    other = replace(ARTICLE, address="tematy/las/", section="themes", title="Inny")
    alone = page(site_of(tmp_path / "alone"), other)
    page(site)
    assert page(site, other) == alone
    assert alone != page(site)


def test_a_page_for_wrong_addresses_is_not_offered_to_search_engines(tmp_path: Path) -> None:
    site = site_of(tmp_path, address=ADDRESS)
    path, (html,) = site.page(site.lost())
    assert path == "404.html"
    assert '<meta name="robots" content="noindex">' in html.decode()
    assert "canonical" not in html.decode()
    assert 'href="/katalog/praktyki/"' in html.decode()
