"""The frame of a page: every value in its place, everything from an article escaped once."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import IDENTITY, published

from goodpractices.publishing import Article, PageSettings, Site

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


def test_what_pages_share_of_the_frame_is_right_on_each_of_them(tmp_path: Path) -> None:
    places = [("", ""), ("praktyki/las/", "practices"), ("praktyki/", "practices"), ("mapa/", "map"), ("mapa/", "")]
    articles = [
        replace(ARTICLE, address=address, section=section)
        for address, section in (*places, ("404.html", ""), ("kontakt/", ""), ("praktyki/", "map"))
    ]
    given = {"editorial": {"state": "published", "created": "2026-11-20"}}
    together = Site(published(tmp_path, {"las": given}), IDENTITY, tmp_path)
    alone = [page(Site(together.catalogue, IDENTITY, tmp_path), article) for article in articles]
    assert [page(together, article) for article in articles] == alone
    assert [page(together, article) for article in reversed(articles)] == alone[::-1]


def test_a_page_for_wrong_addresses_is_not_offered_to_search_engines(tmp_path: Path) -> None:
    site = site_of(tmp_path, address=ADDRESS)
    path, (html,) = site.page(site.lost())
    assert path == "404.html"
    assert '<meta name="robots" content="noindex">' in html.decode()
    assert "canonical" not in html.decode()
    assert 'href="/katalog/praktyki/"' in html.decode()


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a></li>', html)


def test_the_colours_are_changed_in_the_footer(tmp_path: Path) -> None:
    header, _, footer = page(site_of(tmp_path)).partition("<footer")
    assert ("data-theme-button" in header, footer.count("data-theme-button")) == (False, 1)
    _, parts = site_of(tmp_path / "folder", offline=True).header_scripts()
    assert ["data-theme-button" in parts[name] for name in ("header", "footer")] == [False, True]


def test_the_footer_leads_readers_editors_and_to_the_rules(tmp_path: Path) -> None:
    _, _, footer = page(site_of(tmp_path), replace(ARTICLE, address="mapa/")).partition("<footer")
    assert re.findall(r'<h2 class="site-footer__title" id="([^"]+)">([^<]+)</h2>', footer) == [
        ("stopka-1", "Dla czytelników"),
        ("stopka-2", "Dla redakcji"),
        ("stopka-3", "Zasady"),
    ]
    assert links(footer) == [
        ("../praktyki/", "Wszystkie praktyki"),
        ("../czy-pasuje/", "Czy pasuje do nas?"),
        ("../miejsca/", "Miejsca"),
        ("../organizacje/", "Organizacje"),
        ("../programy/", "Programy"),
        ("../slownik/", "Słownik skrótów i słów"),
        ("../dane/", "Otwarte dane"),
        ("../co-sie-zmienilo/", "Co się zmieniło"),
        ("../zglos/", "Zgłoś praktykę"),
        ("../czego-brakuje/", "Czego brakuje"),
        ("../dla-redakcji/prosty-jezyk/", "Jak pisać"),
        ("../o-katalogu/#zglos-blad", "Zgłoś błąd"),
        ("../o-katalogu/#kryteria", "Kryteria wyboru"),
        ("../o-katalogu/#poziomy-dowodow", "Poziomy dowodów"),
        ("../o-katalogu/#licencje", "Licencje"),
        ("../deklaracja-dostepnosci/", "Dostępność"),
        ("../prywatnosc/", "Prywatność"),
        ("../prywatnosc/#kontakt", "Kontakt"),
    ]


MENU = [
    ("../praktyki/", "Praktyki"),
    ("../tematy/", "Tematy"),
    ("../mapa/", "Mapa"),
    ("../os-czasu/", "Oś czasu"),
    ("../czy-pasuje/", "Czy pasuje?"),
    ("../porownaj/", "Porównaj"),
    ("../czego-brakuje/", "Czego brakuje"),
    ("../o-katalogu/", "O katalogu"),
]


def test_the_menu_stands_in_the_header_wide_and_folded(tmp_path: Path) -> None:
    header, _, _ = page(site_of(tmp_path), replace(ARTICLE, address="mapa/", section="")).partition("<main>")
    assert links(header) == MENU * 2


def test_the_header_names_the_site_and_leads_to_its_search(tmp_path: Path) -> None:
    header, _, _ = page(site_of(tmp_path), replace(ARTICLE, address="mapa/")).partition("<main>")
    assert '<span class="brand__name">Katalog</span>' in header
    assert '<span class="brand__tagline">Miasto</span>' in header
    assert "<img" not in header
    assert '<a class="tool tool--search" href="../praktyki/" data-search-open>' in header


def test_the_icon_is_that_of_the_settings(tmp_path: Path) -> None:
    settings = PageSettings(icon="assets/images/inna.svg")
    html = page(site_of(tmp_path, settings=settings))
    assert '<link rel="icon" href="../../assets/images/inna.svg" type="image/svg+xml">' in html
    _, parts = site_of(tmp_path / "folder", settings=settings, offline=True).header_scripts()
    assert parts["header"].startswith('<link rel="icon" href="assets/images/inna.svg" type="image/svg+xml">\n<a class=')


def test_the_head_of_a_page_with_an_address_says_this(tmp_path: Path) -> None:
    html = page(site_of(tmp_path, address=ADDRESS))
    _, _, head = html.partition('<meta name="color-scheme" content="light dark">\n')
    head, _, _ = head.partition("\n</head>")
    assert head.splitlines() == [
        '<meta name="description" content="Opis &lt;krótki&gt;">',
        f'<link rel="canonical" href="{ADDRESS}praktyki/las/">',
        '<meta property="og:type" content="article">',
        '<meta property="og:title" content="Las &amp; &#34;łąka&#34;">',
        '<meta property="og:description" content="Opis &lt;krótki&gt;">',
        f'<meta property="og:url" content="{ADDRESS}praktyki/las/">',
        '<meta property="og:site_name" content="Katalog">',
        '<meta property="og:locale" content="pl_PL">',
        f'<meta property="og:image" content="{ADDRESS}karta.png">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:height" content="630">',
        '<meta property="og:image:alt" content="Las &amp; &#34;łąka&#34;">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<link rel="alternate feed" type="application/atom+xml" title="Nowe i zmienione praktyki"'
        ' href="../../zmiany.atom">',
        '<link rel="icon" href="../../assets/images/favicon.svg" type="image/svg+xml">',
        "<title>Las &amp; &#34;łąka&#34; – Katalog</title>",
        "<meta name=x>",
        '<link rel="stylesheet" href="../../assets/styles/all.css">',
        '<link rel="stylesheet" href="../../assets/styles/plain.css">',
        '<link rel="stylesheet" href="../../assets/styles/paper.css" media="print">',
    ]


def test_a_page_of_the_offline_edition_has_little_in_its_head(tmp_path: Path) -> None:
    html = page(site_of(tmp_path, offline=True, address=ADDRESS))
    assert "canonical" not in html
    assert "description" not in html
    assert "print-address" not in html
    assert '<link rel="stylesheet" href="../../assets/styles/all.css">' in html
    assert '<script src="../../assets/scripts/early.js"></script>' in html
    assert html.rstrip().endswith("</html>")


def test_header_and_footer_of_a_folder_are_written_from_its_root(tmp_path: Path) -> None:
    _, parts = site_of(tmp_path, offline=True).header_scripts()
    assert links(parts["header"])[:8] == [
        ("praktyki/index.html", "Praktyki"),
        ("tematy/index.html", "Tematy"),
        ("mapa/index.html", "Mapa"),
        ("os-czasu/index.html", "Oś czasu"),
        ("czy-pasuje/index.html", "Czy pasuje?"),
        ("porownaj/index.html", "Porównaj"),
        ("czego-brakuje/index.html", "Czego brakuje"),
        ("o-katalogu/index.html", "O katalogu"),
    ]
    assert "aria-current" not in parts["header"]
    assert parts["footer"].startswith(
        '<p class="print-address wrap" data-print-address></p>\n<footer class="site-footer">'
    )
    assert "<p>Wersja do czytania bez internetu</p>" in parts["footer"]
    assert "\n " not in parts["header"] + parts["footer"]


def test_the_owner_is_named_if_there_is_one(tmp_path: Path) -> None:
    assert "Prowadzi" not in page(site_of(tmp_path))
    owned = Site(published(tmp_path / "owned", {"las": {}}), replace(IDENTITY, owner="Gmina & Miasto"), tmp_path)
    assert "Gmina &amp; Miasto</p>" in page(owned)


def test_the_home_page_alone_says_of_which_day_it_is(tmp_path: Path) -> None:
    given = {"editorial": {"state": "published", "created": "2026-11-20"}}
    site = Site(published(tmp_path, {"las": given}), IDENTITY, tmp_path)
    assert "Stan na 20 listopada 2026" in page(site, replace(ARTICLE, address="")).replace("\xa0", " ")
    assert "Stan na" not in page(site)


def test_what_scripts_say_in_the_header_is_this(tmp_path: Path) -> None:
    script_only, _ = site_of(tmp_path).header_scripts()
    found = re.search(r'data-said="([^"]+)"', script_only)
    assert found
    assert list(json.loads(found[1].replace("&#34;", '"'))) == [
        "search.begin",
        "search.count",
        "search.none",
        "search.lead_on",
        "search.all_results",
        "search.similar",
        "search.without",
        "search.failed",
        "catalogue.did_you_mean",
        "search.found_in.pl",
        "search.found_in.en",
        "search.found_in.other",
    ]
    assert "ó" in found[1]  # letters as they are
