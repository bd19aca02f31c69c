"""Links written by hand: those to generated pages are held against the built site."""

from pathlib import Path

import pytest

from goodpractices.publishing import files_below
from goodpractices.publishing.hand_links import dead_links, place_of

PAGES = {"index.html": "", "slownik/index.html": '<h2 id="etr">ETR</h2><h2 id=fog>FOG</h2>', "dane/praktyki.csv": "id"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("here", ["o-katalogu/", "o-katalogu/index.html"])
@pytest.mark.parametrize(
    "link",
    [
        "../",
        "../slownik/",
        "../slownik/index.html",
        "../slownik/#etr",
        "../slownik/?q=1#fog",
        "../dane/praktyki.csv",
        "../dane/praktyki.csv#1",
        "#tutaj",
        "https://example.org/slwnik/",
        "mailto:biuro@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(folder: Path, here: str, link: str) -> None:
    assert list(dead_links(f'<p><a class="x" href="{link}">tu</a></p>', here, files_below(folder))) == []


@pytest.mark.parametrize("here", ["o-katalogu/", "o-katalogu/index.html"])
@pytest.mark.parametrize("link", ["../slwnik/", "../slownik", "../slownik/#et", "../praktyki.csv", "./slownik/"])
def test_a_link_that_leads_nowhere_is_reported_once(folder: Path, here: str, link: str) -> None:
    assert list(dead_links(f'<a href="{link}">tu</a> <a href="{link}">i tu</a>', here, files_below(folder))) == [link]


def test_a_link_of_the_home_page_starts_at_the_root(folder: Path) -> None:
    assert list(dead_links('<a href="slownik/">tu</a><a href="slwnik/">tam</a>', "./", files_below(folder))) == [
        "slwnik/"
    ]


@pytest.mark.parametrize("link", ["../slwnik/", "../slwnik/index.html"])
def test_the_place_of_a_link_is_that_in_its_source(link: str) -> None:
    assert place_of(link, "# O katalogu\n\nWyjaśnia [słownik](../slwnik/).") == (3, 20)


def test_a_link_that_its_source_writes_otherwise_is_reported_at_the_start() -> None:
    assert place_of("../pola/#a", "[pola](pola/index.md#a)") == (1, 1)
