"""The site as values: which pages and files each edition has in each language, what they follow from and lead to."""

from pathlib import Path

import pytest
from tests.support.planned import articles_of, files_of
from tests.support.samples import IDENTITY, plain
from tests.support.small_site import AUDITED, BOTH

from goodpractices.catalogue import Catalogue
from goodpractices.finding import analyse
from goodpractices.publishing import Archive, Article, HandWritten, Site
from goodpractices.publishing.downloads import Downloads

LISTS = [
    *("os-czasu/", "czy-pasuje/", "czego-brakuje/", "porownaj/", "tematy/", "tematy/zielen/", "grupy/"),
    *("rodzaje/", "rodzaje/project/", "formy-wsparcia/"),
    *("miejsca/", "miejsca/gdynia/", "miejsca/sopot/"),
    *("organizacje/", "organizacje/um-gdynia/", "organizacje/um-sopot/", "programy/", "programy/fundusz/"),
]
SINGLE = ["dane/", "deklaracja-dostepnosci/", "prywatnosc/"]


@pytest.fixture
def sites(catalogue: Catalogue, folder: Path) -> dict[str, Site]:
    return Site.in_languages(catalogue, BOTH, folder)


@pytest.fixture
def offline(catalogue: Catalogue, folder: Path) -> dict[str, Site]:
    return Site.in_languages(catalogue, BOTH, folder, offline=True)


def planned(site: Site) -> list[str]:
    return [each.address for each in site.list_articles()]


def files(site: Site) -> list[str]:
    return list(files_of(site.files()))


def test_the_web_has_every_page_in_either_language_and_one_for_wrong_addresses(sites: dict[str, Site]) -> None:
    assert planned(sites["pl"]) == [
        *("praktyki/bez/", "praktyki/", "mapa/", "zglos/", *SINGLE, "slownik/", "404.html", *LISTS)
    ]
    assert planned(sites["en"]) == ["praktyki/", "mapa/", "zglos/", *SINGLE, "slownik/", "en/404.html", *LISTS]


def test_offline_there_is_no_page_for_wrong_addresses_and_one_form(offline: dict[str, Site]) -> None:
    assert planned(offline["pl"]) == ["praktyki/bez/", "praktyki/", "mapa/", "zglos/", *SINGLE, "slownik/", *LISTS]
    assert planned(offline["en"]) == ["praktyki/", "mapa/", *SINGLE, "slownik/", *LISTS]


def test_nothing_leads_to_the_page_for_wrong_addresses_alone(sites: dict[str, Site]) -> None:
    assert [each.address for each in sites["pl"].list_articles() if each.is_lost] == ["404.html"]


@pytest.mark.slow
def test_each_article_stands_where_it_was_planned(sites: dict[str, Site], offline: dict[str, Site]) -> None:
    for site in (*sites.values(), *offline.values()):
        assert {address: each.address for address, each in articles_of(site.list_articles()).items()} == {
            address: address for address in planned(site)
        }


@pytest.mark.slow
def test_an_audit_has_a_page_and_a_file_on_the_web_alone(catalogue: Catalogue, folder: Path) -> None:
    for is_offline in (False, True):
        site = Site(catalogue, IDENTITY, folder, audit=AUDITED, offline=is_offline)
        assert ("deklaracja-dostepnosci/badanie/" in planned(site)) is not is_offline
        assert ("deklaracja-dostepnosci/audyt.json" in files(site)) is not is_offline
    page = articles_of(Site(catalogue, IDENTITY, folder, audit=AUDITED).list_articles())
    assert page["deklaracja-dostepnosci/badanie/"].address == "deklaracja-dostepnosci/badanie/"


def test_practices_have_their_pages_and_files_where_they_are_translated(
    sites: dict[str, Site], catalogue: Catalogue
) -> None:
    def articles(site: Site) -> list[str]:
        return [each.address for each in site.practice_articles(catalogue.published, lambda _: [])]

    las = ["praktyki/las/", "praktyki/las/na-spotkanie/", "praktyki/las/etr/"]
    assert articles(sites["pl"]) == [*las, "praktyki/sad/", "praktyki/sad/na-spotkanie/"]
    assert articles(sites["en"]) == las
    offline = Site(catalogue, IDENTITY, Path(), offline=True)  # which has no sheets for meetings
    assert articles(offline) == ["praktyki/las/", "praktyki/las/etr/", "praktyki/sad/"]
    names = ("karta.png", "praktyka.json")
    assert list(files_of(sites["pl"].practice_files(catalogue.published))) == [
        f"praktyki/{practice}/{name}" for practice in ("las", "sad") for name in names
    ]
    assert list(files_of(sites["en"].practice_files(catalogue.published))) == ["en/practices/las/karta.png"]


def test_a_practice_in_a_folder_has_no_files_but_its_sheet(
    catalogue: Catalogue, folder: Path, downloads: Downloads
) -> None:
    site = Site(catalogue, IDENTITY, folder, offline=True, downloads=downloads)
    assert files_of(site.practice_files(catalogue.published)) == {"praktyki/las/las.pdf": b"las.pdf"}


DATA = [
    *("praktyki.csv", "wskazniki.csv", "finansowanie.csv", "partnerzy.csv", "organizacje.csv", "datapackage.json"),
    *("katalog.jsonld", "cytowania.bib", "cytowania.ris", "cytowania.json", "dane-gov-pl.xml", "dane-gov-pl.xml.md5"),
]
REDIRECTS = [
    *("praktyki/kwiat/index.html", "praktyki/bor/index.html", "praktyki/gaj/index.html"),
    *("praktyki/bor/etr/index.html", "praktyki/gaj/etr/index.html", "praktyki/ogrod/index.html"),
]


GAZETTEER = [f"assets/gazetteer/{letter}.js" for letter in "abcdefghijklmnopqrstuvwxyz_"]


def test_the_web_has_data_entries_of_the_form_feeds_and_redirects(sites: dict[str, Site]) -> None:
    assert files(sites["pl"]) == [
        *("karta.png", "assets/scripts/form/data.pl.js"),
        *GAZETTEER,
        "assets/scripts/fit/data.pl.js",
        *(f"dane/{name}" for name in ("praktyki.json", "praktyki.jsonl", "praktyki.geojson", "schemat.json", *DATA)),
        *("nowe.atom", "zmiany.atom", "tematy/zielen/zmiany.atom", "zglos/wpisy-0.js", *REDIRECTS),
    ]
    assert files(sites["en"]) == ["en/karta.png", "assets/scripts/form/data.en.js", "assets/scripts/fit/data.en.js"]


def test_a_folder_has_no_pictures_to_share_no_feeds_and_one_form(offline: dict[str, Site]) -> None:
    assert files(offline["pl"]) == [
        "assets/scripts/form/data.pl.js",
        *GAZETTEER,
        "assets/scripts/fit/data.pl.js",
        *(f"dane/{name}" for name in ("praktyki.json", "praktyki.geojson", "schemat.json", *DATA)),
        *REDIRECTS,
    ]
    assert files(offline["en"]) == ["assets/scripts/fit/data.en.js"]


def test_what_was_made_before_is_handed_out_once(
    catalogue: Catalogue, folder: Path, archive: Archive, downloads: Downloads
) -> None:
    sites = Site.in_languages(catalogue, BOTH, folder, archive=archive, downloads=downloads)
    made = files_of(sites["pl"].files())
    assert made["dane/katalog-offline.zip"] == b"ZIP"
    assert made["dane/katalog-offline.zip.sha256"] == b"suma"
    assert made["katalog.epub"] == b"katalog.epub"
    assert "katalog.pdf" not in made
    assert files(sites["en"]) == ["en/karta.png", "assets/scripts/form/data.en.js", "assets/scripts/fit/data.en.js"]


@pytest.mark.parametrize(
    ("former", "title", "target"),
    [
        ("praktyki/bor/index.html", "Las", "../../praktyki/las/"),
        ("praktyki/gaj/etr/index.html", "Las", "../../../praktyki/las/etr/"),
        ("praktyki/kwiat/index.html", "Bez", "../../praktyki/bez/"),
    ],
)
def test_a_former_address_leads_to_the_present_one(
    sites: dict[str, Site], former: str, title: str, target: str
) -> None:
    page = files_of(sites["pl"].files())[former].decode()
    assert f"<title>Nowy adres: {title}</title>" in page
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    assert f'<a href="{target}">Ta strona ma nowy adres. Przejdź do: {title}</a>' in page


def test_a_withdrawn_practice_leaves_a_page_with_the_reason(sites: dict[str, Site]) -> None:
    page = articles_of(sites["pl"].list_articles())["praktyki/bez/"]
    assert (page.title, page.description, page.section) == ("Bez", "Koniec prac.", "practices")
    assert "<strong>Ten opis wycofano z katalogu.</strong> Koniec prac.</p>" in page.content
    assert '<article class="practice" data-practice="bez" lang="pl">' in page.content


@pytest.mark.parametrize(
    ("address", "polish", "english"),
    [
        ("", True, True),
        ("praktyki/las/", True, True),
        ("praktyki/las/etr/", True, True),
        ("praktyki/sad/", True, False),
        ("praktyki/sad/etr/", False, False),
        ("praktyki/bez/", True, False),
        ("zglos/", True, True),
        ("o-katalogu/", True, False),  # nobody wrote it in English
        ("dla-redakcji/", True, False),
    ],
)
def test_a_language_has_what_was_translated(sites: dict[str, Site], address: str, polish: bool, english: bool) -> None:
    assert sites["pl"].has(address) is polish
    assert sites["en"].has(address) is english


def test_a_page_written_by_hand_in_a_language_is_there_in_it(catalogue: Catalogue, folder: Path) -> None:
    sites = Site.in_languages(catalogue, BOTH, folder, hand_written=["en/about/"])
    assert sites["en"].has("o-katalogu/")


def test_offline_the_form_is_the_polish_one(offline: dict[str, Site]) -> None:
    assert offline["pl"].has("zglos/")
    assert not offline["en"].has("zglos/")


def switch(name: str, language: str, link: str) -> str:
    return f'<a class="tool tool--language" lang="{language}" hreflang="{language}" href="{link}">{name}</a>'


def test_a_page_leads_to_itself_in_the_other_language(sites: dict[str, Site], offline: dict[str, Site]) -> None:
    polish, english = sites["pl"], sites["en"]
    assert polish.switch("praktyki/las/").strip() == switch("English", "en", "../../en/practices/las/")
    assert english.switch("praktyki/las/").strip() == switch("Polski", "pl", "../../../praktyki/las/")
    assert polish.switch("").strip() == switch("English", "en", "en/")
    assert polish.switch("praktyki/sad/") == ""
    assert english.switch("praktyki/sad/").strip() == switch("Polski", "pl", "../../praktyki/sad/")
    assert offline["pl"].switch("").strip() == switch("English", "en", "en/index.html")


def test_a_catalogue_in_one_language_leads_to_no_other(catalogue: Catalogue, folder: Path) -> None:
    assert list(Site.in_languages(catalogue, IDENTITY, folder)) == ["pl"]
    assert Site.in_languages(catalogue, IDENTITY, folder)["pl"].switch("") == ""


def test_a_page_stands_in_the_folder_of_its_address_in_its_language(sites: dict[str, Site]) -> None:
    article = Article("praktyki/las/", "Las", "Opis", "<p>Las</p>", "practices")
    assert [site.page(article)[0] for site in sites.values()] == [
        "praktyki/las/index.html",
        "en/practices/las/index.html",
    ]
    assert [site.page(site.lost())[0] for site in sites.values()] == ["404.html", "en/404.html"]


def test_the_page_for_wrong_addresses_speaks_to_readers_of_either_language(sites: dict[str, Site]) -> None:
    polish, english = (site.lost() for site in sites.values())
    assert (polish.address, polish.title, polish.description) == ("404.html", "Nie ma takiej strony", "Opis katalogu")
    assert (english.address, english.title, english.description) == ("en/404.html", "This page does not exist", "Words")
    assert (polish.is_lost, polish.section) == (True, "")
    assert 'action="praktyki/"' in polish.content
    assert sites["pl"].lost_elsewhere() == [
        {
            "language": "en",
            "title": "This page does not exist",
            "label": "Home page of the catalogue in English",
            "link": "en/",
        }
    ]
    assert sites["en"].lost_elsewhere() == [
        {
            "language": "pl",
            "title": "Nie ma takiej strony",
            "label": "Strona główna katalogu po polsku",
            "link": "../",
        }
    ]
    html = b"".join(sites["pl"].page(polish)[1]).decode()
    assert '<p lang="en">This page does not exist. <a href="/en/" hreflang="en">' in html
    assert '<a class="tool tool--language" lang="en" hreflang="en" href="/en/">English</a>' in html


def test_the_polish_address_of_a_page_is_found_by_its_own(sites: dict[str, Site]) -> None:
    addresses = ["tematy/", "praktyki/", "en/practices/"]
    assert sites["en"].original_address("en/practices/", addresses) == "praktyki/"
    assert sites["en"].original_address("en/nothing/", addresses) == "en/nothing/"
    assert sites["en"].original_address("praktyki/", addresses) == "praktyki/"


def test_each_language_has_a_picture_of_its_own(sites: dict[str, Site]) -> None:
    assert [site.picture for site in sites.values()] == ["karta.png", "en/karta.png"]
    assert [site.is_original for site in sites.values()] == [True, False]
    assert files_of(sites["pl"].files())["karta.png"] != files_of(sites["en"].files())["en/karta.png"]


def test_short_words_of_polish_pages_keep_to_the_next_one(sites: dict[str, Site], offline: dict[str, Site]) -> None:
    html = '<p><a href="x/">las w lesie</a></p>'
    assert sites["pl"].with_own_links(html, {}) == '<p><a href="x/">las w\u00a0lesie</a></p>'
    assert sites["en"].with_own_links(html, {}) == html
    assert offline["pl"].with_own_links(html, {}) == '<p><a href="x/index.html">las w\u00a0lesie</a></p>'


def test_the_home_page_has_what_the_catalogue_adds_to_it(sites: dict[str, Site], offline: dict[str, Site]) -> None:
    page = HandWritten("", "Start", "<p>Witaj</p>")
    home = sites["pl"].written_by_hand(page)
    assert (home.address, home.description) == ("", "Opis katalogu")
    assert "<p>Witaj</p>" in home.content
    assert sites["pl"].home() in home.content
    assert sites["pl"].hero() in home.content
    assert "hero__edition" not in home.content
    said = plain(offline["pl"].written_by_hand(page).content.replace("\xa0", " "))
    assert "<strong>Wersja do czytania bez internetu, stan na 2 stycznia 2024.</strong>" in said
    assert "Wyszukiwarka, filtry i mapa działają tu bez internetu." in said


def test_another_page_written_by_hand_is_prose(sites: dict[str, Site]) -> None:
    article = sites["pl"].written_by_hand(HandWritten("o-katalogu/", "O katalogu", "<p>Kim jesteśmy</p>"))
    assert (article.address, article.title) == ("o-katalogu/", "O katalogu")
    assert "<p>Kim jesteśmy</p>" in article.content
    assert sites["pl"].home() not in article.content


def test_scripts_of_a_folder_bring_header_and_footer(sites: dict[str, Site], offline: dict[str, Site]) -> None:
    assert sites["pl"].header_scripts()[1] == {}
    assert list(offline["pl"].header_scripts()[1]) == ["header", "footer"]
    assert sites["pl"].header_scripts()[0] != ""


def test_the_search_stands_in_its_language_and_leads_to_what_is_polish_alone(sites: dict[str, Site]) -> None:
    found = {language: site.search_files(analyse(site.catalogue).index) for language, site in sites.items()}
    polish, english = ({address: b"".join(data) for address, data in each} for each in found.values())
    assert {address.rpartition("/")[0] for address in polish} == {"szukaj"}
    assert {address.rpartition("/")[0] for address in english} == {"en/search"}
    texts = {language: b"".join(each.values()).decode() for language, each in (("pl", polish), ("en", english))}
    assert '"practices":"praktyki/"' in texts["pl"]
    assert '"practices":"en/practices/"' in texts["en"]
    assert '"elsewhere":{}' in texts["pl"]
    assert '"elsewhere":{"sad":"praktyki/sad/"}' in texts["en"]
