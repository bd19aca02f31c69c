"""What each page and file of the site follows from: what it shows, the edition, and what is handed out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.planned import articles_of
from tests.support.samples import IDENTITY
from tests.support.small_site import AUDITED, BOTH, written

from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.publishing import Archive, PageSettings, Site
from goodpractices.publishing.downloads import Downloads


def one(site: Site, name: str) -> Any:
    articles = {each.address: each.inputs for each in site.list_articles()}
    return {**articles, **{each.name: each.inputs for each in site.files()}}[name]


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue(
        written(tmp_path_factory.mktemp("renamed"), title="Puszcza", story="## Wyzwanie\n\nCo innego.\n")
    )


@pytest.mark.parametrize(
    ("name", "follows"),
    [
        ("praktyki/", True),
        ("mapa/", True),
        ("dane/", True),
        ("data", True),
        ("form", True),
        ("feeds", True),
        ("form entries 0", True),
        ("redirects las", True),
        ("os-czasu/", True),
        ("czy-pasuje/", True),
        ("fit", True),
        ("cards", True),
        ("rows", True),
        ("tematy/zielen/", True),
        ("czego-brakuje/", False),
        ("praktyki/bez/", False),
        ("prywatnosc/", False),
        ("deklaracja-dostepnosci/", False),
        ("zglos/", False),
        ("slownik/", False),
        ("404.html", False),
        ("picture", False),
        ("redirects sad", False),
        ("programy/fundusz/", False),
    ],
)
def test_what_shows_a_title_follows_from_it(
    catalogue: Catalogue, renamed: Catalogue, folder: Path, name: str, follows: bool
) -> None:
    before, after = Site(catalogue, IDENTITY, folder), Site(renamed, IDENTITY, folder)
    assert (one(before, name) != one(after, name)) is follows


def test_pages_about_no_practice_follow_from_what_all_pages_do(catalogue: Catalogue, folder: Path) -> None:
    site = Site(catalogue, IDENTITY, folder, audit=AUDITED)
    for name in ("zglos/", "deklaracja-dostepnosci/", "prywatnosc/", "404.html", "slownik/", "picture", "audit"):
        assert one(site, name) == (), name
    assert one(site, "deklaracja-dostepnosci/badanie/") == ()


def test_no_two_groups_of_files_have_the_same_name(
    catalogue: Catalogue, folder: Path, archive: Archive, downloads: Downloads
) -> None:
    site = Site(catalogue, IDENTITY, folder, audit=AUDITED, archive=archive, downloads=downloads)
    assert [each.name for each in site.files()] == [
        *(
            "picture",
            "form",
            "gazetteer",
            "cards",
            "rows",
            "fit",
            "data",
            "feeds",
            "form entries 0",
            "audit",
            "offline edition",
            "katalog.epub",
        ),
        *("redirects bez", "redirects las", "redirects sad"),
    ]


@pytest.mark.slow
def test_the_page_of_data_offers_what_is_handed_out(
    catalogue: Catalogue, folder: Path, archive: Archive, downloads: Downloads
) -> None:
    site = Site(catalogue, IDENTITY, folder, archive=archive, downloads=downloads)
    page = articles_of(site.list_articles())["dane/"].content
    assert 'href="../dane/katalog-offline.zip"' in page
    assert 'href="../katalog.epub"' in page
    bare = articles_of(Site(catalogue, IDENTITY, folder).list_articles())["dane/"].content
    assert "katalog-offline.zip" not in bare
    assert "katalog.epub" not in bare


@pytest.mark.slow
def test_data_and_feeds_follow_from_which_practices_are_published(
    catalogue: Catalogue, folder: Path, tmp_path: Path
) -> None:
    draft, published = (load_catalogue(written(tmp_path / bez, bez=bez)) for bez in ("draft", "published"))
    for name in ("data", "feeds"):
        assert one(Site(draft, IDENTITY, folder), name) != one(Site(published, IDENTITY, folder), name), name
    assert one(Site(catalogue, IDENTITY, folder), "feeds") == one(Site(draft, IDENTITY, folder), "feeds")


def test_data_page_and_files_follow_from_what_is_handed_out(
    catalogue: Catalogue, folder: Path, archive: Archive, downloads: Downloads
) -> None:
    bare = Site(catalogue, IDENTITY, folder)
    packed = Site(catalogue, IDENTITY, folder, archive=archive)
    with_books = Site(catalogue, IDENTITY, folder, downloads=downloads)
    assert len({repr(one(site, "dane/")) for site in (bare, packed, with_books)}) == 3
    assert one(packed, "offline edition") == (archive.stamp,)
    assert one(with_books, "katalog.epub") == (downloads.books()[0].stamp,)


@pytest.mark.parametrize(
    "edition",
    [
        {"offline": True},
        {"audit": AUDITED},
        {"design": "inny"},
        {"hand_written": ["o-katalogu/"]},
        {"settings": PageSettings(icon="inna.svg")},
    ],
)
def test_every_page_follows_from_the_edition(catalogue: Catalogue, folder: Path, edition: dict[str, Any]) -> None:
    plain, other = Site(catalogue, IDENTITY, folder), Site(catalogue, IDENTITY, folder, **edition)
    assert plain.shared_inputs == Site(catalogue, IDENTITY, folder).shared_inputs
    assert plain.shared_inputs != other.shared_inputs


def test_every_page_follows_from_the_archive_the_identity_and_the_registry(
    catalogue: Catalogue, folder: Path, archive: Archive
) -> None:
    place = replace(catalogue.places["gdynia"], name="Gdynia Główna")
    sites = [
        Site(catalogue, IDENTITY, folder),
        Site(catalogue, IDENTITY, folder, archive=archive),
        Site(catalogue, replace(IDENTITY, name="Inny"), folder),
        Site(replace(catalogue, places={**catalogue.places, "gdynia": place}), IDENTITY, folder),
    ]
    assert len({repr(site.shared_inputs) for site in sites}) == 4


def test_the_search_follows_from_stories_in_its_language(
    catalogue: Catalogue, renamed: Catalogue, folder: Path
) -> None:
    polish, english = Site.in_languages(catalogue, BOTH, folder).values()
    assert polish.searched != Site(renamed, BOTH, folder).searched
    assert [each[0] for each in polish.searched[0]] == ["las", "sad"]
    assert [story is None for *_, story in english.searched[0]] == [False, True]
