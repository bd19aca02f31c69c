"""Links between pages: on the web, in a folder, to anchors and to other hosts."""

from datetime import date
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpractices.publishing.addresses import (
    INDEXES,
    Links,
    member_address,
    numbered,
    practice_address,
    sitemap,
)

WEB, OFFLINE = Links(), Links(explicit_index=True)
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


def test_a_site_map_is_sorted_and_escaped() -> None:
    text = sitemap("https://x.pl/a&b/", ["tematy/", "", "praktyki/"], {})
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')
    assert [line.strip() for line in text.splitlines()[2:-1]] == [
        f"<url><loc>https://x.pl/a&amp;b/{address}</loc></url>" for address in ("", "praktyki/", "tematy/")
    ]


def test_the_address_of_a_site_may_lack_its_last_slash() -> None:
    assert "<loc>https://x.pl/tematy/</loc>" in sitemap("https://x.pl", ["tematy/"], {})


def test_a_site_map_says_when_a_page_changed_where_that_is_known() -> None:
    text = sitemap("https://x.pl/", ["a/", "b/"], {"a/": date(2026, 3, 4)})
    assert "<url><loc>https://x.pl/a/</loc><lastmod>2026-03-04</lastmod></url>" in text
    assert "<url><loc>https://x.pl/b/</loc></url>" in text
