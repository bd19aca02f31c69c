"""Links between pages: on the web, in a folder, to anchors and to other hosts."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpractices.publishing import addresses
from goodpractices.publishing.addresses import (
    INDEXES,
    Links,
    list_start,
    member_address,
    numbered,
    practice_address,
)

WEB, OFFLINE = Links(), Links(explicit_index=True)
WORDS = {
    "": "en/",
    "praktyki": "practices",
    "os-czasu": "timeline",
    "os-czasu/bez-dat": "timeline/undated",
    "strona": "page",
}
ENGLISH = Links(words=WORDS, missing={"praktyki/sad/"})
FOLDERS = st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)


@pytest.mark.parametrize(
    ("here", "there", "web", "offline"),
    [
        ("", "praktyki/", "praktyki/", "praktyki/index.html"),
        ("praktyki/las/", "", "../../", "../../index.html"),
        ("", "", "./", "index.html"),
        ("praktyki/las/", "praktyki/las/", "../../praktyki/las/", "../../praktyki/las/index.html"),
        ("praktyki/las/", "dane/praktyki.json", "../../dane/praktyki.json", "../../dane/praktyki.json"),
        ("tematy/", "o-katalogu/#liczby", "../o-katalogu/#liczby", "../o-katalogu/index.html#liczby"),
        ("mapa/", "praktyki/?place=a#b", "../praktyki/?place=a#b", "../praktyki/index.html?place=a#b"),
        ("praktyki/las/", "#zrodla", "#zrodla", "#zrodla"),
        ("praktyki/las/", "https://x.pl/a/", "https://x.pl/a/", "https://x.pl/a/"),
        ("praktyki/las/", "mailto:a@x.pl", "mailto:a@x.pl", "mailto:a@x.pl"),
    ],
)
def test_a_link_leads_from_page_to_page(here: str, there: str, web: str, offline: str) -> None:
    assert WEB.between(here, there) == web
    assert OFFLINE.between(here, there) == offline


@pytest.mark.slow
@given(FOLDERS, FOLDERS)
def test_a_link_always_leads_where_it_should(here: str, there: str) -> None:
    base = "https://x.pl/katalog/"
    assert urljoin(base + here, WEB.between(here, there)) == base + there
    folder = "file:///media/katalog/"
    assert urljoin(f"{folder}{here}index.html", OFFLINE.between(here, there)) == f"{folder}{there}index.html"


def test_links_in_finished_html_name_their_file_only_where_there_is_no_server() -> None:
    html = '<a href="../praktyki/">a</a><a href="../o/#x">b</a><a href="https://x.pl/">c</a><a href="p.json">d</a>'
    assert WEB.explicit(html) == html
    assert OFFLINE.explicit(html) == (
        '<a href="../praktyki/index.html">a</a><a href="../o/index.html#x">b</a>'
        '<a href="https://x.pl/">c</a><a href="p.json">d</a>'
    )


def test_members_lie_below_the_list_of_their_kind() -> None:
    assert practice_address("las") == "praktyki/las/"
    assert member_address("target_groups", "seniorzy") == "grupy/seniorzy/"
    assert len(set(INDEXES.values())) == len(INDEXES)


def test_the_first_page_of_a_list_is_the_list() -> None:
    assert [numbered("tematy/sport/", n) for n in (1, 2)] == ["tematy/sport/", "tematy/sport/strona-2/"]


@pytest.mark.parametrize(
    ("address", "english"),
    [
        ("", "en/"),
        ("praktyki/", "en/practices/"),
        ("praktyki/las/", "en/practices/las/"),
        ("praktyki/strona-2/", "en/practices/page-2/"),
        ("praktyki/strona-leśna/", "en/practices/strona-leśna/"),
        ("praktyki/?place=bytow#lista", "en/practices/?place=bytow#lista"),
        ("os-czasu/2016/", "en/timeline/2016/"),
        ("os-czasu/bez-dat/strona-2/", "en/timeline/undated/page-2/"),
        ("praktyki/sad/", "praktyki/sad/"),  # nobody translated it
        ("dla-redakcji/", "dla-redakcji/"),  # there is no such page
        ("dane/praktyki.json", "dane/praktyki.json"),
        ("praktyki/las/las.jpg", "praktyki/las/las.jpg"),
    ],
)
def test_a_page_has_an_address_in_each_language_and_a_file_one_for_all(address: str, english: str) -> None:
    assert ENGLISH.localized(address) == english
    assert WEB.localized(address) == address


@pytest.mark.parametrize(
    ("there", "link"),
    [
        ("praktyki/", "../../../en/practices/"),
        ("praktyki/sad/", "../../../praktyki/sad/"),
        ("dane/praktyki.json", "../../../dane/praktyki.json"),
        ("", "../../../en/"),
    ],
)
def test_links_of_a_language_stay_in_it_where_it_has_the_page(there: str, link: str) -> None:
    assert ENGLISH.between("praktyki/las/", there) == link


def test_a_file_lies_beside_the_polish_page() -> None:
    assert WEB.beside("praktyki/las/", "las.jpg") == "las.jpg"
    assert ENGLISH.beside("praktyki/las/", "las.jpg") == "../../../praktyki/las/las.jpg"


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("tematy/sport/strona-2/", "tematy/sport/"),
        ("praktyki/strona-12/", "praktyki/"),
        ("praktyki/strona-2/zrodla/", "praktyki/strona-2/zrodla/"),
        ("praktyki/las/", "praktyki/las/"),
        ("", ""),
    ],
)
def test_a_further_page_belongs_to_the_list_that_it_goes_on(address: str, start: str) -> None:
    assert list_start(address) == start


def test_every_page_has_its_address() -> None:
    """Others link to these: see the contract."""
    assert INDEXES == {
        "themes": "tematy/",
        "target_groups": "grupy/",
        "places": "miejsca/",
        "organisations": "organizacje/",
        "programmes": "programy/",
        "kinds": "rodzaje/",
        "support_types": "formy-wsparcia/",
    }
    assert [getattr(addresses, name) for name in ("PRACTICES", "MAP", "TIMELINE", "ABOUT", "CORRECT", "DATA")] == [
        *("praktyki/", "mapa/", "os-czasu/", "o-katalogu/", "o-katalogu/#zglos-blad", "dane/"),
    ]
    assert [getattr(addresses, name) for name in ("FORM", "ARCHIVE", "SEARCH", "STATEMENT", "PRIVACY", "GLOSSARY")] == [
        *("zglos/", "dane/katalog-offline.zip", "szukaj/", "deklaracja-dostepnosci/", "prywatnosc/", "slownik/"),
    ]
    assert (addresses.AUDIT, addresses.AUDIT_RESULT) == (
        "deklaracja-dostepnosci/badanie/",
        "deklaracja-dostepnosci/audyt.json",
    )


def test_what_belongs_to_a_practice_stands_beside_it() -> None:
    assert addresses.practice_data_address("las") == "praktyki/las/praktyka.json"
    assert addresses.easy_text_address("las") == "praktyki/las/etr/"
    assert addresses.picture_address("praktyki/las/") == "praktyki/las/karta.png"
    assert addresses.glossary_address("ue") == "slownik/#haslo-ue"
    assert addresses.narrowed_address("theme", "las") == "praktyki/?theme=las"


def test_a_page_limits_its_links_to_what_it_names() -> None:
    links = Links(words=WORDS, missing={"praktyki/sad/", "praktyki/las/", "o-katalogu/", "zglos/", "praktyki/bez/"})
    assert links.limited_to(["praktyki/sad/", "praktyki/inna/"]).missing == {"praktyki/sad/", "o-katalogu/", "zglos/"}
